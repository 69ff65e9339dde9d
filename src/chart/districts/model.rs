//! Areas side by side before they are laid out: every value that may be shown, and every word.

use super::funnel_model::FunnelModel;
use super::map_model::MapModel;
use super::ranking_model::RankingModel;
use super::tile_model::TilesModel;
use crate::analysis::area_boundaries::AreaBoundaries;
use crate::analysis::change::Tone;
use crate::analysis::district_funnel::DistrictFunnel;
use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::analysis::{Direction, SeriesRole, TrendSeries};
use crate::chart::cast::Cast;
use crate::chart::scene::Viewport;
use crate::chart::trend_model::{Look, SeriesModel, TrendModel};
use crate::chart::wording::{
    caption, district_map, district_ranking, districts as wording, hover_text,
};
use crate::data::Unit;
use crate::project::trend_spec::TrendSpec;
use crate::project::{DistrictsArrangement, DistrictsSpec, MapShows};

/// The category whose colour the own area has: the second accent.
const OWN: Look = Look::Category(2);

/// Areas side by side before they are laid out. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictsModel {
    /// The unit of all values.
    pub unit: Unit,
    /// What one and several of them are called: "district", "districts".
    pub noun: (&'static str, &'static str),
    /// The message, or the measure's name where nothing is clear.
    pub title: String,
    /// What is measured, of whom and in which periods, and what the dashed line is.
    pub subtitle: String,
    /// Bases, cautions, source.
    pub footnote: String,
    /// A few sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
    /// The areas, in their order.
    pub districts: Vec<DistrictModel>,
    /// The part of the data that all small charts show.
    pub viewport: Viewport,
    /// How they are drawn.
    pub drawing: Drawing,
}

/// How areas are drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// A small chart for each.
    SmallMultiples,
    /// A bar for each, in the order of their values.
    Ranking(RankingModel),
    /// A tile for each.
    Tiles(TilesModel),
    /// Each within its boundaries.
    Map(MapModel),
    /// A dot for each, between the limits of chance.
    Funnel(FunnelModel),
    /// All on one chart.
    OneChart(TrendModel),
}

/// An area before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictModel {
    /// Its name.
    pub name: String,
    /// Whether it is the user's own.
    pub is_own: bool,
    /// Its latest value, with the period where that is not the chart's latest; `None` where it has none
    /// that may be shown.
    pub value: Option<String>,
    /// Its change.
    pub change: Option<ChangeModel>,
    /// Its line, and that of the wider area.
    pub chart: TrendModel,
    /// The look of its line where all stand on one chart.
    pub look_together: Look,
    /// What is said of it where it is pointed at: its name, value, change, rank, base and cell.
    pub lines: Vec<String>,
}

/// A change beside a value.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeModel {
    /// Up or down, where that is clear.
    pub is_up: Option<bool>,
    /// Its words: "4.6 pp", "no clear change".
    pub words: String,
    /// Whether it is welcome.
    pub tone: Tone,
}

impl DistrictsModel {
    /// The model of an answer as a spec wants it.
    pub fn new(answer: &DistrictsAnswer, spec: &DistrictsSpec) -> Self {
        match spec.arrangement {
            DistrictsArrangement::Ranking => return Self::ranking(answer, spec),
            DistrictsArrangement::Funnel => return Self::funnel(answer, spec),
            DistrictsArrangement::Map => {
                if let Some(map) = MapModel::new(answer, spec.map_shows) {
                    return Self::map(answer, spec, map);
                }
            }
            _ => {}
        }
        // Without boundaries a map is one of tiles.
        let is_map_wanted = matches!(
            spec.arrangement,
            DistrictsArrangement::Tiles | DistrictsArrangement::Map
        );
        let map = answer.at_ranked_period().filter(|_| is_map_wanted);
        let map = map.and_then(|at_latest| Some((TilesModel::new(&at_latest)?, at_latest)));
        let Some((tiles, at_latest)) = map else {
            let mut model = Self::of_lines(answer, spec);
            if is_map_wanted {
                let why = match spec.arrangement {
                    DistrictsArrangement::Map => district_map::no_map(answer),
                    _ => wording::no_map(answer),
                };
                model.footnote = format!("{why} {}", model.footnote);
            }
            return model;
        };
        let model = Self::of_lines(answer, spec);
        let trend_spec = TrendSpec::default();
        let cast = Cast::new(&at_latest.trend, &trend_spec);
        let own = own_place(answer, spec);
        let trend = without_intervals(&TrendModel::new(&at_latest.trend, &trend_spec));
        let title = wording::map_title(answer);
        let mut footnote = wording::footnote(&at_latest, &cast, &trend, false);
        if tiles.tiles.iter().any(|tile| tile.district.is_none()) {
            footnote = format!("{} {footnote}", wording::NO_DATA);
        }
        Self {
            subtitle: wording::subtitle(&at_latest, &cast, &title),
            footnote,
            what_this_shows: wording::what_this_shows(&at_latest, &cast, own),
            title,
            drawing: Drawing::Tiles(tiles),
            ..model
        }
        .described(answer)
    }

    /// The areas within their boundaries.
    fn map(answer: &DistrictsAnswer, spec: &DistrictsSpec, map: MapModel) -> Self {
        let mut model = Self::of_lines(answer, spec);
        let own = own_place(answer, spec);
        if map.shows == MapShows::Changes {
            // Who fell and who rose is said of the lines already; neither axis nor wider area is drawn.
            let trend_spec = TrendSpec::default();
            let cast = Cast::new(&answer.trend, &trend_spec);
            let trend = without_intervals(&TrendModel::new(&answer.trend, &trend_spec));
            model.footnote = wording::footnote(answer, &cast, &trend, false);
            model.subtitle = caption::subtitle(&cast, &model.title);
        } else if let Some(at_latest) = answer.at_ranked_period() {
            let title = match map.shows {
                MapShows::AgainstRest => district_map::against_title(answer),
                _ => wording::map_title(answer),
            };
            model.say_of_ranked_period(&at_latest, own, title, &[]);
            // No intervals are drawn of which a footnote could speak.
            let trend_spec = TrendSpec::default();
            let cast = Cast::new(&at_latest.trend, &trend_spec);
            let trend = without_intervals(&TrendModel::new(&at_latest.trend, &trend_spec));
            model.footnote = wording::footnote(&at_latest, &cast, &trend, false);
            if map.shows == MapShows::AgainstRest {
                model.what_this_shows = district_map::against_shows(answer);
            }
        }
        if let Some(what) = district_map::what_is_shown(answer, map.shows) {
            model.subtitle = format!("{}. {what}", model.subtitle);
        }
        let mut notes = district_map::first_notes(answer, map.shows, &map.cells);
        notes.push(std::mem::take(&mut model.footnote));
        notes.extend(district_map::last_notes(answer));
        model.footnote = notes.join(" ");
        for (place, district) in model.districts.iter_mut().enumerate() {
            let held = answer.against_rest.get(place).and_then(Option::as_ref);
            if let Some(held) = held.filter(|_| map.shows == MapShows::AgainstRest) {
                let change = &held.comparison;
                let words =
                    crate::chart::group_chart::table::against_words(change.direction, change);
                district.lines.insert(district.lines.len().min(2), words);
            }
        }
        model.drawing = Drawing::Map(map);
        model.described(answer)
    }

    /// The bars of the ranked period; small charts, and why, where nothing is ranked.
    fn ranking(answer: &DistrictsAnswer, spec: &DistrictsSpec) -> Self {
        let mut model = Self::of_lines(answer, spec);
        let own = own_place(answer, spec);
        let at_latest = answer.at_ranked_period();
        let bars = RankingModel::new(answer, own, spec);
        let (Some(at_latest), Some(bars)) = (at_latest, bars) else {
            model.footnote = format!(
                "{} {}",
                district_ranking::no_ranking(answer),
                model.footnote
            );
            return model;
        };
        let title = wording::map_title(answer);
        let mean = answer.peers_mean(own);
        let notes = [
            district_ranking::among(answer),
            mean.map(|mean| district_ranking::mean_note(&mean, spec.weighted_mean).to_owned()),
            district_ranking::not_tested(answer),
        ];
        model.say_of_ranked_period(&at_latest, own, title, &notes);
        model.subtitle = format!("{}. {}", model.subtitle, wording::first_rank_means(answer));
        model.drawing = Drawing::Ranking(bars);
        model.described(answer)
    }

    /// The dots of the ranked period; small charts, and why, where there is no funnel.
    fn funnel(answer: &DistrictsAnswer, spec: &DistrictsSpec) -> Self {
        let mut model = Self::of_lines(answer, spec);
        let own = own_place(answer, spec);
        let funnel = DistrictFunnel::of(answer);
        let (Some(at_latest), Some(funnel)) = (answer.at_ranked_period(), funnel) else {
            model.footnote = format!("{} {}", district_ranking::no_funnel(answer), model.footnote);
            return model;
        };
        for point in &funnel.points {
            if let Some(district) = model.districts.get_mut(point.district) {
                let words = district_ranking::place_words(point.place);
                let at = district.lines.len().min(2);
                district
                    .lines
                    .insert(at, crate::base::text::upper_first(words));
            }
        }
        let title = district_ranking::funnel_title(&funnel, answer);
        let note = district_ranking::funnel_note(&funnel, answer);
        let notes = [district_ranking::among(answer), Some(note)];
        model.say_of_ranked_period(&at_latest, own, title, &notes);
        let lines = district_ranking::funnel_lines(&funnel);
        model.subtitle = format!("{}. {lines}", model.subtitle);
        model.what_this_shows = district_ranking::funnel_shows(&funnel, answer);
        model.drawing = Drawing::Funnel(FunnelModel::new(&funnel));
        model.described(answer)
    }

    /// Says what is said where the values of the ranked period alone are drawn.
    fn say_of_ranked_period(
        &mut self,
        at_latest: &DistrictsAnswer,
        own: Option<usize>,
        title: String,
        notes: &[Option<String>],
    ) {
        let trend_spec = TrendSpec::default();
        let cast = Cast::new(&at_latest.trend, &trend_spec);
        let trend = TrendModel::new(&at_latest.trend, &trend_spec);
        let footnote = wording::footnote(at_latest, &cast, &trend, false);
        let notes = notes.iter().flatten().cloned().chain([footnote]);
        self.footnote = notes.collect::<Vec<_>>().join(" ");
        self.subtitle = wording::subtitle(at_latest, &cast, &title);
        self.what_this_shows = wording::what_this_shows(at_latest, &cast, own);
        self.title = title;
    }

    /// The model where the values of all periods are drawn.
    fn of_lines(answer: &DistrictsAnswer, spec: &DistrictsSpec) -> Self {
        let trend_spec = TrendSpec::default();
        let cast = Cast::new(&answer.trend, &trend_spec);
        let own = own_place(answer, spec);
        let mut whole = TrendModel::new(&answer.trend, &trend_spec);
        let together = looks_together(&whole, own);
        for (place, series) in whole.series.iter_mut().enumerate() {
            let is_wider = series.look == Look::Comparator;
            series.has_interval = !is_wider;
            series.in_front = Some(place) == own && !is_wider;
            series.look = match series.look {
                Look::Comparator => Look::Comparator,
                _ if series.in_front => OWN,
                _ => Look::Category(0),
            };
        }
        let title = wording::title(answer, &cast);
        let drawing = match spec.arrangement {
            DistrictsArrangement::OneChart => Drawing::OneChart(one_chart(&whole, own, &together)),
            _ => Drawing::SmallMultiples,
        };
        let drawn = match &drawing {
            Drawing::OneChart(trend) => trend,
            _ => &whole,
        };
        let districts = answer
            .trend
            .series
            .iter()
            .zip(whole.series.iter().zip(&together))
            .enumerate()
            .filter(|(_, (line, _))| line.role == SeriesRole::Asked)
            .map(|(place, (line, (series, look)))| DistrictModel {
                name: line.label.clone(),
                is_own: series.in_front,
                value: series.value_label.clone(),
                change: change(answer, &cast, line),
                chart: panel_chart(&whole, series),
                look_together: *look,
                lines: lines(answer, &cast, place, line),
            })
            .collect();
        Self {
            unit: answer.trend.measure.unit,
            noun: wording::noun(answer.kind),
            subtitle: wording::subtitle(answer, &cast, &title),
            footnote: wording::footnote(answer, &cast, drawn, true),
            what_this_shows: wording::what_this_shows(answer, &cast, own),
            alt_text: String::new(),
            title,
            districts,
            viewport: whole.full_viewport(),
            drawing,
        }
        .described(answer)
    }

    /// The model with its words for those who do not see it, and with its words on its one chart.
    fn described(mut self, answer: &DistrictsAnswer) -> Self {
        let kind_of_chart = match self.drawing {
            Drawing::SmallMultiples => "Small line charts",
            Drawing::Ranking(_) => "Ranking",
            Drawing::Tiles(_) => "Map of tiles",
            Drawing::Map(_) => "Map",
            Drawing::Funnel(_) => "Funnel chart",
            Drawing::OneChart(_) => "Line chart",
        };
        let lines = self
            .districts
            .iter()
            .map(|district| district.lines.as_slice());
        self.alt_text = wording::alt_text(
            kind_of_chart,
            answer,
            [
                &self.title,
                &self.subtitle,
                &self.what_this_shows,
                &self.footnote,
            ],
            lines,
        );
        if let Drawing::OneChart(trend) = &mut self.drawing {
            trend.title.clone_from(&self.title);
            trend.subtitle.clone_from(&self.subtitle);
            trend.footnote.clone_from(&self.footnote);
            trend.alt_text.clone_from(&self.alt_text);
        }
        self
    }

    /// Whether no area has a value that may be shown.
    pub fn is_empty(&self) -> bool {
        self.districts
            .iter()
            .all(|district| district.value.is_none())
    }
}

/// The arrangements in which an answer can be drawn, in the order of menus.
pub fn arrangements(answer: &DistrictsAnswer) -> Vec<DistrictsArrangement> {
    let is_ranked = matches!(answer.ranking, Ranking::ByValue { .. });
    let can_be = |arrangement: &DistrictsArrangement| match arrangement {
        DistrictsArrangement::SmallMultiples | DistrictsArrangement::OneChart => true,
        DistrictsArrangement::Ranking => is_ranked,
        DistrictsArrangement::Tiles => TilesModel::new(answer).is_some(),
        DistrictsArrangement::Map => {
            let held = answer.boundaries.as_ref();
            is_ranked && held.is_some_and(AreaBoundaries::is_enough)
        }
        DistrictsArrangement::Funnel => DistrictFunnel::of(answer).is_some(),
    };
    let all = DistrictsArrangement::ALL.into_iter();
    all.filter(can_be).collect()
}

fn own_place(answer: &DistrictsAnswer, spec: &DistrictsSpec) -> Option<usize> {
    let area = spec.own_area.as_deref()?;
    answer.place_of(area)
}

/// The looks of all lines on one chart: the own in front of grey others; where none is the own, as on a trend.
fn looks_together(whole: &TrendModel, own: Option<usize>) -> Vec<Look> {
    let series = whole.series.iter().enumerate();
    series
        .map(|(place, series)| match series.look {
            Look::Comparator => Look::Comparator,
            _ if Some(place) == own => OWN,
            _ if own.is_some() => Look::Muted,
            look => look,
        })
        .collect()
}

/// All lines on one chart.
fn one_chart(whole: &TrendModel, own: Option<usize>, looks: &[Look]) -> TrendModel {
    let mut trend = without_intervals(whole);
    for ((place, series), look) in trend.series.iter_mut().enumerate().zip(looks) {
        series.has_interval = Some(place) == own;
        if !series.in_front {
            series.look = *look;
        }
    }
    trend
}

fn without_intervals(whole: &TrendModel) -> TrendModel {
    let mut trend = whole.clone();
    for series in &mut trend.series {
        series.has_interval = false;
    }
    trend
}

/// The small chart of an area: its line and that of the wider area, without words.
fn panel_chart(whole: &TrendModel, series: &SeriesModel) -> TrendModel {
    let latest = series.last();
    let own = SeriesModel {
        dots: latest.into_iter().collect(),
        ..series.clone()
    };
    let wider = whole
        .series
        .iter()
        .filter(|held| held.look == Look::Comparator)
        .map(|held| SeriesModel {
            dots: Vec::new(),
            ..held.clone()
        });
    TrendModel {
        title: String::new(),
        subtitle: String::new(),
        footnote: String::new(),
        what_this_shows: String::new(),
        alt_text: String::new(),
        series: std::iter::once(own).chain(wider).collect(),
        events: Vec::new(),
        label_line_ends: false,
        ..whole.clone()
    }
}

fn change(answer: &DistrictsAnswer, cast: &Cast<'_>, line: &TrendSeries) -> Option<ChangeModel> {
    let line = cast
        .members
        .iter()
        .find(|held| held.series.key == line.key)?;
    let held = cast.change(line.series)?;
    let measure = &answer.trend.measure;
    Some(ChangeModel {
        is_up: match held.change.direction {
            Direction::Up => Some(true),
            Direction::Down => Some(false),
            _ => None,
        },
        words: wording::change_words(held, measure.unit),
        tone: held.change.tone(measure.polarity),
    })
}

/// What is said of an area: its latest point as on the trend, with its change and its rank.
fn lines(
    answer: &DistrictsAnswer,
    cast: &Cast<'_>,
    place: usize,
    line: &TrendSeries,
) -> Vec<String> {
    let member = cast.members.iter().find(|held| held.series.key == line.key);
    let last_cell = line.points.iter().rposition(Option::is_some);
    let period = member
        .and_then(|member| cast.latest(member.series))
        .map(|(period, _)| period)
        .or(last_cell);
    let text = period.and_then(|period| hover_text(&answer.trend, place, period));
    let mut lines = text.unwrap_or_else(|| vec![line.label.clone()]);
    let mut more = Vec::new();
    if let Some(held) = member.and_then(|member| cast.change(member.series)) {
        more.push(wording::change_line(held, answer.trend.measure.unit));
    }
    if let Some(rank) = answer.districts.get(place).and_then(|held| held.rank) {
        more.push(format!(
            "{} of {} ({})",
            wording::rank_words(&rank),
            rank.place.of,
            wording::first_rank_means(answer)
        ));
    }
    let at = lines.len().min(2);
    lines.splice(at..at, more);
    lines
}

//! Small charts of groups of people: each line in front of those of the other groups in grey.

use super::model::{ChangeModel, DistrictModel, DistrictsModel, Drawing};
use crate::analysis::{Direction, GroupsOverTime, SeriesRole};
use crate::chart::cast::Cast;
use crate::chart::point::{PointModel, ValuePoint};
use crate::chart::trend_model::{Look, SeriesModel, TrendModel};
use crate::chart::wording::districts as wording;
use crate::chart::wording::{group_names, hover_text};
use crate::project::trend_spec::TrendSpec;

/// What is said of the grey lines.
const GREY: &str = "Grey: the other groups.";

impl DistrictsModel {
    /// Small charts of groups over all periods, a line each, on the same axes.
    pub fn of_groups(answer: &GroupsOverTime) -> Self {
        let spec = TrendSpec {
            show_intervals: false,
            ..TrendSpec::default()
        };
        let cast = Cast::new(&answer.trend, &spec);
        let whole = TrendModel::new(&answer.trend, &spec);
        let lines = answer.trend.series.iter().zip(&whole.series).enumerate();
        let districts: Vec<DistrictModel> = lines
            .filter(|(_, (line, _))| line.role == SeriesRole::Asked)
            .zip(&answer.groups)
            .map(|((place, (line, series)), group)| {
                let mut said = hover_text(&answer.trend, place, series.last().unwrap_or_default())
                    .unwrap_or_else(|| vec![line.label.clone()]);
                let change = cast.change(line);
                let words = change.map(|held| wording::change_line(held, whole.unit));
                said.splice(said.len().min(2)..said.len().min(2), words);
                DistrictModel {
                    name: group.name().full(),
                    is_own: false,
                    value: series.value_label.clone(),
                    change: change.map(|held| ChangeModel {
                        is_up: match held.change.direction {
                            Direction::Up => Some(true),
                            Direction::Down => Some(false),
                            _ => None,
                        },
                        words: wording::change_words(held, whole.unit),
                        tone: held.change.tone(answer.measure().polarity),
                    }),
                    chart: panel_chart(&whole, place),
                    look_together: series.look,
                    lines: said,
                }
            })
            .collect();
        let footnote = if districts.len() > 1 {
            format!("{GREY} {}", whole.footnote)
        } else {
            whole.footnote.clone()
        };
        let said: Vec<String> = districts
            .iter()
            .map(|district| district.lines.join(", "))
            .collect();
        Self {
            unit: whole.unit,
            noun: (
                group_names::noun(answer.is_by_area, 1),
                group_names::noun(answer.is_by_area, 2),
            ),
            alt_text: format!(
                "Small line charts: {}. {}. {}. {} {footnote}",
                whole.title,
                whole.subtitle,
                said.join(". "),
                whole.what_this_shows
            ),
            title: whole.title.clone(),
            subtitle: whole.subtitle.clone(),
            footnote,
            what_this_shows: whole.what_this_shows.clone(),
            districts,
            viewport: whole.full_viewport(),
            drawing: Drawing::SmallMultiples,
        }
    }
}

/// The small chart of the line at a place, before the others.
fn panel_chart(whole: &TrendModel, place: usize) -> TrendModel {
    let all = || whole.series.iter().enumerate();
    let own = all().filter(|(other, _)| *other == place);
    let own = own.map(|(_, series)| SeriesModel {
        look: Look::Category(0),
        dots: series.last().into_iter().collect(),
        ..series.clone()
    });
    let others = all().filter(|(other, _)| *other != place);
    let others = others.map(|(_, series)| SeriesModel {
        look: match series.look {
            Look::Comparator => Look::Comparator,
            _ => Look::Muted,
        },
        dots: Vec::new(),
        points: series.points.iter().map(behind).collect(),
        ..series.clone()
    });
    let series = own.chain(others);
    TrendModel {
        title: String::new(),
        subtitle: String::new(),
        footnote: String::new(),
        what_this_shows: String::new(),
        alt_text: String::new(),
        series: series.collect(),
        events: Vec::new(),
        label_line_ends: false,
        ..whole.clone()
    }
}

/// A point of a line behind: its own cautions and gaps are marked where it is in front.
fn behind(point: &PointModel) -> PointModel {
    match point {
        PointModel::Value(value) => PointModel::Value(ValuePoint {
            caution: None,
            revised: false,
            ..*value
        }),
        PointModel::Absent | PointModel::Gap(_) => PointModel::Absent,
    }
}

//! Stories that are told again and again, made from what a project holds: each asks for the measures that
//! there are, in an order that councillors know.

use super::{Paragraph, Slide, SlideContent, Story};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::{Catalogue, Comparator, MeasureKey, Question, first_question};
use crate::data::AreaKind;
use crate::data::measure::Theme;
use crate::project::{ChartKind, DistrictsSpec, MatrixDrawing, View};

/// A story that is told again and again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StoryTemplate {
    /// Nothing but a title.
    #[default]
    Empty,
    /// Measures against their targets and what moved, for a board.
    QuarterlyPerformance,
    /// Theme by theme: what changed, for whom, where.
    NeedsAssessment,
    /// Every measure of one ward against the whole.
    WardProfile,
    /// Every measure of one district against the force.
    DistrictAgainstForce,
}

/// No more measures of a place than this are shown at first.
const MOST_OF_PLACE: usize = 8;

impl StoryTemplate {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 5] = [
        Self::Empty,
        Self::QuarterlyPerformance,
        Self::NeedsAssessment,
        Self::WardProfile,
        Self::DistrictAgainstForce,
    ];

    /// Its name on the screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "Empty story",
            Self::QuarterlyPerformance => "Quarterly performance report",
            Self::NeedsAssessment => "Needs assessment",
            Self::WardProfile => "Ward profile",
            Self::DistrictAgainstForce => "One district against the force",
        }
    }

    /// What it brings, in a few words.
    pub const fn detail(self) -> &'static str {
        match self {
            Self::Empty => "A title, and what you add",
            Self::QuarterlyPerformance => "Targets, recorded crime, feelings, what to decide",
            Self::NeedsAssessment => "Theme by theme: what changed, for whom, where",
            Self::WardProfile => "Every measure of one ward beside the whole",
            Self::DistrictAgainstForce => "Every measure of one district beside the force",
        }
    }

    /// The kind of place that it is about; `None` where it is about none.
    pub const fn kind_of_place(self) -> Option<AreaKind> {
        match self {
            Self::WardProfile => Some(AreaKind::Ward),
            Self::DistrictAgainstForce => Some(AreaKind::District),
            Self::Empty | Self::QuarterlyPerformance | Self::NeedsAssessment => None,
        }
    }

    /// The places that it can be about, those with the most measures first.
    pub fn places(self, catalogue: &Catalogue) -> Vec<String> {
        let Some(kind) = self.kind_of_place() else {
            return Vec::new();
        };
        let mut counts: Vec<(String, usize)> = Vec::new();
        for (_, entry) in catalogue.measures() {
            for area in entry.areas_of(kind) {
                match counts.iter_mut().find(|(name, _)| *name == area.name) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((area.name.clone(), 1)),
                }
            }
        }
        counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts.into_iter().map(|(name, _)| name).collect()
    }

    /// The story, as it asks of the catalogue; what the data say of it is noted once it is answered.
    pub fn story(self, name: &str, place: Option<&str>, catalogue: &Catalogue) -> Story {
        let mut story = Story::named(name);
        let under = match (self, place) {
            (Self::Empty, _) => String::new(),
            (_, Some(place)) => place.to_owned(),
            (_, None) => self.words().to_owned(),
        };
        story.push(section(name, &under));
        let measures = Measures { catalogue };
        match self {
            Self::Empty => {}
            Self::QuarterlyPerformance => measures.quarterly(&mut story),
            Self::NeedsAssessment => measures.needs(&mut story),
            Self::WardProfile | Self::DistrictAgainstForce => {
                measures.of_place(&mut story, self, place);
            }
        }
        story
    }
}

struct Measures<'a> {
    catalogue: &'a Catalogue,
}

impl Measures<'_> {
    fn quarterly(&self, story: &mut Story) {
        let any = self.catalogue.measures().next().map(|(key, _)| key.clone());
        let scorecard = any.map(|key| self.chart(ChartKind::Scorecard, &key));
        push_or_tell(
            story,
            scorecard.filter(|_| !self.catalogue.targets().is_empty()),
            "Targets",
            "targets",
        );
        self.lead(
            story,
            Theme::RecordedCrime,
            &[ChartKind::ChangeTable, ChartKind::Trend],
        );
        self.lead(
            story,
            Theme::FeelingsOfSafety,
            &[ChartKind::Trend, ChartKind::Change],
        );
        self.lead(story, Theme::Confidence, &[ChartKind::Trend]);
        story.push(text(
            "For the board to decide",
            "• What is off track, and who answers for it\n• What changes before the next report",
        ));
    }

    fn needs(&self, story: &mut Story) {
        story.push(text(
            "What this covers",
            "• What changed, and whether it is more than chance\n• Who is affected more than others\n• Where it differs across the area",
        ));
        for theme in Theme::ALL {
            if theme == Theme::Other || self.lead_of(theme).is_none() {
                continue;
            }
            story.push(section(theme.title(), ""));
            let mut kinds = vec![ChartKind::Trend];
            if let Some((_, entry)) = self.lead_of(theme) {
                if !entry.dimensions.is_empty() {
                    kinds.push(ChartKind::Breakdown);
                }
                if entry.areas_of(AreaKind::District).nth(1).is_some() {
                    kinds.push(ChartKind::Districts);
                }
            }
            self.lead(story, theme, &kinds);
        }
        if self.catalogue.has_reviews() {
            story.push(section("Priorities", ""));
            for drawing in [MatrixDrawing::Matrix, MatrixDrawing::Movement] {
                let mut view = View::default();
                view.matrix.drawing = drawing;
                story.push(Slide::of_chart(ChartKind::Matrix, view));
            }
        }
        story.push(text(
            "What we propose to put first",
            "• Which needs are greatest\n• What is known to work\n• What we do not know yet",
        ));
    }

    fn of_place(&self, story: &mut Story, template: StoryTemplate, place: Option<&str>) {
        let place = place.unwrap_or_default();
        let mut count = 0;
        for theme in Theme::ALL {
            for (key, entry) in self.catalogue.measures() {
                let Some(area) = entry.area_named(place) else {
                    continue;
                };
                if entry.measure.theme != theme || count == MOST_OF_PLACE {
                    continue;
                }
                count += 1;
                let mut question = Question::about(key.clone());
                question.areas = vec![area.name.clone()];
                let wider = entry.widest_area().filter(|wider| wider.name != area.name);
                let mut kind = ChartKind::Trend;
                if entry.measure.unit.is_level()
                    && let Some(wider) = wider
                {
                    question.comparator = Comparator::Area(wider.name.clone());
                }
                let mut view = View::default();
                if template == StoryTemplate::DistrictAgainstForce
                    && entry.measure.unit.is_level()
                    && entry.areas_of(AreaKind::District).nth(2).is_some()
                {
                    kind = ChartKind::Districts;
                    view.districts = DistrictsSpec {
                        own_area: Some(area.name.clone()),
                        ..DistrictsSpec::default()
                    };
                }
                if entry.has_one_period() && kind == ChartKind::Trend {
                    kind = ChartKind::Breakdown;
                }
                view.question = Some(question);
                story.push(Slide::of_chart(kind, view));
            }
        }
        if count == 0 {
            let what = if place.is_empty() {
                "this place"
            } else {
                place
            };
            push_or_tell(story, None, what, &format!("measures of {what}"));
        }
    }

    /// The measure of a theme that tells most: of most people, over most periods.
    fn lead_of(&self, theme: Theme) -> Option<(&MeasureKey, &MeasureEntry)> {
        let of_theme = self.catalogue.measures();
        of_theme
            .filter(|(_, entry)| entry.measure.theme == theme)
            .max_by_key(|(_, entry)| {
                (
                    !entry.has_one_period(),
                    entry.has_everyone,
                    entry.observation_count(),
                )
            })
    }

    /// Slides about the leading measure of a theme.
    fn lead(&self, story: &mut Story, theme: Theme, kinds: &[ChartKind]) {
        let Some((key, _)) = self.lead_of(theme) else {
            push_or_tell(story, None, theme.title(), "measures of this theme");
            return;
        };
        for kind in kinds {
            story.push(self.chart(*kind, key));
        }
    }

    fn chart(&self, kind: ChartKind, key: &MeasureKey) -> Slide {
        let view = View {
            question: Some(first_question(self.catalogue, key)),
            ..View::default()
        };
        Slide::of_chart(kind, view)
    }
}

/// Adds a slide or, where the data for it are missing, a hidden one whose notes say what is missing.
fn push_or_tell(story: &mut Story, slide: Option<Slide>, heading: &str, what: &str) {
    story.push(slide.unwrap_or_else(|| {
        let mut slide = section(heading, "");
        slide.is_hidden = true;
        slide.notes = format!(
            "Hidden: this project holds no {what} yet. Import them, and add their chart here."
        );
        slide
    }));
}

fn section(title: &str, subtitle: &str) -> Slide {
    Slide::of(SlideContent::Section {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
    })
}

fn text(heading: &str, words: &str) -> Slide {
    Slide::of(SlideContent::Text {
        heading: heading.to_owned(),
        paragraphs: Paragraph::read(words),
    })
}

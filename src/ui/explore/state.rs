//! What the explore screen holds that is not part of the project.

use super::break_draft::BreakDraft;
use super::change_table_view::ChangeTableViewState;
use super::chart_view::ChartViewState;
use super::concerns_view::ConcernsViewState;
use super::cross_tab_view::CrossTabViewState;
use super::districts_view::DistrictsViewState;
use super::event_dialog::EventDraft;
use super::group_view::GroupViewState;
use super::harm_dialog::HarmDraft;
use super::harm_view::HarmViewState;
use super::lineage_dialog::LineageDraft;
use super::marked_view::MarkedViewState;
use super::matrix_view::MatrixViewState;
use super::over_time_view::OverTimeViewState;
use super::own_group_draft::OwnGroupDraft;
use super::priority_view::PriorityViewState;
use super::scale_view::ScaleViewState;
use super::target_draft::TargetDraft;
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::targets::TargetId;
use crate::analysis::{Catalogue, MeasureKey, SeriesKey, TrendAnswer, TrendPoint, TrendSeries};
use crate::chart::ScorecardModel;
use crate::data::Period;
use crate::project::ChartKind;
use crate::words::say;

/// The state of the explore screen.
#[derive(Debug, Default)]
pub struct ExploreState {
    /// The selected point; where there is none, the latest of the line in front stands in for it.
    pub selected: Option<SelectedPoint>,
    /// The tab on show.
    pub tab: ExploreTab,
    /// The tab that the user chose last.
    chosen_tab: ExploreTab,
    /// The chart as it was drawn last.
    pub chart: ChartViewState,
    /// The selected group of the charts that show groups side by side.
    pub selected_group: Option<SeriesKey>,
    /// The chart of groups as it was drawn last.
    pub groups: GroupViewState,
    /// Groups in every period as they were drawn last, and what is selected there.
    pub over_time: OverTimeViewState,
    /// The cross-tab as it was drawn last.
    pub cross_tab: CrossTabViewState,
    /// The scale of answers as it was drawn last.
    pub scale: ScaleViewState,
    /// Areas side by side as they were drawn last.
    pub districts: DistrictsViewState,
    /// The list of concerns as it was drawn last, and its selected issue.
    pub concerns: ConcernsViewState,
    /// The rankings by number, harm and concern as they were drawn last, and the selected offence.
    pub harm: HarmViewState,
    /// The weights of harm that were read and are not yet taken in.
    pub harm_draft: Option<HarmDraft>,
    /// The change table as it was drawn last, and its selected row.
    pub change_table: ChangeTableViewState,
    /// The chart of priority cohorts, and who is selected there.
    pub priority: PriorityViewState,
    /// What is typed to find among the library's measures.
    pub filter: String,
    /// The measure of the library that Tab comes to, once the arrows have been used there.
    pub library_cursor: Option<MeasureKey>,
    /// The measure on show in the last frame.
    pub shown_measure: Option<MeasureKey>,
    /// The measure that the library was scrolled to last.
    pub revealed: Option<MeasureKey>,
    /// The scorecard as it was drawn last.
    pub scorecard: MarkedViewState<ScorecardModel>,
    /// The review of priorities as it was drawn last, and what is selected there.
    pub matrix: MatrixViewState,
    /// The selected target; where there is none, the first stands in for it.
    pub selected_target: Option<TargetId>,
    /// The target that is being set.
    pub target_draft: Option<TargetDraft>,
    /// The event that is being written.
    pub event_draft: Option<EventDraft>,
    /// The break in series that is being declared.
    pub break_draft: Option<BreakDraft>,
    /// What is being declared of the priorities of two reviews.
    pub lineage_draft: Option<LineageDraft>,
    /// The group of people that is being put together.
    pub own_group_draft: Option<OwnGroupDraft>,
}

/// The tabs over the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExploreTab {
    /// The chart over periods.
    #[default]
    Trend,
    /// The groups of one period, each against the rest.
    Breakdown,
    /// The groups then and now.
    Change,
    /// Who is to be looked at first.
    PriorityCohorts,
    /// The answers by groups of people, as a table.
    CrossTab,
    /// The whole scale of answers.
    Answers,
    /// Areas of one kind side by side.
    Districts,
    /// What people are concerned about.
    Concerns,
    /// Offences by number, by harm and by concern.
    Harm,
    /// Several measures against an earlier period.
    ChangeTable,
    /// The project's targets.
    Scorecard,
    /// A review of priorities.
    Matrix,
    /// The values behind the chart, with their cells.
    Data,
}

impl ExploreTab {
    /// The chart that it shows; the data are those behind the trend.
    pub const fn kind(self) -> ChartKind {
        match self {
            Self::Trend | Self::Data => ChartKind::Trend,
            Self::Breakdown => ChartKind::Breakdown,
            Self::Change => ChartKind::Change,
            Self::PriorityCohorts => ChartKind::PriorityCohorts,
            Self::CrossTab => ChartKind::CrossTab,
            Self::Answers => ChartKind::Answers,
            Self::Districts => ChartKind::Districts,
            Self::Concerns => ChartKind::Concerns,
            Self::Harm => ChartKind::Harm,
            Self::ChangeTable => ChartKind::ChangeTable,
            Self::Scorecard => ChartKind::Scorecard,
            Self::Matrix => ChartKind::Matrix,
        }
    }

    /// The tab that shows a chart.
    pub const fn of(kind: ChartKind) -> Self {
        match kind {
            ChartKind::Trend => Self::Trend,
            ChartKind::Breakdown => Self::Breakdown,
            ChartKind::Change => Self::Change,
            ChartKind::PriorityCohorts => Self::PriorityCohorts,
            ChartKind::CrossTab => Self::CrossTab,
            ChartKind::Answers => Self::Answers,
            ChartKind::Districts => Self::Districts,
            ChartKind::Concerns => Self::Concerns,
            ChartKind::Harm => Self::Harm,
            ChartKind::ChangeTable => Self::ChangeTable,
            ChartKind::Scorecard => Self::Scorecard,
            ChartKind::Matrix => Self::Matrix,
        }
    }

    /// Its name on the screen.
    pub fn words(self) -> &'static str {
        match self {
            Self::Trend => say::tab_trend(),
            Self::Breakdown => say::tab_breakdown(),
            Self::Change => say::tab_change(),
            Self::PriorityCohorts => say::tab_priority(),
            Self::CrossTab => say::tab_cross_tab(),
            Self::Answers => say::tab_answers(),
            Self::Districts => say::tab_districts(),
            Self::Concerns => say::tab_concerns(),
            Self::Harm => say::tab_harm(),
            Self::ChangeTable => say::tab_change_table(),
            Self::Scorecard => say::tab_scorecard(),
            Self::Matrix => say::tab_matrix(),
            Self::Data => say::tab_data(),
        }
    }
}

impl ExploreState {
    /// Shows the tab that the user wants.
    pub const fn choose_tab(&mut self, tab: ExploreTab) {
        self.tab = tab;
        self.chosen_tab = tab;
    }

    /// Shows for a measure the tab chosen last, or, where that would be about change and there is one
    /// period alone, its groups.
    ///
    /// A tab that has nothing to show for the measure gives way to the trend.
    pub fn show_tab_for(&mut self, catalogue: &Catalogue, measure: &MeasureKey) {
        let has_something = |tab: &ExploreTab| tab.has_something_to_show(catalogue, Some(measure));
        let entry = catalogue.entry(measure);
        let has_one_period = entry.is_some_and(MeasureEntry::has_one_period);
        let is_about_change = matches!(self.chosen_tab, ExploreTab::Trend | ExploreTab::Change);
        let wanted = if is_about_change && has_one_period {
            ExploreTab::Breakdown
        } else {
            self.chosen_tab
        };
        self.tab = Some(wanted)
            .filter(|tab| tab.kind().is_about_measure())
            .filter(has_something)
            .unwrap_or_default();
    }
}

/// A point of the chart, by what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectedPoint {
    /// The line.
    pub series: SeriesKey,
    /// The period.
    pub period: Period,
}

impl SelectedPoint {
    /// The line and the point in an answer, where it has them.
    pub fn find<'a>(
        &self,
        answer: &'a TrendAnswer,
    ) -> Option<(&'a TrendSeries, usize, &'a TrendPoint)> {
        let series = answer
            .series
            .iter()
            .find(|series| series.key == self.series)?;
        let index = answer
            .periods
            .iter()
            .position(|period| period.covers_same_days(&self.period))?;
        let point = series.points.get(index)?.as_ref()?;
        Some((series, index, point))
    }

    /// The latest point of a line that has a value, or else the latest with a cell.
    pub fn latest_of(answer: &TrendAnswer, series: &TrendSeries) -> Option<Self> {
        let has_value = |point: &Option<TrendPoint>| {
            let point = point.as_ref();
            point.is_some_and(|point| point.outcome.estimate().is_some())
        };
        let points = &series.points;
        let index = points
            .iter()
            .rposition(has_value)
            .or_else(|| points.iter().rposition(Option::is_some))?;
        Some(Self {
            series: series.key.clone(),
            period: *answer.periods.get(index)?,
        })
    }
}

//! The words of statistics that stand on a tab's chart, each of which says what it means.

use egui::Ui;

use super::screen::Exploring;
use super::state::ExploreTab;
use crate::data::Unit;
use crate::ui::help::words_ui;

/// What any percentage of respondents may say of itself.
const OF_SURVEYS: [&str; 6] = [
    "95% interval",
    "Base",
    "Low base",
    "Base too small",
    "Withheld",
    "Weighted",
];
/// What any number of incidents may say of itself.
const OF_COUNTS: [&str; 3] = ["Chance?", "Rate per 1,000", "Other ways to show values"];

/// Draws them in the panel of a tab; `unit` is that of what it shows, where that is one.
pub(super) fn tab_words_ui(ui: &mut Ui, tab: ExploreTab, unit: Option<Unit>) {
    words_ui(ui, &words_of(tab, unit));
}

/// The unit of the measure that is asked about.
pub(super) fn unit_asked(exploring: &Exploring<'_>) -> Option<Unit> {
    let question = exploring.project.view.question.as_ref()?;
    let entry = exploring.catalogue.entry(&question.measure)?;
    Some(entry.measure.unit)
}

/// Their names.
fn words_of(tab: ExploreTab, unit: Option<Unit>) -> Vec<&'static str> {
    let of_unit: &[&str] = match unit {
        Some(Unit::Percent) => &OF_SURVEYS,
        Some(Unit::Count | Unit::Per1000 | Unit::Per100000) => &OF_COUNTS,
        _ => &[],
    };
    let own: &[&str] = match tab {
        ExploreTab::Trend | ExploreTab::Data => &[
            "Clear change",
            "Comparator",
            "12 months to",
            "Revised",
            "Break in series",
        ],
        ExploreTab::Breakdown => &["The rest", "False discovery rate", "Cohort"],
        ExploreTab::Change => &["Clear change", "False discovery rate", "Percentage points"],
        ExploreTab::PriorityCohorts => &[
            "Priority cohort",
            "Indicative only",
            "Drawn towards the mean",
            "The rest",
            "False discovery rate",
        ],
        ExploreTab::CrossTab => &[
            "Letters",
            "Net",
            "Effective base",
            "Rao–Scott test",
            "Second cell withheld",
            "Base",
            "Low base",
            "Base too small",
            "Withheld",
            "Weighted",
        ],
        ExploreTab::Answers => &["Net", "The rest", "Weighted", "Base", "Withheld"],
        ExploreTab::Districts => &["Rank", "Peers", "Funnel limits", "More spread than chance"],
        ExploreTab::Concerns => &["Concern", "Clear change", "The rest", "Base"],
        ExploreTab::Harm => &["Harm weight", "Concern", "Rank"],
        ExploreTab::ChangeTable => &[
            "Chance?",
            "Per cent change",
            "Percentage points",
            "Printed figure",
            "False discovery rate",
            "Withheld",
        ],
        ExploreTab::Scorecard => &[
            "On track",
            "Target",
            "Milestone",
            "Baseline",
            "95% interval",
        ],
        ExploreTab::Matrix => &["Risk assessment"],
    };
    let mut words: Vec<&str> = Vec::new();
    for word in own.iter().chain(of_unit) {
        if !words.contains(word) {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::help::find_term;

    #[test]
    fn every_word_of_every_tab_is_explained() {
        for tab in ExploreTab::ALL {
            for unit in [None, Some(Unit::Percent), Some(Unit::Count)] {
                let words = words_of(tab, unit);
                assert!(!words.is_empty());
                for word in words {
                    let term = find_term(word);
                    assert!(
                        term.is_some_and(|term| term.name == word),
                        "{tab:?}: {word}"
                    );
                }
            }
        }
    }
}

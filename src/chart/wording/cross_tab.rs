//! The words of a cross-tab: its title, which makes no claim, what its figures are, and its notes.

use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::cross_tab::SurveyTable;
use crate::analysis::disclosure::CellTreatment;
use crate::analysis::survey::{Association, CrossTabPart};
use crate::analysis::survey_view::{Among, NotSurveyed};
use crate::base::number;
use crate::data::Period;
use crate::project::{CrossTabSpec, Percentages};
use crate::stats::base_policy::{LEAST_BASE, LEAST_BASE_WITHOUT_CAUTION};
use crate::words::{in_english, say};

/// The mark of figures on a low base.
pub const LOW_BASE: &str = "†";

/// More headings than these are counted.
const MOST_HEADINGS: usize = 4;

/// "Feel safe outside after dark, by sex, age group and area": names, no claim.
pub fn title(question: &str, parts: &[CrossTabPart]) -> String {
    let headings: Vec<String> = parts
        .iter()
        .map(|part| crossed_inside(&part.heading))
        .collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    if headings.is_empty() {
        question.to_owned()
    } else {
        format!("{question}, by {}", phrase::list(&headings, MOST_HEADINGS))
    }
}

/// A heading inside a sentence, each of two that are crossed without its capital: "sex × age".
pub fn crossed_inside(heading: &str) -> String {
    let sides: Vec<String> = heading.split(" × ").map(phrase::inside).collect();
    sides.join(" × ")
}

/// "Weighted column %, 12 months to Dec 2021, among women".
pub fn subtitle(table: &SurveyTable, spec: &CrossTabSpec, among: &Among) -> String {
    let weighted = if table.is_weighted {
        "Weighted"
    } else {
        "Unweighted"
    };
    let percentages = match spec.percentages {
        Percentages::Down => "column %",
        Percentages::Across => "row %",
    };
    let mut said = format!("{weighted} {percentages}, {}", time(table.period));
    if *among != Among::Everyone {
        said = format!("{said}, among {}", phrase::inside(among.words()));
    }
    said
}

/// Answers taken together as they stand inside a sentence: "very/fairly safe".
pub fn net_inside(net: &str) -> String {
    let parts: Vec<String> = net.split('/').map(phrase::inside).collect();
    parts.join("/")
}

/// When respondents were asked: "12 months to Dec 2021".
pub fn time(period: Option<Period>) -> String {
    period.map_or_else(|| String::from("all interviews"), |period| period.label())
}

/// What a chart says in place of a table that cannot be made, and what to do; in English.
pub fn why_not(why: &NotSurveyed) -> (String, &'static str) {
    in_english(|| why_not_spoken(why))
}

/// What a screen says in place of a table that cannot be made, and what to do; in the language that is spoken.
pub fn why_not_spoken(why: &NotSurveyed) -> (String, &'static str) {
    match why {
        NotSurveyed::NotFromRespondents => {
            (say::not_surveyed().to_owned(), say::instead_question())
        }
        NotSurveyed::NotInPeriod(period) => {
            (say::not_surveyed_period(period), say::instead_period())
        }
        NotSurveyed::UnknownName(why) => (say::not_surveyed_name(why), say::instead_people()),
        NotSurveyed::LeavesOutFew => (say::not_surveyed_few().to_owned(), say::instead_everyone()),
        NotSurveyed::TooMany => (say::not_surveyed_many().to_owned(), say::instead_fewer()),
        NotSurveyed::NotAScale => (say::not_surveyed_scale().to_owned(), say::instead_scale()),
        NotSurveyed::NoPeriods => (
            say::not_surveyed_no_periods().to_owned(),
            say::instead_period(),
        ),
        NotSurveyed::Nobody => (say::not_surveyed_nobody().to_owned(), say::instead_people()),
    }
}

/// What is noted under a table.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a note of its own")]
pub struct Shown {
    /// Whether letters stand in it.
    pub letters: bool,
    /// Which treatments its cells have.
    pub low_base: bool,
    /// Whether a base is too small.
    pub too_few: bool,
    /// Whether something is confidential.
    pub confidential: bool,
}

impl Shown {
    /// With another treatment.
    pub const fn add(&mut self, treatment: CellTreatment) {
        match treatment {
            CellTreatment::Shown => {}
            CellTreatment::LowBase => self.low_base = true,
            CellTreatment::TooFew => self.too_few = true,
            CellTreatment::Confidential => self.confidential = true,
        }
    }
}

/// The notes under a table.
pub fn footnote(table: &SurveyTable, spec: &CrossTabSpec, shown: Shown) -> String {
    let mut parts = Vec::new();
    if let Some(all) = table
        .figures
        .columns
        .first()
        .filter(|_| table.columns.first().is_some_and(|held| held.is_shown()))
    {
        parts.push(format!(
            "Base: {} respondents who answered.",
            number::count(all.unweighted_base)
        ));
    }
    let left_out = [
        (
            table.figures.outside_base,
            "did not know, did not say or were not asked",
        ),
        (table.figures.dropped, "have no weight"),
    ];
    for (respondents, why) in left_out {
        if respondents >= 5 {
            parts.push(format!(
                "Left out: {} who {why}.",
                number::count(respondents)
            ));
        }
    }
    if shown.letters {
        parts.push(String::from(
            "Letters: significantly higher than the column named, 95%, two-sided, on effective bases, \
             adjusted for the number of comparisons in the row; low bases are not compared.",
        ));
    }
    parts.extend(cautions(shown));
    if table.asks_for_longer {
        parts.push(String::from(ASKS_FOR_LONGER));
    }
    if spec.intervals && spec.percentages == Percentages::Down {
        parts.push(String::from("Under each figure its 95% interval."));
    }
    if spec.percentages == Percentages::Across {
        parts.push(String::from(
            "Each row adds up to 100% under each heading where its groups share nobody.",
        ));
    }
    if spec.tests {
        let tests = table.figures.parts.iter();
        parts.extend(tests.map(|part| test(part, &table.columns)));
    }
    let provenance = [&table.provenance];
    parts.extend(source_note(&provenance));
    if is_illustrative(&provenance) {
        parts.push(String::from("Illustrative figures."));
    }
    parts.join(" ")
}

/// Why groups of two groupings at once are withheld, and what to ask for.
pub const ASKS_FOR_LONGER: &str = "Two groupings at once are shown for twelve months at a time: shorter or other times \
     would tell of a few people by what they leave of these.";

/// What the marks of withheld and doubtful figures mean.
pub fn cautions(shown: Shown) -> Vec<String> {
    let mut parts = Vec::new();
    if shown.low_base {
        let (from, to) = (
            number::grouped(LEAST_BASE, 0),
            number::grouped(LEAST_BASE_WITHOUT_CAUTION - 1.0, 0),
        );
        parts.push(format!(
            "{LOW_BASE} Low base ({from} to {to}): treat with caution."
        ));
    }
    if shown.too_few {
        parts.push(String::from("[u] Base too small to show."));
    }
    if shown.confidential {
        parts.push(String::from("[c] Withheld, so that nobody can be told."));
    }
    parts
}

/// "Sex: p < 0.001, Cramér’s V 0.12 (Rao–Scott)."
fn test(part: &CrossTabPart, columns: &[CellTreatment]) -> String {
    let heading = &part.heading;
    let is_seen = columns
        .get(part.columns.clone())
        .is_some_and(|columns| columns.iter().all(|held| held.is_shown()));
    match &part.association {
        Some(association) if is_seen => association_words(heading, association),
        _ => format!("{heading}: not tested."),
    }
}

fn association_words(heading: &str, held: &Association) -> String {
    let p = if held.test.p_value < 0.001 {
        String::from("p < 0.001")
    } else {
        format!("p = {}", number::rounded(held.test.p_value, 3))
    };
    let size = held.cramers_v.map_or_else(String::new, |size| {
        format!(", Cramér’s V {}", number::rounded(size, 2))
    });
    let caution = if held.has_small_expected {
        ", few expected in some cells"
    } else {
        ""
    };
    format!("{heading}: Rao–Scott test {p}{size}{caution}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(heading: &str) -> CrossTabPart {
        CrossTabPart {
            heading: heading.to_owned(),
            columns: 0..0,
            is_apart: true,
            association: None,
        }
    }

    #[test]
    fn titles_are_names() {
        let name = "Feel safe outside after dark";
        assert_eq!(title(name, &[]), name);
        assert_eq!(
            title(name, &[part("Sex"), part("Age group"), part("Area")]),
            "Feel safe outside after dark, by sex, age group and area"
        );
        assert_eq!(title("Trust", &[part("LGBT")]), "Trust, by LGBT");
        let many = ["Sex", "Age", "Area", "Tenure", "Work", "Faith"].map(part);
        assert_eq!(
            title("Trust", &many),
            "Trust, by sex, age, area, tenure and 2 more"
        );
        assert_eq!(
            title("Trust", &[part("Sex × Age"), part("Own groups")]),
            "Trust, by sex × age and own groups"
        );
    }

    #[test]
    fn only_marks_that_stand_in_the_table_are_explained() {
        assert!(cautions(Shown::default()).is_empty());
        let mut shown = Shown::default();
        shown.add(CellTreatment::LowBase);
        shown.add(CellTreatment::Confidential);
        assert_eq!(
            cautions(shown),
            [
                "† Low base (30 to 99): treat with caution.",
                "[c] Withheld, so that nobody can be told."
            ]
        );
    }

    #[test]
    fn a_screen_says_in_english_what_is_said_elsewhere() {
        for why in [
            NotSurveyed::NotFromRespondents,
            NotSurveyed::NotInPeriod(String::from("2021")),
            NotSurveyed::UnknownName(String::from("no “Sex”")),
            NotSurveyed::LeavesOutFew,
            NotSurveyed::TooMany,
            NotSurveyed::NotAScale,
            NotSurveyed::NoPeriods,
            NotSurveyed::Nobody,
        ] {
            assert_eq!(why_not_spoken(&why).0, why.to_string());
        }
    }
}

//! The targets of the example project: those of the partnership's plan as published, read as its board reads
//! them, and those of a Commissioner's plan, of which one is invented and says so.

use anyhow::{Context as _, Result};
use bellwether::analysis::dictionary::{Term, TermEdit};
use bellwether::analysis::targets::{
    BaselineSpec, Comparison, Rule, TargetAim, TargetSpec, offered,
};
use bellwether::analysis::{Catalogue, MeasureKey};
use bellwether::data::{Measure, Period, Unit};
use bellwether::project::{Edit, Project, TargetEdit};
use jiff::civil::date;

const WORKBOOK: &str = "partnership_targets.xlsx";
const COMMISSIONER: &str = "Police and Crime Plan";
const FORCE: &str = "Nottinghamshire";

/// Measure as published, what the example calls it, who answers for it, and what is wanted where the words
/// of the plan leave it open.
const PARTNERSHIP: [(&str, &str, &str, Option<TargetAim>); 5] = [
    (
        "Victim based crime volume",
        "Victim-based crime",
        "Police",
        None,
    ),
    (
        "% of victims that are repeats",
        "Hate crime repeat victims",
        "Police",
        Some(TargetAim::ByPercent(-10.0)),
    ),
    (
        "Volume of police recorded incidents",
        "ASB incidents",
        "Police",
        None,
    ),
    (
        "Experience of ASB (Respect for Nottingham Survey)",
        "Experience of ASB in the city",
        "City Council",
        Some(TargetAim::Lower),
    ),
    (
        "% of successful completions",
        "Treatment completions",
        "Public Health",
        Some(TargetAim::Reach(Rule {
            comparison: Comparison::AtLeast,
            value: 21.9,
        })),
    ),
];

/// The project with its targets, and with short names for the measures of the partnership.
pub fn with_targets(project: Project) -> Result<Project> {
    let catalogue = project.catalogue();
    let mut project = project;
    for target in commissioners_targets()? {
        project = project.apply(Edit::Targets(TargetEdit::Add(Box::new(target))))?;
    }
    let taken = partnership_targets(&catalogue)?;
    let take_over = TargetEdit::TakeOver(taken, String::from(WORKBOOK));
    project = project.apply(Edit::Targets(take_over))?;
    for (published, name, ..) in PARTNERSHIP {
        let (key, _) = *catalogue
            .find_measures(published)
            .first()
            .with_context(|| format!("{WORKBOOK} holds no “{published}”"))?;
        let rename = TermEdit::Rename(Some(String::from(name)));
        project = project.apply(Edit::Define(Term::Measure(key.clone()), rename))?;
    }
    Ok(project)
}

/// Confidence, safety, satisfaction and first-time entrants; the mark for safety is invented.
fn commissioners_targets() -> Result<Vec<TargetSpec>> {
    let year_to = |year, month| Period::year_ending(year, month).context("no such month");
    let target = |name: &str, unit: Unit, owner: &str, rule: (Comparison, f64)| {
        let measure = Measure::named(name, unit);
        TargetSpec {
            area: String::from(FORCE),
            aim: TargetAim::Reach(Rule {
                comparison: rule.0,
                value: rule.1,
            }),
            plan: String::from(COMMISSIONER),
            owner: String::from(owner),
            ..TargetSpec::about(MeasureKey::of(&measure), measure.name)
        }
    };
    let baseline = |period: Period, value: Option<f64>| {
        Some(BaselineSpec {
            period: Some(period),
            value,
        })
    };
    Ok(vec![
        TargetSpec {
            baseline: baseline(year_to(2020, 3)?, Some(55.4)),
            words: String::from("Above the baseline by 2 percentage points, as published"),
            ..target(
                "Confidence in police",
                Unit::Percent,
                "PCC",
                (Comparison::AtLeast, 57.4),
            )
        },
        TargetSpec {
            baseline: baseline(year_to(2020, 12)?, None),
            due: Some(year_to(2024, 3)?),
            words: String::from("An illustrative target: back to the level of 2020"),
            ..target(
                "Feel safe outside after dark",
                Unit::Percent,
                "PCC",
                (Comparison::AtLeast, 63.0),
            )
        },
        TargetSpec {
            baseline: baseline(year_to(2021, 3)?, None),
            words: String::from("More than 53.9%, as published"),
            ..target(
                "Satisfied victims",
                Unit::Percent,
                "PCC",
                (Comparison::MoreThan, 53.9),
            )
        },
        TargetSpec {
            baseline: baseline(
                Period::financial_year(2019).context("no such year")?,
                Some(263.0),
            ),
            next_data: Some(date(2024, 1, 12)),
            words: String::from("Fewer than 256, as published"),
            ..target(
                "First-time entrants",
                Unit::Count,
                "Youth Justice",
                (Comparison::LessThan, 256.0),
            )
        },
    ])
}

/// What the partnership's workbook offers, with owners, and with what its words leave open settled.
fn partnership_targets(catalogue: &Catalogue) -> Result<Vec<TargetSpec>> {
    let mut offered = offered(catalogue).into_iter();
    let offered = offered
        .find(|offered| offered.source.file_name == WORKBOOK)
        .with_context(|| format!("{WORKBOOK} offers no targets"))?;
    let mut targets = offered.targets;
    for target in &mut targets {
        let (.., owner, aim) = PARTNERSHIP
            .iter()
            .find(|(published, ..)| *published == target.measure_name)
            .with_context(|| format!("“{}” is not known", target.measure_name))?;
        target.owner = String::from(*owner);
        target.aim = aim.unwrap_or(target.aim);
    }
    Ok(targets)
}

//! What the chart shows as a table, for copying: values that may be seen, and nothing else.

use super::terms::class_words;
use crate::analysis::priority::{PriorityAnswer, PriorityCohort};
use crate::analysis::{Direction, Estimate};
use crate::base::number::rounded;
use crate::data::Period;

/// One row a cohort, with tabs between its cells and a row of headings first.
pub fn table(answer: &PriorityAnswer, cohorts: &[&PriorityCohort]) -> String {
    let label = |period: Option<Period>| period.map(|period| period.label()).unwrap_or_default();
    let (now, then) = (label(answer.now), label(answer.then));
    let headings = [
        String::from("Cohort"),
        format!("% in {now}"),
        String::from("95% lower"),
        String::from("95% upper"),
        format!("Base in {now}"),
        format!("% in {then}"),
        format!("Base in {then}"),
        String::from("Change (pp)"),
        String::from("Change clear"),
        String::from("Level against the rest (pp)"),
        String::from("Level clear"),
        String::from("Change against the rest (pp)"),
        String::from("Change against the rest clear"),
        String::from("Evidence"),
    ];
    let mut text = headings.join("\t");
    for cohort in cohorts {
        if let Some(cells) = cells(answer, cohort) {
            text = format!("{text}\n{}", cells.join("\t"));
        }
    }
    text
}

fn cells(answer: &PriorityAnswer, cohort: &PriorityCohort) -> Option<[String; 14]> {
    let (now, then) = (cohort.level()?, cohort.earlier_level()?);
    let one = |value: Option<f64>| value.map(|value| rounded(value, 1)).unwrap_or_default();
    let base = |estimate: &Estimate| {
        let base = estimate.unweighted_base;
        base.map(|base| rounded(base, 0)).unwrap_or_default()
    };
    let evidence = cohort.evidence.as_ref();
    let level = evidence.and_then(|evidence| evidence.level.as_ref());
    let relative = evidence.and_then(|evidence| evidence.relative.as_ref());
    let interval = now.interval;
    let words = evidence.and_then(|evidence| class_words(evidence, answer.measure.polarity));
    Some([
        cohort.label.replace('\t', " "),
        one(Some(now.value)),
        one(interval.map(|held| held.lower)),
        one(interval.map(|held| held.upper)),
        base(now),
        one(Some(then.value)),
        base(then),
        one(cohort.difference()),
        clear(evidence.map(|evidence| evidence.change.direction)),
        one(level.map(|level| level.difference)),
        clear(level.map(|level| level.direction)),
        one(relative.map(|relative| relative.difference)),
        clear(relative.map(|relative| relative.direction)),
        words.unwrap_or_default(),
    ])
}

fn clear(direction: Option<Direction>) -> String {
    String::from(match direction {
        Some(Direction::Up | Direction::Down) => "yes",
        Some(Direction::NoClearChange) => "no",
        Some(Direction::NotTested) | None => "not tested",
    })
}

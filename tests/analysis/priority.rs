//! Who is to be looked at first: the classes of evidence, what is tested, and in which order.

use bellwether::analysis::priority::{EvidenceClass, PriorityAnswer, PriorityCohort, Testing};
use bellwether::analysis::{CohortScope, Direction};

use crate::priority_answers::{OF_EACH, asked, safety};

fn cohort<'a>(answer: &'a PriorityAnswer, label: &str) -> &'a PriorityCohort {
    let mut cohorts = answer.cohorts.iter();
    cohorts.find(|cohort| cohort.label == label).unwrap()
}

fn class(answer: &PriorityAnswer, label: &str) -> Option<EvidenceClass> {
    cohort(answer, label).evidence.as_ref()?.class
}

#[test]
fn each_class_follows_from_its_tests() {
    let answer = safety(&OF_EACH);
    for (label, expected) in [
        ("16-24", Some(EvidenceClass::Confirmed)),
        ("25-44", Some(EvidenceClass::Low)),
        ("45-64", Some(EvidenceClass::Falling)),
        ("65+", Some(EvidenceClass::Watch)),
        ("Male", None),
    ] {
        assert_eq!(class(&answer, label), expected, "{label}");
    }
    let youngest = cohort(&answer, "16-24").evidence.as_ref().unwrap();
    assert!(youngest.is_faster, "15 points against some one of the rest");
    let oldest = cohort(&answer, "65+").evidence.as_ref().unwrap();
    assert!(!oldest.is_faster);
}

#[test]
fn the_rest_is_everybody_without_the_group() {
    let answer = safety(&OF_EACH);
    let level = cohort(&answer, "16-24").evidence.as_ref().unwrap();
    let rest = &level.level.as_ref().unwrap().from;
    let expected = (5000.0 * 57.0 - 900.0 * 40.0) / 4100.0;
    assert!((rest.value - expected).abs() < 1e-9);
    assert_eq!(rest.effective_base, Some(4100.0));
    let relative = level.relative.unwrap();
    let rest_then = (5000.0 * 60.0 - 900.0 * 55.0) / 4100.0;
    assert!((relative.difference - (-15.0 - (expected - rest_then))).abs() < 1e-9);
    assert!(answer.is_rest_approximate);
}

#[test]
fn low_bases_are_listed_and_not_tested_and_withheld_ones_are_not_drawn() {
    let answer = safety(&OF_EACH);
    let disabled = cohort(&answer, "Disabled");
    assert_eq!(disabled.testing, Testing::LowBase);
    assert!(disabled.evidence.is_none() && disabled.rank.is_none());
    assert!(disabled.plotted.is_some());
    let carers = cohort(&answer, "Carer");
    assert_eq!(carers.testing, Testing::NoValue);
    assert!(carers.plotted.is_none() && carers.level().is_none());
    assert_eq!(answer.comparisons, 6, "two sexes and four ages");
    assert!(
        answer
            .cohorts
            .iter()
            .all(|cohort| cohort.label != "Disabled: no"),
        "who said no is the rest of those who said yes"
    );
}

#[test]
fn ranks_go_by_class_first() {
    let answer = safety(&OF_EACH);
    let ranked: Vec<&str> = answer
        .cohorts
        .iter()
        .filter(|cohort| cohort.rank.is_some())
        .map(|cohort| cohort.label.as_str())
        .collect();
    let classes: Vec<_> = ranked.iter().map(|label| class(&answer, label)).collect();
    assert!(classes.is_sorted(), "{ranked:?}");
    assert_eq!(ranked[0], "16-24");
    let ranks: Vec<usize> = answer.cohorts.iter().filter_map(|held| held.rank).collect();
    assert_eq!(ranks, (1..=ranks.len()).collect::<Vec<_>>());
}

#[test]
fn of_what_is_better_low_the_high_and_rising_are_looked_at() {
    let groups = [
        ("", "", 30.0, 32.0, 5000.0),
        ("Age", "16-24", 35.0, 52.0, 900.0),
        ("Age", "65+", 22.0, 12.0, 900.0),
    ];
    let answer = asked("Experience of ASB", &groups, CohortScope::default());
    assert_eq!(class(&answer, "16-24"), Some(EvidenceClass::Confirmed));
    assert_eq!(class(&answer, "65+"), None, "low and falling is good");
}

#[test]
fn more_comparisons_ask_for_more_evidence() {
    let one = [
        ("", "", 60.0, 60.0, 9000.0),
        ("Age", "16-24", 60.0, 53.0, 430.0),
    ];
    let alone = safety(&one);
    let change = |answer: &PriorityAnswer| {
        let evidence = cohort(answer, "16-24").evidence.clone().unwrap();
        (evidence.change.direction, evidence.change.p_value.unwrap())
    };
    assert_eq!(change(&alone).0, Direction::Down);
    let mut many = one.to_vec();
    for age in ["17", "18", "19", "20", "21", "22", "23", "24", "25"] {
        many.push(("Year of age", age, 60.0, 60.0, 430.0));
    }
    let among_many = safety(&many);
    assert_eq!(among_many.comparisons, 10);
    assert_eq!(change(&among_many).0, Direction::NoClearChange);
    assert_eq!(
        change(&among_many).1,
        change(&alone).1,
        "the test itself is the same"
    );
}

#[test]
fn pairs_are_counted_and_looked_at_only_where_asked_for() {
    let groups = [
        ("", "", 60.0, 57.0, 5000.0),
        ("Sex", "Female", 55.0, 52.0, 2500.0),
        ("Age", "16-24", 55.0, 50.0, 900.0),
        ("Age&Sex", "16-24&Female", 50.0, 30.0, 450.0),
    ];
    let asked = |singles, pairs| {
        let scope = CohortScope { singles, pairs };
        asked("Feel safe outside after dark", &groups, scope)
    };
    let singles = asked(true, false);
    assert_eq!((singles.singles, singles.pairs), (2, 1));
    assert_eq!(singles.cohorts.len(), 2);
    let pairs = asked(false, true);
    let labels: Vec<&str> = pairs
        .cohorts
        .iter()
        .map(|held| held.label.as_str())
        .collect();
    assert_eq!(labels, ["16-24, Female"]);
    assert_eq!(pairs.comparisons, 1);
}

#[test]
fn levels_of_many_small_groups_are_drawn_towards_their_mean_and_tested_as_they_are() {
    let mut groups = vec![("", "", 60.0, 57.0, 5000.0)];
    for (age, now) in [
        ("16-24", 45.0),
        ("25-34", 55.0),
        ("35-44", 57.0),
        ("45-54", 60.0),
        ("55+", 63.0),
    ] {
        groups.push(("Age", age, 58.0, now, 120.0));
    }
    let answer = safety(&groups);
    let youngest = cohort(&answer, "16-24");
    let at = youngest.plotted.unwrap();
    assert!(
        at.is_shrunken && at.level > 45.0 && at.level < 56.0,
        "{at:?}"
    );
    assert_eq!(at.change, 45.0 - 58.0, "changes stand as they are");
    let level = youngest.evidence.as_ref().unwrap().level.as_ref().unwrap();
    assert_eq!(level.to.value, 45.0);
    let four = safety(&groups[..5]);
    assert!(!cohort(&four, "16-24").plotted.unwrap().is_shrunken);
}

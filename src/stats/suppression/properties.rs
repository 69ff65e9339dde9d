//! What holds for every table: the small counts are withheld, nobody can work them out, and not much else
//! is withheld with them.

use proptest::prelude::*;

use super::*;

/// Counts of which about a third are small.
fn any_count() -> impl Strategy<Value = u64> {
    prop_oneof![2 => 0_u64..6, 4 => 5_u64..90, 1 => 90_u64..4000]
}

fn any_table(most: usize) -> impl Strategy<Value = CountTable> {
    let size = (1..=most, 1..=most);
    let rows = size.prop_flat_map(|(rows, columns)| {
        let row = prop::collection::vec(any_count(), columns);
        prop::collection::vec(row, rows)
    });
    rows.prop_map(|rows| CountTable::new(&rows).expect("the rows are of one length"))
}

fn any_rule() -> impl Strategy<Value = PrimaryRule> {
    let rule = |(threshold, withholds_zero)| PrimaryRule {
        threshold,
        withholds_zero,
    };
    (prop_oneof![Just(5), Just(10)], any::<bool>()).prop_map(rule)
}

fn small_cells(table: &CountTable, rule: PrimaryRule) -> Vec<Place> {
    let is_small = |place: &Place| rule.is_small(table.count(*place).expect("it is a place"));
    table.places().filter(is_small).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn small_counts_are_withheld_and_protected(table in any_table(8), rule in any_rule()) {
        let suppression = suppress(&table, rule, &[]);
        prop_assert_eq!(&suppression.primary, &small_cells(&table, rule));
        let all: Vec<Place> = suppression.all().collect();
        prop_assert!(passes_audit(&table, rule, &all), "{all:?}");
        for interval in attacker_intervals(&table, &all) {
            let is_small = rule.is_small(interval.count);
            if is_small {
                prop_assert!(interval.upper.is_none_or(|upper| upper >= rule.threshold));
                prop_assert!(interval.count == 0 || interval.lower < interval.count);
            }
            prop_assert_ne!(Some(interval.lower), interval.upper);
        }
        prop_assert!(determined_by_algebra(&table, &all).is_empty());
        // Every small count is on a cycle; no way around it is longer than the table.
        let bound = 4 * suppression.primary.len() + 4;
        prop_assert!(suppression.secondary.len() <= bound, "{suppression:?}");
    }

    #[test]
    fn nothing_is_withheld_that_could_be_printed(table in any_table(6), rule in any_rule()) {
        let suppression = suppress(&table, rule, &[]);
        let all: Vec<Place> = suppression.all().collect();
        for secondary in &suppression.secondary {
            let others: Vec<Place> = all.iter().copied().filter(|it| it != secondary).collect();
            prop_assert!(!passes_audit(&table, rule, &others), "{secondary:?} of {all:?}");
        }
    }

    #[test]
    fn what_was_withheld_before_stays_so(table in any_table(6), pick in any::<prop::sample::Index>()) {
        let places: Vec<Place> = table.places().collect();
        let before = *pick.get(&places);
        let suppression = suppress(&table, PrimaryRule::UNDER_5, &[before]);
        let all: Vec<Place> = suppression.all().collect();
        prop_assert!(all.contains(&before));
        prop_assert!(passes_audit(&table, PrimaryRule::UNDER_5, &all));
    }

    #[test]
    fn the_truth_lies_within_what_a_reader_can_say(
        table in any_table(6),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..20),
    ) {
        let places: Vec<Place> = table.places().collect();
        let withheld: Vec<Place> = picks.iter().map(|pick| *pick.get(&places)).collect();
        let intervals = attacker_intervals(&table, &withheld);
        prop_assert_eq!(intervals.len(), withheld.len());
        let determined = determined_by_algebra(&table, &withheld);
        for interval in intervals {
            prop_assert!(interval.lower <= interval.count);
            prop_assert!(interval.upper.is_none_or(|upper| upper >= interval.count));
            if determined.contains(&interval.place) {
                prop_assert_eq!(Some(interval.lower), interval.upper);
            }
        }
    }

    /// Against every choice of cells, in tables so small that all can be tried.
    #[test]
    fn at_most_three_more_are_withheld_than_have_to_be(
        rows in prop::collection::vec(prop::collection::vec(1_u64..40, 4), 3),
    ) {
        let table = CountTable::new(&rows).expect("the rows are of one length");
        let rule = PrimaryRule::UNDER_5;
        let suppression = suppress(&table, rule, &[]);
        let fewest = fewest_secondary_cells(&table, rule);
        prop_assert_eq!(fewest.is_none(), suppression.withholds_totals());
        if let Some(fewest) = fewest {
            prop_assert!(suppression.secondary.len() <= fewest + 3, "{fewest}: {suppression:?}");
        }
    }
}

/// The smallest number of cells that protect the small counts along with them.
fn fewest_secondary_cells(table: &CountTable, rule: PrimaryRule) -> Option<usize> {
    let primary = small_cells(table, rule);
    let others = table.places().filter(|place| !place.is_total());
    let others: Vec<Place> = others.filter(|place| !primary.contains(place)).collect();
    let choice = |bits: u32| {
        let chosen = (0..others.len()).filter(move |index| bits & (1 << index) != 0);
        chosen.map(|index| others[index])
    };
    let passes = |bits: &u32| {
        let withheld: Vec<Place> = primary.iter().copied().chain(choice(*bits)).collect();
        passes_audit(table, rule, &withheld)
    };
    let sizes = (0..1_u32 << others.len())
        .filter(passes)
        .map(u32::count_ones);
    sizes.min().map(|size| size as usize)
}

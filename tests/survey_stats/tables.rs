//! Tables of two questions.

use bellwether::stats::contingency::{fisher_exact, pearson};
use bellwether::stats::crosstab::{Crosstab, ShareOf};
use bellwether::stats::rao_scott::{self, StratumTable};
use bellwether::stats::taylor::{Design, LonelyPsu};
use bellwether::stats::weighted::WeightSums;
use proptest::prelude::*;

use crate::respondents::close;

/// Respondents of a table: weight, row, column and stratum.
type Answers = Vec<(f64, usize, usize, usize)>;

fn answers() -> impl Strategy<Value = Answers> {
    proptest::collection::vec((0.1..5.0, 0_usize..4, 0_usize..3, 0_usize..2), 1..80)
}

fn table(of: &Answers) -> Crosstab {
    let cells = of
        .iter()
        .map(|(weight, row, column, _)| (*weight, *row, *column));
    Crosstab::of_rows(4, 3, cells).unwrap()
}

proptest! {
    #[test]
    fn shares_add_up_to_one(of in answers()) {
        let table = table(&of);
        let sum = |of: ShareOf, cells: &[(usize, usize)]| -> Option<f64> {
            cells.iter().map(|(row, column)| table.share(of, *row, *column)).sum()
        };
        let all: Vec<_> = (0..4).flat_map(|row| (0..3).map(move |column| (row, column))).collect();
        prop_assert!(close(sum(ShareOf::Total, &all).unwrap(), 1.0));
        for row in 0..4 {
            let cells: Vec<_> = (0..3).map(|column| (row, column)).collect();
            prop_assert!(sum(ShareOf::Row, &cells).is_none_or(|sum| close(sum, 1.0)));
        }
        for column in 0..3 {
            let cells: Vec<_> = (0..4).map(|row| (row, column)).collect();
            prop_assert!(sum(ShareOf::Column, &cells).is_none_or(|sum| close(sum, 1.0)));
        }
        if let Some(v) = table.cramers_v() {
            prop_assert!((0.0..=1.0 + 1e-9).contains(&v));
        }
    }

    #[test]
    fn the_strata_of_a_table_give_what_its_respondents_give(of in answers(), absent in 0_usize..5) {
        let mut strata = Vec::new();
        let (mut stratum_of_psu, mut psus) = (Vec::new(), Vec::new());
        for stratum in 0..2 {
            let rows: Answers = of.iter().filter(|row| row.3 == stratum).copied().collect();
            strata.push(StratumTable {
                table: table(&rows),
                respondents_of_wave: rows.len() + absent,
            });
            for row in &rows {
                stratum_of_psu.push(stratum);
                psus.push(table(&vec![*row]));
            }
            for _ in 0..absent {
                stratum_of_psu.push(stratum);
                psus.push(table(&Answers::new()));
            }
        }
        let one = rao_scott::by_strata(&strata, LonelyPsu::Adjust);
        let other = rao_scott::by_design(&Design::stratified(&stratum_of_psu), &psus);
        match (one, other) {
            (Some(one), Some(other)) => {
                prop_assert!((one.f - other.f).abs() < 1e-7 * (1.0 + other.f), "{one:?} {other:?}");
                prop_assert!((one.p_value - other.p_value).abs() < 1e-7);
                prop_assert!((0.0..=1.0).contains(&one.p_value));
                prop_assert!((0.0..=1.0).contains(&one.first_order.p_value));
                let most = 6.0 + 1e-6;
                prop_assert!(one.first_degrees > 0.0 && one.first_degrees < most);
            }
            (one, other) => prop_assert!(one.is_none() && other.is_none(), "{one:?} {other:?}"),
        }
    }

    #[test]
    fn the_scale_of_the_weights_changes_no_test(of in answers(), factor in 0.01..100.0) {
        let scaled = of.iter().map(|row| (row.0 * factor, row.1, row.2, row.3)).collect();
        let one = rao_scott::weights_only(&table(&of), of.len());
        let other = rao_scott::weights_only(&table(&scaled), of.len());
        match (one, other) {
            (Some(one), Some(other)) => {
                prop_assert!((one.f - other.f).abs() < 1e-6 * (1.0 + one.f));
                prop_assert!((one.p_value - other.p_value).abs() < 1e-6);
            }
            (one, other) => prop_assert!(one.is_none() && other.is_none()),
        }
    }

    #[test]
    fn fishers_test_does_not_mind_how_the_table_lies(cells in proptest::array::uniform4(0_u64..60)) {
        let [a, b, c, d] = cells;
        let Some(p) = fisher_exact([[a, b], [c, d]]) else {
            prop_assert_eq!(a + b + c + d, 0);
            return Ok(());
        };
        prop_assert!(p > 0.0 && p <= 1.0);
        for turned in [[[a, c], [b, d]], [[c, d], [a, b]], [[d, c], [b, a]]] {
            let other = fisher_exact(turned).unwrap();
            prop_assert!((p - other).abs() < 1e-9, "{p} {other}");
        }
    }

    #[test]
    fn a_table_of_equal_weights_has_the_statistic_of_its_counts(
        cells in proptest::array::uniform4(1_u32..80),
    ) {
        let counts: Vec<f64> = cells.iter().map(|cell| f64::from(*cell)).collect();
        let rows = [vec![counts[0], counts[1]], vec![counts[2], counts[3]]];
        let expected = pearson(&rows).unwrap();
        let total: f64 = counts.iter().sum();
        let shares: Vec<Vec<f64>> = rows
            .iter()
            .map(|row| row.iter().map(|count| count / total).collect())
            .collect();
        let approximate = rao_scott::on_effective_base(&shares, total).unwrap();
        prop_assert!((approximate.chi_squared - expected.chi_squared).abs() < 1e-8);
        prop_assert!((approximate.p_value - expected.p_value).abs() < 1e-8);
        // Half of the base, half of the statistic.
        let half = rao_scott::on_effective_base(&shares, total / 2.0).unwrap();
        prop_assert!((2.0 * half.chi_squared - expected.chi_squared).abs() < 1e-8);
    }
}

#[test]
fn a_level_without_respondents_is_left_out_of_the_test() {
    let cells = [(0, 0, 20), (0, 2, 30), (2, 0, 25), (2, 2, 15)];
    let respondents = |rows: [usize; 2]| {
        cells.iter().flat_map(move |&(row, column, people)| {
            let row = rows[usize::from(row == 2)];
            std::iter::repeat_n((1.0, row, column), people)
        })
    };
    let sparse = Crosstab::of_rows(4, 3, respondents([0, 2])).unwrap();
    assert_eq!(sparse.levels().rows, [0, 2]);
    assert_eq!(sparse.levels().columns, [0, 2]);
    let dense = sparse.without_empty_levels();
    assert_eq!((dense.row_levels(), dense.column_levels()), (2, 2));
    let (one, other) = (
        rao_scott::weights_only(&sparse, 90).unwrap(),
        rao_scott::weights_only(&dense, 90).unwrap(),
    );
    assert_eq!(one, other);
    assert_eq!(one.first_order.degrees_of_freedom, 1);
    assert_eq!(sparse.unweighted_pearson(), dense.unweighted_pearson());
}

#[test]
fn what_is_no_table_has_no_test() {
    let one_row = Crosstab::of_rows(1, 3, [(1.0, 0, 0), (1.0, 0, 1)]).unwrap();
    assert_eq!(rao_scott::weights_only(&one_row, 2), None);
    assert_eq!(one_row.cramers_v(), None);
    let empty = Crosstab::new(2, 2, vec![WeightSums::default(); 4]).unwrap();
    assert_eq!(rao_scott::weights_only(&empty, 0), None);
    assert_eq!(Crosstab::new(2, 2, vec![WeightSums::default(); 3]), None);
    assert_eq!(rao_scott::on_effective_base(&[vec![0.5, 0.5]], 100.0), None);
    assert_eq!(pearson(&[vec![1.0, 2.0], vec![0.0, 0.0]]), None);
    assert_eq!(pearson(&[vec![1.0, 2.0], vec![3.0]]), None);
    // More respondents in the table than in the wave.
    let cells = [(1.0, 0, 0), (1.0, 0, 1), (1.0, 1, 0), (1.0, 1, 1)];
    let table = Crosstab::of_rows(2, 2, cells).unwrap();
    assert_eq!(rao_scott::weights_only(&table, 3), None);
}

#[test]
fn small_expected_counts_are_told() {
    let small = pearson(&[vec![3.0, 1.0], vec![2.0, 9.0]]).unwrap();
    assert!(small.has_small_expected());
    assert!((small.share_of_small_expected - 0.75).abs() < 1e-12);
    let large = pearson(&[vec![52.0, 48.0], vec![30.0, 70.0]]).unwrap();
    assert!(!large.has_small_expected());
}

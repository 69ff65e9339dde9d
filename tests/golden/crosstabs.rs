//! Weighted tables of two questions, and tables of counts.

use std::collections::{BTreeMap, BTreeSet};

use bellwether::stats::contingency::{fisher_exact, pearson};
use bellwether::stats::crosstab::{Crosstab, ShareOf};
use bellwether::stats::distributions::chi_squared_upper_tail;
use bellwether::stats::rao_scott::{self, RaoScott, StratumTable};
use bellwether::stats::taylor::{Design, LonelyPsu};
use serde_json::Value;

use crate::cases::{self, Case, Check};
use crate::microdata::Microdata;

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[("crosstab", crosstab), ("pearson_inline", counts)];

#[test]
fn crosstabs_are_as_published() {
    cases::run(KINDS);
}

/// Respondents of a wave by their group (a stratum, a PSU): weight, row and column, and how many they are
/// with those outside the table.
type Groups = BTreeMap<(usize, usize), (Vec<(f64, usize, usize)>, usize)>;

fn crosstab(case: &Case<'_>) -> Result<(), String> {
    let data = Microdata::wave_of(case, "/wave")?;
    same_levels(case, &data)?;
    let rows = levels(case, &data, "row")?;
    let columns = levels(case, &data, "col")?;
    let size = (
        case.list("/expected/row_levels")?.len(),
        case.list("/expected/col_levels")?.len(),
    );
    let design = case.text("/design")?;
    let everybody = vec![0; rows.len()];
    let strata = match design {
        "strata_weights" | "strata_psu_weights" => data.labels("district")?,
        _ => everybody.clone(),
    };
    let clustered = matches!(design, "psu_weights" | "strata_psu_weights");
    let psus = if clustered {
        data.labels("psu")?
    } else {
        everybody
    };

    let mut groups = Groups::new();
    let mut respondents = Vec::new();
    for (place, weight) in data.weights.iter().enumerate() {
        if *weight <= 0.0 {
            continue;
        }
        let group = groups.entry((strata[place], psus[place])).or_default();
        group.1 += 1;
        if let (Some(row), Some(column)) = (rows[place], columns[place]) {
            group.0.push((*weight, row, column));
            respondents.push((*weight, row, column));
        }
    }
    let table_of = |of: &[(f64, usize, usize)]| {
        let table = Crosstab::of_rows(size.0, size.1, of.iter().copied());
        table.ok_or("no table")
    };
    let table = table_of(&respondents)?;
    percentages(case, &table)?;

    let mut tables = Vec::new();
    for (respondents, of_wave) in groups.values() {
        tables.push(StratumTable {
            table: table_of(respondents)?,
            respondents_of_wave: *of_wave,
        });
    }
    let test = if clustered {
        let strata: Vec<usize> = groups.keys().map(|(stratum, _)| *stratum).collect();
        let tables: Vec<Crosstab> = tables.into_iter().map(|of| of.table).collect();
        rao_scott::by_design(&Design::stratified(&strata), &tables)
    } else {
        rao_scott::by_strata(&tables, LonelyPsu::Adjust)
    };
    corrected(case, &test.ok_or("no test")?)?;

    // Every respondent as a PSU gives the same as the sums of the strata.
    if !clustered {
        let mut psus = Vec::new();
        let mut stratum_of_psu = Vec::new();
        for (place, weight) in data.weights.iter().enumerate() {
            if *weight <= 0.0 {
                continue;
            }
            let answers = rows[place].zip(columns[place]);
            let respondent = answers.map(|(row, column)| (*weight, row, column));
            psus.push(table_of(respondent.as_slice())?);
            stratum_of_psu.push(strata[place]);
        }
        let test = rao_scott::by_design(&Design::stratified(&stratum_of_psu), &psus);
        corrected(case, &test.ok_or("no test by respondents")?)?;
    }

    let pearson = table.unweighted_pearson().ok_or("no unweighted test")?;
    case.close("/expected/unweighted_pearson", Some(pearson.chi_squared))?;
    case.same("/expected/unweighted_df", pearson.degrees_of_freedom)?;
    case.close("/expected/unweighted_p", Some(pearson.p_value))?;
    case.close("/expected/cramers_v_unweighted", Some(pearson.cramers_v))?;
    let least = Some(pearson.least_expected);
    case.close("/expected/min_expected_unweighted", least)?;
    case.close("/expected/cramers_v_weighted", table.cramers_v())?;
    // Wald's test is not one of those specified.
    case.all_compared_but(&["adj_wald_F", "adj_wald_p"])
}

fn percentages(case: &Case<'_>, table: &Crosstab) -> Result<(), String> {
    let counts = table.unweighted_counts();
    case.same("/expected/unweighted_counts", counts)?;
    for row in 0..table.row_levels() {
        for column in 0..table.column_levels() {
            let at = |field: &str| format!("/expected/{field}/{row}/{column}");
            let weight = table.cell(row, column).map(|cell| cell.weight);
            case.close(&at("weighted_counts"), weight)?;
            let shares = [
                ("col_pct", ShareOf::Column),
                ("row_pct", ShareOf::Row),
                ("total_pct", ShareOf::Total),
            ];
            for (field, of) in shares {
                let percent = table.share(of, row, column).map(|share| 100.0 * share);
                case.close(&at(field), percent)?;
            }
        }
    }
    Ok(())
}

fn corrected(case: &Case<'_>, test: &RaoScott) -> Result<(), String> {
    case.close("/expected/rao_scott_F", Some(test.f))?;
    case.close("/expected/rao_scott_ndf", Some(test.first_degrees))?;
    case.close("/expected/rao_scott_ddf", Some(test.second_degrees))?;
    case.close("/expected/rao_scott_F_p", Some(test.p_value))?;
    let scaled = Some(test.uncorrected);
    case.close("/expected/weighted_table_pearson_scaled_to_n", scaled)?;
    let first_order = test.first_order;
    let degrees = first_order.degrees_of_freedom;
    case.same("/expected/rao_scott_first_order_df", degrees)?;
    let p_value = Some(first_order.p_value);
    case.close("/expected/rao_scott_first_order_p", p_value)?;
    // Beside the corrected p-value R prints the statistic before the correction.
    case.close("/expected/rao_scott_first_order_chisq", scaled)?;
    let from_statistic = chi_squared_upper_tail(
        first_order.chi_squared,
        f64::from(u32::try_from(degrees).unwrap_or(0)),
    );
    case.close("/expected/rao_scott_first_order_p", from_statistic)
}

/// The level of every respondent of the case's row or column question, `None` without an answer.
fn levels(case: &Case<'_>, data: &Microdata, which: &str) -> Result<Vec<Option<usize>>, String> {
    let levels = texts(case, &format!("/expected/{which}_levels"))?;
    let answers = data.column(case.text(&format!("/{which}_var"))?)?;
    let place = |answer: &String| levels.iter().position(|level| level == answer);
    Ok(answers.iter().map(place).collect())
}

/// Whether the levels of the table are those of the respondents who answered both questions.
fn same_levels(case: &Case<'_>, data: &Microdata) -> Result<(), String> {
    let rows = data.column(case.text("/row_var")?)?;
    let columns = data.column(case.text("/col_var")?)?;
    let answered = rows.iter().zip(&columns);
    let answered = answered.zip(&data.weights);
    let answered = answered.filter(|(_, weight)| **weight > 0.0);
    let answered = answered.map(|(answers, _)| answers);
    let answered = answered.filter(|(row, column)| !row.is_empty() && !column.is_empty());
    let (rows, columns): (BTreeSet<&str>, BTreeSet<&str>) = answered
        .map(|(row, column)| (row.as_str(), column.as_str()))
        .unzip();
    for (which, mut found) in [("row", rows), ("col", columns)] {
        let pointer = format!("/expected/{which}_levels");
        let expected = texts(case, &pointer)?;
        // In the order of the case, whatever is not in it at the end.
        let mut levels: Vec<&str> = expected.iter().map(String::as_str).collect();
        levels.retain(|level| found.remove(level));
        levels.extend(found);
        case.same(&pointer, levels)?;
    }
    Ok(())
}

fn texts(case: &Case<'_>, pointer: &str) -> Result<Vec<String>, String> {
    let texts = case.list(pointer)?.iter().filter_map(Value::as_str);
    Ok(texts.map(str::to_owned).collect())
}

fn counts(case: &Case<'_>) -> Result<(), String> {
    let mut table = Vec::new();
    for row in 0..case.list("/table")?.len() {
        let row = case.numbers(&format!("/table/{row}"))?;
        table.push(row.into_iter().flatten().collect::<Vec<f64>>());
    }
    let test = pearson(&table).ok_or("no test")?;
    case.close("/expected/chisq", Some(test.chi_squared))?;
    case.same("/expected/df", test.degrees_of_freedom)?;
    case.close("/expected/p", Some(test.p_value))?;
    case.close("/expected/cramers_v", Some(test.cramers_v))?;
    case.close("/expected/min_expected", Some(test.least_expected))?;
    for (row, residuals) in test.standardised_residuals.iter().enumerate() {
        for (column, residual) in residuals.iter().enumerate() {
            let pointer = format!("/expected/std_residuals/{row}/{column}");
            case.close(&pointer, Some(*residual))?;
        }
    }
    let cell = |row: usize, column: usize| {
        let pointer = format!("/table/{row}/{column}");
        case.at(&pointer)?.as_u64().ok_or("not a count".to_owned())
    };
    if table.len() == 2 && table[0].len() == 2 {
        let table = [[cell(0, 0)?, cell(0, 1)?], [cell(1, 0)?, cell(1, 1)?]];
        case.close("/expected/fisher_p", fisher_exact(table))?;
    }
    // Fisher's test is specified of two rows and two columns.
    case.all_compared_but(&["fisher_p"])
}

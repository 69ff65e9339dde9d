//! The standard errors of a weighted cross-tab under declared strata, beside those of R's package survey: how long
//! both take for the same respondents, and how far they are apart.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use bellwether::analysis::survey::{
    BannerPart, Column, CrossTab, CrossTabAsked, Respondents, RowKind, crosstab,
};
use bellwether::data::survey::{Answers, Coded, Survey};
use bellwether::stats::multiplicity::Adjustment;

/// The dimensions that stand across.
const DIMENSIONS: usize = 8;
/// How often our table is made; R makes its own once, which takes long enough.
const ROUNDS: usize = 21;

/// A standard error, by dimension, group and answer.
type Errors = Vec<((usize, usize, usize), f64)>;

/// Prints the ratio of the times and the largest difference, where Rscript has the package survey.
pub fn print_peer(survey: &Survey) {
    let (ours, time) = our_errors(survey);
    let Some((theirs, their_time, version)) = their_errors(survey) else {
        println!("peer: skipped, since Rscript (or RSCRIPT) has no package survey");
        return;
    };
    assert_eq!(ours.len(), theirs.len(), "both have the same shares");
    let largest = ours
        .iter()
        .zip(&theirs)
        .map(|((ours, error), (theirs, other))| {
            assert_eq!(ours, theirs, "in the same order");
            (error - other).abs()
        })
        .fold(0.0, f64::max);
    let ratio = time.as_secs_f64() / their_time.as_secs_f64();
    println!(
        "ratio: variances of a cross-tab of {} respondents / R survey {version}: {ratio:.5} ({time:.2?} against {their_time:.2?})",
        survey.respondents
    );
    println!(
        "peer: largest difference of {} standard errors: {largest:.1e}",
        ours.len()
    );
    assert!(largest < 1e-9, "the standard errors are those of R");
}

fn our_errors(survey: &Survey) -> (Errors, Duration) {
    let banner = (0..DIMENSIONS).map(|dimension| {
        let column = Column::Dimension(dimension);
        BannerPart::of(survey, column).unwrap()
    });
    let asked = CrossTabAsked {
        question: 0,
        banner: banner.collect(),
        periods: Vec::new(),
        filter: None,
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    };
    let mut times = Vec::with_capacity(ROUNDS);
    let mut last = None;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        last = crosstab(&Respondents::of(survey), &asked).ok();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    (errors_of(&last.unwrap()), times[ROUNDS / 2])
}

fn errors_of(table: &CrossTab) -> Errors {
    let answers = table.rows.iter().filter(|row| row.kind == RowKind::Answer);
    let answers: Vec<_> = answers.collect();
    let mut errors = Vec::new();
    for (dimension, part) in table.parts.iter().enumerate() {
        for (group, column) in part.columns.clone().enumerate() {
            for (answer, row) in answers.iter().enumerate() {
                let share = row.cells[column].share.unwrap();
                errors.push(((dimension, group, answer), share.design.standard_error()));
            }
        }
    }
    errors
}

/// The standard errors of R, the time that they took, and the version of the package.
fn their_errors(survey: &Survey) -> Option<(Errors, Duration, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("respondents.csv");
    let kept = bellwether::base::atomic_file::Backup::Discard;
    bellwether::base::atomic_file::write(&path, as_csv(survey).as_bytes(), kept).unwrap();
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/speed/peers/survey_variances.R");
    let program = std::env::var("RSCRIPT").unwrap_or_else(|_| String::from("Rscript"));
    let run = Command::new(program).arg(script).arg(&path).output().ok()?;
    if !run.status.success() {
        return None;
    }
    let said = String::from_utf8(run.stdout).unwrap();
    let mut lines = said.lines();
    let (time, version) = lines.next()?.split_once(' ')?;
    let time = Duration::from_secs_f64(time.parse::<f64>().unwrap() / 1000.0);
    let errors = lines.map(|line| {
        let parts: Vec<&str> = line.split(',').collect();
        let place = |index: usize| parts[index].parse::<usize>().unwrap();
        let error: f64 = parts[3].parse().unwrap();
        ((place(0), place(1), place(2)), error)
    });
    Some((errors.collect(), time, version.to_owned()))
}

/// The columns of the table, with nothing where nothing was said; answers outside the base are nothing, too.
fn as_csv(survey: &Survey) -> String {
    let Answers::Single(question) = &survey.questions[0].answers else {
        return String::new();
    };
    let dimensions: Vec<&Coded<String>> = survey
        .dimensions
        .iter()
        .take(DIMENSIONS)
        .map(|dimension| &dimension.groups)
        .collect();
    let stratum = survey.stratum.as_ref().unwrap();
    let weight = survey.weight.as_ref().unwrap();
    let mut csv = String::from("answer,stratum,weight");
    for (place, _) in dimensions.iter().enumerate() {
        write!(csv, ",d{place}").unwrap();
    }
    for respondent in 0..survey.respondents {
        let said = |code: Option<u16>| code.map_or_else(String::new, |code| code.to_string());
        let answer = question.codes.get(respondent).filter(|code| {
            let answer = &question.answers[usize::from(*code)];
            answer.is_in_base
        });
        let stratum = said(stratum.codes.get(respondent));
        let weight = weight.values[respondent];
        write!(csv, "\n{},{stratum},{weight}", said(answer)).unwrap();
        for dimension in &dimensions {
            write!(csv, ",{}", said(dimension.codes.get(respondent))).unwrap();
        }
    }
    csv
}

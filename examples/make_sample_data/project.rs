//! The example project, made from the sample workbooks by the program's own import.

#[path = "story.rs"]
mod story;
#[path = "targets.rs"]
mod targets;

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use bellwether::analysis::change_table::{ChangeTableScope, RowsOf};
use bellwether::analysis::{Catalogue, Comparator, PeriodRange, Question, SeriesKey, Split};
use bellwether::base::progress::Progress;
use bellwether::check;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::data::{Cohort, Period, SheetIndex, Source};
use bellwether::import::OpenedFile;
use bellwether::import::decisions::Decisions;
use bellwether::project::trend_spec::ChartEvent;
use bellwether::project::{Project, TrendSpec, View};
use jiff::civil::date;

/// The workbooks in the order of their import.
const WORKBOOKS: [&str; 10] = [
    "police_and_crime_survey.xlsx",
    "police_and_crime_survey_tables.xlsx",
    "safety_after_dark_by_district.xlsx",
    "police_recorded_crime_monthly.xlsx",
    "ashfield_police_return.xlsx",
    "neighbourhood_concerns_ashfield.xlsx",
    "violence_deaths_by_area.xlsx",
    "ashfield_environmental_crime.xlsx",
    "commissioner_survey_measures.xlsx",
    "partnership_targets.xlsx",
];

/// The measure that the example shows first.
const FIRST_MEASURE: &str = "feel safe outside after dark";

/// The age groups that the example does not draw at first: with all of them the chart is crowded.
const HIDDEN_AGES: [&str; 3] = ["25-44", "45-64", "65+"];

/// The example project, from the workbooks of a folder.
pub fn example(folder: &Path) -> Result<Project> {
    let mut sources = Vec::with_capacity(WORKBOOKS.len());
    for name in WORKBOOKS {
        let path = folder.join(name);
        let progress = Progress::new();
        let file = OpenedFile::open(&path, &progress)?;
        let mut reading = file.read(Gazetteer::built_in(), &Decisions::default(), &progress)?;
        check::check_and_keep(&file.workbook, &mut reading);
        let mut source = Arc::unwrap_or_clone(reading.source);
        // The same file every time, whenever it is made.
        source.imported_on = date(2026, 11, 20);
        sources.push(Arc::new(source));
    }
    let mut view = first_view(&Catalogue::of(&sources))?;
    view.change_table.scope = police_table(&sources)?;
    let project = targets::with_targets(Project {
        name: String::from("Nottinghamshire"),
        sources,
        view,
        ..Project::default()
    })?;
    story::with_story(&project)
}

/// The table of the police return whose printed changes are wrong in eleven of seventeen rows.
fn police_table(sources: &[Arc<Source>]) -> Result<ChangeTableScope> {
    let source = sources
        .iter()
        .find(|source| source.file_name == "ashfield_police_return.xlsx")
        .context("the police return is not among the workbooks")?;
    let sheet = source
        .sheets
        .iter()
        .position(|sheet| sheet == "Ashfield")
        .context("the police return has no sheet of Ashfield")?;
    Ok(ChangeTableScope {
        rows: Some(RowsOf::Table {
            source: source.id.clone(),
            sheet: SheetIndex(u16::try_from(sheet)?),
        }),
        ..ChangeTableScope::default()
    })
}

/// Who feels safe after dark, by sex and age, with the youngest in front.
fn first_view(catalogue: &Catalogue) -> Result<View> {
    let found = catalogue.find_measures(FIRST_MEASURE);
    let (key, entry) = *found
        .first()
        .context("the survey tables hold no feeling of safety")?;
    for dimension in ["Sex", "Age"] {
        ensure!(
            entry.dimensions.contains_key(dimension),
            "the survey tables are not by {dimension}"
        );
    }
    let area = entry
        .widest_area()
        .map(|area| area.name.clone())
        .unwrap_or_default();
    let line = |age: &str| SeriesKey {
        area: area.clone(),
        cohort: Cohort::of("Age", age),
    };
    let question = Question {
        split: Split::Dimensions(vec![String::from("Sex"), String::from("Age")]),
        areas: if area.is_empty() {
            Vec::new()
        } else {
            vec![area.clone()]
        },
        periods: PeriodRange {
            from: Period::year_ending(2020, 12),
            to: Period::year_ending(2023, 12),
        },
        comparator: Comparator::Everyone,
        ..Question::about(key.clone())
    };
    let trend = TrendSpec {
        highlight: Some(line("16-24")),
        show_targets: false,
        hidden: HIDDEN_AGES.iter().map(|age| line(age)).collect(),
        events: vec![ChartEvent {
            date: date(2021, 3, 31),
            text: String::from("Mar 2021: national concern about women’s safety"),
        }],
        ..TrendSpec::default()
    };
    Ok(View {
        question: Some(question),
        trend,
        ..View::default()
    })
}

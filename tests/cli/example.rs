//! The example project is what the import makes of the sample workbooks.

use std::path::Path;

use bellwether::data::Source;
use bellwether::project::store;

#[path = "../../examples/make_sample_data/project.rs"]
mod project;

#[test]
fn the_example_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let made = store::to_text(&project::example(&folder).unwrap()).unwrap();
    let kept = std::fs::read_to_string(folder.join("Nottinghamshire.bellwether")).unwrap();
    assert!(
        made == kept,
        "make it anew: cargo run --example make_sample_data"
    );
}

#[test]
fn the_example_shows_published_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let project = store::open(&folder.join("Nottinghamshire.bellwether"))
        .unwrap()
        .project;
    let value = |file: &str, measure: &str, area: &str, last_day: &str| {
        let of_file = |source: &&std::sync::Arc<Source>| source.file_name.starts_with(file);
        project.sources.iter().filter(of_file).find_map(|source| {
            source.observations.iter().find_map(|observation| {
                let fits = source.measure(observation)?.name.starts_with(measure)
                    && source
                        .area(observation)
                        .map_or("", |area| area.name.as_str())
                        == area
                    && source.cohort(observation)?.is_everyone()
                    && source.period(observation)?.last_day().to_string() == last_day;
                if fits { observation.value } else { None }
            })
        })
    };
    let near = |value: Option<f64>, published: f64| {
        value.is_some_and(|value| (value - published).abs() < 0.05)
    };
    let whole = "Nottinghamshire";
    let tables = "police_and_crime_survey_tables";
    let safe = "Feel safe outside after dark";
    assert!(near(value(tables, safe, whole, "2020-12-31"), 63.1));
    assert!(near(value(tables, safe, whole, "2021-12-31"), 56.8));
    assert!(near(
        value(tables, "Confidence in police", whole, "2023-09-30"),
        52.0
    ));
    let disorder = "Anti-Social Behaviour";
    assert_eq!(
        value("ashfield_police", disorder, "Ashfield", "2022-09-30"),
        Some(3575.0)
    );
    let deaths = "Number of deaths from violence";
    assert_eq!(
        value("violence_deaths", deaths, "Nottingham", "2022-03-31"),
        Some(85.0)
    );
    assert!(
        project.sources.iter().any(|source| source.is_illustrative),
        "what is illustrative says so"
    );
}

//! The project's file.

use bellwether::analysis::{Catalogue, MeasureKey, first_question};
use bellwether::base::atomic_file::backup_path;
use bellwether::import::remembered::{RememberedLayout, RememberedSheet};
use bellwether::project::store::{self, LostPart, OpenError};
use bellwether::project::{Edit, EditError, Project};

use crate::sample;

fn with_question() -> Project {
    let project = sample::project();
    let measure = MeasureKey::of(&project.sources[0].measures[0]);
    let mut question = first_question(&Catalogue::of(&project.sources), &measure);
    // As it was when version 1 was written, whatever is asked first nowadays.
    question.areas = vec![String::from("Area 6")];
    project.apply(Edit::Ask(question)).unwrap()
}

#[test]
fn what_is_saved_is_what_is_opened_and_saved_again_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bellwether");
    let project = with_question();
    store::save(&path, &project).unwrap();
    let first = std::fs::read(&path).unwrap();
    let opened = store::open(&path).unwrap();
    assert!(
        opened.unknown_parts.is_empty(),
        "{:?}",
        opened.unknown_parts
    );
    assert_eq!(opened.project, project);
    store::save(&path, &opened.project).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), first);
    assert_eq!(std::fs::read(backup_path(&path)).unwrap(), first);
}

#[test]
fn layouts_are_kept_in_the_project_one_a_partner() {
    let named = |partner: &str, title: &str| RememberedLayout {
        partner: partner.to_owned(),
        title: title.to_owned(),
        sheets: vec![RememberedSheet {
            name: String::from("Łódź \"Q2\" "),
            ..RememberedSheet::default()
        }],
        ..RememberedLayout::default()
    };
    let mut project = sample::project();
    for layout in [
        named("Police", "old"),
        named("Fire", ""),
        named(" POLICE ", "new"),
    ] {
        let edit = Edit::RememberLayout(layout);
        assert!(edit.label(&project).starts_with("Remember the layout “"));
        project = project.apply(edit).unwrap();
    }
    let kept: Vec<(&str, &str)> = project
        .layouts
        .iter()
        .map(|layout| (layout.partner.as_str(), layout.title.as_str()))
        .collect();
    assert_eq!(kept, [("Fire", ""), ("POLICE", "new")]);
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    let forgotten = project.apply(Edit::ForgetLayout("police".into())).unwrap();
    assert_eq!(forgotten.layouts.len(), 1);
    let again = forgotten.apply(Edit::ForgetLayout("police".into()));
    assert_eq!(again, Err(EditError::NoSuchLayout("police".into())));
    let nameless = forgotten.apply(Edit::RememberLayout(named(" ", "")));
    assert_eq!(nameless, Err(EditError::NoPartner));
}

#[test]
fn minus_nought_and_the_last_bit_survive() {
    let project = sample::project();
    let opened = store::parse(&store::to_text(&project).unwrap())
        .unwrap()
        .project;
    for (a, b) in project.sources.iter().zip(&opened.sources) {
        for (a, b) in a.observations.iter().zip(&b.observations) {
            assert_eq!(a.value.map(f64::to_bits), b.value.map(f64::to_bits));
        }
    }
}

#[test]
fn an_empty_project_has_a_file_too() {
    let text = store::to_text(&Project::default()).unwrap();
    assert_eq!(store::parse(&text).unwrap().project, Project::default());
}

/// Version 1 as it was first released. It stays as it is for ever, and is opened for ever.
#[test]
fn version_1_still_opens() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/projects/version_1.bellwether");
    if std::env::var_os("WRITE_VERSION_1").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        store::save(&path, &with_question()).unwrap();
    }
    let opened = store::open(&path).unwrap();
    assert_eq!(opened.project, with_question());
    assert!(opened.unknown_parts.is_empty());
}

#[test]
fn a_newer_version_is_refused_by_name() {
    let text = store::to_text(&Project::default())
        .unwrap()
        .replace("version: 1", "version: 9");
    let error = store::parse(&text).unwrap_err();
    assert!(matches!(
        error,
        OpenError::Newer {
            version: 9,
            newest: 1
        }
    ));
    assert!(error.to_string().contains("newer Bellwether"), "{error}");
}

#[test]
fn a_broken_part_says_where_and_costs_itself_alone() {
    let project = sample::project();
    let text = store::to_text(&project).unwrap();
    let line = text
        .lines()
        .position(|line| line.contains("file_name: "))
        .unwrap()
        + 1;
    let broken = text.replacen("file_name: ", "file_name; ", 1);
    let opened = store::parse(&broken).unwrap();
    assert_eq!(opened.project.sources, project.sources[1..]);
    assert_eq!(opened.project.name, project.name);
    let [lost] = opened.lost.as_slice() else {
        panic!("{:?}", opened.lost)
    };
    assert_eq!(lost.part, LostPart::Workbook);
    assert_eq!(lost.name, "first.xlsx", "as its mark tells");
    assert_eq!(lost.line, Some(line));
    assert!(lost.to_string().ends_with("import it again"), "{lost}");
}

#[test]
fn of_a_file_cut_short_everything_before_is_read_and_the_rest_is_told() {
    let project = sample::project();
    let text = store::to_text(&project).unwrap();
    let mut recovered = 0;
    for share in 1..40 {
        let mut end = text.len() * share / 40;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Ok(opened) = store::parse(&text[..end]) else {
            continue;
        };
        assert!(!opened.lost.is_empty(), "cut at {end} of {}", text.len());
        for source in &opened.project.sources {
            assert!(project.sources.contains(source));
        }
        recovered = recovered.max(opened.project.sources.len());
    }
    assert_eq!(recovered, 1, "the first of two");
}

#[test]
fn other_files_are_told_from_projects() {
    for text in [
        "",
        "hello",
        "(a: 1)",
        "PK\u{3}\u{4}",
        "(format: \"other\", version: 1)",
    ] {
        assert!(
            matches!(store::parse(text), Err(OpenError::NotAProject)),
            "{text:?}"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.bellwether");
    std::fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
    assert!(matches!(store::open(&path), Err(OpenError::NotText)));
    assert!(matches!(
        store::open(&folder.path().join("gone")),
        Err(OpenError::Read(_))
    ));
}

#[test]
fn indices_that_point_at_nothing_are_damage() {
    let text = store::to_text(&sample::project()).unwrap();
    for (from, to) in [
        ("measure: [\n", "measure: [\"+99999\",\n"),
        ("count: 120", "count: 121"),
        ("count: 120", "count: 119"),
    ] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text, "{from}");
        let opened = store::parse(&broken).unwrap();
        assert_eq!(opened.lost.len(), 1, "{from}: {:?}", opened.lost);
        assert_eq!(opened.lost[0].name, "first.xlsx");
        assert_eq!(opened.project.sources.len(), 1);
    }
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gone").join("a.bellwether");
    let error = store::save(&path, &sample::project()).unwrap_err();
    assert!(
        error.to_string().contains("could not be written"),
        "{error}"
    );
}

/// A source that holds a survey of four respondents.
fn with_survey() -> Project {
    use bellwether::data::survey::{
        Answer, Answers, Coded, Codes, Dimension, Net, Numbers, Origin, Question, Scale, Single,
        Survey, Tick, Weight,
    };
    use bellwether::data::{CellRef, Period, SheetIndex, SourceBuilder, SourceId};
    let origin = |column: u32, heading: &str| Origin {
        cell: CellRef::new(SheetIndex(0), 2, column),
        heading: heading.to_owned(),
    };
    let codes = |codes: [Option<u16>; 4]| codes.into_iter().collect::<Codes>();
    let answer = |label: &str, is_in_base| Answer {
        label: label.to_owned(),
        is_in_base,
    };
    let survey = Survey {
        sheet: SheetIndex(0),
        name: String::from("Respondents “2021”"),
        respondents: 4,
        weight: Some(Weight {
            origin: origin(0, "Weight"),
            values: vec![0.1 + 0.2, 1.0, 1.0, 0.0],
        }),
        stratum: None,
        cluster: Some(Coded {
            origin: origin(1, "PSU"),
            entries: vec![String::from("a"), String::from("b")],
            codes: codes([Some(0), Some(0), Some(1), None]),
        }),
        period: Some(Coded {
            origin: origin(2, "Wave"),
            entries: vec![Period::calendar_quarter(2021, 1).unwrap()],
            codes: codes([Some(0), Some(0), None, Some(0)]),
        }),
        partial_periods: vec![Period::calendar_quarter(2021, 1).unwrap()],
        whole_period: None,
        area: None,
        whole_area: None,
        dimensions: vec![Dimension {
            name: String::from("Sex"),
            groups: Coded {
                origin: origin(3, "Sex"),
                entries: vec![String::from("Female"), String::from("Male")],
                codes: codes([Some(1), Some(0), None, Some(1)]),
            },
        }],
        questions: vec![
            Question {
                name: String::from("Safe"),
                wording: Some(String::from("How safe?")),
                answers: Answers::Single(Single {
                    origin: origin(4, "Q1 Safe"),
                    scale: Some(Scale::Safety),
                    answers: vec![
                        answer("Very safe", true),
                        answer("Very unsafe", true),
                        answer("Don't know", false),
                    ],
                    net: Some(Net {
                        label: String::from("Very safe"),
                        members: vec![0],
                    }),
                    codes: codes([Some(0), Some(2), Some(1), None]),
                }),
            },
            Question {
                name: String::from("Concerns"),
                wording: None,
                answers: Answers::Several(vec![Tick {
                    origin: origin(5, "Burglary"),
                    option: String::from("Burglary"),
                    name: String::from("Burglary"),
                    ticked: codes([Some(1), Some(0), Some(0), None]),
                }]),
            },
            Question {
                name: String::from("Years lived here"),
                wording: None,
                answers: Answers::Number(Numbers {
                    origin: origin(6, "Years lived here"),
                    values: vec![Some(1.5), None, Some(-0.0), Some(1e21)],
                }),
            },
        ],
    };
    let mut builder = SourceBuilder::new();
    // Safe: everybody and men, for the first alone is in the base, of a period and of weight. Burglary:
    // everybody, women and men.
    assert_eq!(builder.survey(survey), 5);
    let source = builder.build(
        SourceId::of_bytes(b"survey"),
        String::from("survey.xlsx"),
        jiff::civil::date(2026, 11, 20),
        vec![String::from("Data")],
    );
    Project {
        sources: vec![std::sync::Arc::new(source)],
        ..sample::project()
    }
}

#[test]
fn a_survey_is_saved_and_opened_and_saved_again_byte_for_byte() {
    let project = with_survey();
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(
        opened.unknown_parts.is_empty(),
        "{:?}",
        opened.unknown_parts
    );
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    // Where there is no survey, the file does not speak of any.
    assert!(
        !store::to_text(&sample::project())
            .unwrap()
            .contains("surveys")
    );
}

#[test]
fn a_survey_that_points_at_nothing_is_not_opened() {
    let text = store::to_text(&with_survey()).unwrap();
    for (held, broken) in [
        ("\"1 0 - 1\"", "\"1 0 - 2\""),
        ("\"1 0 - 1\"", "\"1 0 -\""),
        ("\"1 0 - 1\"", "\"1 0 - 1*2\""),
        ("\"0.30000000000000004 1*2 0\"", "\"-1 1*2 0\""),
        ("members: [0]", "members: [3]"),
        ("respondents: 4,", "respondents: 99999999999,"),
    ] {
        assert!(text.contains(held), "{held} is not in {text}");
        let opened = store::parse(&text.replacen(held, broken, 1));
        match opened {
            Ok(opened) => assert_eq!(opened.lost.len(), 1, "{broken}"),
            Err(error) => assert!(matches!(error, OpenError::Damaged { .. }), "{error}"),
        }
    }
}

#[test]
fn what_senders_printed_is_saved_with_the_cells_it_rests_on() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    let project = store::open(&path).unwrap().project;
    let printed = |project: &Project| -> Vec<_> {
        let sources = project.sources.iter();
        sources.flat_map(|source| source.printed.clone()).collect()
    };
    assert!(printed(&project).len() > 17);
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.bellwether");
    store::save(&copy, &project).unwrap();
    let again = store::open(&copy).unwrap().project;
    assert_eq!(printed(&again), printed(&project));
    assert_eq!(again.view.change_table, project.view.change_table);
}

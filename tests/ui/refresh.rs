//! What a newer return brings, as the import shows it.

use std::sync::Arc;

use bellwether::analysis::refresh::Comparison;
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::project::{Edit, Project};
use bellwether::ui::action::Action;
use bellwether::ui::refresh::{ComparedList, since_last_return_ui};
use egui::accesskit::Role;
use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::renderer::{CpuRenderer, harness};
use crate::window;

/// Burglaries of 2,000 wards in one year, each so many more than its number.
fn wards(name: &str, more: f64, skipped: u32) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for ward in (0..2000_u32).filter(|ward| ward % 100 != skipped) {
        let area = Area {
            name: format!("Ward {ward}"),
            code: None,
            kind: AreaKind::Ward,
        };
        let value = 100.0 + f64::from(ward);
        let observation = Observation {
            measure: builder.measure(Measure::named("Burglary", Unit::Count)),
            area: Some(builder.area(area)),
            cohort: builder.cohort(Cohort::everyone()),
            period: Some(builder.period(Period::financial_year(2021).unwrap())),
            value: Some(if ward % 2 == 0 { value + more } else { value }),
            unweighted_base: None,
            effective_base: None,
            status: Status::Ordinary,
            cell: CellRef::new(SheetIndex(0), ward + 1, 1),
            note: None,
        };
        builder.push(observation);
    }
    Arc::new(builder.build(
        SourceId::of_bytes(name.as_bytes()),
        name.to_owned(),
        jiff::civil::date(2022, 10, 1),
        vec![String::from("Wards")],
    ))
}

type State = Option<ComparedList>;

fn shown() -> (Harness<'static, State>, CpuRenderer) {
    let held = [wards("Wards Jun 22.xlsx", 0.0, 101)];
    let comparison = Comparison::of(&wards("Wards Sep 22.xlsx", -4.0, 7), &held, &[]);
    let (mut harness, renderer) = harness(vec2(290.0, 560.0), None, move |ui, open: &mut State| {
        since_last_return_ui(ui, &comparison, open);
    });
    harness.run();
    (harness, renderer)
}

#[test]
fn the_counts_stand_under_their_heading() {
    let (harness, _) = shown();
    let heading = harness.get_by_label("Since the last return");
    assert_eq!(heading.accesskit_node().role(), Role::Heading);
    for row in [
        "New values: 0",
        "Unchanged: 980",
        "Revised: 1,000",
        "Vanished: 20",
    ] {
        assert!(harness.query_by_label(row).is_some(), "{row}");
    }
    assert!(
        harness
            .query_by_label("Compared with Wards Jun 22.xlsx")
            .is_some()
    );
    for link in ["Revised: 1,000", "Vanished: 20"] {
        let link = harness.get_by_label(link);
        assert_eq!(link.accesskit_node().role(), Role::Link);
        assert!(link.rect().height() >= 24.0);
    }
    let plain = harness.get_by_label("Unchanged: 980");
    assert_eq!(plain.accesskit_node().role(), Role::Label);
}

#[test]
fn a_count_opens_its_list_and_closes_it() {
    let (mut harness, _) = shown();
    let row = "Burglary, Ward 0 · 2021/22, 100 → 96, −4 (−4.0%)";
    assert!(harness.query_by_label(row).is_none());
    harness.get_by_label("Revised: 1,000").click();
    harness.run();
    assert_eq!(*harness.state(), Some(ComparedList::Revised));
    assert!(harness.query_by_label(row).is_some());
    let drawn = harness
        .query_all_by_label_contains("Burglary, Ward ")
        .count();
    assert!((4..20).contains(&drawn), "{drawn} of a thousand are drawn");

    harness.get_by_label("Vanished: 20").click();
    harness.run();
    assert_eq!(*harness.state(), Some(ComparedList::Vanished));
    assert!(
        harness
            .query_by_label("Burglary, Ward 7 · 2021/22, 107, B9")
            .is_some()
    );
    assert!(harness.query_by_label(row).is_none());
    harness.get_by_label("Vanished: 20").click();
    harness.run();
    assert_eq!(*harness.state(), None);
}

#[test]
fn a_list_is_opened_by_the_keyboard() {
    let (mut harness, _) = shown();
    harness.get_by_label("Revised: 1,000").focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(ComparedList::Revised));
}

#[test]
fn the_first_of_its_kind_has_no_lists() {
    let comparison = Comparison::of(&wards("Wards Sep 22.xlsx", 0.0, 7), &[], &[]);
    let (mut harness, _) = harness(vec2(290.0, 300.0), None, move |ui, open: &mut State| {
        since_last_return_ui(ui, &comparison, open);
    });
    harness.run();
    assert!(harness.query_by_label("New values: 1,980").is_some());
    assert!(harness.query_by_label_contains("Revised").is_none());
    assert!(harness.query_all_by_role(Role::Link).next().is_none());
}

#[test]
fn the_panel_and_the_data_say_what_was_first_published() {
    let years = |name: &str, values: [f64; 3]| {
        let mut builder = SourceBuilder::new();
        for (row, value) in (0_u32..).zip(values) {
            let area = Area {
                name: String::from("Ashfield"),
                code: None,
                kind: AreaKind::District,
            };
            let start = 2019 + i16::try_from(row).unwrap();
            let observation = Observation {
                measure: builder.measure(Measure::named("Burglary", Unit::Count)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::everyone()),
                period: Some(builder.period(Period::financial_year(start).unwrap())),
                value: Some(value),
                unweighted_base: None,
                effective_base: None,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row, 1),
                note: None,
            };
            builder.push(observation);
        }
        Arc::new(builder.build(
            SourceId::of_bytes(name.as_bytes()),
            name.to_owned(),
            jiff::civil::date(2022, 10, 1),
            vec![String::from("Return")],
        ))
    };
    let project = Project::default()
        .apply(Edit::AddSources(vec![
            years("Return Jun 22.xlsx", [520.0, 515.0, 610.0]),
            years("Return Sep 22.xlsx", [520.0, 515.0, 643.0]),
        ]))
        .unwrap();
    let mut window = window::window(Vec::new());
    let _folder = window::open(&mut window, &project);
    let words = "Revised from 610 (first published in Return Jun 22.xlsx › Return › B3)";
    assert!(window::is_said(&window, words));
    window::click(&mut window, "Data");
    assert!(window::is_said(&window, "What does revised mean?"));
    assert!(window::is_said(&window, "643") && window::is_said(&window, "610"));
    window.check_accessibility();

    let newer = Edit::RemoveSource(SourceId::of_bytes(b"Return Sep 22.xlsx"));
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::Edit(newer));
    window::settle(&mut window);
    assert!(
        !window::is_said(&window, "First published"),
        "the older counts again"
    );
    assert!(!window::is_said(&window, words));
}

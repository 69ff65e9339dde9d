//! The chart of priority cohorts: what it says, what it may show, and how it is drawn.

use bellwether::analysis::CohortScope;
use bellwether::chart::scene::{Node, Role};
use bellwether::chart::{ChartSize, ChartTheme, Inter, MarkedChart as _, PriorityModel};
use bellwether::export::{Publishable, svg};
use bellwether::project::PrioritySpec;
use bellwether::project::priority_spec::HiddenBases;

use crate::priority_answers::{Group, OF_EACH, asked, safety};

fn title(groups: &[Group]) -> String {
    PriorityModel::new(&safety(groups), &PrioritySpec::default(), None).title
}

#[test]
fn titles_say_what_the_tests_support() {
    const SAME: Group = ("", "", 57.0, 57.0, 5000.0);
    const FELL: Group = ("", "", 63.0, 57.0, 5000.0);
    let cases: [(&[Group], &str); 8] = [
        (
            &[SAME, ("Age", "16-24", 60.0, 40.0, 900.0)],
            "16-24s are both below average and falling faster than average",
        ),
        (
            &[
                SAME,
                ("Age", "16-24", 60.0, 40.0, 900.0),
                ("Sex", "Female", 62.0, 42.0, 900.0),
            ],
            "Two groups are both below average and falling faster than average",
        ),
        (
            &[FELL, ("Age", "16-24", 55.0, 48.0, 900.0)],
            "Fell overall; 16-24s are below average and falling",
        ),
        (
            &[SAME, ("Age", "16-24", 45.0, 45.0, 900.0)],
            "One group is below average, none clearly falling",
        ),
        (
            &[FELL, ("Age", "16-24", 63.0, 57.0, 900.0)],
            "Fell overall; one group is falling, none clearly below average",
        ),
        (
            &[
                SAME,
                ("Age", "16-24", 45.0, 45.0, 900.0),
                ("Age", "65+", 70.0, 62.0, 900.0),
            ],
            "No group is clearly both below average and falling",
        ),
        (
            &[SAME, ("Age", "16-24", 57.0, 57.0, 900.0)],
            "No group is clearly below average or falling",
        ),
        (
            &[SAME, ("Age", "16-24", 57.0, 30.0, 60.0)],
            "Feel safe outside after dark",
        ),
    ];
    for (groups, expected) in cases {
        assert_eq!(title(groups), expected, "{groups:?}");
    }
}

#[test]
fn where_less_is_better_the_words_turn() {
    let groups = [
        ("", "", 30.0, 30.0, 5000.0),
        ("Age", "16-24", 35.0, 55.0, 900.0),
    ];
    let answer = asked("Experience of ASB", &groups, CohortScope::default());
    let model = PriorityModel::new(&answer, &PrioritySpec::default(), None);
    assert_eq!(
        model.title,
        "16-24s are both above average and rising faster than average"
    );
    assert_eq!(model.corner.unwrap().label, "Highest and rising fastest");
    assert!(
        model
            .what_this_shows
            .contains("Highest and rising: 16-24s.")
    );
}

#[test]
fn what_this_shows_begins_with_everybody() {
    let model = PriorityModel::new(&safety(&OF_EACH), &PrioritySpec::default(), None);
    let words = &model.what_this_shows;
    assert!(
        words.starts_with("Overall it fell 3.0 percentage points"),
        "{words}"
    );
    assert!(
        words.contains("a statistically significant fall"),
        "{words}"
    );
    assert!(words.contains("It fell in 6 of 6 groups"), "{words}");
}

#[test]
fn the_footnote_prints_the_rule_and_what_was_left_out() {
    let answer = safety(&OF_EACH);
    let footnote = |hidden_bases| {
        let spec = PrioritySpec {
            hidden_bases,
            ..PrioritySpec::default()
        };
        PriorityModel::new(&answer, &spec, None).footnote
    };
    let drawn = footnote(HiddenBases::Under50);
    for words in [
        "Base: all respondents (n = 5,000; before: 5,000).",
        "Filled: significant change (95%, 6 comparisons, false discovery rate 5%)",
        "Groups overlap.",
        "Grey: base under 100, not tested: Disabled.",
        "base under 30 or suppressed: Carer.",
        "Source: groups.xlsx › Safety",
    ] {
        assert!(drawn.contains(words), "{words}\n{drawn}");
    }
    let without = footnote(HiddenBases::Under100);
    assert!(
        without.contains("Not drawn, base under 100: 1 group."),
        "{without}"
    );
}

#[test]
fn nothing_of_a_withheld_group_is_drawn_or_said() {
    let answer = safety(&OF_EACH);
    let spec = PrioritySpec {
        hidden_bases: HiddenBases::Nothing,
        ..PrioritySpec::default()
    };
    let chart = Publishable::priority(
        &answer,
        &spec,
        ChartSize::CARD,
        &ChartTheme::light(),
        Inter::bundled(),
    );
    let withheld: Vec<&str> = chart.withheld().iter().map(|held| &*held.series).collect();
    assert_eq!(withheld, ["Carer", "Carer"]);
    let drawn = svg::write(&chart);
    assert!(!drawn.contains("44.0%") && !drawn.contains("20.0%"));
    let model = PriorityModel::new(&answer, &spec, None);
    assert!(model.dots.iter().all(|dot| dot.label != "Carer"));
}

#[test]
fn where_nothing_can_be_compared_the_chart_says_why() {
    let counts = |groups: &[Group], scope| {
        let answer = asked("Feel safe outside after dark", groups, scope);
        PriorityModel::new(&answer, &PrioritySpec::default(), None).message
    };
    let everybody = ("", "", 60.0, 57.0, 5000.0);
    let only = counts(&[everybody], CohortScope::default());
    assert_eq!(
        only.unwrap(),
        "There are no figures by group for Nottinghamshire"
    );
    let no_total = counts(
        &[("Age", "16-24", 60.0, 40.0, 900.0)],
        CohortScope::default(),
    );
    assert!(
        no_total
            .unwrap()
            .starts_with("There is no figure for all respondents")
    );
    let none = CohortScope {
        singles: false,
        pairs: false,
    };
    let none = counts(&[everybody, ("Age", "16-24", 60.0, 40.0, 900.0)], none);
    assert_eq!(none.unwrap(), "No cohorts are chosen");
}

#[test]
fn forty_groups_are_laid_out_without_names_on_names() {
    let names: Vec<String> = (0..40)
        .map(|place| format!("A group of people with the number {place}"))
        .collect();
    let mut groups: Vec<Group> = vec![("", "", 60.0, 57.0, 9000.0)];
    for (place, name) in (0_u8..).zip(&names) {
        let value = 45.0 + 0.5 * f64::from(place);
        let fell = f64::from(place % 7);
        let name: &'static str = Box::leak(name.clone().into_boxed_str());
        groups.push((
            "Group",
            name,
            value + fell,
            value,
            300.0 + 20.0 * f64::from(place),
        ));
    }
    let model = PriorityModel::new(&safety(&groups), &PrioritySpec::default(), None);
    assert_eq!(model.mark_count(), 40);
    for size in [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::new(500.0, 320.0),
    ] {
        let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
        let labels: Vec<_> = scene
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Group(group) if group.role == Role::LineLabels => group.children.last(),
                _ => None,
            })
            .filter_map(|node| match node {
                Node::Text(run) => Some(run.bounds()),
                _ => None,
            })
            .collect();
        let is_roomy = size.width_pt > 800.0;
        assert!(
            !is_roomy || labels.len() >= 5,
            "{size:?}: {} names",
            labels.len()
        );
        for (index, one) in labels.iter().enumerate() {
            assert!(one.right <= scene.width && one.bottom <= scene.height);
            for other in &labels[..index] {
                assert!(!one.overlaps(other), "{size:?}");
            }
        }
    }
}

fn file(groups: &[Group], size: ChartSize, theme: &ChartTheme) -> String {
    let (answer, spec) = (safety(groups), PrioritySpec::default());
    svg::write(&Publishable::priority(
        &answer,
        &spec,
        size,
        theme,
        Inter::bundled(),
    ))
}

#[test]
fn one_group_of_each_class() {
    insta::assert_snapshot!(file(&OF_EACH, ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn one_group_of_each_class_on_a_dark_slide() {
    insta::assert_snapshot!(file(&OF_EACH, ChartSize::SLIDE, &ChartTheme::dark()));
}

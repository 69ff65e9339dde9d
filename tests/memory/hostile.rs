//! Files that were made to cost stack or memory cost neither.

use bellwether::project::Project;
use bellwether::project::store::{self, OpenError, Opened};

use crate::{MEMORY, alone, sample};

/// Less than a thread of any system has.
const STACK: usize = 1 << 20;

/// Opens a text on a small stack; what came of it, and the most bytes it took besides the text.
fn open(text: String) -> (Result<Opened, OpenError>, usize) {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let opened = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || store::parse(&text))
        .unwrap()
        .join()
        .unwrap();
    let peak = MEMORY.peak_usage().saturating_sub(before);
    (opened, peak)
}

/// A file without marks, which says that it is a project and has something in its place.
fn file(inner: &str) -> String {
    format!(
        "(\n format: \"bellwether\",\n version: 1,\n project: (\n  name: \"\",\n{inner}\n ),\n)\n"
    )
}

fn is_told(opened: &Result<Opened, OpenError>) -> bool {
    opened
        .as_ref()
        .map_or(true, |opened| !opened.lost.is_empty())
}

#[test]
fn deep_nesting_costs_no_stack() {
    let _alone = alone();
    let deep = |open: &str, close: &str| {
        let times = 1_000_000;
        format!("{}{}", open.repeat(times), close.repeat(times))
    };
    for inner in [
        format!("  colour: {},", deep("(", ")")),
        format!("  colour: {},", deep("[", "]")),
        format!("  colour: {},", deep("Some(", ")")),
        format!("  colour: {},", deep("{1:", "}")),
        format!("  sources: {},", deep("[", "]")),
        format!("  view: {},", deep("(a:", ")")),
        format!("  view: {},", "(".repeat(2_000_000)),
        format!(
            "  groups: [(name: \"x\", rule: {}Is(column: \"a\", entry: \"b\"){})],",
            "Not(".repeat(1_000_000),
            ")".repeat(1_000_000)
        ),
        format!(
            "  groups: [(name: \"x\", rule: {}Is(column: \"a\", entry: \"b\"){})],",
            "Not(".repeat(100),
            ")".repeat(100)
        ),
        format!(
            "{}{}  brand: (),",
            "/*".repeat(1_000_000),
            "*/".repeat(1_000_000)
        ),
        format!("  brand: (organisation: r{}\"x\"),", "#".repeat(1_000_000)),
    ] {
        let words: String = inner.chars().take(30).collect();
        let (_, peak) = open(file(&inner));
        assert!(peak < 200_000_000, "{words}: {peak} bytes");
    }
}

#[test]
fn what_claims_to_be_many_is_not_made_room_for() {
    let _alone = alone();
    let text = store::to_text(&sample::project()).unwrap();
    let claims = [
        ("count: 120", "count: 4000000000"),
        ("count: 120", "count: 18446744073709551615"),
    ];
    for (from, to) in claims {
        let (opened, peak) = open(text.replacen(from, to, 1));
        assert!(is_told(&opened), "{to}");
        assert!(peak < 20_000_000, "{to}: {peak} bytes");
    }
    let column = "[\"0*4000000000\"]";
    let names = [
        "measure",
        "area",
        "cohort",
        "period",
        "value",
        "unweighted_base",
        "effective_base",
        "status",
        "sheet",
        "row",
        "column",
        "note",
    ];
    let columns: Vec<String> = names
        .iter()
        .map(|name| format!("{name}: {column}"))
        .collect();
    let source = |observations: &str, more: &str| {
        file(&format!(
            "  sources: [(id: \"00\", file_name: \"x\", imported_on: \"2026-01-01\", sheets: [\"a\"], \
             measures: [(name: \"m\", unit: Count, polarity: Neutral, theme: Other)], areas: [], \
             cohorts: [[]], periods: [], observations: ({observations}){more})],"
        ))
    };
    let many = format!("count: 4000000000, {}", columns.join(", "));
    let none = names.map(|name| format!("{name}: []")).join(", ");
    let none = format!("count: 0, {none}");
    let origin = "origin: (cell: (sheet: 0, row: 0, column: 0), heading: \"\")";
    let question = format!(
        "(name: \"q\", answers: Single({origin}, answers: [(label: \"a\", is_in_base: true)], \
         codes: [\"0*16000000\"]))"
    );
    let numbers = format!("(name: \"q\", answers: Number(({origin}, values: [\"1*16000000\"])))");
    let survey = |questions: &str| {
        source(
            &none,
            &format!(
                ", surveys: [(sheet: 0, name: \"s\", respondents: 16000000, questions: [{questions}])]"
            ),
        )
    };
    let printed = format!(
        "(sheet: 0, cell: \"A1\", text: \"\", value: 1.0, says: PercentChange, rests_on: \"{}\", right: 1.0, \
         worked_out: \"\")",
        "A1:A1048576 ".repeat(10_000)
    );
    for (what, text) in [
        ("observations", source(&many, "")),
        ("one long survey", survey(&question)),
        ("codes", survey(&vec![question.as_str(); 1000].join(","))),
        ("numbers", survey(&vec![numbers.as_str(); 1000].join(","))),
        ("cells", source(&none, &format!(", printed: [{printed}]"))),
    ] {
        let (opened, peak) = open(text);
        assert!(peak < 450_000_000, "{what}: {peak} bytes");
        let is_refused = opened.is_err()
            || opened.as_ref().is_ok_and(|opened| {
                opened.lost.iter().any(|lost| {
                    lost.problem.contains("claims") || lost.problem.contains("rests on")
                })
            });
        assert!(
            is_refused || what == "one long survey",
            "{what}: {opened:?}"
        );
    }
}

#[test]
fn many_small_things_are_no_project() {
    let _alone = alone();
    for inner in [
        format!("  layouts: [{}],", "(),".repeat(3_000_000)),
        format!("  sources: [{}],", "[],".repeat(3_000_000)),
        format!("  colour: [{}],", "0,".repeat(5_000_000)),
    ] {
        let words: String = inner.chars().take(30).collect();
        let (opened, peak) = open(file(&inner));
        assert!(matches!(opened, Err(OpenError::TooMuch { .. })), "{words}");
        assert!(peak < 10_000_000, "{words}: {peak} bytes");
    }
}

#[test]
fn fields_beyond_all_bounds_cost_what_their_text_explains() {
    let _alone = alone();
    let inner = (0..1_000_000).fold(String::new(), |text, at| text + &format!("a{at}:0,"));
    let (opened, peak) = open(file(&inner));
    assert!(is_told(&opened));
    assert!(peak < 400_000_000, "{peak} bytes");
}

#[test]
fn fields_without_number_are_kept_up_to_a_number() {
    let _alone = alone();
    let fields = |gap: &str| {
        let fields: Vec<String> = (0..60_000).map(|at| format!("field_{at}: 0,")).collect();
        fields.join(gap)
    };
    let inner = format!("  {}\n", fields("\n  "));
    let (opened, peak) = open(file(&inner));
    assert!(peak < 100_000_000, "{peak} bytes");
    let opened = opened.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(opened.unknown_parts.len(), 10_000);
    assert_eq!(opened.lost.len(), 1, "{:?}", opened.lost);
    let inner = fields("");
    let (opened, peak) = open(file(&format!("  view: (groups: ({inner})),")));
    assert!(peak < 100_000_000, "{peak} bytes");
    assert!(is_told(&opened));
}

#[test]
fn a_file_larger_than_any_project_is_not_read() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.bellwether");
    let file = std::fs::File::create(&path).unwrap();
    // Nothing but its size is on the disk.
    file.set_len(3 << 30).unwrap();
    drop(file);
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    assert!(matches!(
        store::open(&path),
        Err(OpenError::TooLarge { .. })
    ));
    assert!(MEMORY.peak_usage() - before < 1_000_000);
    // An empty project is none of that.
    assert!(store::parse(&store::to_text(&Project::default()).unwrap()).is_ok());
}

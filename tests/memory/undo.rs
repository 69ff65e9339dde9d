//! Two hundred steps of undo.

use bellwether::project::{History, store};

use crate::every_edit::{self, Dice, KINDS};
use crate::{MEMORY, alone};

const STEPS: usize = 200;
const MOST_BYTES: usize = 20_000_000;

fn example() -> History {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    History::new(store::open(&path).unwrap().project)
}

/// Makes edits of kinds in turn until there are so many steps, or so many attempts; how many steps, and their bytes.
fn cost(history: &mut History, kinds: &[&str]) -> (usize, usize) {
    let before = MEMORY.current_usage();
    let mut dice = Dice(3);
    let mut steps = 0;
    for kind in kinds.iter().cycle().take(3 * STEPS) {
        let revision = history.revision();
        let edit = every_edit::make(kind, &mut dice, history.project());
        assert_eq!(every_edit::kind_of(&edit), *kind);
        if history.apply(edit).is_ok() && history.revision() != revision {
            steps += 1;
        }
        if steps == STEPS {
            break;
        }
    }
    (steps, MEMORY.current_usage().saturating_sub(before))
}

#[test]
fn two_hundred_steps_on_the_example_fit_in_twenty_megabytes() {
    let _alone = alone();
    let mut history = example();
    let (steps, bytes) = cost(&mut history, KINDS);
    println!("{steps} steps of every kind: {bytes} bytes");
    assert_eq!(steps, STEPS);
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}

#[test]
fn two_hundred_steps_of_any_one_kind_do() {
    let _alone = alone();
    let mut costs: Vec<(usize, usize, &str)> = Vec::new();
    // Each begins with the same project, of which nothing is changed but shared parts put aside.
    let start = example().project().as_ref().clone();
    for kind in KINDS {
        let mut history = History::new(start.clone());
        let (steps, bytes) = cost(&mut history, &[kind]);
        costs.push((bytes, steps, kind));
    }
    costs.sort_unstable();
    costs.reverse();
    println!("{:?}", &costs[..8]);
    assert!(costs[0].0 < MOST_BYTES, "{:?}", &costs[..8]);
}

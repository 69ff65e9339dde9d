//! The same attack by two groupings at once: somebody has the tables by each of them, the two crossed, and the table by
//! the one among each group of the other, of a year and of its quarters.

use bellwether::analysis::survey::{BannerPart, Column, Condition};
use bellwether::data::survey::{Answers, Codes, Survey};
use bellwether::project::store;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::known::{Known, Truth};
use super::{Asked, few_of, learn_table, years_and_quarters};
use crate::files::sample;

/// Two groupings, by the places of their dimensions, and how many groups each has.
struct Pair {
    dimensions: [usize; 2],
    groups: [usize; 2],
}

impl Pair {
    /// The group of both in which each respondent is.
    fn codes(&self, survey: &Survey) -> Codes {
        let [first, second] = self
            .dimensions
            .map(|place| &survey.dimensions[place].groups);
        let both = |row: usize| {
            let (first, second) = (first.codes.get(row)?, second.codes.get(row)?);
            Some(first * self.groups[1] as u16 + second)
        };
        (0..survey.respondents).map(both).collect()
    }

    /// The groups of both that are in one of the first or of the second grouping.
    fn within(&self, side: usize, group: usize) -> Vec<usize> {
        let cells = 0..self.groups[0] * self.groups[1];
        let of = |cell: usize| [cell / self.groups[1], cell % self.groups[1]];
        cells.filter(|cell| of(*cell)[side] == group).collect()
    }

    /// Every table by these groupings.
    fn tables(&self, survey: &Survey) -> Vec<Asked> {
        let columns = self.dimensions.map(Column::Dimension);
        let everybody: Vec<usize> = (0..self.groups[0] * self.groups[1]).collect();
        let mut tables = vec![Asked {
            banner: BannerPart::crossed(survey, columns[0], columns[1]).unwrap(),
            filter: None,
            columns: everybody.iter().map(|cell| vec![*cell]).collect(),
            everybody: everybody.clone(),
        }];
        for side in 0..2 {
            let other = 1 - side;
            let banner = BannerPart::of(survey, columns[side]).unwrap();
            let groups = 0..self.groups[side];
            tables.push(Asked {
                banner: banner.clone(),
                filter: None,
                everybody: everybody.clone(),
                columns: groups.map(|group| self.within(side, group)).collect(),
            });
            for chosen in 0..self.groups[other] {
                let among = self.within(other, chosen);
                tables.push(Asked {
                    banner: banner.clone(),
                    filter: Some(Condition::Is {
                        column: columns[other],
                        entries: vec![chosen as u16],
                    }),
                    columns: among.iter().map(|cell| vec![*cell]).collect(),
                    everybody: among,
                });
            }
        }
        tables
    }
}

#[test]
fn nothing_small_follows_from_tables_by_two_groupings() {
    let project = store::open(&sample("Nottinghamshire.bellwether"))
        .unwrap()
        .project;
    let surveys = project.sources.iter().flat_map(|source| &source.surveys);
    let mut attacks = Vec::new();
    for survey in surveys {
        let groups = |place: usize| survey.dimensions[place].groups.entries.len();
        for first in 0..survey.dimensions.len() {
            for second in first + 1..survey.dimensions.len() {
                for question in 0..survey.questions.len() {
                    let pair = Pair {
                        dimensions: [first, second],
                        groups: [groups(first), groups(second)],
                    };
                    attacks.push((&**survey, question, pair));
                }
            }
        }
    }
    // All of them take an hour: BELLWETHER_ATTACKS=1.
    let every = std::env::var("BELLWETHER_ATTACKS").map_or(53, |every| every.parse().unwrap());
    let attacks: Vec<_> = attacks.into_iter().step_by(every).collect();
    println!("{} attacks", attacks.len());
    let attacked: Vec<(usize, usize, Option<String>)> = attacks
        .into_par_iter()
        .filter_map(|(survey, question, pair)| attack(survey, question, &pair))
        .collect();
    let targets: usize = attacked.iter().map(|held| held.0).sum();
    let cells: usize = attacked.iter().map(|held| held.1).sum();
    println!("{targets} attacked, {cells} cells of tables shown");
    assert!(targets > 100 && cells > 1000);
    let told: Vec<&str> = attacked
        .iter()
        .filter_map(|held| held.2.as_deref())
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// How many numbers were attacked, how many cells were shown, and what was told.
fn attack(survey: &Survey, place: usize, pair: &Pair) -> Option<(usize, usize, Option<String>)> {
    let question = &survey.questions[place];
    let Answers::Single(single) = &question.answers else {
        return None;
    };
    let cells = pair.groups[0] * pair.groups[1];
    let truth = Truth::of(survey, single, &pair.codes(survey), cells);
    let windows: Vec<Vec<usize>> = survey
        .window_units()
        .into_iter()
        .map(|held| held.1)
        .collect();
    let near: Vec<Vec<usize>> = years_and_quarters(&windows, 1)
        .into_iter()
        .cloned()
        .collect();
    let mut known = Known::default();
    let mut shown = 0;
    for table in pair.tables(survey) {
        for units in &near {
            let of_table = learn_table(&mut known, survey, place, &table, &truth, units);
            let is_by_two = table.filter.is_some() || table.columns.len() == cells;
            if is_by_two && units.len() == 1 {
                // Everybody's figures, or those of the group that is chosen.
                assert!(
                    of_table <= truth.answers + 1,
                    "quarters are told by one grouping alone"
                );
            }
            shown += of_table;
        }
    }
    let targets = few_of(&truth, &near);
    let found = known.attack(&truth, &targets);
    let told = found.first().map(|first| {
        let [one, other] = pair
            .dimensions
            .map(|place| survey.dimensions[place].name.as_str());
        let (told, of) = (found.len(), targets.len());
        format!(
            "{} by {one} and {other}: {told} of {of}: {first}",
            question.name
        )
    });
    Some((targets.len(), shown, told))
}

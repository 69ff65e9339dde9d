//! What a group of the project's own is called before anybody names it, which is a name on charts, and how many people
//! fit it, which the window says in the language that is spoken.

use super::phrase;
use crate::analysis::cohort_rule::{
    ColumnKind, Fitting, FittingCount, Join, NamedCohort, RuleLine, RuleLines,
};
use crate::analysis::survey::NotFound;
use crate::base::text::fold;
use crate::stats::base_policy::{LEAST_BASE, LEAST_BASE_WITHOUT_CAUTION};
use crate::words::say;

/// Numbers of people below this are not shown.
const LEAST_SHOWN: usize = 5;

/// A name for the group of some lines: "Women aged 16–24 in Nottingham". Empty while no line is finished.
/// `kind` says what a column holds.
pub fn proposed_name(lines: &RuleLines, kind: impl Fn(&str) -> ColumnKind) -> String {
    let parts: Vec<Part> = lines
        .lines
        .iter()
        .filter(|line| line.is_finished())
        .map(|line| Part::of(line, kind(&line.column)))
        .collect();
    let phrases = match lines.join {
        Join::All => vec![together(&parts)],
        Join::Any => parts
            .iter()
            .map(|part| together(std::slice::from_ref(part)))
            .collect(),
    };
    phrase::capital(&phrases.join(" or "))
}

/// What a line adds to a name.
enum Part {
    /// Instead of "people": "women".
    Noun(&'static str),
    /// Right after it: "aged 16–24".
    Near(String),
    /// After that: "in Nottingham".
    Place(String),
    /// At the end, after a comma: "disability: yes".
    Aside(String),
}

impl Part {
    fn of(line: &RuleLine, kind: ColumnKind) -> Self {
        let column = fold(&line.column);
        let not = if line.is_contrary { "not " } else { "" };
        let entries = either(&line.entries);
        if kind == ColumnKind::Area {
            return Self::Place(format!("{not}in {entries}"));
        }
        if let (false, [only]) = (line.is_contrary, line.entries.as_slice())
            && matches!(column.as_str(), "sex" | "gender")
        {
            match fold(only).as_str() {
                "female" | "women" | "woman" | "f" => return Self::Noun("women"),
                "male" | "men" | "man" | "m" => return Self::Noun("men"),
                _ => {}
            }
        }
        let is_age = column.split(' ').any(|word| word == "age");
        let is_in_years = |entry: &String| entry.starts_with(|c: char| c.is_ascii_digit());
        if is_age && line.entries.iter().all(is_in_years) {
            return Self::Near(format!("{not}aged {}", either_age(&line.entries)));
        }
        Self::Aside(format!("{}: {not}{entries}", phrase::inside(&line.column)))
    }
}

fn together(parts: &[Part]) -> String {
    let nouns = parts.iter().filter_map(|part| match part {
        Part::Noun(noun) => Some(*noun),
        _ => None,
    });
    let nouns: Vec<&str> = nouns.collect();
    if parts.is_empty() {
        return String::new();
    }
    let mut name = if nouns.is_empty() {
        String::from("people")
    } else {
        nouns.join(" and ")
    };
    for part in parts {
        if let Part::Near(words) = part {
            name = format!("{name} {words}");
        }
    }
    for part in parts {
        if let Part::Place(words) = part {
            name = format!("{name} {words}");
        }
    }
    for part in parts {
        if let Part::Aside(words) = part {
            name = format!("{name}, {words}");
        }
    }
    name
}

/// "16–24 or 25–34".
pub fn either(entries: &[String]) -> String {
    match entries.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} or {last}", before.join(", ")),
    }
}

/// Ages with the dash of ranges.
fn either_age(entries: &[String]) -> String {
    let dashed: Vec<String> = entries.iter().map(|age| age.replace('-', "–")).collect();
    either(&dashed)
}

/// Whether so few people are a number that could tell somebody apart.
fn are_few(count: usize) -> bool {
    (1..LEAST_SHOWN).contains(&count)
}

/// How many fit: "431 respondents; 58 in Oct–Dec 2023".
pub fn count_words(count: &FittingCount) -> String {
    if count.respondents == 0 {
        return say::own_fit_none().to_owned();
    }
    if are_few(count.respondents) {
        // The number of the latest would say how many the others are.
        return say::own_fit_few(LEAST_SHOWN);
    }
    let respondents = say::count_respondents(count.respondents);
    match count.latest {
        Some((period, latest)) if are_few(latest) => say::OwnFitLatestFew {
            least: LEAST_SHOWN,
            period: period.label(),
            respondents,
        }
        .say(),
        Some((period, latest)) => say::OwnFitLatest {
            count: latest,
            period: period.label(),
            respondents,
        }
        .say(),
        None => respondents,
    }
}

/// What a group that is so small is to be warned of, judged by the latest period where there are several;
/// `None` where it is large enough.
pub fn low_base_words(count: &FittingCount) -> Option<String> {
    let (base, latest) = match count.latest {
        Some((period, latest)) => (latest, Some(period.label())),
        None => (count.respondents, None),
    };
    let base = f64::from(u32::try_from(base).unwrap_or(u32::MAX));
    if base < LEAST_BASE {
        let least = LEAST_BASE;
        return Some(match latest {
            Some(period) => say::OwnTooFewIn { least, period }.say(),
            None => say::own_too_few(least),
        });
    }
    let least = LEAST_BASE_WITHOUT_CAUTION;
    (base < least).then(|| match latest {
        Some(period) => say::OwnLowBaseIn { least, period }.say(),
        None => say::own_low_base(least),
    })
}

/// How many fit in a workbook's survey, which is named where there are several; or what it does not know.
pub fn fitting_words(fitting: &Fitting, is_only: bool) -> String {
    let workbook = &fitting.workbook;
    match &fitting.outcome {
        Ok(count) if is_only => count_words(count),
        Ok(count) => say::OwnFitIn {
            fitting: phrase::inside(&count_words(count)),
            workbook,
        }
        .say(),
        Err(NotFound::Column { wanted, .. }) => say::OwnLacks { wanted, workbook }.say(),
        Err(NotFound::Entry { column, wanted, .. }) => say::OwnLacksIn {
            column,
            wanted,
            workbook,
        }
        .say(),
        Err(NotFound::Several { wanted, there }) => say::OwnOneOfSeveral {
            there: there.join("; "),
            wanted,
            workbook,
        }
        .say(),
    }
}

/// Why a name cannot be had: nothing is typed, or another group has it. `former` is the group's own.
pub fn name_refused(name: &str, former: Option<&str>, groups: &[NamedCohort]) -> Option<String> {
    let folded = fold(name);
    if folded.is_empty() {
        return Some(say::own_name_missing().to_owned());
    }
    let is_own = former.is_some_and(|former| fold(former) == folded);
    let is_taken = !is_own && groups.iter().any(|group| fold(&group.name) == folded);
    is_taken.then(|| say::own_name_taken(name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Period;

    fn name(rule: &str) -> String {
        let lines = RuleLines::of(&rule.parse().unwrap()).unwrap();
        proposed_name(&lines, |column| match column {
            "Area" => ColumnKind::Area,
            "Concern" => ColumnKind::Question,
            _ => ColumnKind::Dimension,
        })
    }

    #[test]
    fn names_are_said_as_one_would_say_them() {
        for (rule, wanted) in [
            (
                "Sex=Female & Age=16-24 & Area=Nottingham",
                "Women aged 16–24 in Nottingham",
            ),
            (
                "Area=Nottingham & (Age=16-24 | Age=25-34)",
                "People aged 16–24 or 25–34 in Nottingham",
            ),
            (
                "Sex=Male & !(Area=Ashfield | Area=Mansfield)",
                "Men not in Ashfield or Mansfield",
            ),
            ("Sex=Female & Disability=Yes", "Women, disability: Yes"),
            ("!Sex=Female", "People, sex: not Female"),
            ("Sex=Female | Age=65+", "Women or people aged 65+"),
            ("Concern=Burglary", "People, concern: Burglary"),
        ] {
            assert_eq!(name(rule), wanted);
        }
        let none = proposed_name(&RuleLines::default(), |_| ColumnKind::Dimension);
        assert_eq!(none, "");
    }

    #[test]
    fn numbers_that_tell_people_apart_are_not_said() {
        let period = Period::financial_year(2023).unwrap();
        let words = |respondents, latest| {
            count_words(&FittingCount {
                respondents,
                latest: Some((period, latest)),
            })
        };
        assert_eq!(words(1431, 58), "1,431 respondents; 58 in 2023/24");
        assert_eq!(words(431, 3), "431 respondents; fewer than 5 in 2023/24");
        assert_eq!(words(431, 0), "431 respondents; 0 in 2023/24");
        assert_eq!(words(4, 0), "Fewer than 5 respondents");
        assert_eq!(words(0, 0), "Nobody fits");
    }

    #[test]
    fn small_groups_are_warned_of() {
        let warned = |respondents| {
            low_base_words(&FittingCount {
                respondents,
                latest: None,
            })
        };
        assert!(warned(29).unwrap().starts_with("Too few"));
        assert!(warned(30).unwrap().starts_with("Low base"));
        assert!(warned(99).unwrap().starts_with("Low base"));
        assert_eq!(warned(100), None);
        let in_a_year = low_base_words(&FittingCount {
            respondents: 900,
            latest: Some((Period::financial_year(2023).unwrap(), 41)),
        });
        assert!(in_a_year.unwrap().starts_with("Low base in 2023/24: "));
    }

    #[test]
    fn a_name_is_had_by_one_group() {
        let groups = [NamedCohort {
            name: String::from("Young women"),
            rule: "Sex=Female & Age=16-24".parse().unwrap(),
        }];
        assert!(name_refused(" – ", None, &groups).is_some());
        assert!(name_refused("young  women", None, &groups).is_some());
        assert_eq!(
            name_refused("young women", Some("Young women"), &groups),
            None
        );
        assert_eq!(name_refused("Carers", None, &groups), None);
    }
}

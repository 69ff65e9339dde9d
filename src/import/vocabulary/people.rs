//! Groups of people, the dimensions they are in, and the answers they give.

use super::split_words;
use crate::base::text::fold;

/// The dimension of people that words name, in the source's own word where it is one of these.
pub fn dimension(text: &str) -> Option<String> {
    const WORDS: &[(&str, &str)] = &[
        ("gender", "Gender"),
        ("sexual orientation", "Sexual orientation"),
        ("sexuality", "Sexual orientation"),
        ("sex", "Sex"),
        ("age", "Age"),
        ("ages", "Age"),
        ("aged", "Age"),
        ("ethnicity", "Ethnicity"),
        ("ethnic group", "Ethnic group"),
        ("ethnic", "Ethnicity"),
        ("disability", "Disability"),
        ("long term illness", "Long-term illness"),
        ("long term condition", "Long-term condition"),
        ("deprivation", "Deprivation"),
        ("imd", "Deprivation"),
        ("simd", "Deprivation"),
        ("quintile", "Deprivation"),
        ("decile", "Deprivation"),
        ("religion", "Religion"),
        ("faith", "Religion"),
        ("tenure", "Tenure"),
        ("urban rural", "Urban or rural"),
        ("urban or rural", "Urban or rural"),
        ("rural urban", "Urban or rural"),
        ("rurality", "Urban or rural"),
        ("marital status", "Marital status"),
        ("relationship status", "Marital status"),
        ("employment status", "Employment"),
        ("economic status", "Economic status"),
        ("economic activity", "Economic status"),
        ("working status", "Economic status"),
        ("occupation", "Occupation"),
        ("household income", "Household income"),
        ("income", "Income"),
        ("country of birth", "Country of birth"),
        ("nationality", "Nationality"),
        ("qualification", "Qualification"),
        ("qualifications", "Qualification"),
        ("education", "Education"),
        ("household type", "Household type"),
        ("household size", "Household size"),
        ("household composition", "Household type"),
        ("carer", "Carer"),
        ("social grade", "Social grade"),
        ("victim status", "Victim of crime"),
        ("demographic", "Group"),
        ("cohort", "Group"),
        ("subgroup", "Group"),
        ("demographic group", "Group"),
        ("respondent group", "Group"),
        ("protected characteristic", "Group"),
    ];
    let folded = format!(" {} ", fold(&split_words(text)));
    WORDS
        .iter()
        .find(|(word, _)| folded.contains(&format!(" {word} ")))
        .map(|(_, name)| (*name).to_owned())
}

/// Whether a label means everybody, or everything: a total over the other labels of its kind.
pub fn is_everyone(text: &str) -> bool {
    let folded = fold(text);
    matches!(
        folded.as_str(),
        "all"
            | "total"
            | "overall"
            | "everyone"
            | "all adults"
            | "all respondents"
            | "all people"
            | "all persons"
            | "all residents"
            | "total sample"
            | "whole sample"
            | "all sample"
            | "persons"
            | "everybody"
            | "both"
            | "both sexes"
            | "total population"
            | "all groups"
            | "all households"
            | "total respondents"
            | "grand total"
    ) || folded.starts_with("all adults ")
        || folded.starts_with("all people aged")
        || folded.starts_with("all respondents ")
}

/// Categories of people, by their usual dimension.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "Sex",
        &[
            "male", "males", "female", "females", "man", "men", "woman", "women", "boys", "girls",
        ],
    ),
    (
        "Gender",
        &[
            "non binary",
            "nonbinary",
            "transgender",
            "trans",
            "gender described in another way",
            "other gender",
            "identify in another way",
        ],
    ),
    (
        "Ethnicity",
        &[
            "white",
            "black",
            "asian",
            "mixed",
            "white british",
            "white other",
            "other white",
            "black black british",
            "asian asian british",
            "asian or asian british",
            "black or black british",
            "mixed multiple",
            "mixed multiple ethnic groups",
            "other ethnic group",
            "minority ethnic",
            "ethnic minority",
            "bame",
            "bme",
            "non white",
            "white minority ethnic",
            "white scottish",
            "white polish",
            "other ethnic",
            "arab",
            "chinese",
            "white irish",
            "mixed or multiple ethnic groups",
            "ethnic minorities",
            "black african caribbean or black british",
            "other than white",
        ],
    ),
    (
        "Disability",
        &[
            "disabled",
            "not disabled",
            "non disabled",
            "no disability",
            "has a disability",
            "disability",
            "with a disability",
            "without a disability",
            "long term illness or disability",
            "no long term illness or disability",
            "limiting disability",
            "non limiting disability",
        ],
    ),
    (
        "Sexual orientation",
        &[
            "heterosexual",
            "heterosexual straight",
            "straight heterosexual",
            "straight",
            "gay lesbian",
            "gay or lesbian",
            "lesbian gay",
            "bisexual",
            "lgb",
            "lgbt",
            "lgbtq",
            "gay lesbian bisexual",
            "heterosexual or straight",
            "lgbo",
            "lgb and other",
        ],
    ),
    (
        "Religion",
        &[
            "christian",
            "muslim",
            "hindu",
            "sikh",
            "jewish",
            "buddhist",
            "no religion",
            "other religion",
            "church of scotland",
            "roman catholic",
            "other christian",
        ],
    ),
    (
        "Tenure",
        &[
            "owner occupied",
            "owner occupier",
            "owner occupiers",
            "social rented",
            "private rented",
            "owned outright",
            "own outright",
            "owned",
            "social renters",
            "private renters",
            "rented",
            "buying with a mortgage",
        ],
    ),
    (
        "Urban or rural",
        &[
            "urban",
            "rural",
            "large urban areas",
            "other urban areas",
            "accessible rural",
            "remote rural",
            "accessible small towns",
            "remote small towns",
            "rest of scotland",
            "rural scotland",
        ],
    ),
    (
        "Economic status",
        &[
            "employed",
            "unemployed",
            "student",
            "students",
            "retired",
            "in employment",
            "full time education",
            "in full time education",
            "working",
            "not working",
            "economically inactive",
            "economically active",
            "looking after home family",
            "full time student",
            "working full time",
            "working part time",
        ],
    ),
    (
        "Marital status",
        &[
            "married",
            "single",
            "divorced",
            "widowed",
            "separated",
            "cohabiting",
            "married civil partnered",
        ],
    ),
    (
        "Victim of crime",
        &[
            "victim",
            "non victim",
            "victims",
            "not a victim",
            "victim of crime",
            "victims of crime",
            "non victims",
            "victim in last 12 months",
        ],
    ),
];

/// The group of people that a label names: dimension and category.
pub fn cohort(text: &str) -> Option<(&'static str, String)> {
    let category = crate::base::text::clean(text);
    let folded = fold(text);
    if folded.is_empty() || folded.len() > 70 {
        return None;
    }
    if is_age(&folded) {
        return Some(("Age", category));
    }
    for (dimension, words) in GROUPS {
        if words.contains(&folded.as_str()) {
            return Some((dimension, category));
        }
    }
    if folded.contains("quintile")
        || folded.contains("decile")
        || folded.contains("most deprived")
        || folded.contains("least deprived")
    {
        return Some(("Deprivation", category));
    }
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| folded.starts_with(prefix));
    if starts(&["females aged", "males aged", "women aged", "men aged"]) {
        return Some(("Sex and age", category));
    }
    if starts(&["asian ", "black ", "mixed ", "white "]) && folded.split(' ').count() <= 6 {
        return Some(("Ethnicity", category));
    }
    None
}

/// `16-24`, `16 to 34`, `65+`, `75 and over`, `under 18`, `aged 60 or over`.
fn is_age(folded: &str) -> bool {
    let text = folded
        .strip_prefix("aged ")
        .or_else(|| folded.strip_prefix("age "))
        .or_else(|| folded.strip_prefix("ages "))
        .unwrap_or(folded);
    let text = text
        .strip_suffix(" years old")
        .or_else(|| text.strip_suffix(" year olds"))
        .or_else(|| text.strip_suffix(" years"))
        .or_else(|| text.strip_suffix(" yrs"))
        .unwrap_or(text);
    let words: Vec<&str> = text.split(' ').collect();
    let age = |word: &str| word.len() <= 3 && word.parse::<u8>().is_ok_and(|age| age <= 120);
    match words.as_slice() {
        ["under" | "over", low]
        | [low, "plus"]
        | [
            low,
            "and" | "or",
            "over" | "above" | "older" | "under" | "more",
        ]
        | [low, "years", "and" | "or", "over" | "older"] => age(low),
        [low, high] | [low, "to" | "and", high] => {
            age(low) && age(high) && low.parse::<u8>().ok() < high.parse::<u8>().ok()
        }
        _ => false,
    }
}

/// Whether a label is what is left of a dimension: "Other", "Not stated".
pub fn is_residual(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "other"
            | "others"
            | "not stated"
            | "not known"
            | "not known not stated"
            | "not known stated"
            | "unknown"
            | "not reported"
            | "not recorded"
            | "dont know"
            | "refused"
            | "prefer not to say"
            | "missing"
            | "not given"
            | "not disclosed"
            | "undisclosed"
    )
}

/// The dimension to which all labels belong that are groups of people, where they all belong to one.
pub fn shared_dimension<'t>(labels: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut shared: Option<String> = None;
    let mut groups = 0;
    for label in labels {
        let dimension = match cohort(label) {
            Some((dimension, _)) => dimension.to_owned(),
            None if is_age_label(label) => String::from("Age"),
            None => continue,
        };
        if shared.as_ref().is_some_and(|known| *known != dimension) {
            return None;
        }
        shared = Some(dimension);
        groups += 1;
    }
    shared.filter(|_| groups >= 2)
}

/// `65+` loses its sign when folded.
pub fn is_age_label(text: &str) -> bool {
    let trimmed = text.trim();
    !trimmed.contains('/') && is_age(&fold(trimmed))
        || trimmed
            .strip_suffix('+')
            .is_some_and(|low| low.trim().parse::<u8>().is_ok_and(|age| age <= 120))
}

/// Whether a label is an answer to a question of a survey.
pub fn is_answer(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "very safe",
        "fairly safe",
        "a bit unsafe",
        "very unsafe",
        "bit unsafe",
        "fairly unsafe",
        "very fairly safe",
        "very a bit unsafe",
        "safe",
        "unsafe",
        "neither safe nor unsafe",
        "strongly agree",
        "agree",
        "tend to agree",
        "neither agree nor disagree",
        "neither",
        "tend to disagree",
        "disagree",
        "strongly disagree",
        "very good",
        "fairly good",
        "fairly poor",
        "very poor",
        "good",
        "poor",
        "excellent",
        "fair",
        "very fairly good",
        "very fairly poor",
        "very satisfied",
        "fairly satisfied",
        "satisfied",
        "dissatisfied",
        "very dissatisfied",
        "fairly dissatisfied",
        "neither satisfied nor dissatisfied",
        "very worried",
        "fairly worried",
        "not very worried",
        "not at all worried",
        "very confident",
        "fairly confident",
        "not very confident",
        "not at all confident",
        "confident",
        "dont know",
        "don t know",
        "not applicable",
        "refused",
        "no opinion",
        "prefer not to say",
        "no answer",
        "not stated",
        "yes",
        "no",
        "very common",
        "fairly common",
        "not very common",
        "not at all common",
        "a great deal",
        "a fair amount",
        "not much",
        "not at all",
        "nothing at all",
        "very strongly",
        "fairly strongly",
        "not very strongly",
        "not at all strongly",
        "a lot",
        "a little",
        "better",
        "worse",
        "same",
        "about the same",
        "improved",
        "stayed the same",
        "got worse",
        "got better",
        "always",
        "often",
        "sometimes",
        "rarely",
        "never",
        "net agree",
        "net disagree",
        "don t know refused",
        "very likely",
        "fairly likely",
        "unlikely",
        "very big problem",
        "fairly big problem",
        "not a problem",
        "not a very big problem",
        "a lot better",
        "a little better",
        "a little worse",
        "a lot worse",
        "definitely agree",
    ];
    let folded = fold(text);
    WORDS.contains(&folded.as_str())
        || folded.starts_with("don t know")
        || folded.starts_with("dont know")
        || folded.starts_with("all agree")
        || folded.starts_with("net ")
}

/// Whether a label names all respondents of a survey, which in a column of places is no place.
pub fn is_all_respondents(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "all respondents"
            | "total respondents"
            | "all adults"
            | "all residents"
            | "total sample"
            | "whole sample"
    )
}

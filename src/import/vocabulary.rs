//! The words by which headings and labels are known: bases, units, changes, places, groups of people,
//! answers. Everything here is general English of official statistics and partner returns.

use crate::base::text::fold;
use crate::data::{AreaKind, Unit};

/// What a heading says of its column, or a label of its row, by its words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// The unweighted number of respondents.
    Base,
    /// The effective base after weighting.
    EffectiveBase,
    /// The weighted number of respondents.
    WeightedBase,
    /// A bound or the width of an interval.
    Interval,
    /// A mark of significance.
    Significance,
    /// A change that the sender worked out.
    Change,
    /// A share of a total that the sender worked out.
    Share,
    /// A rank among others.
    Rank,
}

/// Recognises the headings and labels that are no measures.
pub fn special(text: &str) -> Option<Special> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |word: &str| words.contains(&word);
    let contains = |phrase: &str| folded.contains(phrase);
    if contains("statistically")
        || contains("significantly")
        || contains("significance")
        || contains("significant change")
        || contains("significant difference")
        || matches!(
            folded.as_str(),
            "significant" | "sig" | "sig diff" | "sig change"
        )
    {
        return Some(Special::Significance);
    }
    if contains("confidence interval")
        || contains("confidence limit")
        || contains("margin of error")
        || contains("standard error")
        || matches!(
            folded.as_str(),
            "lower ci"
                | "upper ci"
                | "ci lower"
                | "ci upper"
                | "lower"
                | "upper"
                | "lower bound"
                | "upper bound"
                | "lower limit"
                | "upper limit"
                | "lci"
                | "uci"
                | "lower 95 ci"
                | "upper 95 ci"
                | "95 ci"
                | "95 lcl"
                | "95 ucl"
                | "se"
        )
        || (has("ci") && (has("95") || has("lower") || has("upper")))
    {
        return Some(Special::Interval);
    }
    if contains("effective base")
        || contains("effective sample")
        || contains("effective n")
        || folded == "neff"
        || folded == "n eff"
    {
        return Some(Special::EffectiveBase);
    }
    if contains("unweighted") {
        return Some(Special::Base);
    }
    if contains("weighted base")
        || contains("weighted count")
        || contains("weighted n")
        || folded == "weighted"
        || contains("weighted sample")
    {
        return Some(Special::WeightedBase);
    }
    if is_base(&folded, &words) {
        return Some(Special::Base);
    }
    if is_change(text, &folded, &words) {
        return Some(Special::Change);
    }
    if is_share(text, &folded) {
        return Some(Special::Share);
    }
    if folded == "rank"
        || folded.starts_with("rank ")
        || folded.ends_with(" rank")
        || folded == "ranking"
    {
        return Some(Special::Rank);
    }
    None
}

fn is_base(folded: &str, words: &[&str]) -> bool {
    matches!(
        folded,
        "base"
            | "bases"
            | "n"
            | "sample"
            | "sample size"
            | "number of respondents"
            | "no of respondents"
            | "respondents"
            | "total respondents"
            | "number of responses"
            | "responses"
            | "total responses"
            | "base size"
            | "sample base"
            | "number in sample"
            | "base n"
            | "n base"
            | "achieved sample"
            | "base number"
            | "sample n"
            | "total n"
            | "all respondents base"
            | "number of interviews"
            | "interviews"
    ) || folded.starts_with("base all")
        || folded.starts_with("base number")
        || folded.starts_with("base size")
        || folded.starts_with("base sample")
        || folded.starts_with("total number of respondents")
        || (words.last() == Some(&"base") && words.len() <= 4)
        || (words.first() == Some(&"base") && words.len() <= 5)
}

fn is_change(text: &str, folded: &str, words: &[&str]) -> bool {
    let has = |word: &str| words.contains(&word);
    let first = words.first().copied().unwrap_or_default();
    let directional =
        folded.contains("difference between") || folded.contains("percentage point change");
    directional
        || matches!(
            folded,
            "diff"
                | "difference"
                | "variance"
                | "var"
                | "change"
                | "trend"
                | "direction of travel"
                | "movement"
                | "swing"
                | "increase decrease"
                | "inc dec"
                | "pp change"
                | "change pp"
                | "dot"
                | "volume change"
                | "numerical change"
                | "number change"
                | "numeric change"
        )
        || folded.starts_with("change in ")
        || folded.starts_with("change from ")
        || folded.starts_with("change since ")
        || folded.starts_with("change on ")
        || folded.starts_with("change over ")
        || folded.starts_with("change between ")
        || folded.starts_with("change compared")
        || folded.starts_with("percentage change")
        || folded.starts_with("percent change")
        || ["increase", "decrease", "reduction", "difference", "diff"]
            .iter()
            .any(|word| {
                folded == format!("percentage {word}")
                    || folded == format!("percent {word}")
                    || folded == format!("per cent {word}")
                    || (folded == *word && text.contains('%'))
            })
        || folded.starts_with("per cent change")
        || folded.starts_with("difference ")
        || (has("change")
            && (text.contains('%')
                || has("percentage")
                || has("percent")
                || has("pct")
                || has("pp")
                || has("yoy")
                || has("annual"))
            && !has("climate"))
        || (first == "change"
            && words.len() <= 4
            && words
                .iter()
                .any(|word| word.bytes().any(|b| b.is_ascii_digit())))
        || (words.last() == Some(&"change") && words.len() <= 3)
        || folded.contains("yoy")
        || folded.contains("year on year")
        || folded.contains("increase decrease")
}

fn is_share(text: &str, folded: &str) -> bool {
    let percent = text.contains('%')
        || folded.starts_with("percentage")
        || folded.starts_with("percent")
        || folded.starts_with("per cent")
        || folded.starts_with("proportion")
        || folded.starts_with("share");
    (percent
        && [
            "of total",
            "of all crime",
            "of the total",
            "of force",
            "of county total",
            "of grand total",
            "share",
            "of area total",
            "of overall",
        ]
        .iter()
        .any(|of| folded.contains(of)))
        || matches!(
            folded,
            "share" | "share of total" | "proportion of total" | "of total" | "contribution"
        )
}

/// The unit that words name; whether nothing else is said is the second part.
pub fn unit_of(text: &str) -> Option<(Unit, bool)> {
    let folded = fold(text)
        .replace("1 000", "1000")
        .replace("100 000", "100000")
        .replace("10 000", "10000");
    let only = |generic: &[&str]| {
        folded
            .split(' ')
            .all(|word| word.is_empty() || generic.contains(&word))
    };
    const RATE: &[&str] = &[
        "rate",
        "rates",
        "per",
        "1000",
        "100000",
        "population",
        "people",
        "residents",
        "persons",
        "households",
        "resident",
        "head",
        "of",
        "the",
        "crude",
        "thousand",
        "unit",
        "adults",
        "adult",
    ];
    let per = |number: &str, word: &str| {
        folded.contains(&format!("per {number}")) || folded.contains(&format!("per {word}"))
    };
    if per("100000", "hundred thousand") {
        return Some((Unit::Per100000, only(RATE)));
    }
    if folded.contains("per 10000")
        || folded.contains("per million")
        || folded.contains("per sq km")
        || folded.contains("per hectare")
        || folded.contains("per square")
    {
        return None;
    }
    if per("1000", "thousand") {
        return Some((Unit::Per1000, only(RATE)));
    }
    if folded.contains("percentage point") || folded == "pp" {
        return Some((
            Unit::PercentagePoints,
            only(&["percentage", "points", "point", "pp", "change"]),
        ));
    }
    if matches!(special(text), Some(Special::Change))
        && (text.contains('%') || folded.contains("percent") || folded.contains("per cent"))
    {
        return Some((
            Unit::PercentChange,
            only(&[
                "percentage",
                "percent",
                "per",
                "cent",
                "change",
                "year",
                "on",
                "annual",
                "from",
                "previous",
                "the",
            ]),
        ));
    }
    if pounds_sign(text)
        || folded.starts_with("cost")
        || folded.ends_with(" cost")
        || folded.ends_with(" costs")
        || folded.contains("pounds")
        || folded.contains("expenditure")
    {
        return Some((
            Unit::Pounds,
            only(&["pounds", "cost", "costs", "sterling", "gbp"]),
        ));
    }
    if folded.contains("mean score")
        || folded.contains("average score")
        || folded == "mean"
        || folded.contains("mean rating")
    {
        return Some((
            Unit::MeanScore,
            only(&["mean", "score", "average", "rating"]),
        ));
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let percent = text.contains('%')
        || words.iter().any(|word| {
            matches!(
                *word,
                "percentage"
                    | "percentages"
                    | "percent"
                    | "proportion"
                    | "proportions"
                    | "pct"
                    | "prevalence"
            )
        })
        || folded.contains("per cent");
    if percent {
        return Some((
            Unit::Percent,
            only(&[
                "percentage",
                "percentages",
                "percent",
                "per",
                "cent",
                "proportion",
                "proportions",
                "pct",
                "of",
                "respondents",
                "adults",
                "unit",
            ]),
        ));
    }
    let count = folded.starts_with("number of")
        || folded.starts_with("no of")
        || matches!(
            folded.as_str(),
            "number"
                | "numbers"
                | "count"
                | "counts"
                | "total"
                | "volume"
                | "no"
                | "total number"
                | "n"
                | "headcount"
                | "fte"
                | "full time equivalents"
                | "full time equivalent"
                | "frequency"
                | "offences"
                | "incidents"
                | "crimes"
                | "reports"
                | "requests"
                | "calls"
                | "deaths"
                | "notices"
                | "cases"
                | "number recorded"
                | "recorded"
                | "persons"
                | "people"
                | "units"
        )
        || words
            .iter()
            .any(|word| matches!(*word, "fte" | "headcount"));
    count.then(|| {
        (
            Unit::Count,
            only(&[
                "number",
                "numbers",
                "of",
                "count",
                "counts",
                "no",
                "n",
                "fte",
                "full",
                "time",
                "equivalents",
                "equivalent",
                "headcount",
                "units",
                "frequency",
                "volume",
                "persons",
                "people",
            ]),
        )
    })
}

/// Whether a pound sign stands for the unit, not for an amount: `(£)`, not `£201 to £500 fines`.
fn pounds_sign(text: &str) -> bool {
    text.match_indices('£').any(|(at, sign)| {
        !text
            .get(at + sign.len()..)
            .and_then(|rest| rest.trim_start().chars().next())
            .is_some_and(|next| next.is_ascii_digit())
    }) && !text.contains("£1")
        && !text.contains("£2")
        && !text.contains("£5")
}

/// Whether a name speaks of things that are counted.
pub fn is_counted(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "incidents",
        "offences",
        "crimes",
        "actions",
        "crime",
        "notices",
        "prosecutions",
        "fines",
        "victims",
        "deaths",
        "reports",
        "population",
        "households",
        "arrests",
        "cases",
        "calls",
        "persons",
        "people",
        "number",
        "burglary",
        "robbery",
        "theft",
        "homicide",
        "violence",
        "assault",
        "arson",
        "damage",
        "complaints",
        "requests",
        "enquiries",
        "referrals",
        "admissions",
        "attendances",
        "births",
        "officers",
        "staff",
        "constables",
        "cautions",
        "vehicles",
        "shoplifting",
        "drugs",
        "weapons",
        "disorder",
        "fae",
        "faes",
        "fces",
        "injunction",
        "injunctions",
        "warning",
        "searches",
        "collisions",
        "casualties",
    ];
    fold(text).split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a name speaks of an average or a rate, which is no count whatever else it speaks of.
pub fn is_average(text: &str) -> bool {
    fold(text).split(' ').any(|word| {
        matches!(
            word,
            "median"
                | "average"
                | "mean"
                | "rate"
                | "rates"
                | "ratio"
                | "density"
                | "index"
                | "score"
                | "per"
                | "proportion"
                | "share"
        )
    })
}

/// Whether a name says nothing without a title: "Number", "Rate per 1,000 population", "Total incidents".
pub fn is_generic(name: &str) -> bool {
    const GENERIC: &[&str] = &[
        "number",
        "numbers",
        "of",
        "the",
        "total",
        "all",
        "rate",
        "rates",
        "per",
        "1",
        "000",
        "1000",
        "100000",
        "10000",
        "100",
        "population",
        "people",
        "percent",
        "percentage",
        "percentages",
        "count",
        "value",
        "values",
        "figure",
        "figures",
        "incidents",
        "offences",
        "crimes",
        "cases",
        "volume",
        "n",
        "amount",
        "result",
        "results",
        "proportion",
        "score",
        "ages",
        "persons",
        "actual",
        "recorded",
        "data",
        "year",
        "estimate",
        "estimates",
        "no",
        "cent",
        "households",
        "head",
        "obs",
        "other",
        "none",
        "yes",
        "any",
        "residents",
        "selected",
        "yearly",
        "annual",
        "current",
        "latest",
        "reports",
        "requests",
        "records",
        "respondents",
        "responses",
        "deaths",
    ];
    let folded = fold(name);
    folded
        .split(' ')
        .all(|word| word.is_empty() || GENERIC.contains(&word))
}

/// Which level of place words name; `Other` for "area" and the like.
pub fn area_level(text: &str) -> Option<AreaKind> {
    let spaced = split_words(text);
    let folded = fold(&spaced);
    let has = |phrase: &str| format!(" {folded} ").contains(&format!(" {phrase} "));
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(phrase));
    if any(&[
        "community safety partnership",
        "csp",
        "community safety partnerships",
        "crime and disorder reduction partnership",
        "cdrp",
        "csp23nm",
        "partnership",
    ]) {
        Some(AreaKind::CommunitySafetyPartnership)
    } else if any(&[
        "police force",
        "police force area",
        "force",
        "pfa",
        "police area",
        "force area",
        "forces",
        "constabulary",
        "police force areas",
    ]) {
        Some(AreaKind::PoliceForce)
    } else if any(&["ward", "wards", "electoral division"]) {
        Some(AreaKind::Ward)
    } else if any(&[
        "lsoa",
        "msoa",
        "output area",
        "soa",
        "small area",
        "neighbourhood area",
        "beat",
        "sector",
        "beats",
    ]) {
        Some(AreaKind::SmallArea)
    } else if any(&[
        "local authority",
        "local authorities",
        "la",
        "lad",
        "district",
        "districts",
        "borough",
        "boroughs",
        "council",
        "councils",
        "authority",
        "utla",
        "ltla",
        "local government",
        "local authority district",
        "municipality",
    ]) {
        Some(AreaKind::District)
    } else if any(&["county", "counties"]) {
        Some(AreaKind::County)
    } else if any(&["region", "regions", "english regions", "gor"]) {
        Some(AreaKind::Region)
    } else if any(&["country", "countries", "nation"]) {
        Some(AreaKind::Country)
    } else if any(&[
        "area",
        "areas",
        "geography",
        "place",
        "location",
        "locality",
        "town",
        "city",
        "neighbourhood",
        "division",
        "geographical area",
        "constituency",
        "state",
        "trust",
        "icb",
        "ccg",
        "provider",
        "organisation",
        "community",
        "parish",
        "locale",
        "site",
        "station",
        "commissioner",
    ]) {
        Some(AreaKind::Other)
    } else {
        None
    }
}

/// Splits `LookUp_BoroughName` and `area_code` into words.
pub fn split_words(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut before_lower = false;
    for c in text.chars() {
        if c.is_uppercase() && before_lower {
            spaced.push(' ');
        }
        before_lower = c.is_lowercase();
        spaced.push(if matches!(c, '_' | '/') { ' ' } else { c });
    }
    spaced
}

/// What a heading of a column of labels says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelHeading {
    /// Periods.
    Period,
    /// Names of places of a level.
    AreaName(AreaKind),
    /// Codes of places of a level.
    AreaCode(AreaKind),
    /// Groups of people, in a dimension.
    Cohort(String),
    /// Names of measures.
    Measure,
    /// Answers to a question.
    Answer,
    /// Units.
    Unit,
    /// Statuses of values.
    Status,
    /// Remarks.
    Note,
    /// Numbers or codes that only a database needs.
    Code,
    /// The values of a long table.
    Value,
    /// Weights of respondents.
    Weight,
}

/// Reads the heading of a column of labels.
pub fn label_heading(text: &str) -> Option<LabelHeading> {
    let spaced = split_words(text);
    let folded = fold(&spaced);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    let is = |list: &[&str]| list.contains(&folded.as_str());
    if words.is_empty() {
        return None;
    }
    if is(&[
        "unit",
        "units",
        "unit of measure",
        "unit of measurement",
        "measure unit",
        "value unit",
    ]) {
        return Some(LabelHeading::Unit);
    }
    if is(&[
        "unit multiplier",
        "objectid",
        "object id",
        "fid",
        "id",
        "row",
        "index",
        "key",
        "uid",
        "sort order",
        "order",
        "no",
        "ref",
        "row number",
        "line",
        "uri",
        "url",
        "oid",
    ]) {
        return Some(LabelHeading::Code);
    }
    if has("status")
        && (has("observation") || has("value") || has("data") || has("obs") || words.len() == 1)
        || is(&[
            "flag",
            "flags",
            "marker",
            "data marking",
            "value note",
            "obs status",
            "suppression",
            "data flag",
        ])
    {
        return Some(LabelHeading::Status);
    }
    if is(&[
        "note",
        "notes",
        "comment",
        "comments",
        "footnote",
        "footnotes",
        "remarks",
        "caveat",
        "caveats",
        "source",
        "reporting basis",
        "data source",
        "commentary",
        "action",
        "owner",
        "lead",
    ]) {
        return Some(LabelHeading::Note);
    }
    if is(&[
        "value",
        "values",
        "obs value",
        "v4 0",
        "v4 1",
        "observation",
        "observation value",
        "figure",
        "figures",
    ]) {
        return Some(LabelHeading::Value);
    }
    if (has("code") || has("codes") || folded.ends_with("cd") || has("ons") && words.len() == 1)
        && !has("post")
    {
        let bare = folded.replace("code", " ").replace("codes", " ");
        return Some(LabelHeading::AreaCode(
            area_level(&bare).unwrap_or(AreaKind::Other),
        ));
    }
    if words.iter().any(|word| {
        matches!(
            *word,
            "year"
                | "years"
                | "period"
                | "month"
                | "months"
                | "quarter"
                | "date"
                | "fy"
                | "time"
                | "week"
                | "calendar"
                | "timeperiod"
                | "yearending"
                | "mmmyy"
                | "day"
                | "as"
        )
    }) && !has("age")
        && !has("aged")
        && words.len() <= 4
        && !has("old")
        && !has("per")
        && dimension(text).is_none()
    {
        return Some(LabelHeading::Period);
    }
    if let Some(dimension) = dimension(text)
        && words.len() <= 5
    {
        return Some(LabelHeading::Cohort(dimension));
    }
    if is(&[
        "answer",
        "answers",
        "response",
        "responses",
        "response option",
        "response category",
        "answer option",
        "answer text",
        "option",
        "rating",
    ]) {
        return Some(LabelHeading::Answer);
    }
    if words.iter().any(|word| {
        matches!(
            *word,
            "measure"
                | "indicator"
                | "metric"
                | "kpi"
                | "offence"
                | "offences"
                | "crime"
                | "series"
                | "question"
                | "statement"
                | "category"
                | "subcategory"
                | "type"
                | "group"
                | "subgroup"
                | "variable"
                | "item"
                | "theme"
                | "description"
                | "issue"
                | "concern"
                | "classification"
                | "problem"
                | "outcome"
                | "hocode"
                | "measures"
                | "indicators"
                | "service"
                | "disorder"
                | "activity"
                | "topic"
                | "subject"
                | "cause"
                | "reason"
        )
    }) && area_level(text).is_none_or(|level| level == AreaKind::Other)
    {
        return Some(LabelHeading::Measure);
    }
    if folded.ends_with("nm") && words.len() == 1
        || is(&["name", "geo name", "geographic area name"])
    {
        return Some(LabelHeading::AreaName(AreaKind::Other));
    }
    if is(&["weight", "weights", "wt", "survey weight", "weighting"]) {
        return Some(LabelHeading::Weight);
    }
    if let Some(level) = area_level(text)
        && words.len() <= 6
    {
        return Some(LabelHeading::AreaName(level));
    }
    None
}

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

/// Whether a label of a place is a total over others.
pub fn is_area_total(text: &str) -> bool {
    let folded = fold(text);
    folded == "total"
        || folded == "totals"
        || folded.starts_with("total ")
        || folded.ends_with(" total")
        || folded.ends_with(" totals")
        || folded.starts_with("all ")
        || matches!(
            folded.as_str(),
            "all" | "overall" | "sum" | "subtotal" | "sub total"
        )
}

/// Whether a label of a place is what belongs to none.
pub fn is_unassigned(text: &str) -> bool {
    let folded = fold(text);
    [
        "unassigned",
        "not assigned",
        "unallocated",
        "unknown",
        "not known",
        "not recorded",
        "not stated",
        "outside ",
        "out of area",
        "out of force",
        "british transport police",
        "no fixed",
        "unspecified",
        "other area",
        "not mapped",
        "unmapped",
    ]
    .iter()
    .any(|word| folded.starts_with(word))
}

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
    const WORDS: &[(&str, &[&str])] = &[
        (
            "Sex",
            &[
                "male", "males", "female", "females", "man", "men", "woman", "women", "boys",
                "girls",
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
    for (dimension, words) in WORDS {
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
        [low, "plus"] => age(low),
        ["under" | "over", low] => age(low),
        [
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

/// `65+` loses its sign when folded.
pub fn is_age_label(text: &str) -> bool {
    let trimmed = text.trim();
    is_age(&fold(trimmed))
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

/// Whether a line begins as notes and sources do.
pub fn is_note_line(text: &str) -> bool {
    let folded = fold(text);
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| folded.starts_with(prefix));
    if starts(&[
        "source",
        "note",
        "footnote",
        "link to",
        "back to",
        "return to",
        "contents",
        "this worksheet",
        "some shorthand",
        "some cells",
        "key ",
        "symbols",
        "for further",
        "for more",
        "please ",
        "data from",
        "released",
        "published",
        "next update",
        "contact",
        "crown copyright",
        "freeze panes",
        "figures may",
        "totals may",
        "percentages may",
        "columns may",
        "these ",
        "this table",
        "this sheet",
        "the data",
        "the figures",
        "the following",
        "produced by",
        "prepared by",
        "includes",
        "excludes",
        "see ",
        "http",
        "www",
        "police recorded crime statistics",
        "accredited",
    ]) || folded == "key"
    {
        return true;
    }
    let trimmed = text.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let after = trimmed.get(digits..).unwrap_or_default();
    (1..=2).contains(&digits)
        && (after.starts_with(". ") || after.starts_with(") ") || after.starts_with(" "))
        && trimmed.len() > 12
        || trimmed.starts_with(['*', '†']) && trimmed.len() > 12
        || trimmed.chars().take(8).collect::<String>().contains(" = ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_headings() {
        for (text, kind) in [
            ("Base", Some(Special::Base)),
            ("Unweighted base - number of adults", Some(Special::Base)),
            ("Effective base", Some(Special::EffectiveBase)),
            ("Weighted base", Some(Special::WeightedBase)),
            ("% change", Some(Special::Change)),
            (
                "Change in 12 months Sep-17 to Sep-18",
                Some(Special::Change),
            ),
            ("% of total", Some(Special::Share)),
            (
                "Statistically significantly different from England and Wales",
                Some(Special::Significance),
            ),
            ("95% confidence interval", Some(Special::Interval)),
            ("Burglary", None),
            ("% involving a knife", None),
            ("Database crimes", None),
        ] {
            assert_eq!(special(text), kind, "{text}");
        }
    }

    #[test]
    fn units_in_words() {
        assert_eq!(unit_of("Numbers"), Some((Unit::Count, true)));
        assert_eq!(
            unit_of("Rate per 1,000 population"),
            Some((Unit::Per1000, true))
        );
        assert_eq!(
            unit_of("Incidents per 1,000 people"),
            Some((Unit::Per1000, false))
        );
        assert_eq!(unit_of("Rate per 100,000"), Some((Unit::Per100000, true)));
        assert_eq!(
            unit_of("Percentage change"),
            Some((Unit::PercentChange, true))
        );
        assert_eq!(unit_of("% involving a knife"), Some((Unit::Percent, false)));
        assert_eq!(unit_of("Percentage (%)"), Some((Unit::Percent, true)));
        assert_eq!(
            unit_of("Investigation Action Costs (£)"),
            Some((Unit::Pounds, false))
        );
        assert_eq!(unit_of("Burglary"), None);
    }

    #[test]
    fn groups_of_people() {
        assert_eq!(cohort("16 to 34"), Some(("Age", String::from("16 to 34"))));
        assert_eq!(
            cohort("60 or over"),
            Some(("Age", String::from("60 or over")))
        );
        assert_eq!(cohort("Woman").map(|c| c.0), Some("Sex"));
        assert_eq!(
            cohort("20% most deprived").map(|c| c.0),
            Some("Deprivation")
        );
        assert_eq!(cohort("2015-18"), None);
        assert_eq!(cohort("Burglary"), None);
        assert!(is_age_label("65+"));
        assert_eq!(dimension("by age group").as_deref(), Some("Age"));
        assert_eq!(dimension("Percentage damaged"), None);
    }

    #[test]
    fn headings_of_labels() {
        use LabelHeading as H;
        assert_eq!(
            label_heading("LookUp_BoroughName"),
            Some(H::AreaName(AreaKind::District))
        );
        assert_eq!(
            label_heading("Police Force Area code"),
            Some(H::AreaCode(AreaKind::PoliceForce))
        );
        assert_eq!(
            label_heading("Community Safety Partnership name"),
            Some(H::AreaName(AreaKind::CommunitySafetyPartnership))
        );
        assert_eq!(
            label_heading("area_code"),
            Some(H::AreaCode(AreaKind::Other))
        );
        assert_eq!(
            label_heading("LA Name"),
            Some(H::AreaName(AreaKind::District))
        );
        assert_eq!(label_heading("Year"), Some(H::Period));
        assert_eq!(label_heading("Observation status"), Some(H::Status));
        assert_eq!(label_heading("Answer"), Some(H::Answer));
        assert_eq!(label_heading("Sex"), Some(H::Cohort(String::from("Sex"))));
    }
}

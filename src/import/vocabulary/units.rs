//! Units in words, and words that say nothing but how something is counted.

use super::{Special, special};
use crate::base::text::fold;
use crate::data::Unit;

/// Words of a rate that name nothing that is counted.
const RATE_WORDS: &[&str] = &[
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

/// The unit that words name; whether nothing else is said is the second part.
#[expect(
    clippy::too_many_lines,
    reason = "one case after the other, the surest first"
)]
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
    let per = |number: &str, word: &str| {
        folded.contains(&format!("per {number}")) || folded.contains(&format!("per {word}"))
    };
    if per("100000", "hundred thousand") {
        return Some((Unit::Per100000, only(RATE_WORDS)));
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
        return Some((Unit::Per1000, only(RATE_WORDS)));
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
    let count = text.trim_start().starts_with('#')
        || folded.starts_with("number of")
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

/// Whether words say that figures are thousands or millions: "(thousand)", "£m", "£000s".
pub fn is_scaled(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let lower = text.to_lowercase();
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let is_rate = matches!(before, Some(&("per" | "hundred" | "every" | "each")))
            || before.is_some_and(|before| before.bytes().all(|byte| byte.is_ascii_digit()));
        matches!(
            *word,
            "thousand" | "thousands" | "million" | "millions" | "000" | "000s"
        ) && !is_rate
    }) || ["£m", "£k", "£bn"].iter().any(|sign| {
        lower
            .split_once(sign)
            .is_some_and(|(_, after)| !after.starts_with(|next: char| next.is_alphanumeric()))
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

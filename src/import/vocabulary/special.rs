//! Headings and labels that are no measures: bases, changes, shares, intervals.

use crate::base::text::fold;

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
    if has("rank") && words.len() <= 8 || folded == "ranking" {
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
        || folded.contains("change between")
        || folded.starts_with("numeric change")
        || folded.starts_with("numerical change")
        || folded.starts_with("absolute change")
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
            && words.len() <= 8
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
        || folded == "share"
        || folded.starts_with("share ");
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

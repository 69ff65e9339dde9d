//! The scales on which people answer: which answers belong together, in which order, and which of them
//! are usually taken as one. Also the answers that are none: "Don't know".

use crate::base::text::fold;
use crate::data::survey::{Net, Scale};

/// A scale: its answers from the most positive, and how many of them are counted together.
struct Known {
    scale: Scale,
    /// Each step with the ways it is written, folded.
    steps: &'static [&'static [&'static str]],
    counted: usize,
}

const KNOWN: &[Known] = &[
    Known {
        scale: Scale::Safety,
        steps: &[
            &["very safe"],
            &[
                "fairly safe",
                "quite safe",
                "somewhat safe",
                "safe",
                "reasonably safe",
            ],
            &[
                "neither safe nor unsafe",
                "neither",
                "neither safe or unsafe",
            ],
            &[
                "a bit unsafe",
                "fairly unsafe",
                "quite unsafe",
                "somewhat unsafe",
                "unsafe",
                "a little unsafe",
                "bit unsafe",
                "not very safe",
            ],
            &["very unsafe", "not at all safe", "not safe at all"],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Agreement,
        steps: &[
            &["strongly agree", "definitely agree", "agree strongly"],
            &[
                "tend to agree",
                "agree",
                "slightly agree",
                "agree slightly",
                "somewhat agree",
            ],
            &[
                "neither agree nor disagree",
                "neither",
                "neither agree or disagree",
                "no opinion either way",
            ],
            &[
                "tend to disagree",
                "disagree",
                "slightly disagree",
                "disagree slightly",
                "somewhat disagree",
            ],
            &[
                "strongly disagree",
                "definitely disagree",
                "disagree strongly",
            ],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Confidence,
        steps: &[
            &["very confident"],
            &[
                "fairly confident",
                "quite confident",
                "somewhat confident",
                "confident",
            ],
            &["neither confident nor unconfident", "neither"],
            &["not very confident", "fairly unconfident", "unconfident"],
            &["not at all confident", "very unconfident"],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Satisfaction,
        steps: &[
            &["completely satisfied"],
            &["very satisfied"],
            &[
                "fairly satisfied",
                "quite satisfied",
                "satisfied",
                "somewhat satisfied",
            ],
            &[
                "neither satisfied nor dissatisfied",
                "neither",
                "neither satisfied or dissatisfied",
            ],
            &[
                "fairly dissatisfied",
                "quite dissatisfied",
                "dissatisfied",
                "somewhat dissatisfied",
                "a bit dissatisfied",
                "not very satisfied",
            ],
            &["very dissatisfied", "not at all satisfied"],
            &["completely dissatisfied"],
        ],
        counted: 3,
    },
    Known {
        scale: Scale::Worry,
        steps: &[
            &["very worried", "very concerned"],
            &[
                "fairly worried",
                "quite worried",
                "somewhat worried",
                "worried",
                "fairly concerned",
                "quite concerned",
                "concerned",
            ],
            &[
                "not very worried",
                "a bit worried",
                "not very concerned",
                "slightly worried",
            ],
            &[
                "not at all worried",
                "not worried",
                "not worried at all",
                "not at all concerned",
                "not concerned",
            ],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Quality,
        steps: &[
            &["excellent"],
            &["very good"],
            &["fairly good", "good", "quite good"],
            &[
                "neither good nor poor",
                "fair",
                "average",
                "neither",
                "neither good nor bad",
            ],
            &["fairly poor", "poor", "quite poor", "bad"],
            &["very poor", "very bad"],
        ],
        counted: 3,
    },
    Known {
        scale: Scale::Commonness,
        steps: &[
            &["very common"],
            &["fairly common", "quite common", "common"],
            &["not very common"],
            &["not at all common", "not common"],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Likelihood,
        steps: &[
            &["very likely"],
            &["fairly likely", "quite likely", "likely", "somewhat likely"],
            &["neither likely nor unlikely", "neither"],
            &[
                "not very likely",
                "fairly unlikely",
                "unlikely",
                "quite unlikely",
                "somewhat unlikely",
            ],
            &["not at all likely", "very unlikely"],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::Problem,
        steps: &[
            &["a very big problem", "very big problem"],
            &["a fairly big problem", "fairly big problem"],
            &[
                "not a very big problem",
                "not very big problem",
                "a minor problem",
            ],
            &[
                "not a problem at all",
                "not a problem",
                "no problem at all",
                "not at all a problem",
            ],
        ],
        counted: 2,
    },
    Known {
        scale: Scale::YesNo,
        steps: &[&["yes"], &["no"]],
        counted: 1,
    },
];

/// How an answer is compared: a list read out ends "… or very unsafe"; a code may stand before it.
fn plain(answer: &str) -> String {
    let folded = fold(answer);
    let words = folded.strip_prefix("or ").unwrap_or(&folded);
    words
        .split_once(' ')
        .filter(|(code, _)| code.len() <= 2 && code.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(words, |(_, rest)| rest)
        .to_owned()
}

/// Whether an answer is none: who gives it stands outside the base.
pub(super) fn is_outside_base(answer: &str) -> bool {
    let folded = plain(answer);
    [
        "dont know",
        "don t know",
        "do not know",
        "not sure",
        "unsure",
        "refused",
        "refusal",
        "prefer not to",
        "prefer not say",
        "rather not say",
        "not applicable",
        "does not apply",
        "doesnt apply",
        "no answer",
        "not answered",
        "no response",
        "no reply",
        "not stated",
        "not asked",
        "not known",
        "cant say",
        "unable to say",
        "cant remember",
        "item not applicable",
        "schedule not applicable",
    ]
    .iter()
    .any(|words| {
        folded
            .strip_prefix(words)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || words.ends_with("to"))
    }) || matches!(
        folded.as_str(),
        "na" | "n a" | "dk" | "unknown" | "missing" | "null" | "nan"
    )
}

/// The scale of a list of answers, and of each the step it stands on. All of them must be on it, and at
/// least two steps must be there.
pub(super) fn recognise(answers: &[&str]) -> Option<(Scale, Vec<usize>)> {
    KNOWN.iter().find_map(|known| {
        let steps: Option<Vec<usize>> = answers
            .iter()
            .map(|answer| {
                let answer = plain(answer);
                known
                    .steps
                    .iter()
                    .position(|step| step.contains(&answer.as_str()))
            })
            .collect();
        let steps = steps?;
        let mut different = steps.clone();
        different.sort_unstable();
        different.dedup();
        (different.len() >= 2 && different.len() == steps.len()).then_some((known.scale, steps))
    })
}

/// The answers of a scale that are counted together; `answers` with the step of each.
pub(super) fn net(scale: Scale, answers: &[(&str, usize)]) -> Option<Net> {
    let known = KNOWN.iter().find(|known| known.scale == scale)?;
    let counted: Vec<(u16, &str)> = (0..)
        .zip(answers)
        .filter(|(_, (_, step))| *step < known.counted)
        .map(|(index, (label, _))| (index, *label))
        .collect();
    if counted.is_empty() {
        return None;
    }
    let labels: Vec<&str> = counted.iter().map(|(_, label)| *label).collect();
    Some(Net {
        label: if scale == Scale::YesNo {
            String::new()
        } else {
            joined(&labels)
        },
        members: counted.iter().map(|(index, _)| *index).collect(),
    })
}

/// An answer without the code before it: "1. Very safe".
fn without_code(label: &str) -> &str {
    let rest = label.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = rest.trim_start_matches(['.', ')', ':', '-', ' ', '–', '=']);
    if rest.len() == label.len() || bare.len() == rest.len() || bare.is_empty() {
        label
    } else {
        bare
    }
}

/// "Very safe" and "Fairly safe" as "Very/Fairly safe"; with nothing shared, the labels with strokes between.
fn joined(labels: &[&str]) -> String {
    let labels: Vec<&str> = labels.iter().map(|label| without_code(label)).collect();
    let words: Vec<Vec<&str>> = labels
        .iter()
        .map(|label| label.split(' ').collect())
        .collect();
    let last = words.first().and_then(|first| first.last()).copied();
    let shares_last = labels.len() > 1
        && words
            .iter()
            .all(|words| words.len() > 1 && words.last().copied() == last);
    let capital = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    };
    if !shares_last {
        let parts: Vec<String> = labels.iter().map(|label| capital(label)).collect();
        return parts.join("/");
    }
    let heads: Vec<String> = words
        .iter()
        .map(|words| capital(&words.get(..words.len() - 1).unwrap_or_default().join(" ")))
        .collect();
    format!("{} {}", heads.join("/"), last.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_and_their_nets() {
        let cases: [(&[&str], Scale, &str); 7] = [
            (
                &["fairly safe", "very safe", "a bit unsafe", "or very unsafe"],
                Scale::Safety,
                "Fairly/Very safe",
            ),
            (
                &["Very safe", "Fairly safe", "Very unsafe"],
                Scale::Safety,
                "Very/Fairly safe",
            ),
            (
                &["Strongly agree", "Tend to agree", "Disagree"],
                Scale::Agreement,
                "Strongly/Tend to agree",
            ),
            (&["Agree", "Disagree"], Scale::Agreement, "Agree"),
            (
                &["Excellent", "Good", "Fair", "Poor"],
                Scale::Quality,
                "Excellent/Good",
            ),
            (&["Yes", "No"], Scale::YesNo, ""),
            (
                &[
                    "1. Very worried",
                    "2. Fairly worried",
                    "4. Not at all worried",
                ],
                Scale::Worry,
                "Very/Fairly worried",
            ),
        ];
        for (answers, scale, label) in cases {
            let (found, steps) = recognise(answers).unwrap();
            assert_eq!(found, scale);
            let pairs: Vec<(&str, usize)> = answers.iter().copied().zip(steps).collect();
            assert_eq!(net(scale, &pairs).unwrap().label, label);
        }
        assert_eq!(recognise(&["Very safe", "Fairly safe", "Cosy"]), None);
        assert_eq!(recognise(&["Very safe"]), None);
        // Two answers on one step are not this scale.
        assert_eq!(recognise(&["Agree", "Tend to agree", "Disagree"]), None);
    }

    #[test]
    fn answers_that_are_none() {
        for answer in [
            "Don't know",
            "Don’t know / can't say",
            "Refused",
            "Prefer not to say",
            "N/A",
            "Not applicable",
            "99. Refused",
        ] {
            assert!(is_outside_base(answer), "{answer}");
        }
        for answer in [
            "No",
            "Neither",
            "Not very safe",
            "Not at all worried",
            "None of these",
            "Nothing",
        ] {
            assert!(!is_outside_base(answer), "{answer}");
        }
    }
}

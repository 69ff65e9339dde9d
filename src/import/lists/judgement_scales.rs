//! The scales of structured reviews: which words judge, and in which order they stand.

use crate::base::text::fold;
use crate::data::assessment::Step;

/// A scale, from the least. Words in one entry mean the same step.
type Scale = &'static [&'static [&'static str]];

const LEVELS: Scale = &[
    &["very low", "negligible"],
    &["low"],
    &["moderate", "medium"],
    &["high"],
    &["very high"],
];
const THREE_LEVELS: Scale = &[&["low"], &["moderate", "medium"], &["high"]];
const SCALES: [Scale; 7] = [
    LEVELS,
    &[
        &[
            "major decrease",
            "significant decrease",
            "decreasing significantly",
            "large decrease",
        ],
        &["moderate decrease", "slight decrease", "small decrease"],
        &["stable", "no change", "static", "unchanged"],
        &["moderate increase", "slight increase", "small increase"],
        &[
            "major increase",
            "significant increase",
            "increasing significantly",
            "large increase",
        ],
    ],
    &[
        &["decreasing", "reducing", "falling", "decrease", "down"],
        &["stable", "no change", "static", "unchanged", "same"],
        &["increasing", "rising", "increase", "up"],
    ],
    &[
        &["undeveloped"],
        &["fairly undeveloped"],
        &["evolving"],
        &["fairly evolved"],
        &["evolved"],
    ],
    &[
        &["negligible", "insignificant"],
        &["minor"],
        &["moderate"],
        &["major"],
        &["severe", "catastrophic", "critical"],
    ],
    &[
        &["rare", "remote", "very unlikely"],
        &["unlikely"],
        &["possible"],
        &["likely"],
        &["almost certain", "very likely", "highly likely"],
    ],
    &[
        &["none"],
        &["limited"],
        &["partial"],
        &["substantial"],
        &["full"],
    ],
];

fn place(scale: Scale, folded: &str) -> Option<u8> {
    let at = scale.iter().position(|words| words.contains(&folded))?;
    u8::try_from(at + 1).ok()
}

fn steps(scale: Scale) -> u8 {
    u8::try_from(scale.len()).unwrap_or(u8::MAX)
}

/// Whether a text is a step of some scale.
pub(super) fn is_judgement(text: &str) -> bool {
    let folded = fold(text);
    SCALES.iter().any(|scale| place(scale, &folded).is_some())
}

/// The scale of a criterion: the first that holds all its judgements. `has_extremes` says whether the
/// review uses "very low" or "very high" anywhere, without which low, medium and high are all there is.
#[derive(Clone, Copy, Debug)]
pub(super) struct CriterionScale(Option<Scale>);

impl CriterionScale {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>, has_extremes: bool) -> Self {
        let folded: Vec<String> = texts.map(fold).collect();
        let holds_all = |scale: Scale| {
            !folded.is_empty() && folded.iter().all(|text| place(scale, text).is_some())
        };
        if !has_extremes && holds_all(THREE_LEVELS) {
            return Self(Some(THREE_LEVELS));
        }
        Self(SCALES.into_iter().find(|scale| holds_all(scale)))
    }

    /// Whether the scale is one of those known.
    pub(super) const fn is_known(self) -> bool {
        self.0.is_some()
    }

    /// The place of a judgement on the scale.
    pub(super) fn step(self, text: &str) -> Option<Step> {
        let scale = self.0?;
        Some(Step {
            place: place(scale, &fold(text))?,
            of: steps(scale),
        })
    }
}

/// Whether a judgement is the end of the long scale of levels.
pub(super) fn is_extreme(text: &str) -> bool {
    matches!(fold(text).as_str(), "very low" | "very high" | "negligible")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_all_judgements_of_its_criterion_or_is_none() {
        let step = |texts: &[&str], has_extremes, text| {
            let scale = CriterionScale::of(texts.iter().copied(), has_extremes);
            scale.step(text).map(|step| (step.place, step.of))
        };
        assert_eq!(step(&["Low", "High"], true, "High"), Some((4, 5)));
        assert_eq!(
            step(&["Low", "Medium", "High"], false, "High"),
            Some((3, 3))
        );
        assert_eq!(
            step(&["Stable", "Moderate increase"], true, "Stable"),
            Some((3, 5))
        );
        assert_eq!(
            step(&["Stable", "Increasing"], true, "Increasing"),
            Some((3, 3))
        );
        assert_eq!(
            step(&["Evolving", "Fairly evolved"], true, "Evolving"),
            Some((3, 5))
        );
        assert_eq!(step(&["Low", "Catastrophic"], true, "Low"), None);
        assert_eq!(step(&[], true, "Low"), None);
    }
}

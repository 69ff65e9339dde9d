//! What is measured, in which unit, and whether more of it is good.

use serde::{Deserialize, Serialize};

use crate::base::number;

/// The unit of a measure's values.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Unit {
    /// Percent of something, held on 0 to 100 as published; statistics convert to shares of 0 to 1.
    Percent,
    /// A number of crimes, incidents, people.
    Count,
    /// So many for each 1,000 people (or households, where the measure says so).
    Per1000,
    /// So many for each 100,000 people.
    Per100000,
    /// A mean on an answer scale.
    MeanScore,
    /// Pounds sterling.
    Pounds,
    /// A difference of percentages, in percentage points.
    PercentagePoints,
    /// A change in per cent of an earlier value.
    PercentChange,
    /// In per cent of a value of the same series, which is 100.
    Index,
    /// The source does not say and nothing allows a conclusion.
    #[default]
    Unknown,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Percent,
        Self::Count,
        Self::Per1000,
        Self::Per100000,
        Self::MeanScore,
        Self::Pounds,
        Self::PercentagePoints,
        Self::PercentChange,
        Self::Index,
        Self::Unknown,
    ];

    /// The unit's name in the command line's output and in project files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Count => "count",
            Self::Per1000 => "rate per 1000",
            Self::Per100000 => "rate per 100000",
            Self::MeanScore => "mean score",
            Self::Pounds => "pounds",
            Self::PercentagePoints => "percentage points",
            Self::PercentChange => "percent change",
            Self::Index => "index",
            Self::Unknown => "",
        }
    }

    /// The unit as a chart's subtitle says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Count => "number",
            Self::Per1000 => "per 1,000 people",
            Self::Per100000 => "per 100,000 people",
            Self::MeanScore => "mean score",
            Self::Pounds => "£",
            Self::PercentagePoints => "percentage points",
            Self::PercentChange => "% change",
            Self::Index => "index",
            Self::Unknown => "value",
        }
    }

    /// The decimals with which values are shown (statistical specification 10.5).
    pub const fn decimals(self) -> usize {
        match self {
            Self::Count | Self::Pounds => 0,
            Self::MeanScore => 2,
            _ => 1,
        }
    }

    /// Whether values rest on respondents, so that the rule on small bases applies.
    pub const fn rests_on_respondents(self) -> bool {
        matches!(
            self,
            Self::Percent | Self::MeanScore | Self::PercentagePoints | Self::Unknown
        )
    }

    /// Whether values of parts and of the whole lie on one scale; counts of parts add up to that of the whole.
    pub const fn is_level(self) -> bool {
        !matches!(self, Self::Count | Self::Pounds)
    }

    /// A value for reading: `56.8%`, `10,860`, `84.8`, `£1,200`, `−6.3 pp`.
    pub fn format(self, value: f64) -> String {
        self.format_with(value, self.decimals())
    }

    /// A value for reading with a given number of decimals.
    pub fn format_with(self, value: f64, decimals: usize) -> String {
        let number = match self {
            Self::PercentagePoints | Self::PercentChange => number::signed(value, decimals),
            _ => number::grouped(value, decimals),
        };
        match self {
            Self::Percent | Self::PercentChange => format!("{number}%"),
            Self::PercentagePoints => format!("{number} pp"),
            Self::Pounds => match number.strip_prefix(number::MINUS) {
                Some(digits) => format!("{}£{digits}", number::MINUS),
                None => format!("£{number}"),
            },
            _ => number,
        }
    }
}

/// Whether more of a measure is good.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Polarity {
    /// More is good: confidence, feeling safe.
    HigherIsBetter,
    /// Less is good: burglary, anti-social behaviour.
    LowerIsBetter,
    /// Neither: calls to the police, drug offences found by stop and search.
    #[default]
    Neutral,
}

/// A measure as a source names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// The name, cleaned, in the source's own words.
    pub name: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Whether more is good, as far as the words of the name tell.
    #[serde(default)]
    pub polarity: Polarity,
    /// The heading under which the library lists it.
    #[serde(default)]
    pub theme: Theme,
}

/// The headings of the library, in their order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Theme {
    /// Feeling safe, worry about crime.
    FeelingsOfSafety,
    /// Confidence in the police and satisfaction of victims.
    Confidence,
    /// Experience of crime and of anti-social behaviour, in surveys.
    Experience,
    /// Crime recorded by the police.
    RecordedCrime,
    /// Fly-tipping, litter, noise.
    Environment,
    /// Everything else.
    #[default]
    Other,
}

impl Theme {
    /// Every theme, in the library's order.
    pub const ALL: [Self; 6] = [
        Self::FeelingsOfSafety,
        Self::Confidence,
        Self::Experience,
        Self::RecordedCrime,
        Self::Environment,
        Self::Other,
    ];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::FeelingsOfSafety => "Feelings of safety",
            Self::Confidence => "Confidence",
            Self::Experience => "Experience of crime",
            Self::RecordedCrime => "Recorded crime",
            Self::Environment => "Environment",
            Self::Other => "Other measures",
        }
    }
}

impl Measure {
    /// A measure whose polarity and theme are concluded from the words of its name.
    pub fn named(name: impl Into<String>, unit: Unit) -> Self {
        let name = name.into();
        let (theme, polarity) = match (subject(&name), unit) {
            // What people feel and experience is asked in surveys; what is counted was recorded.
            (
                (Theme::FeelingsOfSafety | Theme::Confidence | Theme::Experience, _),
                Unit::Count | Unit::Per1000 | Unit::Per100000,
            ) => (Theme::RecordedCrime, Polarity::LowerIsBetter),
            (subject, _) => subject,
        };
        Self {
            name,
            unit,
            polarity,
            theme,
        }
    }
}

/// What a measure's words tell of its theme and polarity; the first rule that fits decides.
fn subject(name: &str) -> (Theme, Polarity) {
    use Polarity::{HigherIsBetter, LowerIsBetter, Neutral};
    use Theme::{Confidence, Environment, Experience, FeelingsOfSafety, Other, RecordedCrime};
    const RULES: &[(&[&str], Theme, Polarity)] = &[
        (
            &["population", "household estimate", "all ages"],
            Other,
            Neutral,
        ),
        (
            &["unsafe", "fear", "worr", "concern about", "afraid"],
            FeelingsOfSafety,
            LowerIsBetter,
        ),
        (&["safe", "walking alone"], FeelingsOfSafety, HigherIsBetter),
        (
            &[
                "confiden",
                "good reputation",
                "good job",
                "deal with",
                "dealing with",
                "seriously",
                "satisf",
                "trust",
                "listen to",
                "treat everyone",
                "relied on",
                "informed",
                "fair treatment",
                "rely on",
            ],
            Confidence,
            HigherIsBetter,
        ),
        (
            &[
                "experience",
                "victim of",
                "victims of",
                "prevalence",
                "harassment",
                "discrimination",
            ],
            Experience,
            LowerIsBetter,
        ),
        (
            &[
                "fly tip",
                "flytip",
                "litter",
                "graffiti",
                "dog foul",
                "noise",
                "waste",
                "abandoned",
            ],
            Environment,
            LowerIsBetter,
        ),
        (
            &[
                "drug",
                "possession of weapon",
                "stop and search",
                "999",
                "calls",
            ],
            RecordedCrime,
            Neutral,
        ),
        (
            &[
                "crime",
                "offence",
                "burglar",
                "theft",
                "robber",
                "violen",
                "assault",
                "arson",
                "damage",
                "shoplift",
                "anti social",
                "asb",
                "homicide",
                "death",
                "rape",
                "sexual",
                "stalking",
                "harass",
                "fraud",
                "weapon",
                "public order",
                "incidents",
                "vehicle",
                "stolen",
                "knife",
                "wounding",
                "trespass",
                "murder",
                "slavery",
            ],
            RecordedCrime,
            LowerIsBetter,
        ),
    ];
    let folded = crate::base::text::fold(name);
    RULES
        .iter()
        .find(|(words, ..)| words.iter().any(|word| folded.contains(word)))
        .map_or((Other, Neutral), |(_, theme, polarity)| (*theme, *polarity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_print_as_the_house_style_says() {
        assert_eq!(Unit::Percent.format(56.75), "56.8%");
        assert_eq!(Unit::Count.format(10_860.0), "10,860");
        assert_eq!(Unit::PercentagePoints.format(-6.3), "−6.3 pp");
        assert_eq!(Unit::Pounds.format(-1200.0), "−£1,200");
    }

    #[test]
    fn words_decide_theme_and_polarity() {
        let subject_of = |name| {
            let measure = Measure::named(name, Unit::Percent);
            (measure.theme, measure.polarity)
        };
        assert_eq!(
            subject_of("Feel very or fairly safe after dark"),
            (Theme::FeelingsOfSafety, Polarity::HigherIsBetter)
        );
        assert_eq!(
            subject_of("Feel a bit unsafe"),
            (Theme::FeelingsOfSafety, Polarity::LowerIsBetter)
        );
        let counted = Measure::named("Stalking and harassment", Unit::Count);
        assert_eq!(counted.theme, Theme::RecordedCrime);
        let alarm = Measure::named("Public Fear Alarm or Distress", Unit::Count);
        assert_eq!(
            (alarm.theme, alarm.polarity),
            (Theme::RecordedCrime, Polarity::LowerIsBetter)
        );
        assert_eq!(
            subject_of("Drug offences"),
            (Theme::RecordedCrime, Polarity::Neutral)
        );
        assert_eq!(
            subject_of("Fly-tipping: waste on land"),
            (Theme::Environment, Polarity::LowerIsBetter)
        );
    }
}

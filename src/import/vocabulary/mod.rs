//! The words by which headings and labels are known: bases, units, changes, places, groups of people,
//! answers. Everything here is general English of official statistics and partner returns.

mod headings;
mod people;
mod places;
mod special;
mod units;

pub use headings::{LabelHeading, is_note_line, label_heading};
pub use people::{
    cohort, dimension, is_age_label, is_all_respondents, is_answer, is_everyone, is_residual,
    shared_dimension,
};
pub use places::{area_level, is_area_total, is_unassigned, split_words};
pub use special::{Special, special};
pub use units::{is_average, is_counted, is_generic, is_scaled, unit_of};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{AreaKind, Unit};

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

//! A review and what moved since another, as asked for.

use super::movement::Movement;
use super::review::{Review, ReviewKey, reviews};
use crate::analysis::catalogue::Catalogue;

/// Which review is asked for, and since which one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssessmentsQuestion {
    /// The review; `None` is the latest.
    pub review: Option<ReviewKey>,
    /// The review that it is held against; `None` is the one before.
    pub earlier: Option<ReviewKey>,
}

/// A review that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewLabel {
    /// What it is known by.
    pub key: ReviewKey,
    /// What it is called.
    pub label: String,
}

/// A review, and what moved since another.
#[derive(Clone, Debug)]
pub struct AssessmentsAnswer {
    /// All that there are, the earliest first.
    pub reviews: Vec<ReviewLabel>,
    /// The review asked for.
    pub review: Review,
    /// The one that it is held against, and what moved since; `None` where there is no other.
    pub since: Option<(Review, Movement)>,
}

impl AssessmentsQuestion {
    /// The answer; `None` where no source holds a review.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<AssessmentsAnswer> {
        let reviews = reviews(catalogue.sources());
        let place_of = |key: &ReviewKey| reviews.iter().position(|review| review.key == *key);
        let place = self
            .review
            .as_ref()
            .and_then(place_of)
            .or_else(|| reviews.len().checked_sub(1))?;
        let against = self
            .earlier
            .as_ref()
            .and_then(place_of)
            .filter(|against| *against < place)
            .or_else(|| place.checked_sub(1));
        let review = reviews.get(place)?.clone();
        let since = against.and_then(|place| reviews.get(place)).map(|earlier| {
            let links = catalogue.links_between(&earlier.key, &review.key);
            (earlier.clone(), Movement::between(earlier, &review, links))
        });
        Some(AssessmentsAnswer {
            reviews: reviews
                .iter()
                .map(|review| ReviewLabel {
                    key: review.key.clone(),
                    label: review.label.clone(),
                })
                .collect(),
            review,
            since,
        })
    }
}

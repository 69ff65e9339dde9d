//! Areas of the ranked period, each against all the others together.

use super::breakdown::breakdown;
use super::catalogue::Catalogue;
use super::districts::{DistrictsAnswer, Ranking};
use super::groups::GroupQuestion;
use super::question::Question;

impl DistrictsAnswer {
    /// Compares each of its areas with all the others together, as a breakdown by area does it: one family, by
    /// the respondents where they are held. Nothing is compared where the latest period of the two is not the same.
    pub(super) fn compare_with_rest(&mut self, catalogue: &Catalogue, question: Question) {
        let Ranking::ByValue { period, .. } = self.ranking else {
            return;
        };
        let asked = GroupQuestion {
            question,
            every_dimension: false,
        };
        let Some(held) = breakdown(catalogue, &asked) else {
            return;
        };
        let (ranked, compared) = (self.trend.periods.get(period), held.period);
        let is_same = ranked
            .zip(compared)
            .is_some_and(|(ranked, compared)| ranked.covers_same_days(&compared));
        if !is_same || held.comparisons == 0 {
            return;
        }
        self.against_rest = self
            .lines()
            .map(|line| {
                let row = held.rows.iter().find(|row| row.key.area == line.key.area)?;
                row.against_rest.clone()
            })
            .collect();
    }
}

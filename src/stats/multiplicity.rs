//! p-values of several comparisons made at once (statistical specification 2.7). A p-value that is missing
//! stays missing and does not count towards the number of comparisons.

use super::weighted::count;

/// How the p-values of one family of comparisons (one item, one comparison, all cohorts shown) are adjusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// They are left as they are: for one headline chosen beforehand.
    None,
    /// The false discovery rate of Benjamini and Hochberg (1995), *Journal of the Royal Statistical Society*
    /// B 57:289.
    #[default]
    BenjaminiHochberg,
    /// Bonferroni's, the strictest.
    Bonferroni,
    /// Holm (1979), *Scandinavian Journal of Statistics* 6:65: as safe as Bonferroni's and less strict.
    Holm,
}

/// The p-values of a family, adjusted, in the order in which they were given.
///
/// ```
/// use bellwether::stats::multiplicity::{Adjustment, adjusted};
/// let p = [Some(0.01), None, Some(0.03), Some(0.2)];
/// let by_rate = adjusted(&p, Adjustment::BenjaminiHochberg);
/// assert_eq!(by_rate, [Some(0.03), None, Some(0.045), Some(0.2)]);
/// let bonferroni = adjusted(&p, Adjustment::Bonferroni);
/// assert_eq!(bonferroni[3], Some(0.6000000000000001));
/// ```
pub fn adjusted(p_values: &[Option<f64>], adjustment: Adjustment) -> Vec<Option<f64>> {
    let is_p = |p: &f64| (0.0..=1.0).contains(p);
    let known = p_values.iter().enumerate();
    let mut ranked: Vec<(usize, f64)> = known
        .filter_map(|(place, p)| p.filter(is_p).map(|p| (place, p)))
        .collect();
    ranked.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let comparisons = count(ranked.len());
    match adjustment {
        Adjustment::None => {}
        Adjustment::Bonferroni => {
            for (_, p) in &mut ranked {
                *p = (*p * comparisons).min(1.0);
            }
        }
        Adjustment::BenjaminiHochberg => {
            let mut least = 1.0_f64;
            for (rank, (_, p)) in ranked.iter_mut().enumerate().rev() {
                least = least.min(*p * (comparisons / count(rank + 1)));
                *p = least;
            }
        }
        Adjustment::Holm => {
            let mut most = 0.0_f64;
            for (rank, (_, p)) in ranked.iter_mut().enumerate() {
                most = most.max((*p * (comparisons - count(rank))).min(1.0));
                *p = most;
            }
        }
    }
    let mut result = vec![None; p_values.len()];
    for (place, p) in ranked {
        if let Some(slot) = result.get_mut(place) {
            *slot = Some(p);
        }
    }
    result
}

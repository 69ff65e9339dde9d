//! An area beside its peers (statistical specification 5.5). Which areas are peers is data, not
//! arithmetic: the Home Office sets the most similar groups.

use super::quantiles::float;

/// The average of the other members' values, each counted once: what an area is compared with unless the
/// user asks for something else. `None` where there is no other.
///
/// ```
/// use bellwether::stats::peers::mean_of_others;
/// assert_eq!(mean_of_others(&[71.0, 80.0, 90.0], 0), Some(85.0));
/// ```
pub fn mean_of_others(values: &[f64], own: usize) -> Option<f64> {
    values.get(own)?;
    let others = values.iter().enumerate().filter(|(index, _)| *index != own);
    let (count, sum) = others.fold((0, 0.0), |(count, sum), (_, value)| {
        (count + 1, sum + value)
    });
    (count > 0).then(|| sum / float(count))
}

/// The average of all members' values, the own among them. `None` where there is none.
pub fn mean_of_all(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / float(values.len()))
}

/// The rate of all members together, for every `per` people: all events over all people, from pairs of
/// count and population. `None` where a population is not above 0 or there is none.
pub fn pooled_rate(members: &[(f64, f64)], per: f64) -> Option<f64> {
    let people: f64 = members.iter().map(|(_, population)| population).sum();
    let usable = members.iter().all(|(_, population)| *population > 0.0);
    let events: f64 = members.iter().map(|(count, _)| count).sum();
    (usable && people > 0.0).then(|| events / people * per)
}

/// How many events an area has beyond what it would have at its peers' rate; negative where it has fewer.
/// Both rates are for every `per` people.
///
/// ```
/// use bellwether::stats::peers::excess_events;
/// // 2.4 for every 1,000 people more than the peers, among 120,000 people.
/// assert!((excess_events(76.4, 74.0, 120_000.0, 1000.0) - 288.0).abs() < 1e-9);
/// ```
pub fn excess_events(rate: f64, peer_rate: f64, population: f64, per: f64) -> f64 {
    (rate - peer_rate) * population / per
}

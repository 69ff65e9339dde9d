//! Which earlier versions of a project are kept, and which have had their time.

use crate::words::say;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// How many versions are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// So many of the latest, whenever they were saved.
    pub latest: usize,
    /// Before those one a day, the last of it, for so many days.
    pub days: i64,
    /// So many bytes in all; the latest version is kept however large it is.
    pub bytes: u64,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            latest: 10,
            days: 30,
            bytes: 500 << 20,
        }
    }
}

/// What the rule needs to know of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was saved.
    pub saved: Timestamp,
    /// How large it is, in bytes.
    pub length: u64,
}

impl Retention {
    /// The rule, for reading.
    pub fn words(&self) -> String {
        say::VersionsRule {
            days: self.days.to_string(),
            latest: self.latest.to_string(),
            megabytes: (self.bytes >> 20).to_string(),
        }
        .say()
    }

    /// Which of `versions`, latest first, are to stay; one answer for each. Days are those of `zone`.
    pub fn stay(&self, versions: &[Kept], now: Timestamp, zone: &TimeZone) -> Vec<bool> {
        let today = now.to_zoned(zone.clone()).date();
        let first_day = today.checked_sub(self.days.days()).unwrap_or(today);
        let mut last_day = None;
        let mut bytes = 0_u64;
        let mut is_full = false;
        let mut stay = Vec::with_capacity(versions.len());
        for (at, version) in versions.iter().enumerate() {
            let day = version.saved.to_zoned(zone.clone()).date();
            let is_last_of_day = last_day != Some(day);
            last_day = Some(day);
            let is_wanted = at < self.latest || (is_last_of_day && day >= first_day);
            // Once one does not fit, what is older goes too: no gap is left that nobody would expect.
            is_full |= is_wanted && at > 0 && bytes.saturating_add(version.length) > self.bytes;
            let stays = is_wanted && !is_full;
            if stays {
                bytes = bytes.saturating_add(version.length);
            }
            stay.push(stays);
        }
        stay
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept(hours_ago: &[i64], length: u64) -> (Vec<Kept>, Timestamp) {
        let now: Timestamp = "2026-03-20T17:30:00Z".parse().unwrap();
        let versions = hours_ago.iter().map(|hours| Kept {
            saved: now - hours.hours(),
            length,
        });
        (versions.collect(), now)
    }

    #[test]
    fn the_last_ten_stay_and_of_each_day_before_the_last() {
        // Twelve in the last hours, then three on each of three days, then one of two months ago.
        let mut hours: Vec<i64> = (0..12).collect();
        for day in 1..4 {
            hours.extend([day * 24, day * 24 + 2, day * 24 + 4]);
        }
        hours.push(60 * 24);
        let (versions, now) = kept(&hours, 1);
        let stay = Retention::default().stay(&versions, now, &TimeZone::UTC);
        let kept: Vec<i64> = hours
            .iter()
            .zip(&stay)
            .filter(|(_, stays)| **stays)
            .map(|(hours, _)| *hours)
            .collect();
        assert_eq!(kept, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 24, 48, 72]);
    }

    #[test]
    fn what_is_large_goes_sooner_and_the_latest_never() {
        let (versions, now) = kept(&[0, 1, 2, 3], 200 << 20);
        let stay = Retention::default().stay(&versions, now, &TimeZone::UTC);
        assert_eq!(stay, [true, true, false, false]);
        let (versions, now) = kept(&[0, 1], 900 << 20);
        let stay = Retention::default().stay(&versions, now, &TimeZone::UTC);
        assert_eq!(stay, [true, false]);
    }

    proptest! {
        #[test]
        fn nothing_grows_without_bound(mut hours in proptest::collection::vec(0_i64..3000, 0..200), length in 1_u64..(80 << 20)) {
            hours.sort_unstable();
            let (versions, now) = kept(&hours, length);
            let rule = Retention::default();
            let stay = rule.stay(&versions, now, &TimeZone::UTC);
            let count = stay.iter().filter(|stays| **stays).count();
            prop_assert!(count <= rule.latest + 31);
            prop_assert!(u64::try_from(count).unwrap() * length <= rule.bytes);
            prop_assert!(versions.is_empty() || stay[0]);
        }
    }
}

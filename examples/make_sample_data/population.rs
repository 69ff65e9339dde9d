//! Draws the people who were interviewed: about 1,100 a quarter, the same number in each district, with weights that
//! bring districts and ages back to their share of the population.
//!
//! Everything here is invented; only the adult populations of the districts are near the 2021 Census.

use crate::respondent::{
    ASIAN, BLACK, DISTRICTS, FEMALE, HETEROSEXUAL, LGBTQ, MALE, MIXED, MOST_DEPRIVED, NO,
    OTHER_ETHNIC, QUARTERS, QUINTILES, REFUSED, Respondent, WHITE_BRITISH, WHITE_OTHER, YES,
};
use crate::split_mix::{SplitMix, squash};

/// Interviews in a quarter.
const INTERVIEWS_A_QUARTER: u32 = 1_100;

/// Residents in thousands (about), in the order of [`DISTRICTS`].
const RESIDENTS: [f64; 8] = [126.3, 117.8, 110.9, 117.3, 110.5, 122.9, 119.0, 323.7];

/// Youngest and oldest age of a band, its share among the interviewed in the county and in the City, and the weight
/// that puts the band's lower response right.
const AGE_BANDS: [(u32, u32, f64, f64, f64); 7] = [
    (16, 24, 0.092, 0.222, 1.36),
    (25, 34, 0.138, 0.190, 1.16),
    (35, 44, 0.158, 0.152, 1.02),
    (45, 54, 0.172, 0.132, 0.97),
    (55, 64, 0.178, 0.115, 0.92),
    (65, 74, 0.152, 0.092, 0.87),
    (75, 90, 0.110, 0.068, 0.93),
];

/// Shares of neighbourhoods' residents by deprivation, most deprived fifth first, in the order of [`DISTRICTS`].
const DEPRIVATION: [[f64; 5]; 8] = [
    [0.30, 0.26, 0.20, 0.15, 0.09],
    [0.20, 0.22, 0.22, 0.20, 0.16],
    [0.10, 0.16, 0.22, 0.25, 0.27],
    [0.08, 0.16, 0.22, 0.26, 0.28],
    [0.34, 0.26, 0.20, 0.13, 0.07],
    [0.14, 0.18, 0.24, 0.24, 0.20],
    [0.03, 0.06, 0.14, 0.25, 0.52],
    [0.42, 0.26, 0.16, 0.10, 0.06],
];

/// Every interview of the sixteen quarters, in the order of the interview date.
pub fn interviewed(random: &mut SplitMix) -> Vec<Respondent> {
    let mut everyone = Vec::new();
    for quarter in 0..QUARTERS {
        let mut wave = Vec::new();
        for (place, (district, interviews)) in DISTRICTS
            .iter()
            .zip(interviews_by_district(quarter))
            .enumerate()
        {
            let mut stratum: Vec<Respondent> = (0..interviews)
                .map(|_| respondent(quarter, place, district, random))
                .collect();
            weight_to_population(&mut stratum, place);
            wave.append(&mut stratum);
        }
        wave.sort_by_key(|respondent| respondent.day);
        everyone.append(&mut wave);
    }
    everyone
}

/// 137 or 138 a district in turn. In the year to June 2022 Ashfield has 587, the published number of respondents.
fn interviews_by_district(quarter: u32) -> Vec<u32> {
    let ashfield = match quarter {
        6..=8 => 147,
        9 => 146,
        _ => 137,
    };
    let others = INTERVIEWS_A_QUARTER - ashfield;
    let mut counts = vec![ashfield];
    for place in 0..7 {
        let extra = u32::from((place + quarter) % 7 < others % 7);
        counts.push(others / 7 + extra);
    }
    counts
}

fn respondent(
    quarter: u32,
    place: usize,
    district: &'static str,
    random: &mut SplitMix,
) -> Respondent {
    let is_city = district == "Nottingham";
    let sex = random.pick(&[(FEMALE, 0.522), (MALE, 0.471), (REFUSED, 0.007)], FEMALE);
    let bands: Vec<((u32, u32, f64), f64)> = AGE_BANDS
        .iter()
        .map(|&(from, to, county, city, weight)| {
            ((from, to, weight), if is_city { city } else { county })
        })
        .collect();
    let (from, to, age_weight) = random.pick(&bands, (45, 54, 1.0));
    let age = from + random.below(to - from + 1);
    let student_share = match (age, is_city) {
        (16..=17, _) => 0.86,
        (18..=24, true) => 0.64,
        (18..=24, false) => 0.36,
        (25..=34, true) => 0.06,
        (25..=34, false) => 0.02,
        _ => 0.003,
    };
    let student = yes_or_no(random.chance(student_share));
    let ethnicity = random.pick(ethnic_shares(is_city), WHITE_BRITISH);
    let lgbtq_share = match age {
        0..=24 => 0.15,
        25..=34 => 0.10,
        35..=44 => 0.06,
        _ => 0.03,
    };
    let sexual_orientation = random.pick(
        &[
            (LGBTQ, lgbtq_share),
            (REFUSED, 0.03),
            (HETEROSEXUAL, 0.97 - lgbtq_share),
        ],
        HETEROSEXUAL,
    );
    let disabled_share = 0.10 + f64::from(age) * 0.0035 + if age > 70 { 0.06 } else { 0.0 };
    let disability = random.pick(
        &[
            (YES, disabled_share),
            (REFUSED, 0.012),
            (NO, 0.988 - disabled_share),
        ],
        NO,
    );
    let shares: Vec<(&str, f64)> = QUINTILES
        .into_iter()
        .zip(DEPRIVATION.get(place).copied().unwrap_or([0.2; 5]))
        .collect();
    let deprivation_quintile = random.pick(&shares, "3");
    let (victim_leaning, harassed_leaning) = crime_leanings(
        (
            sex,
            age,
            sexual_orientation,
            disability,
            deprivation_quintile,
        ),
        is_city,
    );
    let victim = yes_or_no(random.chance(squash(victim_leaning)));
    let repeated = if victim == YES { 0.45 } else { 0.0 };
    let harassed = yes_or_no(random.chance(squash(harassed_leaning + repeated)));
    let reported = if victim == YES {
        yes_or_no(random.chance(0.64))
    } else {
        ""
    };
    let noise = 0.94 + 0.12 * random.uniform();
    Respondent {
        quarter,
        day: 7 + random.below(76),
        district,
        sex,
        age,
        ethnicity,
        sexual_orientation,
        disability,
        student,
        deprivation_quintile,
        victim,
        harassed,
        reported,
        weight: age_weight * noise,
        ease: 0.45 * random.normal(),
        trust: 0.6 * random.normal(),
    }
}

/// Shares of ethnic groups in the City and in the county.
const fn ethnic_shares(is_city: bool) -> &'static [(&'static str, f64)] {
    if is_city {
        &[
            (WHITE_BRITISH, 0.585),
            (WHITE_OTHER, 0.075),
            (ASIAN, 0.14),
            (BLACK, 0.115),
            (MIXED, 0.055),
            (OTHER_ETHNIC, 0.03),
        ]
    } else {
        &[
            (WHITE_BRITISH, 0.9),
            (WHITE_OTHER, 0.032),
            (ASIAN, 0.028),
            (BLACK, 0.016),
            (MIXED, 0.015),
            (OTHER_ETHNIC, 0.009),
        ]
    }
}

/// How much someone leans towards having been a victim of crime, and towards having been harassed.
fn crime_leanings(
    (sex, age, sexual_orientation, disability, deprivation_quintile): (&str, u32, &str, &str, &str),
    is_city: bool,
) -> (f64, f64) {
    let when = |is_so: bool, more: f64| if is_so { more } else { 0.0 };
    let strain = when(deprivation_quintile == MOST_DEPRIVED, 0.25)
        + when(disability == YES, 0.15)
        + when(sexual_orientation == LGBTQ, 0.35)
        + when(is_city, 0.12);
    let is_young = age < 25;
    let victim = strain - 1.15 + when(is_young, 0.25);
    let harassed = strain - 1.35 + when(is_young, 0.55) + when(sex == FEMALE, 0.25);
    (victim, harassed)
}

/// Scales a district's weights in one quarter to its share of residents, so that the quarter's mean is 1.
fn weight_to_population(stratum: &mut [Respondent], place: usize) {
    let residents = RESIDENTS.get(place).copied().unwrap_or(0.0);
    let share = residents / RESIDENTS.iter().sum::<f64>();
    let total: f64 = stratum.iter().map(|respondent| respondent.weight).sum();
    let scale = share * f64::from(INTERVIEWS_A_QUARTER) / total;
    for respondent in stratum {
        let ten_thousandths = (respondent.weight * scale * 10_000.0).round();
        // A weight that rounds to a whole number would make the column look like a count.
        let is_whole = (ten_thousandths / 10_000.0).fract() < 0.000_01;
        respondent.weight = (ten_thousandths + if is_whole { 1.0 } else { 0.0 }) / 10_000.0;
    }
}

const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { YES } else { NO }
}

//! The published crime table of Ashfield, as printed, wrong changes and all.
//!
//! Source: Ashfield Community Safety Strategic Plan 2024-2027, "Tackling Neighbourhood Crimes".

/// One row of the table: three years, newest first, and the change as printed.
pub struct CrimeRow {
    pub offence: &'static str,
    /// October 2021 to September 2022, then the two years before.
    pub counts: [u32; 3],
    /// "% change for past year" in the sender's own words.
    pub printed_change: &'static str,
}

const fn row(offence: &'static str, counts: [u32; 3], printed_change: &'static str) -> CrimeRow {
    CrimeRow {
        offence,
        counts,
        printed_change,
    }
}

/// The row that holds all crime; anti-social behaviour is not in it, and more offences are in it than are listed.
pub const ALL_CRIME: CrimeRow = row("All Crime", [10_860, 9_755, 10_318], "+11.33%");

/// The other rows in printed order.
pub const OFFENCES: [CrimeRow; 16] = [
    row("Drugs", [273, 390, 376], "-30%"),
    row("Possession of Weapons", [108, 94, 127], "+14.9%"),
    row("Theft from a Person", [65, 45, 60], "+31%"),
    row("Other Crime", [451, 330, 357], "+27%"),
    row("Robbery", [86, 86, 96], "No change"),
    row("Public order", [883, 873, 779], "+2%"),
    row("Shoplifting", [1_270, 1_012, 1_004], "+20%"),
    row("Other Theft", [746, 618, 721], "+17%"),
    row("Criminal Damage", [1_234, 1_171, 1_335], "+5%"),
    row("Bicycle Theft", [129, 60, 87], "+53%"),
    row("Burglary", [515, 521, 762], "-1.2%"),
    row(ANTI_SOCIAL_BEHAVIOUR, [3_575, 4_439, 4_318], "-24%"),
    row("Vehicle Crime", [593, 445, 631], "+25%"),
    row("Violence against the Person", [4_138, 3_768, 3_670], "+9%"),
    row(KNIFE_CRIME, [68, 83, 62], "-22%"),
    row(HATE_CRIME, [150, 138, 103], "+8%"),
];

pub const ANTI_SOCIAL_BEHAVIOUR: &str = "Anti-Social Behaviour";
pub const KNIFE_CRIME: &str = "Knife Crime";
pub const HATE_CRIME: &str = "Hate Crime";

/// Whether a row is a part of "All Crime": incidents of anti-social behaviour are not crimes, and knife and hate
/// crime are flags on crimes already counted elsewhere.
pub fn is_part_of_all_crime(offence: &str) -> bool {
    ![ANTI_SOCIAL_BEHAVIOUR, KNIFE_CRIME, HATE_CRIME].contains(&offence)
}

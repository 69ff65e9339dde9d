//! Columns that could tell who somebody is. They are recognised to be left out.

use super::column::Column;
use crate::base::text::fold;
use crate::import::vocabulary::split_words;

/// What a personal column holds, in words; `None` where nothing speaks for it.
pub(super) fn what(column: &Column) -> Option<&'static str> {
    let heading = fold(&split_words(&column.origin.heading));
    let is = |words: &[&str]| {
        words.iter().any(|word| {
            heading == *word
                || heading.ends_with(&format!(" {word}"))
                || heading.starts_with(&format!("{word} ")) && heading.split(' ').count() <= 3
        })
    };
    if is_identifier(&heading) {
        return Some("the number of a respondent or interview");
    }
    if is(&[
        "first name",
        "last name",
        "surname",
        "forename",
        "full name",
        "your name",
        "respondent name",
        "initials",
        "username",
        "user name",
        "contact name",
    ]) || heading == "name"
    {
        return Some("names of people");
    }
    if is(&[
        "email",
        "e mail",
        "email address",
        "phone",
        "telephone",
        "mobile",
        "phone number",
        "contact number",
        "ip address",
        "ip",
    ]) {
        return Some("ways to reach people");
    }
    if is(&[
        "postcode",
        "post code",
        "postal code",
        "address",
        "street",
        "house number",
        "uprn",
        "latitude",
        "longitude",
        "lat",
        "lon",
        "long",
        "easting",
        "northing",
        "eastings",
        "northings",
        "lsoa",
        "msoa",
        "output area",
        "lsoa code",
        "msoa code",
        "lsoa11",
        "lsoa21",
        "oa11",
        "oa21",
    ]) || heading.contains("postcode")
    {
        return Some("where people live, too closely");
    }
    if is(&[
        "date of birth",
        "dob",
        "birth date",
        "birthday",
        "date of death",
        "year of birth",
    ]) {
        return Some("dates of birth or death");
    }
    let some = |test: &dyn Fn(&str) -> bool| {
        let names: Vec<&str> = column.names().take(60).collect();
        let with = names.iter().filter(|name| test(name)).count();
        with * 2 > names.len()
    };
    if column.texts > 0 && some(&|name| name.contains('@') && name.contains('.')) {
        return Some("ways to reach people");
    }
    if column.texts > 0 && some(&is_postcode) {
        return Some("where people live, too closely");
    }
    // Almost everybody has a number of their own.
    if column.all_integers
        && column.numbers * 10 > column.filled * 9
        && column.labels.len() >= column.filled.min(400) * 9 / 10
        && column.filled >= 100
        && column.greatest >= 400.0
    {
        return Some("a number that nearly everybody has alone");
    }
    None
}

/// Whether a heading, folded, is that of the number of a respondent.
fn is_identifier(heading: &str) -> bool {
    const WORDS: &[&str] = &[
        "respondent",
        "respid",
        "resp id",
        "serial",
        "serial number",
        "serial no",
        "serialno",
        "case",
        "caseid",
        "case id",
        "case number",
        "rowlabel",
        "row label",
        "participant",
        "pid",
        "unique id",
        "uid",
        "id",
        "record",
        "record id",
        "record no",
        "response id",
        "interview id",
        "interview number",
        "interviewer",
        "interviewer id",
        "urn",
        "ref",
        "reference",
        "household id",
        "hhid",
        "person id",
        "row",
        "row number",
        "no",
        "number",
        "respondent number",
        "respondent no",
        "respondent ref",
        "collector id",
        "response number",
    ];
    WORDS.contains(&heading)
        || heading.ends_with(" id")
        || heading.ends_with(" urn")
        || heading.ends_with(" serial")
}

/// `NG1 5FS`, or the part before the space.
fn is_postcode(text: &str) -> bool {
    const OUTWARD: [&str; 6] = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];
    let text = text.trim();
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let shape: String = compact
        .chars()
        .map(|c| match c {
            c if c.is_ascii_uppercase() => 'A',
            c if c.is_ascii_digit() => '9',
            _ => '?',
        })
        .collect();
    OUTWARD.iter().any(|outward| {
        shape == format!("{outward}9AA") || shape == *outward && shape.starts_with("AA")
    })
}

//! Why something was read as it was, in the language that is spoken. A reading holds its reasons in English.

use crate::words::{Language, language, say};

/// A message into which nothing goes.
type Message = fn() -> &'static str;

/// The reasons that a reading gives, each with its message.
const REASONS: &[(&str, Message)] = &[
    (
        "its heading and its years",
        say::reason_its_heading_and_its_years,
    ),
    ("its heading", say::reason_its_heading),
    ("its years", say::reason_its_years),
    ("it counts the rows", say::reason_it_counts_the_rows),
    ("its codes of the ONS", say::reason_its_codes_of_the_ons),
    ("its words", say::reason_its_words),
    (
        "its heading or its words",
        say::reason_its_heading_or_its_words,
    ),
    ("its dates", say::reason_its_dates),
    ("its periods", say::reason_its_periods),
    (
        "names under a heading of codes",
        say::reason_names_under_a_heading_of_codes,
    ),
    ("its words are units", say::reason_its_words_are_units),
    (
        "text beside the figures",
        say::reason_text_beside_the_figures,
    ),
    ("its names of places", say::reason_its_names_of_places),
    ("its answers", say::reason_its_answers),
    ("its groups of people", say::reason_its_groups_of_people),
    (
        "the title speaks of places",
        say::reason_the_title_speaks_of_places,
    ),
    ("its long texts", say::reason_its_long_texts),
    (
        "few words beside many places",
        say::reason_few_words_beside_many_places,
    ),
    (
        "it divides the measures",
        say::reason_it_divides_the_measures,
    ),
    ("nothing else fits", say::reason_nothing_else_fits),
    ("its numbers", say::reason_its_numbers),
    ("you said so", say::reason_you_said_so),
    (
        "it is each row's share of the column before",
        say::reason_it_is_each_row_share_of_the,
    ),
    (
        "a running number or code",
        say::reason_a_running_number_or_code,
    ),
    (
        "codes that are not those of the ONS",
        say::reason_codes_that_are_not_those_of_the,
    ),
    ("a running number", say::reason_a_running_number),
    (
        "it says what kind of place the row is",
        say::reason_it_says_what_kind_of_place_the,
    ),
    ("it groups the places", say::reason_it_groups_the_places),
    (
        "it describes the place in the row",
        say::reason_it_describes_the_place_in_the_row,
    ),
    (
        "are read as calendar years: they could also be financial years",
        say::reason_are_read_as_calendar_years_they_could,
    ),
    ("the sheet's title", say::reason_the_sheet_title),
    ("the sheet's name", say::reason_the_sheet_name),
    ("the workbook's title", say::reason_the_workbook_title),
    (
        "another column says when people were asked",
        say::reason_another_column_says_when_people_were_asked,
    ),
    (
        "does not say when people were asked",
        say::reason_does_not_say_when_people_were_asked,
    ),
    (
        "another column says where people live",
        say::reason_another_column_says_where_people_live,
    ),
    ("can be nobody's age", say::reason_can_be_nobody_age),
    ("is not in the codebook", say::reason_is_not_in_the_codebook),
    (
        "it has too many different entries",
        say::reason_it_has_too_many_different_entries,
    ),
    (
        "another column says the same of the sample",
        say::reason_another_column_says_the_same_of_the,
    ),
    (
        "another column has the same heading",
        say::reason_another_column_has_the_same_heading,
    ),
    (
        "another column gives ages in bands",
        say::reason_another_column_gives_ages_in_bands,
    ),
    ("it has no heading", say::reason_it_has_no_heading),
    (
        "nothing says what it holds",
        say::reason_nothing_says_what_it_holds,
    ),
    ("nobody gives an answer", say::reason_nobody_gives_an_answer),
    (
        "its numbers are codes that no codebook explains",
        say::reason_its_numbers_are_codes_that_no_codebook,
    ),
    (
        "cannot be the day of an interview",
        say::reason_cannot_be_the_day_of_an_interview,
    ),
    (
        "the number of a respondent or interview",
        say::reason_the_number_of_a_respondent_or_interview,
    ),
    ("names of people", say::reason_names_of_people),
    ("ways to reach people", say::reason_ways_to_reach_people),
    (
        "where people live, too closely",
        say::reason_where_people_live_too_closely,
    ),
    (
        "dates of birth or death",
        say::reason_dates_of_birth_or_death,
    ),
    (
        "a number that nearly everybody has alone",
        say::reason_a_number_that_nearly_everybody_has_alone,
    ),
    ("it has coordinates", say::reason_it_has_coordinates),
    (
        "several columns hold answers",
        say::reason_several_columns_hold_answers,
    ),
    (
        "each row has a date and several descriptions, and no figure",
        say::reason_each_row_has_a_date_and_several,
    ),
    ("no column holds dates", say::reason_no_column_holds_dates),
    (
        "no column holds districts, wards or small areas",
        say::reason_no_column_holds_districts_wards_or_small,
    ),
    (
        "its heading does not say what it is to a target",
        say::reason_its_heading_does_not_say_what_it,
    ),
];

/// A reason of a reading in the language that is spoken; as it is where it tells of something of the workbook's own.
pub fn reason_words(reason: &str) -> &str {
    if language() == Language::English {
        return reason;
    }
    let known = REASONS.iter().find(|(english, _)| *english == reason);
    known.map_or(reason, |(_, words)| words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_said_in_english_as_readings_hold_it() {
        for (reason, words) in REASONS {
            assert_eq!(words().replace('’', "'"), *reason);
        }
    }
}

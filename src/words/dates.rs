//! Days as people write them.

use jiff::civil::Date;

use super::say;

/// A day with its year: "3 March 2024".
pub fn date(day: Date) -> String {
    let month = say::month_name(day.month());
    say::Date {
        day: day.day(),
        month,
        year: day.year().to_string(),
    }
    .say()
}

//! Units as number formats of Excel, so that PowerPoint prints a value as this program does.

use crate::base::number::MINUS;
use crate::data::Unit;

/// The format of a unit's values with a number of decimals.
pub fn number_format(unit: Unit, decimals: usize) -> String {
    let digits = if decimals == 0 {
        String::from("#,##0")
    } else {
        format!("#,##0.{}", "0".repeat(decimals))
    };
    let minus = format!("\"{MINUS}\"");
    match unit {
        Unit::Percent => format!("{digits}\"%\";{minus}{digits}\"%\""),
        Unit::PercentChange => format!("\"+\"{digits}\"%\";{minus}{digits}\"%\";{digits}\"%\""),
        Unit::PercentagePoints => {
            format!("\"+\"{digits}\" pp\";{minus}{digits}\" pp\";{digits}\" pp\"")
        }
        Unit::Pounds => format!("\"£\"{digits};{minus}\"£\"{digits}"),
        Unit::Count
        | Unit::Per1000
        | Unit::Per100000
        | Unit::MeanScore
        | Unit::Index
        | Unit::Unknown => format!("{digits};{minus}{digits}"),
    }
}

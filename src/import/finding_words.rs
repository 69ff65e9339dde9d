//! What the reading of a workbook found, in the language that is spoken. `Display` says the same in English, since
//! findings are known again by it.

use super::findings::FindingKind;
use super::grid::CellError;
use super::list_findings::ListFinding;
use super::reason_words::reason_words;
use crate::data::{AreaKind, Status};
use crate::words::say;

/// A status in words; empty when ordinary.
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::Ordinary => "",
        Status::Provisional => say::status_provisional(),
        Status::Revised => say::status_revised(),
        Status::Suppressed => say::status_suppressed(),
        Status::NotAvailable => say::status_not_available(),
        Status::AwaitingData => say::status_awaiting_data(),
        Status::NotApplicable => say::status_not_applicable(),
        Status::LowReliability => say::status_low_reliability(),
        Status::LowBase => say::status_low_base(),
        Status::Estimated => say::status_estimated(),
        Status::Break => say::status_break(),
        Status::NearZero => say::status_near_zero(),
        Status::CellError => say::status_cell_error(),
    }
}

/// A kind of area in words.
pub fn area_kind_words(kind: AreaKind) -> &'static str {
    match kind {
        AreaKind::Country => say::area_country(),
        AreaKind::Region => say::area_region(),
        AreaKind::PoliceForce => say::area_police_force(),
        AreaKind::County => say::area_county(),
        AreaKind::CommunitySafetyPartnership => say::area_partnership(),
        AreaKind::District => say::area_district(),
        AreaKind::Ward => say::area_ward(),
        AreaKind::SmallArea => say::area_small(),
        AreaKind::Unassigned => say::area_unassigned(),
        AreaKind::Total => say::area_total(),
        AreaKind::Other => say::area_other(),
    }
}

impl FindingKind {
    /// What was found, as a sentence without its capital.
    pub fn words(&self) -> String {
        match self {
            Self::Shorthand {
                text,
                status,
                count,
            } => say::FindingShorthand {
                text,
                status: status_words(*status),
                times: say::times(count),
            }
            .say(),
            Self::DashUnexplained { count } => say::finding_dash(say::times(count)),
            Self::ZeroByKey { text, count } => say::FindingZeroByKey {
                text,
                times: say::times(count),
            }
            .say(),
            Self::PrintedChange { heading } => say::finding_printed_change(heading),
            Self::PrintedShare { heading } => say::finding_printed_share(heading),
            Self::AboutValues { heading } => say::finding_about_values(heading),
            Self::AddsToAll { label } => say::finding_adds_to_all(label),
            Self::ColumnUnused { heading, reason } => say::FindingColumnUnused {
                heading,
                reason: reason_words(reason),
            }
            .say(),
            Self::PeriodFrom { period, place } => say::FindingPeriodFrom {
                period,
                place: reason_words(place),
            }
            .say(),
            Self::NoPeriod => say::finding_no_period().to_owned(),
            Self::PeriodCaution { text, words } => say::FindingPeriodCaution {
                text,
                words: reason_words(words),
            }
            .say(),
            Self::NotAPeriod { text, count } => say::FindingNotAPeriod {
                text,
                times: say::times(count),
            }
            .say(),
            Self::SharesAsPercent { heading } => say::finding_shares_as_percent(heading),
            Self::PercentScaleUnclear { heading } => say::finding_percent_scale(heading),
            Self::UnitUnknown { measure, count } => {
                say::FindingUnitUnknown { count, measure }.say()
            }
            Self::Conflict { what, first, count } => say::FindingConflict {
                what,
                first: first.to_string(),
                count,
            }
            .say(),
            Self::Repeated { heading, count } => say::FindingRepeated { count, heading }.say(),
            Self::Respondents { reason } => say::finding_respondents(reason_words(reason)),
            Self::Survey(finding) => finding.words(),
            Self::Incidents { reason } => say::finding_incidents(reason_words(reason)),
            Self::List(finding) => finding.words(),
            Self::BreakNoted { words, from, count } => {
                say::FindingBreakNoted { count, from, words }.say()
            }
            Self::BreakUnclear { words } => say::finding_break_unclear(words),
            Self::Lookup => say::finding_lookup().to_owned(),
            Self::Targets => say::finding_targets().to_owned(),
            Self::Matrix => say::finding_matrix().to_owned(),
            Self::MarginsOfError => say::finding_margins_of_error().to_owned(),
            Self::InNotes => say::finding_in_notes().to_owned(),
            Self::StatedTwice { what, other, count } => say::FindingStatedTwice {
                what,
                other,
                times: say::times(count),
            }
            .say(),
            Self::HeadingUnclear { heading } => say::finding_heading_unclear(heading),
            Self::NoHeadings => say::finding_no_headings().to_owned(),
            Self::LooseNumbers { count } => say::finding_loose_numbers(say::times(count)),
            Self::NotUnderstood { text, count } => say::FindingNotUnderstood {
                text,
                times: say::times(count),
            }
            .say(),
            Self::ExcelErrors { error, count } if error == CellError::NotWorkedOut.text() => {
                say::finding_not_worked_out(say::times(count))
            }
            Self::ExcelErrors { error, count } => say::FindingExcelErrors {
                error,
                times: say::times(count),
            }
            .say(),
            Self::AreaAmbiguous { name, read_as } => {
                say::FindingAreaAmbiguous { name, read_as }.say()
            }
            Self::ConflictSettled { count } => say::finding_conflict_settled(say::times(count)),
            Self::TableLeftOut => say::finding_table_left_out().to_owned(),
            Self::RowsLeftOut => say::finding_rows_left_out().to_owned(),
            Self::SheetLeftOut => say::finding_sheet_left_out().to_owned(),
            Self::RowsUnclear => say::finding_rows_unclear().to_owned(),
            Self::HiddenSheet => say::finding_hidden_sheet().to_owned(),
            Self::NoCells => say::finding_no_cells().to_owned(),
            Self::SheetDamaged { reason } => say::finding_sheet_damaged(reason),
        }
    }
}

impl ListFinding {
    /// What was found, as a sentence without its capital.
    pub fn words(&self) -> String {
        match self {
            Self::IncidentsCounted {
                rows,
                kinds,
                areas,
                months,
                by,
            } => say::FindingIncidentsCounted {
                incidents: say::count_incidents(rows),
                by,
                types: say::count_types(kinds),
                places: say::count_places(areas),
                months: say::count_months(months),
            }
            .say(),
            Self::IncidentsUncounted {
                undated,
                unplaced: 0,
            } => say::finding_incidents_undated(say::count_rows(undated)),
            Self::IncidentsUncounted {
                undated: 0,
                unplaced,
            } => say::finding_incidents_unplaced(say::count_rows(unplaced)),
            Self::IncidentsUncounted { undated, unplaced } => say::FindingIncidentsUncounted {
                undated: say::count_rows(undated),
                unplaced: say::count_rows(unplaced),
            }
            .say(),
            Self::IncidentsRepeated { count } => {
                say::finding_incidents_repeated(say::count_rows(count))
            }
            Self::PlacesRead { counts } => {
                let counts: Vec<String> = counts
                    .iter()
                    .map(|(kind, count)| areas_counted(*kind, *count))
                    .collect();
                say::finding_places_read(counts.join(", "))
            }
            Self::TargetsRead { count, without: 0 } => {
                say::finding_targets_read(say::count_targets(count))
            }
            Self::TargetsRead { count, without } => say::FindingTargetsSome {
                targets: say::count_targets(count),
                measures: say::count_measures(without),
            }
            .say(),
            Self::TargetUnclear { text, count } => say::FindingTargetUnclear {
                text,
                times: say::times(count),
            }
            .say(),
            Self::MatrixRead { subjects, criteria } => say::FindingMatrixRead {
                priorities: say::count_priorities(subjects),
                criteria: say::count_criteria(criteria),
            }
            .say(),
            Self::RowsUnused { count } => say::finding_rows_unused(say::count_rows(count)),
            Self::ScaleUnknown { criterion } => say::finding_scale_unknown(criterion),
        }
    }
}

/// "1 ward", "7 districts".
fn areas_counted(kind: AreaKind, count: u32) -> String {
    match kind {
        AreaKind::Country => say::count_countries(count),
        AreaKind::Region => say::count_regions(count),
        AreaKind::PoliceForce => say::count_police_forces(count),
        AreaKind::County => say::count_counties(count),
        AreaKind::CommunitySafetyPartnership => say::count_partnerships(count),
        AreaKind::District => say::count_districts(count),
        AreaKind::Ward => say::count_wards(count),
        AreaKind::SmallArea => say::count_small_areas(count),
        AreaKind::Unassigned | AreaKind::Total | AreaKind::Other => say::count_areas(count),
    }
}

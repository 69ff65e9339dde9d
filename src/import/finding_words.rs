//! What the reading of a workbook found, in the language that is spoken. `Display` says the same in English, since
//! findings are known again by it.

use super::findings::FindingKind;
use super::formulas::NOT_WORKED_OUT;
use super::list_findings::ListFinding;
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
    #[expect(clippy::too_many_lines, reason = "one sentence a kind")]
    pub fn words(&self) -> String {
        match self {
            Self::Shorthand {
                text,
                status,
                count,
            } => say::finding_shorthand(text, status_words(*status), say::times(count)),
            Self::DashUnexplained { count } => say::finding_dash(say::times(count)),
            Self::ZeroByKey { text, count } => say::finding_zero_by_key(text, say::times(count)),
            Self::PrintedChange { heading } => say::finding_printed_change(heading),
            Self::PrintedShare { heading } => say::finding_printed_share(heading),
            Self::AboutValues { heading } => say::finding_about_values(heading),
            Self::AddsToAll { label } => say::finding_adds_to_all(label),
            Self::ColumnUnused { heading, reason } => say::finding_column_unused(heading, reason),
            Self::PeriodFrom { period, place } => say::finding_period_from(period, place),
            Self::NoPeriod => say::finding_no_period().to_owned(),
            Self::PeriodCaution { text, words } => say::finding_period_caution(text, words),
            Self::NotAPeriod { text, count } => say::finding_not_a_period(text, say::times(count)),
            Self::SharesAsPercent { heading } => say::finding_shares_as_percent(heading),
            Self::PercentScaleUnclear { heading } => say::finding_percent_scale(heading),
            Self::UnitUnknown { measure, count } => say::finding_unit_unknown(measure, count),
            Self::Conflict { what, first, count } => {
                say::finding_conflict(what, first.to_string(), count)
            }
            Self::Repeated { heading, count } => say::finding_repeated(heading, count),
            Self::Respondents { reason } => say::finding_respondents(reason),
            Self::Survey(finding) => finding.words(),
            Self::Incidents { reason } => say::finding_incidents(reason),
            Self::List(finding) => finding.words(),
            Self::BreakNoted { words, from, count } => say::finding_break_noted(words, from, count),
            Self::BreakUnclear { words } => say::finding_break_unclear(words),
            Self::Lookup => say::finding_lookup().to_owned(),
            Self::Targets => say::finding_targets().to_owned(),
            Self::Matrix => say::finding_matrix().to_owned(),
            Self::MarginsOfError => say::finding_margins_of_error().to_owned(),
            Self::InNotes => say::finding_in_notes().to_owned(),
            Self::StatedTwice { what, other, count } => {
                say::finding_stated_twice(what, other, say::times(count))
            }
            Self::HeadingUnclear { heading } => say::finding_heading_unclear(heading),
            Self::NoHeadings => say::finding_no_headings().to_owned(),
            Self::LooseNumbers { count } => say::finding_loose_numbers(say::times(count)),
            Self::NotUnderstood { text, count } => {
                say::finding_not_understood(text, say::times(count))
            }
            Self::ExcelErrors { error, count } if error == NOT_WORKED_OUT => {
                say::finding_not_worked_out(say::times(count))
            }
            Self::ExcelErrors { error, count } => {
                say::finding_excel_errors(error, say::times(count))
            }
            Self::AreaAmbiguous { name, read_as } => say::finding_area_ambiguous(name, read_as),
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
            } => say::finding_incidents_counted(
                say::count_incidents(rows),
                by,
                say::count_types(kinds),
                say::count_places(areas),
                say::count_months(months),
            ),
            Self::IncidentsUncounted {
                undated,
                unplaced: 0,
            } => say::finding_incidents_undated(say::count_rows(undated)),
            Self::IncidentsUncounted {
                undated: 0,
                unplaced,
            } => say::finding_incidents_unplaced(say::count_rows(unplaced)),
            Self::IncidentsUncounted { undated, unplaced } => say::finding_incidents_uncounted(
                say::count_rows(undated),
                say::count_rows(unplaced),
            ),
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
            Self::TargetsRead { count, without } => {
                say::finding_targets_some(say::count_targets(count), say::count_measures(without))
            }
            Self::TargetUnclear { text, count } => {
                say::finding_target_unclear(text, say::times(count))
            }
            Self::MatrixRead { subjects, criteria } => say::finding_matrix_read(
                say::count_priorities(subjects),
                say::count_criteria(criteria),
            ),
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

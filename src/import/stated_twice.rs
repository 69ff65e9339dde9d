//! Figures that two tables of a workbook give differently.

use super::findings::{CellSpan, Finding, FindingKind};
use crate::data::{SheetIndex, Source};

/// Figures that two tables of the workbook give differently, one finding for each pair of sheets.
pub(super) fn stated_twice(source: &Source) -> Vec<Finding> {
    let mut first: std::collections::HashMap<_, &crate::data::Observation> =
        std::collections::HashMap::with_capacity(source.observations.len());
    let mut found: indexmap::IndexMap<(SheetIndex, SheetIndex), (Finding, u32)> =
        indexmap::IndexMap::new();
    for observation in &source.observations {
        let key = (
            observation.measure,
            observation.area,
            observation.cohort,
            observation.period,
        );
        let Some(earlier) = first.get(&key) else {
            first.insert(key, observation);
            continue;
        };
        let (Some(a), Some(b)) = (earlier.value, observation.value) else {
            continue;
        };
        if (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) {
            continue;
        }
        let measure = source
            .measure(observation)
            .map_or("", |measure| measure.name.as_str());
        found
            .entry((earlier.cell.sheet, observation.cell.sheet))
            .or_insert_with(|| {
                let finding = Finding {
                    sheet: source.sheet_name(observation.cell.sheet).to_owned(),
                    at: Some(CellSpan::cell(observation.cell)),
                    kind: FindingKind::StatedTwice {
                        what: format!("“{measure}”"),
                        other: source.describe_cell(earlier.cell),
                        count: 0,
                    },
                };
                (finding, 0)
            })
            .1 += 1;
    }
    found
        .into_values()
        .map(|(mut finding, times)| {
            if let FindingKind::StatedTwice { count, .. } = &mut finding.kind {
                *count = times;
            }
            finding
        })
        .collect()
}

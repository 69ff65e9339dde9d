//! Values as they are handed from one process to another: a few bytes each, where names of fields would take a
//! hundred.

use serde::{Deserializer, Serialize as _, Serializer};

use super::cell::{CellRef, SheetIndex};
use super::observation::{Observation, Status};
use crate::base::packed::{NotWhole, Packer, Unpacker, unpacked};

const AREA: u8 = 1;
const PERIOD: u8 = 2;
const VALUE: u8 = 4;
const UNWEIGHTED: u8 = 8;
const EFFECTIVE: u8 = 16;
const NOTE: u8 = 32;
/// The least that a value takes, in bytes.
const LEAST: usize = 6;

pub(super) fn serialize<S: Serializer>(
    observations: &[Observation],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut packer = Packer::with_room(observations.len().saturating_mul(24));
    packer.whole(u32::try_from(observations.len()).map_err(serde::ser::Error::custom)?);
    let statuses = observations.iter().map(|observation| observation.status);
    packer.runs(statuses, code);
    for observation in observations {
        put(&mut packer, observation);
    }
    packer.done().serialize(serializer)
}

fn put(packer: &mut Packer, observation: &Observation) {
    let Observation {
        measure,
        area,
        cohort,
        period,
        value,
        unweighted_base,
        effective_base,
        status: _,
        cell,
        note,
    } = *observation;
    let held = |is_held: bool, flag: u8| if is_held { flag } else { 0 };
    packer.byte(
        held(area.is_some(), AREA)
            | held(period.is_some(), PERIOD)
            | held(value.is_some(), VALUE)
            | held(unweighted_base.is_some(), UNWEIGHTED)
            | held(effective_base.is_some(), EFFECTIVE)
            | held(note.is_some(), NOTE),
    );
    packer.whole(measure);
    packer.whole(cohort);
    packer.whole(u32::from(cell.sheet.0));
    packer.whole(cell.row);
    packer.whole(cell.column);
    for index in [area, period, note].into_iter().flatten() {
        packer.whole(index);
    }
    for number in [value, unweighted_base, effective_base]
        .into_iter()
        .flatten()
    {
        packer.number(number);
    }
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Observation>, D::Error> {
    unpacked(deserializer, |unpacker| {
        let count = usize::try_from(unpacker.whole()?).map_err(|_too_many| NotWhole)?;
        if count > unpacker.left() / LEAST {
            return Err(NotWhole);
        }
        let statuses = unpacker.runs(count, status)?;
        if statuses.len() != count {
            return Err(NotWhole);
        }
        let taken = statuses.into_iter().map(|status| take(unpacker, status));
        taken.collect()
    })
}

fn take(unpacker: &mut Unpacker<'_>, status: Status) -> Result<Observation, NotWhole> {
    let flags = unpacker.byte()?;
    let measure = unpacker.whole()?;
    let cohort = unpacker.whole()?;
    let sheet = u16::try_from(unpacker.whole()?).map_err(|_too_large| NotWhole)?;
    let cell = CellRef::new(SheetIndex(sheet), unpacker.whole()?, unpacker.whole()?);
    let mut index = |flag: u8| {
        let is_held = flags & flag != 0;
        is_held.then(|| unpacker.whole()).transpose()
    };
    let (area, period, note) = (index(AREA)?, index(PERIOD)?, index(NOTE)?);
    let mut number = |flag: u8| {
        let is_held = flags & flag != 0;
        is_held.then(|| unpacker.number()).transpose()
    };
    Ok(Observation {
        measure,
        area,
        cohort,
        period,
        value: number(VALUE)?,
        unweighted_base: number(UNWEIGHTED)?,
        effective_base: number(EFFECTIVE)?,
        status,
        cell,
        note,
    })
}

const fn code(status: Status) -> u32 {
    match status {
        Status::Ordinary => 0,
        Status::Provisional => 1,
        Status::Revised => 2,
        Status::Suppressed => 3,
        Status::NotAvailable => 4,
        Status::AwaitingData => 5,
        Status::NotApplicable => 6,
        Status::LowReliability => 7,
        Status::LowBase => 8,
        Status::Estimated => 9,
        Status::Break => 10,
        Status::NearZero => 11,
        Status::CellError => 12,
    }
}

const fn status(code: u32) -> Option<Status> {
    Some(match code {
        0 => Status::Ordinary,
        1 => Status::Provisional,
        2 => Status::Revised,
        3 => Status::Suppressed,
        4 => Status::NotAvailable,
        5 => Status::AwaitingData,
        6 => Status::NotApplicable,
        7 => Status::LowReliability,
        8 => Status::LowBase,
        9 => Status::Estimated,
        10 => Status::Break,
        11 => Status::NearZero,
        12 => Status::CellError,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::packed::Bytes;

    #[test]
    fn every_status_comes_back() {
        let known: Vec<Status> = (0..).map_while(status).collect();
        assert_eq!(known.len(), 13);
        for (place, held) in (0..).zip(known) {
            assert_eq!(code(held), place);
        }
    }

    #[test]
    fn values_come_back_as_they_were() {
        let whole = Observation {
            measure: 300,
            area: Some(0),
            cohort: u32::MAX,
            period: Some(7),
            value: Some(41.023_900_923_970_3),
            unweighted_base: Some(50.0),
            effective_base: Some(-0.5),
            status: Status::Break,
            cell: CellRef::new(SheetIndex(3), 1_048_575, 16_383),
            note: Some(1),
        };
        let bare = Observation {
            area: None,
            period: None,
            value: None,
            unweighted_base: None,
            effective_base: None,
            note: None,
            status: Status::Suppressed,
            ..whole
        };
        for observation in [whole, bare] {
            let mut packer = Packer::default();
            put(&mut packer, &observation);
            let bytes = packer.done();
            let mut unpacker = Unpacker::new(&bytes);
            assert_eq!(take(&mut unpacker, observation.status), Ok(observation));
            assert_eq!(unpacker.done(), Ok(()));
            for len in 0..bytes.0.len() {
                let cut = Bytes(bytes.0[..len].to_vec());
                assert_eq!(
                    take(&mut Unpacker::new(&cut), observation.status),
                    Err(NotWhole)
                );
            }
        }
    }
}

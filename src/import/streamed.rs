//! Cells on their way from the file to the grid: one thread takes the file apart, another puts the cells
//! in their columns, so that neither waits for the other.

use std::panic;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::grid::{Cells, Stored};

/// So many cells travel together.
const BATCH: usize = 4_096;
/// So many batches may wait; the file is not read further ahead than that.
const WAITING: usize = 8;

/// A cell on its way.
struct Passed {
    row: u32,
    column: u32,
    stored: Stored,
    style: u16,
}

/// Where the cells of a file are handed over.
pub(super) struct Outlet {
    batch: Vec<Passed>,
    sender: SyncSender<Vec<Passed>>,
    count: usize,
}

impl Outlet {
    /// Hands a cell over.
    pub(super) fn push(&mut self, row: u32, column: u32, stored: Stored, style: u16) {
        self.batch.push(Passed {
            row,
            column,
            stored,
            style,
        });
        self.count += 1;
        if self.batch.len() == BATCH {
            self.flush();
        }
    }

    /// How many cells were handed over.
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    fn flush(&mut self) {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        // The other side is gone only when it came to grief, which is found when it is joined.
        if self.sender.send(batch).is_err() {
            tracing::debug!("nobody takes the cells any more");
        }
    }
}

/// Puts what `produce` hands over into `cells`, on a thread of its own; what `produce` gives comes with them.
pub(super) fn fill<T>(mut cells: Cells, produce: impl FnOnce(&mut Outlet) -> T) -> (Cells, T) {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Vec<Passed>>(WAITING);
        let filling = scope.spawn(move || {
            for cell in receiver.into_iter().flatten() {
                cells.push(cell.row, cell.column, cell.stored, cell.style);
            }
            cells
        });
        let mut outlet = Outlet {
            batch: Vec::with_capacity(BATCH),
            sender,
            count: 0,
        };
        let made = produce(&mut outlet);
        outlet.flush();
        drop(outlet);
        match filling.join() {
            Ok(cells) => (cells, made),
            Err(grief) => panic::resume_unwind(grief),
        }
    })
}

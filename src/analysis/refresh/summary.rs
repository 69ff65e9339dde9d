//! A comparison in one line.

use super::comparison::{Comparison, Standing};
use crate::base::number;

impl Comparison {
    /// For reading: "10 new, 18 unchanged, 2 revised, 0 vanished since Police return Jun 22.xlsx".
    pub fn summary(&self) -> String {
        let count = number::count;
        let (new, unchanged) = (count(self.new.len()), count(self.unchanged.len()));
        let (revised, vanished) = (count(self.revised.len()), count(self.vanished.len()));
        let file = self
            .neighbour()
            .map_or("", |neighbour| neighbour.file_name.as_str());
        match self.standing {
            Standing::FirstOfItsKind => format!("{new} new, the first return of its kind"),
            Standing::Later => format!(
                "{new} new, {unchanged} unchanged, {revised} revised, {vanished} vanished since {file}"
            ),
            Standing::Earlier => format!(
                "an earlier return than {file}, which counts where both give a value: {new} new, \
                 {unchanged} unchanged, {revised} revised in the later one"
            ),
            Standing::SameFile => format!(
                "the same file again: {new} new, {unchanged} unchanged, {revised} read otherwise, \
                 {vanished} no longer read"
            ),
        }
    }
}

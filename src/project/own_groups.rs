//! The groups of people that a project makes for itself.

use super::{EditError, Project};
use crate::analysis::cohort_rule::NamedCohort;
use crate::analysis::survey_view::Among;
use crate::base::text::{clean, fold, natural_order};

impl Project {
    /// Keeps a group. One under the same name takes the place of the one held; groups stand by name.
    pub(super) fn keep_group(&mut self, mut group: NamedCohort) -> Result<(), EditError> {
        group.name = clean(&group.name);
        if fold(&group.name).is_empty() {
            return Err(EditError::EmptyGroup);
        }
        // A table among its people follows what it now means.
        self.each_view(|view| {
            let among = &mut view.cross_tab.setting.among;
            if matches!(among, Among::Own(held) if fold(&held.name) == fold(&group.name)) {
                *among = Among::Own(group.clone());
            }
        });
        let mut groups = self.groups.to_vec();
        groups.retain(|held| fold(&held.name) != fold(&group.name));
        groups.push(group);
        groups.sort_by(|a, b| natural_order(&a.name, &b.name));
        self.groups = groups.into();
        Ok(())
    }

    /// Keeps a group no more.
    pub(super) fn drop_group(&mut self, name: &str) -> Result<(), EditError> {
        let mut groups = self.groups.to_vec();
        groups.retain(|held| fold(&held.name) != fold(name));
        if groups.len() == self.groups.len() {
            return Err(EditError::NoSuchGroup(name.to_owned()));
        }
        self.groups = groups.into();
        Ok(())
    }
}

//! When two projects are the same: what is shared is not looked through, so that an edit of a project with a million
//! values is compared with the one before in no time.

use std::sync::Arc;

use super::Project;

impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            name,
            sources,
            layouts,
            successions,
            dictionary,
            groups,
            targets,
            lineages,
            breaks,
            boundaries,
            harm,
            stories,
            brand,
            view,
            newer,
        } = self;
        *name == other.name
            && *view == other.view
            && are_same(sources, &other.sources)
            && is_same(layouts, &other.layouts)
            && *successions == other.successions
            && is_same(dictionary, &other.dictionary)
            && is_same(groups, &other.groups)
            && is_same(targets, &other.targets)
            && is_same(lineages, &other.lineages)
            && is_same(breaks, &other.breaks)
            && are_same(boundaries, &other.boundaries)
            && is_same(harm, &other.harm)
            && is_same(stories, &other.stories)
            && is_same(brand, &other.brand)
            && is_same(newer, &other.newer)
    }
}

/// Whether two are one, or alike.
fn is_same<T: PartialEq + ?Sized>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// Whether the things of two lists are, each.
fn are_same<T: PartialEq>(one: &[Arc<T>], other: &[Arc<T>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| is_same(one, other))
}

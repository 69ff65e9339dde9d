//! A slide laid out once, for the list of slides, the screen, the projector and files: its title, what is on
//! it, and its number. Charts on it are laid out by their own layouts in the room that the title leaves.

mod imprint;
mod place;
mod reveal;
mod sheet;
mod table;
mod words;

pub use place::scaled;
pub use reveal::{at_step, can_have_lines, line_names, lines_by_step, steps};
pub use sheet::{SlideBody, SlideScene, SlideSheet};
pub use table::TablePage;
pub use words::with_paragraphs;

use super::scene::{Node, Role, Scene};

/// Whether a table that was laid out as a chart says that some of its rows or columns found no room.
pub fn leaves_some_out(scene: &Scene) -> bool {
    let has = |wanted: &[Role]| {
        let mut nodes = scene.nodes.iter();
        nodes.any(|node| matches!(node, Node::Group(group) if wanted.contains(&group.role)))
    };
    has(&[Role::Message]) && has(&[Role::Series, Role::Panel])
}

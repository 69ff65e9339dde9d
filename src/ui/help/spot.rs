//! The places of the window to which the tour points: each notes where it is while it is drawn.

use std::collections::BTreeMap;

use egui::{Context, Id, Rect, Ui, pos2};
use serde::Deserialize;

/// A place to which a step of the tour points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Spot {
    /// The list of measures.
    Library,
    /// The question as a sentence.
    Sentence,
    /// The tabs over the chart.
    Tabs,
    /// The chart, or the table of the tab on show.
    Chart,
    /// The panel at the right.
    Details,
    /// The button that makes a slide of the chart.
    AddToStory,
    /// The button that imports workbooks.
    Import,
    /// The button that publishes a story.
    Publish,
}

#[derive(Clone, Default)]
struct Spots(BTreeMap<Spot, (Rect, u64)>);

fn id() -> Id {
    Id::unique("places to which the tour points")
}

/// Notes where a place is in this frame.
pub fn note(ctx: &Context, spot: Spot, rect: Rect) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let spots: &mut Spots = data.get_temp_mut_or_default(id());
        spots.0.insert(spot, (rect, pass));
    });
}

/// Notes a place that `content` draws, over the whole width from where the layout stands.
pub fn note_under<R>(ui: &mut Ui, spot: Spot, content: impl FnOnce(&mut Ui) -> R) -> R {
    let (left, right) = (ui.max_rect().left(), ui.max_rect().right());
    let top = ui.cursor().top();
    let given = content(ui);
    let bottom = ui.min_rect().bottom();
    let rect = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
    note(ui.ctx(), spot, rect);
    given
}

/// Where a place is; `None` where it is not on the screen.
pub fn rect(ctx: &Context, spot: Spot) -> Option<Rect> {
    let pass = ctx.cumulative_pass_nr();
    let spots: Spots = ctx.data(|data| data.get_temp(id()))?;
    let (rect, drawn) = spots.0.get(&spot)?;
    let seen = rect.intersect(ctx.content_rect());
    (*drawn + 1 >= pass && seen.is_positive()).then_some(seen)
}

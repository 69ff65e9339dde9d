//! Choosing a period on the trend: Shift and the pointer dragged across it, or Shift and the arrows from the
//! selected point. What is chosen becomes the "from … to …" of the question.

use egui::{Align2, CursorIcon, Id, PointerButton, Rect, Response, Stroke, Ui, pos2, vec2};

use super::chart_keys::{BRUSH_KEYS, BrushKey};
use super::surface::Surface;
use crate::analysis::{PeriodRange, Question, TrendAnswer};
use crate::base::typeface::Weight;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::announce;
use crate::words::say;

/// How much of what lies under the band is hidden.
const VEIL: f32 = 0.14;
/// Between a date and the edge of what is behind it.
const PADDING: f32 = 4.0;

/// A span of periods while it is being chosen, by their places in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Brush {
    /// Where it began.
    anchor: usize,
    /// Where the pointer or the keyboard is.
    end: usize,
    /// Whether the pointer draws it.
    is_dragged: bool,
    /// Whether the chart is still to be given the keyboard.
    wants_focus: bool,
}

impl Brush {
    /// A span of one period, to be made longer with the keyboard.
    pub(super) const fn at(period: usize) -> Self {
        Self {
            anchor: period,
            end: period,
            is_dragged: false,
            wants_focus: true,
        }
    }

    /// The first and the last period.
    const fn span(self) -> (usize, usize) {
        if self.anchor <= self.end {
            (self.anchor, self.end)
        } else {
            (self.end, self.anchor)
        }
    }
}

impl Surface<'_> {
    /// What pointer and keyboard do to the span, and the span drawn; to be called before the keys that walk along
    /// the points, which are without Shift.
    pub(super) fn brush_ui(
        &self,
        ui: &Ui,
        response: &Response,
        brush: Option<Brush>,
        actions: &mut Actions,
    ) -> (Option<Brush>, Option<PeriodRange>) {
        let mut asked = None;
        let mut brush = self.dragged(ui, response, brush, &mut asked);
        if let Some(held) = &mut brush
            && held.wants_focus
        {
            held.wants_focus = false;
            response.request_focus();
        }
        brush = self.keyed(ui, response, brush, &mut asked);
        let asked = asked.and_then(|held| self.ask(held, actions));
        if let Some(held) = brush {
            self.paint_band(ui, held);
        }
        self.announce(ui, brush, response.has_focus());
        (brush, asked)
    }

    fn dragged(
        &self,
        ui: &Ui,
        response: &Response,
        brush: Option<Brush>,
        asked: &mut Option<Brush>,
    ) -> Option<Brush> {
        let has_shift = ui.input(|input| input.modifiers.shift);
        if has_shift && response.hovered() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let pointed = response.interact_pointer_pos();
        let pointed = pointed.and_then(|at| self.period_near(at.x));
        if has_shift && response.drag_started_by(PointerButton::Primary) {
            let origin = ui.input(|input| input.pointer.press_origin());
            let from = origin.and_then(|at| self.period_near(at.x)).or(pointed)?;
            return Some(Brush {
                anchor: from,
                end: pointed.unwrap_or(from),
                is_dragged: true,
                wants_focus: false,
            });
        }
        let mut held = brush?;
        if !held.is_dragged {
            return brush;
        }
        if let Some(end) = pointed {
            held.end = end;
        }
        if response.dragged() {
            return Some(held);
        }
        *asked = Some(held);
        None
    }

    fn keyed(
        &self,
        ui: &Ui,
        response: &Response,
        brush: Option<Brush>,
        asked: &mut Option<Brush>,
    ) -> Option<Brush> {
        if !response.has_focus() {
            return brush.filter(|held| held.is_dragged || response.gained_focus());
        }
        let begun = || brush.or_else(|| self.selected_period().map(Brush::at));
        let stepped = |held: Brush, end: Option<usize>| Brush {
            end: end.unwrap_or(held.end),
            wants_focus: false,
            ..held
        };
        let is_wanted = |key| matches!(key, BrushKey::Left | BrushKey::Right) || brush.is_some();
        match BRUSH_KEYS.pressed_where(ui, is_wanted) {
            Some(BrushKey::Left) => begun().map(|held| stepped(held, held.end.checked_sub(1))),
            Some(BrushKey::Right) => {
                let last = self.model.periods.len().saturating_sub(1);
                begun().map(|held| stepped(held, Some((held.end + 1).min(last))))
            }
            Some(BrushKey::Escape) => None,
            Some(BrushKey::Enter) => {
                *asked = brush;
                None
            }
            None => brush,
        }
    }

    /// Asks the question for the span, where it is more than one period; the periods that are asked for.
    fn ask(&self, brush: Brush, actions: &mut Actions) -> Option<PeriodRange> {
        let (from, to) = brush.span();
        let asked = asked_for(self.question?, self.answer, from, to)?;
        let (first, last) = (self.model.periods.get(from)?, self.model.periods.get(to)?);
        let label = format!("Show {} to {}", first.label, last.label);
        let periods = asked.periods;
        actions.send(Action::EditTogether(label, vec![Edit::Ask(asked)]));
        Some(periods)
    }

    /// The period nearest to a horizontal place on the screen.
    fn period_near(&self, x: f32) -> Option<usize> {
        let away = |place: &usize| {
            let held = self.period_x(*place).unwrap_or(f32::INFINITY);
            (held - x).abs()
        };
        let places = 0..self.model.periods.len();
        places.min_by(|one, other| away(one).total_cmp(&away(other)))
    }

    fn period_x(&self, place: usize) -> Option<f32> {
        let period = self.model.periods.get(place)?;
        Some(self.origin.x + self.scene.plot.x_to_pt(period.x))
    }

    /// The band over the plot, with the periods at its ends.
    fn paint_band(&self, ui: &Ui, brush: Brush) {
        let (from, to) = brush.span();
        let (Some(left), Some(right)) = (self.period_x(from), self.period_x(to)) else {
            return;
        };
        let tokens = self.tokens;
        let colours = &tokens.colours;
        let plot = self.plot_rect();
        let painter = ui.painter();
        let x = |x: f32| x.clamp(plot.left(), plot.right());
        let band = Rect::from_x_y_ranges(x(left)..=x(right), plot.y_range());
        painter.rect_filled(band, 0.0, colours.accent_ink.gamma_multiply(VEIL));
        let edge = Stroke::new(1.5, colours.accent_ink);
        painter.vline(band.left(), plot.y_range(), edge);
        painter.vline(band.right(), plot.y_range(), edge);
        let ends = [
            (from, Align2::RIGHT_TOP, band.left_top()),
            (to, Align2::LEFT_TOP, band.right_top()),
        ];
        let shown = if from == to { 1 } else { 2 };
        for (place, align, at) in ends.into_iter().take(shown) {
            let Some(period) = self.model.periods.get(place) else {
                continue;
            };
            let words = painter.layout_no_wrap(
                period.label.clone(),
                font(Weight::SemiBold, tokens.text.small),
                colours.on_tooltip,
            );
            let size = words.size() + vec2(2.0 * PADDING, PADDING);
            let mut around = align.anchor_size(at, size);
            // Within the plot, over the band where there is no room beside it.
            let moved = around
                .left()
                .clamp(plot.left(), (plot.right() - size.x).max(plot.left()));
            around = around.translate(vec2(moved - around.left(), 0.0));
            if place == to && from != to && around.left() < band.left() {
                around = around.translate(vec2(0.0, size.y + 2.0));
            }
            painter.rect_filled(around, 3.0, colours.tooltip);
            let at = pos2(around.left() + PADDING, around.top() + PADDING / 2.0);
            painter.galley(at, words, colours.on_tooltip);
        }
    }

    /// Says what is being chosen, or what the keyboard has come to, to those who hear the screen.
    fn announce(&self, ui: &Ui, brush: Option<Brush>, has_focus: bool) {
        let words = brush.and_then(|held| {
            let (from, to) = held.span();
            let label = |place: usize| self.model.periods.get(place).map(|held| &held.label);
            let (first, last) = label(from).zip(label(to))?;
            Some(if from == to {
                say::brush_begun(first)
            } else {
                say::BrushChosen {
                    count: to - from + 1,
                    first,
                    last,
                }
                .say()
            })
        });
        let words = words.or_else(|| self.selected_in_words().filter(|_| has_focus));
        let id = Id::unique("what the keyboard finds on the trend");
        announce(ui, id, self.plot_rect().min, &words.unwrap_or_default());
    }
}

/// The question for the periods from one place to another; none for a single period. An end at which nothing was
/// said goes on to be as far as the data reach.
fn asked_for(
    question: &Question,
    answer: &TrendAnswer,
    from: usize,
    to: usize,
) -> Option<Question> {
    if from >= to {
        return None;
    }
    let (first, last) = (*answer.periods.get(from)?, *answer.periods.get(to)?);
    let is_begin = from == 0 && question.periods.from.is_none();
    let is_end = to + 1 == answer.periods.len() && question.periods.to.is_none();
    Some(Question {
        periods: PeriodRange {
            from: (!is_begin).then_some(first),
            to: (!is_end).then_some(last),
        },
        ..question.clone()
    })
}

/// Periods that were chosen on the trend, and those that were on show before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Brushed {
    before: PeriodRange,
    chosen: PeriodRange,
}

impl Brushed {
    /// Takes note of a choice; of several in turn, what was on show before the first.
    pub(super) fn noted(earlier: Option<Self>, question: &Question, chosen: PeriodRange) -> Self {
        let first = earlier.filter(|held| held.is_of(question));
        Self {
            before: first.map_or(question.periods, |held| held.before),
            chosen,
        }
    }

    /// Whether a question still asks for what was chosen.
    pub(super) fn is_of(&self, question: &Question) -> bool {
        self.chosen == question.periods && self.chosen != self.before
    }

    /// Asks for the periods that were on show before, as a step of its own.
    pub(super) fn show_before(&self, question: &Question, actions: &mut Actions) {
        show_periods(question, self.before, actions);
    }
}

/// Asks for all periods, as a step of its own.
pub(super) fn show_all_periods(question: &Question, actions: &mut Actions) {
    show_periods(question, PeriodRange::default(), actions);
}

fn show_periods(question: &Question, periods: PeriodRange, actions: &mut Actions) {
    let asked = Question {
        periods,
        ..question.clone()
    };
    let label = String::from("Show all periods");
    actions.send(Action::EditTogether(label, vec![Edit::Ask(asked)]));
}

//! A word that is a menu: "Show **Feel safe outside after dark ▾** by **Sex and age ▾**".

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, CursorIcon, EventFilter, Frame, Id, Key, Margin, Modifiers, Popup,
    PopupCloseBehavior, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::choice_list::{ChoiceList, ListState};
use super::{Choice, Icon, focus, sentence, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const PADDING: f32 = 10.0;
const MARK: f32 = 9.0;
const MARK_GAP: f32 = 4.0;
const POPUP_WIDTH: f32 = 320.0;
const POPUP_HEIGHT: f32 = 340.0;
/// The field over the list, and what keeps it from the edges of the window.
const AROUND: f32 = 100.0;

/// What became of a chip in this frame.
pub struct ChipResponse {
    /// The chip itself.
    pub response: Response,
    /// The index of the choice that was taken just now.
    pub chosen: Option<usize>,
}

/// A chip. Opens a list that can be searched by typing and worked with the arrows, Enter and Esc.
#[must_use = "a chip is not shown until `ui` is called"]
pub struct Chip<'a> {
    name: Cow<'a, str>,
    word: Cow<'a, str>,
    choices: &'a [Choice<'a>],
    current: Option<usize>,
    strong: bool,
    small: bool,
    is_action: bool,
}

impl<'a> Chip<'a> {
    /// `name` says what is chosen here ("Measure"; also tells this chip from others in the same place),
    /// `word` what stands there now.
    pub fn new(
        name: impl Into<Cow<'a, str>>,
        word: impl Into<Cow<'a, str>>,
        choices: &'a [Choice<'a>],
    ) -> Self {
        Self {
            name: name.into(),
            word: word.into(),
            choices,
            current: None,
            strong: false,
            small: false,
            is_action: false,
        }
    }

    /// A chip that shows the current one of its choices.
    pub fn of(name: impl Into<Cow<'a, str>>, choices: &'a [Choice<'a>], current: usize) -> Self {
        let word = choices
            .get(current)
            .map_or_else(|| "…".into(), |choice| choice.title.clone());
        Self {
            current: Some(current),
            ..Self::new(name, word, choices)
        }
    }

    /// Marks a choice as the current one.
    pub fn current(mut self, index: Option<usize>) -> Self {
        self.current = index;
        self
    }

    /// Filled with the accent: what is highlighted in the chart.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self.small = true;
        self
    }

    /// A choice does something instead of saying how it is: it opens for a single one too.
    pub fn action(mut self) -> Self {
        self.is_action = true;
        self
    }

    /// In body text, outside a sentence.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Shows the chip and, when it is open, its list.
    pub fn ui(self, ui: &mut Ui) -> ChipResponse {
        let id = ui.make_persistent_id(("chip", &*self.name));
        let opens_for_one = self.strong || (self.is_action && !self.choices.is_empty());
        if self.choices.len() < 2 && !opens_for_one {
            let response = self.plain_ui(ui);
            let chosen = None;
            return ChipResponse { response, chosen };
        }
        let (rect, response) = self.word_ui(ui, id);
        let opens = response.clicked() || opened_by_arrow(ui, &response);
        let popup_id = id.with("popup");
        let state_id = id.with("list");
        if opens && !Popup::is_id_open(ui.ctx(), popup_id) {
            let state = ListState::opened(ui.ctx(), self.current);
            ui.data_mut(|data| data.insert_temp(state_id, state));
            Popup::open_id(ui.ctx(), popup_id);
        } else if response.clicked() {
            Popup::close_id(ui.ctx(), popup_id);
        }
        let chosen = self.popup_ui(ui, &response, rect, popup_id, state_id);
        ChipResponse { response, chosen }
    }

    /// The word alone where there is nothing to choose.
    fn plain_ui(&self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let size = if self.small {
            tokens.text.body
        } else {
            sentence::text_size(ui)
        };
        let room = ui.max_rect().width();
        let font = font(Weight::SemiBold, size);
        let galley = text::elided(ui, &self.word, font, tokens.colours.ink, room);
        let desired = vec2(galley.size().x, tokens.size.chip);
        let (rect, response) = ui.allocate_exact_size(desired, Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, format!("{}: {}", self.name, self.word))
        });
        let at = pos2(rect.left(), text::top(rect, &galley));
        let elided = galley.elided;
        ui.painter().galley(at, galley, tokens.colours.ink);
        let why = say::chip_only_one(self.name.to_lowercase());
        if elided {
            response.on_hover_text(format!("{}\n{why}", self.word))
        } else {
            response.on_hover_text(why)
        }
    }

    fn word_ui(&self, ui: &mut Ui, id: Id) -> (Rect, Response) {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let size = if self.small {
            tokens.text.body
        } else {
            sentence::text_size(ui)
        };
        let mark = if self.small { MARK - 1.0 } else { MARK };
        let around = 2.0 * PADDING + MARK_GAP + mark;
        let room = ui.max_rect().width() - around;
        let font = font(Weight::SemiBold, size);
        let galley = text::elided(ui, &self.word, font, Color32::PLACEHOLDER, room);
        let elided = galley.elided;
        let desired = vec2(galley.size().x + around, tokens.size.chip);
        let (_, rect) = ui.allocate_space(desired);
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let name = format!("{}: {}", self.name, self.word);
            WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name)
        });
        if ui.is_rect_visible(rect) {
            let active = response.hovered() || response.is_pointer_button_down_on();
            let (fill, ink, mark_ink) = match (self.strong, active) {
                (true, false) => (colours.accent, colours.on_accent, colours.accent_mark),
                (true, true) => (colours.accent_hover, colours.on_accent, colours.on_accent),
                (false, false) => (colours.accent_soft, colours.accent_ink, colours.accent_mark),
                (false, true) => (
                    colours.accent_soft_hover,
                    colours.accent_ink,
                    colours.accent_ink,
                ),
            };
            let radius = tokens.radius.control;
            let painter = ui.painter();
            painter.rect(
                rect,
                CornerRadius::from(radius),
                fill,
                Stroke::new(1.0, colours.edge),
                StrokeKind::Inside,
            );
            let at = pos2(rect.left() + PADDING, text::top(rect, &galley));
            painter.galley(at, galley, ink);
            let centre = pos2(rect.right() - PADDING - mark / 2.0, rect.center().y + 0.5);
            Icon::Dropdown.paint_at(painter, centre, mark, mark_ink);
            focus::ring(ui, &response, rect, radius);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = if elided {
            response.on_hover_text(&*self.word)
        } else {
            response
        };
        (rect, response)
    }

    fn popup_ui(
        &self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        popup_id: Id,
        state_id: Id,
    ) -> Option<usize> {
        let mut state: ListState = ui.data(|data| data.get_temp(state_id))?;
        let tokens = tokens(ui);
        let frame = Frame::popup(ui.style())
            .inner_margin(Margin::same(8))
            .corner_radius(CornerRadius::from(tokens.radius.card))
            .stroke(Stroke::new(1.0, tokens.colours.rule));
        let name = say::list_find_in(self.name.to_lowercase());
        let list = ChoiceList {
            id: popup_id,
            name: &name,
            hint: say::list_find(),
            choices: self.choices,
            current: self.current,
            max_height: POPUP_HEIGHT.min(ui.ctx().content_rect().height() - AROUND),
        };
        let shown = Popup::from_response(response)
            .id(popup_id)
            .anchor(rect)
            .gap(4.0)
            .frame(frame)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .open_memory(None)
            .accessible_name(&*self.name)
            .show(|ui| {
                let room = ui.ctx().content_rect().width() - 48.0;
                ui.set_width(POPUP_WIDTH.max(rect.width() - 18.0).min(room));
                // Taken here, so that it does not also leave what lies behind the list.
                let escaped = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
                let chosen = list.ui(ui, &mut state);
                if escaped || chosen.is_some() {
                    ui.close();
                }
                (chosen, escaped)
            });
        let (chosen, escaped) = shown.map_or((None, false), |shown| shown.inner);
        if Popup::is_id_open(ui.ctx(), popup_id) {
            ui.data_mut(|data| data.insert_temp(state_id, state));
        } else {
            ui.data_mut(|data| data.remove::<ListState>(state_id));
            // A click elsewhere has given the keyboard to something else.
            if escaped || chosen.is_some() {
                response.request_focus();
            }
        }
        chosen
    }
}

/// ↓ opens a chip that has the keyboard, as it does a drop-down list.
fn opened_by_arrow(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
}

//! A window that is not there: runs the interface and hands back what it looks like.

use egui::{Color32, ColorImage, Context, Event, Pos2, RawInput, Rect, Theme, Ui, Vec2};

use super::rasteriser::{Rasteriser, picture_size};
use crate::ui::Look;

/// Seconds between two passes.
const STEP: f64 = 1.0 / 60.0;

/// An interface without a window. Keeps its context between runs, so that clicks and typing can be played to it.
pub struct Offscreen {
    ctx: Context,
    rasteriser: Rasteriser,
    size: Vec2,
    pixels_per_point: f32,
    passes: usize,
    ground: Option<Color32>,
    events: Vec<Event>,
    time: f64,
}

impl Offscreen {
    /// A light one of this size in points, with the house's typeface and look.
    pub fn new(size_points: impl Into<Vec2>, pixels_per_point: f32) -> Self {
        let offscreen = Self {
            ctx: Context::default(),
            rasteriser: Rasteriser::default(),
            size: size_points.into(),
            pixels_per_point,
            passes: 2,
            ground: None,
            events: Vec::new(),
            time: 0.0,
        };
        offscreen.with_theme(Theme::Light)
    }

    /// In another look.
    #[must_use]
    pub fn with_theme(self, look: impl Into<Look>) -> Self {
        crate::ui::set_up(&self.ctx, look);
        self.ctx.all_styles_mut(|style| {
            style.animation_time = 0.0;
            style.visuals.text_cursor.blink = false;
        });
        self
    }

    /// How many passes a run takes; two unless said otherwise, since some sizes are known only after one.
    #[must_use]
    pub fn with_passes(mut self, passes: usize) -> Self {
        self.passes = passes.max(1);
        self
    }

    /// What lies behind everything; the theme's ground unless said otherwise.
    #[must_use]
    pub fn with_ground(mut self, ground: Color32) -> Self {
        self.ground = Some(ground);
        self
    }

    /// The context, to prepare it or to ask it.
    pub const fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Plays an event to the first pass of the next run.
    pub fn event(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Moves the pointer there and rests.
    pub fn hover(&mut self, at: impl Into<Pos2>) {
        self.event(Event::PointerMoved(at.into()));
    }

    /// Runs the interface and draws its last pass.
    pub fn run(&mut self, mut content: impl FnMut(&mut Ui)) -> ColorImage {
        let mut shapes = Vec::new();
        for _ in 0..self.passes {
            let input = self.input();
            let mut output = self.ctx.run_ui(input, &mut content);
            self.rasteriser.update_textures(&mut output.textures_delta);
            shapes = output.shapes;
        }
        let primitives = self.ctx.tessellate(shapes, self.pixels_per_point);
        let ground = self
            .ground
            .unwrap_or(crate::ui::tokens::tokens_of(&self.ctx).colours.ground);
        let size = picture_size(self.size, self.pixels_per_point);
        self.rasteriser
            .draw(size, self.pixels_per_point, ground, &primitives)
    }

    fn input(&mut self) -> RawInput {
        self.time += STEP;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            focused: true,
            events: std::mem::take(&mut self.events),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(self.pixels_per_point);
        }
        input
    }
}

//! A harness that draws with the house's rasteriser.

use std::cell::RefCell;
use std::rc::Rc;

use bellwether::ui::offscreen::{Rasteriser, picture_size};
use bellwether::ui::{set_up, tokens};
use egui::{ColorImage, TexturesDelta, Theme, Ui, Vec2};
use egui_kittest::{Harness, TestRenderer};

/// Keeps the textures that a harness hands over, for drawing later.
#[derive(Clone, Default)]
pub struct CpuRenderer(Rc<RefCell<Rasteriser>>);

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.borrow_mut().update_textures(delta);
    }
}

impl CpuRenderer {
    /// What the harness showed in its last step.
    pub fn draw<State>(&self, harness: &Harness<'_, State>) -> ColorImage {
        let output = harness.output();
        let scale = output.pixels_per_point;
        let primitives = harness.ctx.tessellate(output.shapes.clone(), scale);
        let ground = tokens::tokens_of(&harness.ctx).colours.ground;
        let size = picture_size(harness.ctx.content_rect().size(), scale);
        self.0.borrow().draw(size, scale, ground, &primitives)
    }
}

/// A harness in the house's look, and what draws it.
pub fn harness<'a, State: 'a>(
    size: impl Into<Vec2>,
    state: State,
    app: impl FnMut(&mut Ui, &mut State) + 'a,
) -> (Harness<'a, State>, CpuRenderer) {
    let renderer = CpuRenderer::default();
    let harness = Harness::builder()
        .with_size(size)
        .with_theme(Theme::Light)
        .with_context_setup(|ctx| set_up(ctx, Theme::Light))
        .renderer(renderer.clone())
        .build_ui_state(app, state);
    (harness, renderer)
}

//! The chart on show as a slide in the colours that are being chosen.

use egui::{CornerRadius, Id, Label, RichText, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::analysis::Answer;
use crate::chart::slide::scaled;
use crate::chart::{ChartTheme, Inter, Scene, ThemeKind};
use crate::export::guard::{PublishableSlide, SlideAnswer};
use crate::project::story::{Slide, SlideChart, SlideContent, SlideShape};
use crate::project::{Brand, ChartKind, View};
use crate::ui::chart_node;
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;
use crate::words::say;

/// The shape of the preview: 16 to 9.
const SHAPE: f32 = 9.0 / 16.0;

/// The chart on show.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// The way of looking.
    pub kind: ChartKind,
    /// What is asked, and every choice of drawing.
    pub view: View,
    /// What came of it.
    pub answer: Answer,
}

/// The slide as it was drawn last, with what it depends on.
#[derive(Debug, Default)]
pub(super) struct Preview(Option<Drawn>);

#[derive(Debug)]
struct Drawn {
    brand: Brand,
    look: ThemeKind,
    width: f32,
    scene: Scene,
}

impl Preview {
    /// Draws it over the whole width.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        shown: Option<&Previewed>,
        brand: &Brand,
        look: ThemeKind,
    ) {
        let width = ui.available_width().floor();
        let Some(shown) = shown else {
            let words =
                RichText::new(say::brand_no_chart()).color(tokens(ui).colours.ink_secondary);
            ui.add(Label::new(words).wrap());
            return;
        };
        let kept = self.0.take().filter(|kept| {
            kept.look == look && (kept.width - width).abs() < 0.5 && kept.brand == *brand
        });
        let drawn = kept.unwrap_or_else(|| Drawn {
            brand: brand.clone(),
            look,
            width,
            scene: scene(shown, brand, look, width),
        });
        let (rect, _) = ui.allocate_exact_size(vec2(width, SHAPE * width), Sense::hover());
        let edge = Stroke::new(1.0, tokens(ui).colours.rule);
        let ground = painter::colour(drawn.scene.ground);
        let paper = ui.painter_at(rect);
        paper.rect(rect, CornerRadius::ZERO, ground, edge, StrokeKind::Inside);
        painter::paint(&paper, rect.min, &drawn.scene.nodes);
        let response = ui.interact(rect, Id::unique("preview of the brand"), Sense::hover());
        let name = say::brand_preview(&drawn.scene.title);
        let description = drawn.scene.description.clone();
        chart_node::describe_words(ui, &response, chart_node::ROLE, &name, description);
        self.0 = Some(drawn);
    }
}

fn scene(shown: &Previewed, brand: &Brand, look: ThemeKind, width: f32) -> Scene {
    let chart = SlideChart::new(shown.kind, shown.view.clone());
    let title = shown.view.trend.title.clone();
    let slide = Slide::of(SlideContent::Chart {
        chart: Box::new(chart),
        title: title.filter(|_| shown.kind == ChartKind::Trend),
    });
    let brand = brand.clone().tidied();
    let laid_out = PublishableSlide::new(
        &slide,
        &[SlideAnswer::Found(shown.answer.clone())],
        (SlideShape::Wide, Some(1)),
        &ChartTheme::branded(look, &brand),
        Inter::bundled(),
    );
    let scene = laid_out.scene();
    scaled(scene, width / scene.width.max(1.0))
}

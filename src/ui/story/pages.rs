//! The slides of the story on show, laid out once for as long as nothing on them changes.

use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::{Asked, Catalogue};
use crate::chart::message::MessageCheck;
use crate::chart::slide::scaled;
use crate::chart::{ChartTheme, Inter, Scene, ThemeKind};
use crate::export::guard::{PublishableSlide, SlideAnswer};
use crate::project::story::{Slide, SlideId, SlideShape, Story};
use crate::project::{Brand, Project};

/// What the screen shows; all of it is only read.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The project.
    pub project: &'a Project,
    /// What its sources hold.
    pub catalogue: &'a Catalogue,
    /// The story on show.
    pub story: Option<&'a Story>,
    /// What came of a question by now.
    pub answer: &'a dyn Fn(&Asked) -> SlideAnswer,
    /// Whether there is a chart on the explore screen to add.
    pub has_chart: bool,
}

/// A slide as it was laid out last, with everything that it depends on.
#[derive(Debug)]
struct Page {
    /// The slide in the words of today.
    slide: Slide,
    answers: Vec<SlideAnswer>,
    /// Whose it is.
    brand: Arc<Brand>,
    /// The shape of its sheet and the number in its corner.
    place: (SlideShape, Option<usize>),
    /// When the newest of the workbooks behind its charts was imported.
    refreshed: Option<Date>,
    /// The slide laid out.
    pub laid_out: Rc<PublishableSlide>,
    /// The same in the sizes in which it was drawn last, the latest last.
    scaled: Vec<(f32, Rc<Scene>)>,
}

/// So many sizes are kept: in a list, in a grid, large, and in the window of the presenter.
const SIZES_KEPT: usize = 4;

/// The slides as they were laid out last.
#[derive(Debug, Default)]
pub struct Pages(Vec<Page>);

impl Pages {
    /// Lays out what has changed.
    pub fn refresh(&mut self, telling: &Telling<'_>) {
        let Some(story) = telling.story else {
            self.0.clear();
            return;
        };
        let numbered = story.each_slide().enumerate();
        let numbered = numbered.map(|(at, slide)| (Some(at + 1), slide));
        self.refresh_slides(telling, story.shape, numbered);
    }

    /// Lays out what has changed among slides, each with the number in its corner.
    pub fn refresh_slides<'a>(
        &mut self,
        telling: &Telling<'_>,
        shape: SlideShape,
        slides: impl Iterator<Item = (Option<usize>, &'a Slide)>,
    ) {
        let brand = &telling.project.brand;
        let mut before = std::mem::take(&mut self.0);
        for (number, slide) in slides {
            let slide = slide.resolved(telling.catalogue);
            let answers: Vec<SlideAnswer> = slide
                .charts()
                .into_iter()
                .map(|chart| {
                    chart
                        .view
                        .asked(chart.kind)
                        .map_or(SlideAnswer::Missing, |asked| (telling.answer)(&asked))
                })
                .collect();
            let place = (shape, number);
            let kept = before
                .iter()
                .position(|page| page.slide.id == slide.id)
                .map(|kept| before.swap_remove(kept))
                .filter(|page| {
                    let is_same_brand = Arc::ptr_eq(&page.brand, brand) || page.brand == *brand;
                    is_same_brand
                        && page.place == place
                        && page.slide == slide
                        && are_same(&page.answers, &answers)
                });
            self.0.push(kept.unwrap_or_else(|| {
                // A slide looks as it will be published, whatever the look of the window.
                let theme = ChartTheme::branded(ThemeKind::Light, brand);
                let laid_out =
                    PublishableSlide::new(&slide, &answers, place, &theme, Inter::bundled());
                Page {
                    refreshed: refreshed(&slide, telling.catalogue),
                    slide,
                    answers,
                    brand: brand.clone(),
                    place,
                    laid_out: Rc::new(laid_out),
                    scaled: Vec::new(),
                }
            }));
        }
    }

    /// A slide as it is laid out.
    pub fn laid_out(&self, slide: SlideId) -> Option<Rc<PublishableSlide>> {
        let page = self.0.iter().find(|page| page.slide.id == slide)?;
        Some(page.laid_out.clone())
    }

    /// When the newest of the workbooks behind a slide was imported.
    pub fn refreshed(&self, slide: SlideId) -> Option<Date> {
        let page = self.0.iter().find(|page| page.slide.id == slide)?;
        page.refreshed
    }

    /// A slide at a scale.
    pub fn scene(&mut self, slide: SlideId, scale: f32) -> Option<Rc<Scene>> {
        let page = self.0.iter_mut().find(|page| page.slide.id == slide)?;
        let kept = &mut page.scaled;
        let held = kept.iter().find(|(of, _)| (of - scale).abs() < 1e-4);
        if let Some((_, scene)) = held {
            return Some(scene.clone());
        }
        let scene = Rc::new(scaled(page.laid_out.scene(), scale));
        if kept.len() >= SIZES_KEPT {
            kept.remove(0);
        }
        kept.push((scale, scene.clone()));
        Some(scene)
    }

    /// The slides whose message is no longer true, with what they said and what is true.
    pub fn changed(&self) -> Vec<(SlideId, usize, String, String)> {
        let changed = self
            .0
            .iter()
            .filter_map(|page| match page.laid_out.check() {
                MessageCheck::Changed { said, now } => {
                    Some((page.slide.id, page.place.1?, said.clone(), now.clone()))
                }
                _ => None,
            });
        changed.collect()
    }
}

fn refreshed(slide: &Slide, catalogue: &Catalogue) -> Option<Date> {
    let dates = slide.charts().into_iter().filter_map(|chart| {
        let question = chart.view.question.as_ref()?;
        let entry = catalogue.entry(&question.measure)?;
        let found = catalogue.observations(entry);
        found.map(|found| found.source.imported_on).max()
    });
    dates.max()
}

fn are_same(one: &[SlideAnswer], other: &[SlideAnswer]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|pair| match pair {
            (SlideAnswer::Waiting, SlideAnswer::Waiting)
            | (SlideAnswer::Missing, SlideAnswer::Missing) => true,
            (SlideAnswer::Found(one), SlideAnswer::Found(other)) => one.is_same(other),
            _ => false,
        })
}

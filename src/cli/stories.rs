//! `bellwether stories`: the stories of a project, and whether their messages are true.

use std::io::{self, Write as _};

use serde::Serialize;

use super::arguments::Stories;
use super::failure::Failure;
use super::output;
use super::read::open_project;
use crate::chart::message::MessageCheck;
use crate::chart::{ChartTheme, Inter};
use crate::export::guard::{PublishableSlide, SlideState};

/// A slide as it is listed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
struct SlideRow {
    story: String,
    slide: usize,
    hidden: bool,
    check: &'static str,
    message: String,
    true_message: String,
}

/// The columns of slides.
const HEADINGS: [&str; 6] = [
    "story",
    "slide",
    "hidden",
    "check",
    "message",
    "true_message",
];

/// Lists the stories, or their slides with what is to be thought of their messages.
pub fn run(task: &Stories) -> Result<(), Failure> {
    let project = open_project(&task.project)?;
    if !task.check {
        let mut out = io::stdout().lock();
        for story in project.stories.iter() {
            writeln!(out, "{}", story.name)?;
        }
        return Ok(());
    }
    let catalogue = project.catalogue();
    let theme = ChartTheme::light();
    let mut rows = Vec::new();
    for story in project.stories.iter() {
        for (at, slide) in story.slides.iter().enumerate() {
            let page = (story.shape, Some(at + 1));
            let measure = Inter::bundled();
            let laid_out = PublishableSlide::at_once(slide, &catalogue, page, &theme, measure);
            let shown = laid_out.scene().title.clone();
            let (check, message, true_message) = match (laid_out.state(), laid_out.check()) {
                (SlideState::Refused(words), _) => ("withheld", words.clone(), String::new()),
                (SlideState::Missing | SlideState::Waiting, _) => {
                    let words = slide.own_words().unwrap_or_default().to_owned();
                    ("no data", words, String::new())
                }
                (_, MessageCheck::True) => ("true", shown, String::new()),
                (_, MessageCheck::Nothing) => ("nothing to check", shown, String::new()),
                (_, MessageCheck::NotInChart(_)) => ("not in chart", shown, String::new()),
                (_, MessageCheck::Changed { said, now }) => {
                    ("no longer true", said.clone(), now.clone())
                }
            };
            rows.push(SlideRow {
                story: story.name.clone(),
                slide: at + 1,
                hidden: slide.is_hidden,
                check,
                message,
                true_message,
            });
        }
    }
    output::print(rows.into_iter(), &HEADINGS, task.format)
}

//! The story of the example project: eight slides for a panel, each true of the sample figures.

use anyhow::{Context as _, Result};
use bellwether::analysis::first_question;
use bellwether::export::guard::filled;
use bellwether::project::story::{Paragraph, Slide, SlideChart, SlideContent, Story, StoryEdit};
use bellwether::project::{ChartKind, Edit, Project, View};

/// The project with its story.
pub fn with_story(project: &Project) -> Result<Project> {
    let catalogue = project.catalogue();
    let mut first = project.view.clone();
    // The slides follow the latest quarter.
    if let Some(question) = &mut first.question {
        question.periods.to = None;
    }
    let by_district = catalogue
        .find_measures("safe outside after dark")
        .into_iter()
        .find(|(_, entry)| {
            entry
                .areas_of(bellwether::data::AreaKind::District)
                .nth(3)
                .is_some()
        })
        .map(|(key, _)| first_question(&catalogue, key))
        .context("no survey of safety by district is among the workbooks")?;
    let districts = View {
        question: Some(by_district),
        ..View::default()
    };

    // All groups of the survey are more than a room reads.
    let mut of_sex_and_age = first.clone();
    of_sex_and_age.groups.every_dimension = false;

    let mut story = Story::named("Safety update");
    // The same sample data whoever makes them.
    story.key.clear();
    story.audience = String::from("Police and Crime Panel");
    story.push(Slide::of(SlideContent::Section {
        title: String::from("Safety update"),
        subtitle: String::from("Police and Crime Panel. Figures of the survey are illustrative"),
    }));
    story.push(with_notes(
        Slide::of_chart(ChartKind::Trend, first.clone()),
        "The fall among the youngest is clear, and larger than for everyone else. Say that the shaded band is \
         the 95% confidence interval.",
    ));
    story.push(with_notes(
        Slide::of_chart(ChartKind::Breakdown, of_sex_and_age),
        "Marked groups differ clearly from everybody else. Groups of which fewer than 50 answered are hollow.",
    ));
    story.push(Slide::of(SlideContent::Message {
        text: String::from("Young people’s feelings of safety after dark have fallen"),
        about: Some(Box::new(SlideChart::new(ChartKind::Trend, first.clone()))),
    }));
    story.push(with_notes(
        Slide::of_chart(ChartKind::Districts, districts),
        "Ranges of ranks overlap: do not read the order as a league table.",
    ));
    story.push(with_notes(
        Slide::of_chart(ChartKind::ChangeTable, first.clone()),
        "Eleven of the percentages printed in the return do not agree with its own counts; these are worked out anew.",
    ));
    // As of a period: whether a return is overdue would depend on the day on which the example is opened.
    let mut scorecard = first;
    scorecard.scorecard.as_of = bellwether::data::Period::year_ending(2023, 12);
    story.push(Slide::of_chart(ChartKind::Scorecard, scorecard));
    story.push(Slide::of(SlideContent::Text {
        heading: String::from("For the panel to decide"),
        paragraphs: Paragraph::read(
            "• Which places to light and patrol first\n\
             • What to ask of partners before the next return\n\
             • When to look at these figures again",
        ),
    }));
    let story = filled(story, &catalogue);
    Ok(project.apply(Edit::Stories(StoryEdit::Add(Box::new(story))))?)
}

fn with_notes(mut slide: Slide, notes: &str) -> Slide {
    notes.clone_into(&mut slide.notes);
    slide
}

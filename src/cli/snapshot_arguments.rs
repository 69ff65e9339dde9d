//! The words of the command line that draw the window.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// `bellwether snapshot`.
#[derive(Debug, Args)]
pub struct Snapshot {
    /// The project to show; the example where none is given
    pub project: Option<PathBuf>,
    /// Where to write the picture
    #[arg(long, value_name = "FILE.png")]
    pub out: PathBuf,
    /// The window's size in points
    #[arg(long, value_name = "WxH", default_value = "1440x900")]
    pub size: WindowSize,
    /// Pixels for each point
    #[arg(long, default_value_t = 1.0, value_parser = scale)]
    pub scale: f32,
    /// What to show
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub screen: ScreenName,
    /// The slide of the story that is shown, from 1
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub slide: usize,
    /// Show a workbook as it is being imported
    #[arg(long, value_name = "WORKBOOK", conflicts_with = "screen")]
    pub import: Option<PathBuf>,
    /// The language of the window
    #[arg(long, value_name = "en|cy", default_value = "en", value_parser = ["en", "cy"])]
    pub language: String,
    /// Draw the dark look
    #[arg(long)]
    pub dark: bool,
    /// Draw the look of high contrast
    #[arg(long, conflicts_with = "dark")]
    pub high_contrast: bool,
}

/// What a snapshot shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ScreenName {
    /// The chart with its library
    #[default]
    Explore,
    /// The groups of one period
    Breakdown,
    /// The groups then and now
    Change,
    /// The answers by groups of people, as a table
    CrossTab,
    /// The whole scale of answers
    Answers,
    /// Areas of one kind side by side
    Districts,
    /// The project's targets
    Scorecard,
    /// The latest review of priorities
    Matrix,
    /// How its ranks moved since the one before
    Movement,
    /// Two of its criteria against one another
    RiskGrid,
    /// What people are concerned about
    Concerns,
    /// Offences by number, by harm and by concern
    Harm,
    /// Several measures against an earlier period
    ChangeTable,
    /// The chart of priority cohorts
    PriorityCohorts,
    /// The values behind the chart
    Data,
    /// The start screen
    Welcome,
    /// The palette over the chart
    Palette,
    /// What the import found
    Findings,
    /// The dialog for name, colours and logo
    Brand,
    /// The list of shortcuts
    Shortcuts,
    /// The values of the chart as a table
    Values,
    /// Measures, places and groups of people
    Dictionary,
    /// The slides of the first story
    Story,
    /// A slide of the first story as it is presented
    Present,
    /// The same with a question being asked of it
    PresentQuestion,
    /// What the presenter alone sees
    Presenter,
    /// The guide, open at the page about the chart
    Guide,
    /// The first step of the tour
    Tour,
}

/// The size of a window in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowSize {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

impl std::str::FromStr for WindowSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let side = |side: &str| {
            side.trim()
                .parse::<f32>()
                .ok()
                .filter(|side| (200.0..=8000.0).contains(side))
        };
        let (width, height) = text
            .split_once(['x', 'X', '×'])
            .ok_or("give it as 1440x900")?;
        match (side(width), side(height)) {
            (Some(width), Some(height)) => Ok(Self { width, height }),
            _ => Err(String::from("both sides lie between 200 and 8000 points")),
        }
    }
}

fn scale(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(scale) if (0.5..=4.0).contains(&scale) => Ok(scale),
        _ => Err(String::from("give a number from 0.5 to 4")),
    }
}

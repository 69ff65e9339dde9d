//! The words of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::safeguard_arguments::{LockTask, ReadWorkbook, Share, Versions};
use super::snapshot_arguments::Snapshot;
use crate::analysis::ShownAs;
use crate::app::run::RendererChoice;
use crate::chart::{ChartSize, ThemeKind};
use crate::project::story::SlideShape;
use crate::project::{DistrictsArrangement, MapShows};

/// Turns the workbooks that partners send into charts of safety, confidence and crime.
///
/// Without a command, opens the window, with a project or with workbooks to import.
#[derive(Debug, Parser)]
#[command(name = "bellwether", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// A project to open, or workbooks to import
    #[arg(value_name = "PROJECT or WORKBOOK")]
    pub files: Vec<PathBuf>,
    /// A file with the passphrase of a locked project, which is asked for otherwise
    #[arg(long, value_name = "FILE", global = true)]
    pub passphrase_file: Option<PathBuf>,
    /// Draw the window in this way; remembered once it worked
    #[arg(long, value_enum, value_name = "NAME")]
    pub renderer: Option<RendererName>,
    /// Say when the first frame and the project are on the screen, then close
    #[arg(long, hide = true)]
    pub measure_start: bool,
    /// What to do without a window
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// A way of drawing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RendererName {
    /// DirectX 12, Vulkan or Metal
    Wgpu,
    /// OpenGL
    Glow,
}

impl From<RendererName> for RendererChoice {
    fn from(name: RendererName) -> Self {
        match name {
            RendererName::Wgpu => Self::Wgpu,
            RendererName::Glow => Self::Glow,
        }
    }
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Print what is read from a workbook
    Read(Read),
    /// List the earlier versions of a project, restore one of them, or write it to a file of its own
    Versions(Versions),
    /// Print which changes, shares and totals of a workbook disagree with its own figures
    Check(Check),
    /// Add workbooks to a project, which is made where there is none
    Import(Import),
    /// Print the observations of a project
    Facts(Facts),
    /// List the layouts of partners' returns that are remembered
    Layouts(Layouts),
    /// Write a chart of a project as SVG, PNG, PDF, PowerPoint slide, Excel workbook or CSV
    Chart(Chart),
    /// List the stories of a project, or the slides whose message is no longer true
    Stories(Stories),
    /// Write a story of a project as PowerPoint, PDF, or a folder of pictures and values
    Publish(Publish),
    /// Put the figures of today into a PowerPoint that was published before; prints what changed
    Refresh(Refresh),
    /// Print a cross-tab of a survey
    Table(Table),
    /// Print how a survey's answers changed between two periods
    Compare(Compare),
    /// Load weights of harm into a project, from a workbook or CSV file with columns of offences and weights
    Weights(Weights),
    /// Draw the window as a picture, without a display
    Snapshot(Snapshot),
    /// Lock a project with a passphrase, or take its lock away
    Lock(LockTask),
    /// Write a copy of a project to share: guarded figures, and nobody’s answers
    Share(Share),
    /// Read a workbook for another process of this program: the answer is not for people
    #[command(name = crate::import::apart::TASK, hide = true)]
    ReadWorkbook(ReadWorkbook),
}

/// `bellwether stories`.
#[derive(Debug, Args)]
pub struct Stories {
    /// The project
    pub project: PathBuf,
    /// Print the slides, each with its message and whether that is true of the data
    #[arg(long)]
    pub check: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bellwether publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The project
    pub project: PathBuf,
    /// The story, by its name; may be left out where the project has one
    #[arg(long, value_name = "NAME")]
    pub story: Option<String>,
    /// Where to write it: as .pptx, .pdf, or into a folder
    #[arg(long, value_name = "FILE|FOLDER")]
    pub out: PathBuf,
    /// What a .pdf is: a page for each slide, or an A4 report with contents, tables and sources
    #[arg(long = "as", value_enum, value_name = "WHAT", default_value_t)]
    pub document: DocumentName,
    /// The colours
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub theme: ThemeName,
    /// The shape of the slides; the story's own where none is given
    #[arg(long, value_enum, value_name = "NAME")]
    pub shape: Option<ShapeName>,
    /// Publish hidden slides, too
    #[arg(long)]
    pub hidden: bool,
    /// Leave out the speaker's notes
    #[arg(long)]
    pub no_notes: bool,
}

/// The shape of slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShapeName {
    /// 16:9
    Wide,
    /// 4:3
    Standard,
}

impl From<ShapeName> for SlideShape {
    fn from(name: ShapeName) -> Self {
        match name {
            ShapeName::Wide => Self::Wide,
            ShapeName::Standard => Self::Standard,
        }
    }
}

/// What a PDF of a story is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DocumentName {
    /// A page for each slide
    #[default]
    Slides,
    /// Upright A4 pages: contents, charts, tables of values, sources
    Report,
}

/// `bellwether weights`.
#[derive(Debug, Args)]
pub struct Weights {
    /// The workbook or CSV file, with a column headed “Offence” and one headed “Weight”
    pub file: PathBuf,
    /// The project
    #[arg(long, value_name = "FILE")]
    pub project: PathBuf,
}

/// `bellwether refresh`.
#[derive(Debug, Args)]
pub struct Refresh {
    /// The presentation
    #[arg(value_name = "DECK.pptx")]
    pub deck: PathBuf,
    /// The project from which it was published
    #[arg(long, value_name = "FILE")]
    pub project: PathBuf,
    /// Print what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The colours of pictures and of lines that are new
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub theme: ThemeName,
}

/// `bellwether read`.
#[derive(Debug, Args)]
pub struct Read {
    /// The workbook: Excel, OpenDocument or CSV
    pub workbook: PathBuf,
    /// Print what was found worth noting instead of the observations
    #[arg(long)]
    pub findings: bool,
    /// Print what each row and column was read as, and why, instead of the observations
    #[arg(long, conflicts_with = "findings")]
    pub explain: bool,
    /// Read it by a remembered layout; what differs is said on standard error
    #[arg(long, value_name = "FILE.ron")]
    pub layout: Option<PathBuf>,
    /// Remember the layout in a file
    #[arg(long, value_name = "FILE.ron")]
    pub save_layout: Option<PathBuf>,
    /// The partner under whose name the layout is remembered
    #[arg(long, value_name = "NAME", requires = "save_layout")]
    pub partner: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bellwether check`.
#[derive(Debug, Args)]
pub struct Check {
    /// The workbook: Excel, OpenDocument or CSV
    pub workbook: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bellwether facts`.
#[derive(Debug, Args)]
pub struct Facts {
    /// The project
    pub project: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bellwether layouts`.
#[derive(Debug, Args)]
pub struct Layouts {
    /// A project whose layouts are listed, too; of two under the same name the project's holds
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How to print tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Comma-separated, UTF-8
    #[default]
    Csv,
    /// An array of objects; with `read`, an object of observations and findings
    Json,
}

/// `bellwether import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The workbooks
    #[arg(required = true, value_name = "WORKBOOK")]
    pub workbooks: Vec<PathBuf>,
    /// The project to add them to
    #[arg(long, value_name = "FILE")]
    pub project: PathBuf,
    /// Print what is new, revised, vanished and unchanged since the last return, and take nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `bellwether chart`.
#[derive(Debug, Args)]
pub struct Chart {
    /// The project
    pub project: PathBuf,
    /// What to draw
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub kind: ChartKind,
    /// The measure, or words of its name; every kind but the scorecard needs one
    #[arg(long, value_name = "TEXT")]
    pub measure: Option<String>,
    /// An area; several make several lines
    #[arg(long = "area", value_name = "NAME")]
    pub areas: Vec<String>,
    /// A dimension whose categories are the lines, such as Age; of a change table what its rows are: offence,
    /// group, or areas such as district
    #[arg(long, value_name = "DIMENSION")]
    pub by: Option<String>,
    /// How values are shown
    #[arg(long = "as", value_enum, value_name = "HOW", default_value_t)]
    pub shown_as: ShownAsName,
    /// An area to compare with, or "all" for everybody
    #[arg(long, value_name = "NAME")]
    pub compare: Option<String>,
    /// How areas side by side are arranged
    #[arg(long, value_enum, value_name = "NAME")]
    pub arrangement: Option<ArrangementName>,
    /// Boundaries to draw a map with, as GeoJSON; those that the project keeps where none are given
    #[arg(long, value_name = "FILE")]
    pub boundaries: Option<PathBuf>,
    /// What a map shows
    #[arg(long, value_enum, value_name = "NAME")]
    pub map_shows: Option<MapShowsName>,
    /// Where to write it, as .svg, .png, .pdf, .pptx, .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// card, slide, a4-half, a4-landscape, square, or width x height in points
    #[arg(long, value_name = "NAME|WxH", default_value = "slide")]
    pub size: ChartSize,
    /// The colours
    #[arg(long, value_enum, value_name = "NAME", default_value_t)]
    pub theme: ThemeName,
    /// Pixels to the inch of a .png: 72 for one to the point, 300 for print
    #[arg(long, value_name = "NUMBER", default_value_t = 144.0, value_parser = density)]
    pub dpi: f32,
}

/// The colours of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// Ink on white
    #[default]
    Light,
    /// Light on dark
    Dark,
    /// White and strong colours on black
    HighContrast,
    /// Black on white, told apart without colours
    Print,
}

impl From<ThemeName> for ThemeKind {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
            ThemeName::HighContrast => Self::HighContrast,
            ThemeName::Print => Self::Print,
        }
    }
}

/// The ways to look at a measure that are drawn as charts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ChartKind {
    /// Over periods
    #[default]
    Trend,
    /// Groups or areas of one period, each against the rest
    Breakdown,
    /// Groups or areas by periods, coloured by their values
    Heatmap,
    /// Groups or areas by periods, coloured by their distance from the rest
    HeatmapAgainstRest,
    /// Groups or areas by periods, coloured by their change on the year
    HeatmapOverYear,
    /// Groups or areas over periods, a small chart for each
    SmallMultiples,
    /// Groups or areas then and now
    Change,
    /// Groups or areas then and now, a line from then to now for each
    Slope,
    /// Groups of people by level and change: who is to be looked at first
    PriorityCohorts,
    /// The answers by groups of people, as a table
    CrossTab,
    /// The whole scale of answers
    Answers,
    /// Areas of one kind side by side
    Districts,
    /// Areas of one kind by their latest values, with the mean of the others
    Ranking,
    /// Areas of one kind between the limits of chance, for percentages of respondents
    Funnel,
    /// What people are concerned about: the issues of the list to which the measure belongs
    Concerns,
    /// With the other offences of its table by number, by harm and by concern, where the project has weights
    Harm,
    /// With the other measures of its table, against the year before
    ChangeTable,
    /// The project's targets, and where each stands
    Scorecard,
    /// The latest review of priorities: its judgements
    Matrix,
    /// The latest review of priorities: how ranks moved since the one before
    Movement,
    /// The latest review of priorities: two criteria against one another
    RiskGrid,
}

/// How areas side by side are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ArrangementName {
    /// A small chart for each
    SmallMultiples,
    /// A bar for each, in the order of their latest values
    Ranking,
    /// Each within its boundaries; a tile for each where there are none
    Map,
    /// A tile for each
    Tiles,
    /// All on one chart
    OneChart,
    /// A dot for each, between the limits of chance
    Funnel,
}

impl From<ArrangementName> for DistrictsArrangement {
    fn from(name: ArrangementName) -> Self {
        match name {
            ArrangementName::SmallMultiples => Self::SmallMultiples,
            ArrangementName::Ranking => Self::Ranking,
            ArrangementName::Map => Self::Map,
            ArrangementName::Tiles => Self::Tiles,
            ArrangementName::OneChart => Self::OneChart,
            ArrangementName::Funnel => Self::Funnel,
        }
    }
}

/// What a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MapShowsName {
    /// The latest values
    Values,
    /// Each against all the others together
    AgainstRest,
    /// The changes
    Changes,
}

impl From<MapShowsName> for MapShows {
    fn from(name: MapShowsName) -> Self {
        match name {
            MapShowsName::Values => Self::Values,
            MapShowsName::AgainstRest => Self::AgainstRest,
            MapShowsName::Changes => Self::Changes,
        }
    }
}

/// How values of a chart are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ShownAsName {
    /// As the source gives them
    #[default]
    Given,
    /// For each 1,000 people, or 100,000 where that is fewer than 1, by a population among the project's workbooks
    #[value(name = "per-1000")]
    Per1000,
    /// The rate as it would be with the ages of the European Standard Population 2013, by a population by age
    AgeStandardised,
    /// Each financial year up to the latest month
    YearToDate,
    /// The sum of twelve months
    RollingYear,
    /// The mean of three years
    ThreeYearAverage,
    /// Per cent of everybody, or of the widest area
    Share,
    /// With the first value of each line as 100
    Index,
}

impl From<ShownAsName> for ShownAs {
    fn from(name: ShownAsName) -> Self {
        match name {
            ShownAsName::Given => Self::AsGiven,
            ShownAsName::Per1000 => Self::Rate,
            ShownAsName::AgeStandardised => Self::AgeStandardised,
            ShownAsName::YearToDate => Self::YearToDate,
            ShownAsName::RollingYear => Self::RollingYear,
            ShownAsName::ThreeYearAverage => Self::ThreeYearAverage,
            ShownAsName::Share => Self::ShareOfTotal,
            ShownAsName::Index => Self::Index,
        }
    }
}

/// `bellwether table`.
#[derive(Debug, Args)]
pub struct Table {
    /// A project, or a workbook with a row for each respondent
    #[arg(value_name = "PROJECT or WORKBOOK")]
    pub file: PathBuf,
    /// The question whose answers stand down, by its name or its column's heading
    #[arg(long, value_name = "QUESTION")]
    pub rows: String,
    /// What stands across: a dimension, Area, another question, "Own groups"; two crossed as "Sex × Age" or
    /// Sex*Age, the second nested under each group of the first; several make several headings
    #[arg(long, value_name = "DIMENSION")]
    pub by: Vec<String>,
    /// Who is counted: 'Sex=Female', or a rule such as 'Age=16-24 | Age=25-34'; all of several must hold
    #[arg(long = "where", value_name = "RULE")]
    pub filters: Vec<String>,
    /// When they were asked; all periods together where none is given
    #[arg(long, value_name = "TEXT")]
    pub period: Option<String>,
    /// The column of weights, or "none"
    #[arg(long, value_name = "COLUMN")]
    pub weight: Option<String>,
    /// Adjust the letters by Bonferroni rather than by the false discovery rate
    #[arg(long)]
    pub bonferroni: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bellwether compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// A project, or a workbook with a row for each respondent
    #[arg(value_name = "PROJECT or WORKBOOK")]
    pub file: PathBuf,
    /// The question, by its name or its column's heading
    #[arg(long, value_name = "QUESTION")]
    pub rows: String,
    /// The earlier period
    #[arg(long, value_name = "PERIOD")]
    pub from: String,
    /// The later period
    #[arg(long, value_name = "PERIOD")]
    pub to: String,
    /// A dimension whose groups are looked at, each against the rest
    #[arg(long, value_name = "DIMENSION")]
    pub by: Vec<String>,
    /// Look at every pair of groups of two of the dimensions, too
    #[arg(long)]
    pub pairs: bool,
    /// Who is counted: 'Sex=Female', or a rule such as 'Age=16-24 | Age=25-34'; all of several must hold
    #[arg(long = "where", value_name = "RULE")]
    pub filters: Vec<String>,
    /// The column of weights, or "none"
    #[arg(long, value_name = "COLUMN")]
    pub weight: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

fn density(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(density) if (36.0..=1200.0).contains(&density) => Ok(density),
        _ => Err(String::from("give a number from 36 to 1200")),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_words_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn files_and_commands_are_told_apart() {
        let window = Arguments::parse_from(["bellwether", "a.xlsx", "b.csv"]);
        assert_eq!(window.files.len(), 2);
        let read = Arguments::parse_from(["bellwether", "read", "a.xlsx", "--findings"]);
        assert!(matches!(
            read.task,
            Some(Task::Read(Read { findings: true, .. }))
        ));
    }
}

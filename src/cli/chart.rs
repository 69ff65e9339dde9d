//! `bellwether chart`.

use std::path::Path;
use std::sync::Arc;

use super::arguments::{Chart, ChartKind};
use super::failure::Failure;
use super::read::open_project;
use crate::analysis::catalogue::{CatalogueArea, MeasureEntry};
use crate::analysis::change_table::{ChangeTableScope, RowsBy};
use crate::analysis::districts::KINDS;
use crate::analysis::{
    Answer, Catalogue, ChangeTableAnswer, Comparator, MeasureKey, Question, Split, first_question,
};
use crate::app::picture::{self, Look};
use crate::base::text;
use crate::chart::districts::arrangements;
use crate::chart::wording::{district_map, district_ranking, districts};
use crate::data::Measure;
use crate::import::boundaries::read_boundary_file;
use crate::project::{
    self, BoundaryEdit, BreakdownDrawing, ChangeDrawing, ChangeTableSpec, DistrictsArrangement,
    DistrictsSpec, Edit, GroupSpec, HeatmapCells, MapShows, MatrixDrawing, MatrixSpec, Project,
    TrendSpec, View,
};

/// Points in an inch.
const POINTS_PER_INCH: f32 = 72.0;

/// Draws a chart of a project.
pub fn run(task: &Chart) -> Result<(), Failure> {
    let mut project = open_project(&task.project)?;
    if let Some(path) = &task.boundaries {
        project = with_boundaries(&project, path)?;
    }
    let catalogue = project.catalogue();
    let saved = project.view.resolved(&catalogue);
    let kind = project::ChartKind::from(task.kind);
    let question = match (&task.measure, &saved.question) {
        (Some(words), _) => {
            let (key, entry) = measure(&catalogue, words)?;
            Some(question(&catalogue, task, key, entry)?)
        }
        (None, asked) if !kind.is_about_measure() => asked.clone(),
        (None, _) => {
            let missing = "name the measure to draw with --measure";
            return Err(Failure::Usage(String::from(missing)));
        }
    };
    let wanted = arrangement(task);
    let is_saved = saved.question == question;
    let view = View {
        // A title and hidden lines belong to the question for which they were chosen.
        trend: if is_saved {
            saved.trend.clone()
        } else {
            TrendSpec::default()
        },
        question,
        groups: GroupSpec {
            every_dimension: task.by.is_none(),
            ..drawn_as(task.kind, &saved.groups)
        },
        districts: DistrictsSpec {
            arrangement: wanted.unwrap_or(saved.districts.arrangement),
            map_shows: task
                .map_shows
                .map_or(saved.districts.map_shows, MapShows::from),
            ..saved.districts
        },
        matrix: MatrixSpec {
            drawing: task.kind.matrix_drawing().unwrap_or(saved.matrix.drawing),
            ..saved.matrix
        },
        change_table: match (task.kind, &task.by) {
            (ChartKind::ChangeTable, Some(by)) => ChangeTableSpec {
                scope: ChangeTableScope {
                    by: change_table_rows(by)?,
                    ..saved.change_table.scope
                },
                ..saved.change_table
            },
            _ => saved.change_table,
        },
        ..saved
    };
    let answer = view
        .asked(kind)
        .and_then(|asked| asked.answer(&catalogue))
        .ok_or_else(|| {
            if kind == project::ChartKind::Matrix {
                return Failure::Usage(String::from("the project holds no review of priorities"));
            }
            let name = task.measure.as_deref().unwrap_or("the question");
            Failure::Usage(format!("there are no values for “{name}”"))
        })?;
    if let (Answer::Districts(answer), Some(wanted)) = (&answer, wanted)
        && !arrangements(answer).contains(&wanted)
        // Without boundaries a map is one of tiles.
        && !(wanted == DistrictsArrangement::Map
            && task.boundaries.is_none()
            && arrangements(answer).contains(&DistrictsArrangement::Tiles))
    {
        let why = match wanted {
            DistrictsArrangement::Funnel => district_ranking::no_funnel(answer).to_owned(),
            DistrictsArrangement::Map => district_map::no_map(answer),
            DistrictsArrangement::Tiles => districts::no_map(answer),
            _ => district_ranking::no_ranking(answer).to_owned(),
        };
        return Err(Failure::Usage(why.trim_end_matches('.').to_owned()));
    }
    if let (Answer::ChangeTable(table), Some(by)) = (&answer, &task.by) {
        check_rows(table, &view, by)?;
    }
    let look = Look {
        size: task.size,
        theme: task.theme.into(),
        scale: task.dpi / POINTS_PER_INCH,
    };
    picture::write(&answer, (&view, &project.brand), look, &task.out).map_err(|error| {
        Failure::Export {
            path: task.out.clone(),
            error,
        }
    })
}

/// How areas are to be arranged: as said, else as the kind says, else on a map where boundaries are given.
fn arrangement(task: &Chart) -> Option<DistrictsArrangement> {
    let said = task.arrangement.map(DistrictsArrangement::from);
    let given = || {
        let is_of_areas = task.kind == ChartKind::Districts && task.boundaries.is_some();
        is_of_areas.then_some(DistrictsArrangement::Map)
    };
    said.or_else(|| task.kind.arrangement()).or_else(given)
}

/// The project with the boundaries of a file; tells what was left out of it.
fn with_boundaries(project: &Project, path: &Path) -> Result<Project, Failure> {
    let failed = |why: String| Failure::Usage(format!("{}: {why}", path.display()));
    let reading = read_boundary_file(path).map_err(|error| failed(error.to_string()))?;
    for note in &reading.notes {
        eprintln!("bellwether: {}: {}", path.display(), note.words());
    }
    let keep = BoundaryEdit::Keep(Arc::new(reading.boundaries));
    project
        .apply(Edit::Boundaries(keep))
        .map_err(|error| failed(error.to_string()))
}

impl ChartKind {
    /// How areas are arranged, where the kind is one of their arrangements.
    const fn arrangement(self) -> Option<DistrictsArrangement> {
        match self {
            Self::Ranking => Some(DistrictsArrangement::Ranking),
            Self::Funnel => Some(DistrictsArrangement::Funnel),
            _ => None,
        }
    }
}

impl ChartKind {
    /// How a review of priorities is drawn, where the kind is of one.
    const fn matrix_drawing(self) -> Option<MatrixDrawing> {
        match self {
            Self::Matrix => Some(MatrixDrawing::Matrix),
            Self::Movement => Some(MatrixDrawing::Movement),
            Self::RiskGrid => Some(MatrixDrawing::Grid),
            _ => None,
        }
    }
}

/// What the rows of a change table are to be.
fn change_table_rows(by: &str) -> Result<RowsBy, Failure> {
    let by = text::fold(by);
    let is_noun = |(one, several): (&str, &str)| by == one || by == several;
    if is_noun(("offence", "offences")) || is_noun(("measure", "measures")) {
        return Ok(RowsBy::Measures);
    }
    if is_noun(("group", "groups")) || is_noun(("offence group", "offence groups")) {
        return Ok(RowsBy::Groups);
    }
    let kind = KINDS
        .into_iter()
        .find(|kind| is_noun(districts::noun(*kind)));
    let kind = kind.ok_or_else(|| {
        let kinds = KINDS.map(|kind| districts::noun(kind).0).join(", ");
        Failure::Usage(format!(
            "the rows of a change table are by offence, group, {kinds}; “{by}” is none of these"
        ))
    })?;
    Ok(RowsBy::Areas {
        kind,
        measure: None,
    })
}

/// Refuses rows of which the table has none.
fn check_rows(table: &ChangeTableAnswer, view: &View, by: &str) -> Result<(), Failure> {
    let is_as_asked = match (&view.change_table.scope.by, &table.by) {
        (RowsBy::Areas { kind: asked, .. }, RowsBy::Areas { kind, .. }) => asked == kind,
        (asked, given) => asked == given,
    };
    if is_as_asked {
        return Ok(());
    }
    let why = match view.change_table.scope.by {
        RowsBy::Groups => "no offence of this table is part of a group by its name",
        _ => "the measures of this table have fewer than two such areas",
    };
    Err(Failure::Usage(format!("there are no rows by {by}: {why}")))
}

/// Groups drawn as the kind says; the plain kinds are dots, whatever the project shows.
fn drawn_as(kind: ChartKind, groups: &GroupSpec) -> GroupSpec {
    let (breakdown_drawing, heatmap_cells) = match kind {
        ChartKind::Heatmap => (BreakdownDrawing::Heatmap, HeatmapCells::Values),
        ChartKind::HeatmapAgainstRest => (BreakdownDrawing::Heatmap, HeatmapCells::AgainstRest),
        ChartKind::HeatmapOverYear => (BreakdownDrawing::Heatmap, HeatmapCells::OverYear),
        ChartKind::SmallMultiples => (BreakdownDrawing::SmallMultiples, groups.heatmap_cells),
        _ => (BreakdownDrawing::Dots, groups.heatmap_cells),
    };
    GroupSpec {
        breakdown_drawing,
        heatmap_cells,
        change_drawing: match kind {
            ChartKind::Slope => ChangeDrawing::Slope,
            _ => ChangeDrawing::Dumbbell,
        },
        ..groups.clone()
    }
}

impl From<ChartKind> for project::ChartKind {
    fn from(kind: ChartKind) -> Self {
        match kind {
            ChartKind::Trend => Self::Trend,
            ChartKind::Breakdown
            | ChartKind::Heatmap
            | ChartKind::HeatmapAgainstRest
            | ChartKind::HeatmapOverYear
            | ChartKind::SmallMultiples => Self::Breakdown,
            ChartKind::Change | ChartKind::Slope => Self::Change,
            ChartKind::PriorityCohorts => Self::PriorityCohorts,
            ChartKind::CrossTab => Self::CrossTab,
            ChartKind::Answers => Self::Answers,
            ChartKind::Districts | ChartKind::Ranking | ChartKind::Funnel => Self::Districts,
            ChartKind::Concerns => Self::Concerns,
            ChartKind::Harm => Self::Harm,
            ChartKind::ChangeTable => Self::ChangeTable,
            ChartKind::Scorecard => Self::Scorecard,
            ChartKind::Matrix | ChartKind::Movement | ChartKind::RiskGrid => Self::Matrix,
        }
    }
}

/// The one measure that is meant.
fn measure<'a>(
    catalogue: &'a Catalogue,
    words: &str,
) -> Result<(&'a MeasureKey, &'a MeasureEntry), Failure> {
    let found = catalogue.find_measures(words);
    match found.as_slice() {
        [one] => Ok(*one),
        [] => {
            let names: Vec<&str> = catalogue
                .measures()
                .map(|(_, entry)| entry.measure.name.as_str())
                .collect();
            Err(Failure::Usage(format!(
                "there is no measure “{words}”; there are: {}",
                names.join("; ")
            )))
        }
        several => {
            // The same words in several units: the one with most values is what people mean.
            let same_name = several.windows(2).all(|pair| match pair {
                [(_, a), (_, b)] => a.names.folded.first() == b.names.folded.first(),
                _ => true,
            });
            let shortest = several.iter().min_by_key(|(_, entry)| {
                (
                    entry.measure.name.len(),
                    std::cmp::Reverse(entry.observation_count()),
                )
            });
            match shortest {
                Some(one) if same_name => Ok(*one),
                _ => {
                    let names: Vec<String> = several
                        .iter()
                        .map(|(_, entry)| {
                            let Measure { name, unit, .. } = &entry.measure;
                            format!("{name} ({})", unit.words())
                        })
                        .collect();
                    Err(Failure::Usage(format!(
                        "“{words}” may be one of several measures: {}",
                        names.join("; ")
                    )))
                }
            }
        }
    }
}

fn question(
    catalogue: &Catalogue,
    task: &Chart,
    key: &MeasureKey,
    entry: &MeasureEntry,
) -> Result<Question, Failure> {
    let mut question = first_question(catalogue, key);
    // What the rows of a change table are is no dimension of the question.
    let by = task
        .by
        .as_ref()
        .filter(|_| task.kind != ChartKind::ChangeTable);
    if !task.areas.is_empty() || by.is_some() {
        question = Question::about(key.clone());
    }
    if let Some(wanted) = by {
        let dimension = entry
            .dimensions
            .keys()
            .find(|dimension| text::fold(dimension) == text::fold(wanted));
        let dimension = dimension.ok_or_else(|| {
            let names: Vec<&str> = entry.dimensions.keys().map(String::as_str).collect();
            Failure::Usage(format!(
                "there is no dimension “{wanted}”; there are: {}",
                names.join("; ")
            ))
        })?;
        question.split = Split::Dimensions(vec![dimension.clone()]);
    }
    for wanted in &task.areas {
        question.areas.push(area(entry, wanted)?);
    }
    question.shown_as = task.shown_as.into();
    if !question.shown_as.is_offered(catalogue, entry) {
        return Err(Failure::Usage(format!(
            "“{}” cannot be shown as {}: the workbooks do not give what that needs",
            entry.measure.name,
            question.shown_as.words()
        )));
    }
    match task.compare.as_deref() {
        None => {}
        Some(all) if text::fold(all) == "all" => question.comparator = Comparator::Everyone,
        Some(wanted) => question.comparator = Comparator::Area(area(entry, wanted)?),
    }
    Ok(question)
}

/// An area of the measure by its name.
fn area(entry: &MeasureEntry, wanted: &str) -> Result<String, Failure> {
    let is_meant = |area: &&CatalogueArea| text::fold(&area.name) == text::fold(wanted);
    let found = entry
        .areas
        .iter()
        .find(is_meant)
        .or_else(|| entry.area_named(wanted));
    found.map(|area| area.name.clone()).ok_or_else(|| {
        let names: Vec<&str> = entry.areas.iter().map(|area| area.name.as_str()).collect();
        Failure::Usage(format!(
            "there is no area “{wanted}”; there are: {}",
            names.join("; ")
        ))
    })
}

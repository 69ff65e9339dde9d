//! Version 1 of the file. What these structs and the small types of `data`, `analysis` and `project`
//! that they hold look like as RON is fixed; a change of any of them makes a version 2 beside this one.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::boundaries::BoundariesV1;
use super::columns::{ObservationColumns, Sizes};
use super::limits::Room;
use super::outline::Span;
use super::printed::PrintedV1;
use super::read::Reader;
use super::stories::StoryV1;
use super::surveys::SurveyV1;
use crate::analysis::assessments::Lineage;
use crate::analysis::breaks::Breaks;
use crate::analysis::cohort_rule::NamedCohort;
use crate::analysis::harm::HarmSpec;
use crate::analysis::refresh::{self, Succession};
use crate::analysis::targets::TargetSpec;
use crate::analysis::{Dictionary, Question};
use crate::data::{
    Area, Assessment, Cohort, Measure, NotedBreak, Period, Place, Source, SourceId, Target,
};
use crate::import::remembered::RememberedLayout;
use crate::project::story::number_apart;
use crate::project::{
    Brand, ChangeTableSpec, ConcernsSpec, CrossTabSpec, DistrictsSpec, GroupSpec, Lock, MatrixSpec,
    PrioritySpec, Project, ScaleSpec, ScorecardSpec, SharedNote, TrendSpec, View,
};

#[derive(Serialize, Deserialize)]
pub(super) struct ProjectV1 {
    name: String,
    #[serde(default)]
    view: ViewV1,
    #[serde(default, skip_serializing_if = "Dictionary::is_empty")]
    dictionary: Dictionary,
    #[serde(default)]
    sources: Vec<SourceV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    layouts: Vec<RememberedLayout>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    successions: Vec<Succession>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<NamedCohort>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetSpec>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lineages: Vec<Lineage>,
    #[serde(default, skip_serializing_if = "Breaks::is_empty")]
    breaks: Breaks,
    #[serde(default, skip_serializing_if = "HarmSpec::is_empty")]
    harm: HarmSpec,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    boundaries: Vec<BoundariesV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stories: Vec<StoryV1>,
    #[serde(default, skip_serializing_if = "Brand::is_empty")]
    brand: Brand,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shared: Option<SharedNote>,
}

#[derive(Default, Serialize, Deserialize)]
pub(super) struct ViewV1 {
    #[serde(default)]
    question: Option<Question>,
    #[serde(default)]
    trend: TrendSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    groups: GroupSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    cross_tab: CrossTabSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    scale: ScaleSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    districts: DistrictsSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    concerns: ConcernsSpec,
    #[serde(default, skip_serializing_if = "ScorecardSpec::is_default")]
    scorecard: ScorecardSpec,
    #[serde(default, skip_serializing_if = "ChangeTableSpec::is_default")]
    change_table: ChangeTableSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    matrix: MatrixSpec,
    #[serde(default, skip_serializing_if = "is_default")]
    priority: PrioritySpec,
}

#[derive(Serialize, Deserialize)]
struct SourceV1 {
    id: SourceId,
    file_name: String,
    imported_on: Date,
    #[serde(default)]
    title: String,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    is_illustrative: bool,
    #[serde(default)]
    open_findings: u32,
    sheets: Vec<String>,
    measures: Vec<Measure>,
    areas: Vec<Area>,
    cohorts: Vec<Cohort>,
    periods: Vec<Period>,
    #[serde(default)]
    notes: Vec<String>,
    observations: ObservationColumns,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    surveys: Vec<SurveyV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Target>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    assessments: Vec<Assessment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    printed: Vec<PrintedV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<NotedBreak>,
}

/// Whether something is as it is where a file does not say.
fn is_default<T: Default + PartialEq>(held: &T) -> bool {
    *held == T::default()
}

impl From<&Project> for ProjectV1 {
    fn from(project: &Project) -> Self {
        Self {
            name: project.name.clone(),
            view: ViewV1::from(&project.view),
            dictionary: project.dictionary.as_ref().clone(),
            sources: project
                .sources
                .iter()
                .map(|source| SourceV1::from(source.as_ref()))
                .collect(),
            layouts: project.layouts.to_vec(),
            successions: project.successions.clone(),
            groups: project.groups.to_vec(),
            targets: project.targets.to_vec(),
            lineages: project.lineages.to_vec(),
            breaks: project.breaks.as_ref().clone(),
            boundaries: project
                .boundaries
                .iter()
                .map(|held| BoundariesV1::of(held))
                .collect(),
            harm: project.harm.as_ref().clone(),
            stories: project.stories.iter().map(StoryV1::of).collect(),
            brand: project.brand.as_ref().clone(),
            shared: project.shared.as_deref().cloned(),
        }
    }
}

impl From<&View> for ViewV1 {
    fn from(view: &View) -> Self {
        Self {
            question: view.question.clone(),
            trend: view.trend.clone(),
            groups: view.groups.clone(),
            cross_tab: view.cross_tab.clone(),
            scale: view.scale.clone(),
            districts: view.districts.clone(),
            concerns: view.concerns.clone(),
            scorecard: view.scorecard.clone(),
            change_table: view.change_table.clone(),
            matrix: view.matrix.clone(),
            priority: view.priority,
        }
    }
}

impl From<&Source> for SourceV1 {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id.clone(),
            file_name: source.file_name.clone(),
            imported_on: source.imported_on,
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            is_illustrative: source.is_illustrative,
            open_findings: source.open_findings,
            sheets: source.sheets.clone(),
            measures: source.measures.clone(),
            areas: source.areas.clone(),
            cohorts: source.cohorts.clone(),
            periods: source.periods.clone(),
            notes: source.notes.clone(),
            observations: ObservationColumns::of(&source.observations),
            surveys: source
                .surveys
                .iter()
                .map(|survey| SurveyV1::of(survey))
                .collect(),
            targets: source.targets.clone(),
            assessments: source.assessments.clone(),
            places: source.places.clone(),
            printed: source.printed.iter().map(PrintedV1::of).collect(),
            breaks: source.breaks.clone(),
        }
    }
}

/// The fields of the project, in their order.
pub(super) const FIELDS: [&str; 15] = [
    "name",
    "view",
    "dictionary",
    "sources",
    "layouts",
    "successions",
    "groups",
    "targets",
    "lineages",
    "breaks",
    "harm",
    "boundaries",
    "stories",
    "brand",
    "shared",
];

/// The project that lies in a span, as far as it can be read and fits together; the reader has the rest.
pub(super) fn read_project(reader: &mut Reader<'_>, span: &Span) -> Project {
    let fields = reader.fields(span, &FIELDS);
    let mut sources = reader.list(&fields, "sources", &[], SourceV1::into_source);
    let mut known = HashSet::new();
    sources.retain(|held| {
        let is_new = known.insert(held.id.clone());
        if !is_new {
            reader.unfit("sources", &held.file_name, "stands twice in the file");
        }
        is_new
    });
    let targets = reader.list(&fields, "targets", &[], |target: TargetSpec, _| {
        let problem = || String::from("it has a number that cannot be reckoned with");
        target.is_sound().then_some(target).ok_or_else(problem)
    });
    let stories = ["slides", "follow_ups"];
    let mut stories = reader.list(&fields, "stories", &stories, |story: StoryV1, _| {
        let problem = || String::from("two of its slides have the same number");
        let story = story.into_story();
        story.is_sound().then_some(story).ok_or_else(problem)
    });
    for name in number_apart(&mut stories) {
        reader.changed("stories", name);
    }
    let boundaries = reader.list(&fields, "boundaries", &[], |held: BoundariesV1, _| {
        held.into_boundaries()
    });
    let noted: Vec<Succession> = reader.list(&fields, "successions", &[], as_it_is);
    let mut successions: Vec<Succession> = Vec::new();
    for held in noted {
        successions.push(held);
        if refresh::fits(&sources, &successions) {
            continue;
        }
        if let Some(held) = successions.pop()
            && reader.keeps_of("sources")
        {
            reader.keep_written("successions", &held);
        } else {
            reader.unfit("successions", "", "does not fit the workbooks");
        }
    }
    let view: ViewV1 = reader.settings(&fields, "view");
    let dictionary: Dictionary =
        reader.field(&fields, "dictionary", &["definitions", "kept_apart"]);
    let breaks: Breaks = reader.field(&fields, "breaks", &["declared", "set_aside"]);
    let mut harm: HarmSpec = reader.field(&fields, "harm", &["concerns"]);
    if harm.weights.as_ref().is_some_and(|held| !held.is_sound()) {
        harm.weights = None;
        reader.unfit("harm", "", "cannot be reckoned with");
    }
    let brand: Brand = reader.field(&fields, "brand", &[]);
    let shared: Option<SharedNote> = reader.field(&fields, "shared", &[]);
    Project {
        name: reader.field(&fields, "name", &[]),
        sources,
        layouts: reader
            .list(&fields, "layouts", &[], as_it_is::<RememberedLayout>)
            .into(),
        successions,
        groups: reader
            .list(&fields, "groups", &[], as_it_is::<NamedCohort>)
            .into(),
        dictionary: dictionary.into(),
        targets: targets.into(),
        lineages: reader
            .list(&fields, "lineages", &[], as_it_is::<Lineage>)
            .into(),
        breaks: Arc::new(breaks),
        boundaries: boundaries.into(),
        harm: Arc::new(harm),
        stories: stories.into(),
        brand: Arc::new(brand.tidied()),
        view: view.into(),
        shared: shared.map(Arc::new),
        lock: Lock::open(),
        newer: Arc::default(),
    }
}

/// What fits whatever else there is.
#[expect(clippy::unnecessary_wraps, reason = "as a list is made of what fits")]
fn as_it_is<T>(held: T, _: &mut Room) -> Result<T, String> {
    Ok(held)
}

impl From<ViewV1> for View {
    fn from(view: ViewV1) -> Self {
        Self {
            question: view.question,
            trend: view.trend,
            groups: view.groups,
            cross_tab: view.cross_tab,
            scale: view.scale,
            districts: view.districts,
            concerns: view.concerns,
            scorecard: view.scorecard,
            change_table: view.change_table,
            matrix: view.matrix,
            priority: view.priority,
        }
    }
}

impl SourceV1 {
    /// The source, once everything in it is seen to fit together; `Err` says what does not.
    fn into_source(self, room: &mut Room) -> Result<Arc<Source>, String> {
        let sizes = Sizes {
            sheets: self.sheets.len(),
            measures: self.measures.len(),
            areas: self.areas.len(),
            cohorts: self.cohorts.len(),
            periods: self.periods.len(),
            notes: self.notes.len(),
        };
        let surveys = self
            .surveys
            .into_iter()
            .map(|survey| survey.into_survey(sizes.sheets, room).map(Arc::new))
            .collect::<Result<_, _>>()?;
        let printed = self
            .printed
            .into_iter()
            .map(|figure| figure.into_figure(sizes.sheets, room))
            .collect::<Result<_, _>>()?;
        let is_known = |noted: &NotedBreak| {
            let mut measures = noted.measures.iter();
            usize::from(noted.cell.sheet.0) < sizes.sheets
                && measures
                    .all(|held| usize::try_from(*held).is_ok_and(|held| held < sizes.measures))
        };
        if !self.breaks.iter().all(is_known) {
            return Err(String::from(
                "a break in series is of a measure that is not there",
            ));
        }
        let observations = self.observations.into_observations(&sizes, room)?;
        Ok(Arc::new(Source {
            id: self.id,
            file_name: self.file_name,
            imported_on: self.imported_on,
            title: self.title,
            publisher: self.publisher,
            is_illustrative: self.is_illustrative,
            sheets: self.sheets,
            measures: self.measures,
            areas: self.areas,
            cohorts: self.cohorts,
            periods: self.periods,
            notes: self.notes,
            observations,
            surveys,
            targets: self.targets,
            assessments: self.assessments,
            places: self.places,
            printed,
            breaks: self.breaks,
            open_findings: self.open_findings,
        }))
    }
}

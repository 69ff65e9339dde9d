//! Every edit that there is, made by chance so that it fits a project where anything can.

use std::sync::Arc;

use bellwether::analysis::assessments::{LineageLink, ReviewKey};
use bellwether::analysis::breaks::{BreakId, BreakScope, BreakSpec, SetAside};
use bellwether::analysis::cohort_rule::{CohortRule, NamedCohort};
use bellwether::analysis::dictionary::{AreaKey, CategoryKey, Term, TermEdit};
use bellwether::analysis::harm::ConcernKey;
use bellwether::analysis::targets::{TargetAim, TargetId, TargetSpec};
use bellwether::analysis::{MeasureKey, Question};
use bellwether::data::measure::Theme;
use bellwether::data::{
    Boundaries, Boundary, BoundaryPolygon, BreakReason, CellRef, Cohort, GridPoint, HarmWeight,
    HarmWeights, Period, Polarity, SheetIndex, SourceId, Unit,
};
use bellwether::import::remembered::RememberedLayout;
use bellwether::project::story::{
    FollowUp, FollowUpEdit, Paragraph, SlideChart, SlideContent, SlideId, SlideShape, StoryId,
};
use bellwether::project::{
    BoundaryEdit, Brand, BrandColour, BreakEdit, ChangeTableSpec, ChartKind, ConcernsSpec,
    CrossTabSpec, DistrictsSpec, Edit, GroupSpec, HarmEdit, LineageEdit, MatrixDrawing, MatrixSpec,
    PrioritySpec, Project, ScaleSpec, ScorecardSpec, Slide, SlideEdit, Story, StoryEdit,
    TargetEdit, TrendSpec, View,
};

use crate::sample;

/// Names every kind of edit once: an edit that is added to the program does not compile here until it has a name,
/// and has no name without an edit that is made for it.
macro_rules! kinds {
    ($($name:literal => $pattern:pat),+ $(,)?) => {
        /// The names of all kinds of edits.
        pub const KINDS: &[&str] = &[$($name),+];

        /// The name of an edit's kind.
        pub fn kind_of(edit: &Edit) -> &'static str {
            match edit {
                $($pattern => $name),+
            }
        }
    };
}

kinds! {
    "add sources" => Edit::AddSources(_),
    "remove source" => Edit::RemoveSource(_),
    "rename" => Edit::Rename(_),
    "ask" => Edit::Ask(_),
    "trend" => Edit::SetTrend(_),
    "groups" => Edit::SetGroups(_),
    "cross-tab" => Edit::SetCrossTab(_),
    "scale" => Edit::SetScale(_),
    "districts" => Edit::SetDistricts(_),
    "concerns" => Edit::SetConcerns(_),
    "scorecard" => Edit::SetScorecard(_),
    "matrix" => Edit::SetMatrix(_),
    "change table" => Edit::SetChangeTable(_),
    "priority" => Edit::SetPriority(_),
    "declare lineage" => Edit::Lineages(LineageEdit::Declare { .. }),
    "withdraw lineage" => Edit::Lineages(LineageEdit::Withdraw { .. }),
    "add target" => Edit::Targets(TargetEdit::Add(_)),
    "change target" => Edit::Targets(TargetEdit::Change(_)),
    "take targets over" => Edit::Targets(TargetEdit::TakeOver(..)),
    "remove target" => Edit::Targets(TargetEdit::Remove(_)),
    "add story" => Edit::Stories(StoryEdit::Add(_)),
    "rename story" => Edit::Stories(StoryEdit::Rename(..)),
    "audience" => Edit::Stories(StoryEdit::SetAudience(..)),
    "shape" => Edit::Stories(StoryEdit::SetShape(..)),
    "copy story" => Edit::Stories(StoryEdit::Duplicate(_)),
    "delete story" => Edit::Stories(StoryEdit::Delete(_)),
    "add slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Add { .. })),
    "change slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Change(_))),
    "move slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Move(..))),
    "copy slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Duplicate(_))),
    "hide slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Hide(..))),
    "delete slide" => Edit::Stories(StoryEdit::Slides(_, SlideEdit::Delete(_))),
    "keep question" => Edit::Stories(StoryEdit::FollowUps(_, FollowUpEdit::Keep(_))),
    "drop question" => Edit::Stories(StoryEdit::FollowUps(_, FollowUpEdit::Drop(_))),
    "clear questions" => Edit::Stories(StoryEdit::FollowUps(_, FollowUpEdit::Clear)),
    "remember layout" => Edit::RememberLayout(_),
    "forget layout" => Edit::ForgetLayout(_),
    "call" => Edit::Define(_, TermEdit::Rename(_)),
    "aliases" => Edit::Define(_, TermEdit::SetAliases(_)),
    "unit" => Edit::Define(_, TermEdit::SetUnit(_)),
    "polarity" => Edit::Define(_, TermEdit::SetPolarity(_)),
    "theme" => Edit::Define(_, TermEdit::SetTheme(_)),
    "hide" => Edit::Define(_, TermEdit::SetHidden(_)),
    "merge" => Edit::Define(_, TermEdit::Merge(_)),
    "take out" => Edit::Define(_, TermEdit::TakeOut(_)),
    "reset" => Edit::Define(_, TermEdit::Reset),
    "keep apart" => Edit::KeepApart(..),
    "keep group" => Edit::KeepGroup(_),
    "drop group" => Edit::DropGroup(_),
    "declare break" => Edit::Breaks(BreakEdit::Declare(_)),
    "change break" => Edit::Breaks(BreakEdit::Change(_)),
    "remove break" => Edit::Breaks(BreakEdit::Remove(_)),
    "set break aside" => Edit::Breaks(BreakEdit::SetAside(..)),
    "replace break" => Edit::Breaks(BreakEdit::Replace(..)),
    "heed notes" => Edit::Breaks(BreakEdit::HeedNotes(..)),
    "keep boundaries" => Edit::Boundaries(BoundaryEdit::Keep(_)),
    "attribute boundaries" => Edit::Boundaries(BoundaryEdit::Attribute { .. }),
    "remove boundaries" => Edit::Boundaries(BoundaryEdit::Remove(_)),
    "weights" => Edit::Harm(HarmEdit::SetWeights(_)),
    "drop weights" => Edit::Harm(HarmEdit::DropWeights),
    "match concern" => Edit::Harm(HarmEdit::Match(..)),
    "concern by name" => Edit::Harm(HarmEdit::ByName(_)),
    "brand" => Edit::SetBrand(_),
}

/// Chance that is the same for the same number.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number less than another.
    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most.max(1) as u64).unwrap()
    }

    /// A number from 1 to another.
    fn number(&mut self, most: u32) -> f64 {
        f64::from(1 + u32::try_from(self.roll() % u64::from(most)).unwrap())
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn pick<T: Clone>(&mut self, things: impl IntoIterator<Item = T>) -> Option<T> {
        let things: Vec<T> = things.into_iter().collect();
        let at = self.below(things.len());
        things.get(at).cloned()
    }

    fn word(&mut self, of: &str) -> String {
        format!("{of} {} “é”", self.below(7))
    }

    fn measure(&mut self, project: &Project) -> MeasureKey {
        let measures = project.sources.iter().flat_map(|source| &source.measures);
        self.pick(measures.map(MeasureKey::of))
            .unwrap_or(MeasureKey {
                folded_name: String::from("feel safe"),
                unit: Unit::Percent,
            })
    }

    /// A measure, a place, a dimension or a group of the project's.
    fn term(&mut self, project: &Project) -> Term {
        let sources = project.sources.iter();
        let cohorts = sources.clone().flat_map(|source| &source.cohorts);
        let mut traits = cohorts.flat_map(Cohort::traits);
        match self.below(4) {
            0 => {
                let area = self.pick(sources.flat_map(|source| &source.areas).map(AreaKey::of));
                area.map(Term::Area)
            }
            1 => traits
                .next()
                .map(|held| Term::Dimension(held.dimension.clone())),
            2 => {
                let key =
                    self.pick(traits.map(|held| CategoryKey::new(&held.dimension, &held.category)));
                key.map(Term::Category)
            }
            _ => None,
        }
        .unwrap_or_else(|| Term::Measure(self.measure(project)))
    }

    fn story(&mut self, project: &Project) -> StoryId {
        self.pick(project.stories.iter().map(|story| story.id))
            .unwrap_or(StoryId(1))
    }

    fn slide_of(&mut self, project: &Project, story: StoryId) -> SlideId {
        let slides = project.story(story).map(|story| story.slides.clone());
        self.pick(slides.unwrap_or_default())
            .map_or(SlideId(1), |slide| slide.id)
    }

    fn period(&mut self) -> Period {
        Period::financial_year(2015 + i16::try_from(self.below(8)).unwrap()).unwrap()
    }

    fn view(&mut self, project: &Project) -> View {
        View {
            question: Some(Question::about(self.measure(project))),
            ..project.view.clone()
        }
    }

    fn chart(&mut self, project: &Project) -> SlideChart {
        let kinds = [ChartKind::Trend, ChartKind::Districts, ChartKind::Scorecard];
        let kind = self.pick(kinds).unwrap();
        SlideChart::new(kind, self.view(project))
    }

    fn slide(&mut self, project: &Project) -> Slide {
        let mut slide = Slide::of(match self.below(6) {
            0 => SlideContent::Chart {
                chart: Box::new(self.chart(project)),
                title: self.coin().then(|| self.word("A title")),
            },
            1 => SlideContent::TwoCharts {
                charts: Box::new([self.chart(project), self.chart(project)]),
                title: None,
            },
            2 => SlideContent::Message {
                text: self.word("Fewer"),
                about: self.coin().then(|| Box::new(self.chart(project))),
            },
            3 => SlideContent::Text {
                heading: self.word("Decide"),
                paragraphs: Paragraph::read("On\n- one\n- two"),
            },
            4 => SlideContent::Table {
                chart: Box::new(self.chart(project)),
                title: None,
            },
            _ => SlideContent::Section {
                title: self.word("Part"),
                subtitle: String::new(),
            },
        });
        slide.notes = self.word("Say");
        slide
    }

    fn target(&mut self, project: &Project) -> TargetSpec {
        let measure = self.measure(project);
        TargetSpec {
            id: TargetId(0),
            measure_name: measure.folded_name.clone(),
            measure,
            area: String::new(),
            cohort: Cohort::everyone(),
            baseline: None,
            aim: TargetAim::ByPercent(self.number(9)),
            due: self.coin().then(|| self.period()),
            milestones: Vec::new(),
            plan: self.word("Plan"),
            owner: String::new(),
            words: String::new(),
            next_data: None,
            taken_from: None,
        }
    }

    fn break_of(&mut self, project: &Project) -> BreakSpec {
        let key = self.measure(project);
        BreakSpec {
            id: BreakId(0),
            of: BreakScope::Measure {
                name: key.folded_name.clone(),
                key,
            },
            area: String::new(),
            from: self.period(),
            reason: BreakReason::Wording,
            words: self.word("Because"),
        }
    }

    fn note(&mut self, project: &Project) -> SetAside {
        let held = self.pick(project.breaks.set_aside.clone());
        held.filter(|_| self.coin()).unwrap_or_else(|| SetAside {
            source: SourceId::of_bytes(&[u8::try_from(self.below(5)).unwrap()]),
            measure: self.measure(project),
            from: self.period().start,
        })
    }

    fn group(&mut self) -> NamedCohort {
        NamedCohort {
            name: self.word("Group"),
            rule: CohortRule::is("Sex", if self.coin() { "Female" } else { "Male" }),
        }
    }

    fn boundaries(&mut self) -> Arc<Boundaries> {
        let at = i32::try_from(self.below(100)).unwrap();
        let point = |east, north| GridPoint { east, north };
        Arc::new(Boundaries {
            file_name: self.word("map"),
            attribution: String::new(),
            grid_metres: 5.0,
            areas: vec![Boundary {
                name: String::from("Ashfield"),
                code: None,
                polygons: vec![BoundaryPolygon::new(vec![vec![
                    point(0, 0),
                    point(at + 1, 0),
                    point(0, 9),
                ]])],
            }]
            .into(),
        })
    }
}

fn review(year: i16) -> ReviewKey {
    ReviewKey {
        title: String::from("strategic assessment"),
        period: Period::financial_year(year),
    }
}

fn number(dice: &mut Dice) -> String {
    format!("Priority {}", dice.below(4))
}

/// An edit of a kind.
#[expect(clippy::too_many_lines, reason = "a line or a few for each kind")]
pub fn make(kind: &str, dice: &mut Dice, project: &Project) -> Edit {
    let story = dice.story(project);
    let slide = dice.slide_of(project, story);
    let of_slides = |edit| Edit::Stories(StoryEdit::Slides(story, edit));
    let of_questions = |edit| Edit::Stories(StoryEdit::FollowUps(story, edit));
    let held_target = dice.pick(project.targets.iter().cloned());
    let held_break = dice.pick(project.breaks.declared.iter().cloned());
    let held_group = dice.pick(project.groups.iter().map(|group| group.name.clone()));
    let held_map = dice.pick(project.boundaries.iter().map(|held| held.file_name.clone()));
    let view = &project.view;
    match kind {
        "add sources" => {
            let number = u32::try_from(dice.below(4)).unwrap();
            let name = format!("{number}.xlsx");
            Edit::AddSources(vec![sample::source(&name, number + 1)])
        }
        "remove source" => {
            let held = dice.pick(project.sources.iter().map(|source| source.id.clone()));
            Edit::RemoveSource(held.unwrap_or_else(|| SourceId::of_bytes(b"none")))
        }
        "rename" => Edit::Rename(dice.word("Project")),
        "ask" => Edit::Ask(Question::about(dice.measure(project))),
        "trend" => Edit::SetTrend(TrendSpec {
            title: Some(dice.word("Title")),
            ..view.trend.clone()
        }),
        "groups" => Edit::SetGroups(GroupSpec {
            every_dimension: !view.groups.every_dimension,
            ..view.groups.clone()
        }),
        "cross-tab" => Edit::SetCrossTab(CrossTabSpec {
            letters: !view.cross_tab.letters,
            ..view.cross_tab.clone()
        }),
        "scale" => Edit::SetScale(ScaleSpec {
            by_net: !view.scale.by_net,
            ..view.scale.clone()
        }),
        "districts" => Edit::SetDistricts(DistrictsSpec {
            weighted_mean: !view.districts.weighted_mean,
            ..view.districts.clone()
        }),
        "concerns" => Edit::SetConcerns(ConcernsSpec {
            most: dice.below(20) + 1,
            ..view.concerns.clone()
        }),
        "scorecard" => Edit::SetScorecard(ScorecardSpec {
            plan: Some(dice.word("Plan")),
            ..view.scorecard.clone()
        }),
        "matrix" => Edit::SetMatrix(MatrixSpec {
            drawing: dice.pick(MatrixDrawing::ALL).unwrap(),
            ..view.matrix.clone()
        }),
        "change table" => Edit::SetChangeTable(ChangeTableSpec {
            show_worked_out: !view.change_table.show_worked_out,
            ..view.change_table.clone()
        }),
        "priority" => Edit::SetPriority(PrioritySpec {
            pairs: !view.priority.pairs,
            ..view.priority
        }),
        "declare lineage" => Edit::Lineages(LineageEdit::Declare {
            earlier: review(2021),
            later: review(2022),
            link: LineageLink {
                from: vec![number(dice)],
                to: vec![number(dice)],
            },
        }),
        "withdraw lineage" => {
            let held = project.lineages.iter().flat_map(|held| held.links.clone());
            Edit::Lineages(LineageEdit::Withdraw {
                earlier: review(2021),
                later: review(2022),
                link: dice.pick(held).unwrap_or_default(),
            })
        }
        "add target" => Edit::Targets(TargetEdit::Add(Box::new(dice.target(project)))),
        "change target" => {
            let id = held_target.map_or(TargetId(1), |target| target.id);
            let target = dice.target(project);
            Edit::Targets(TargetEdit::Change(Box::new(TargetSpec { id, ..target })))
        }
        "take targets over" => Edit::Targets(TargetEdit::TakeOver(
            vec![dice.target(project), dice.target(project)],
            String::from("plan.xlsx"),
        )),
        "remove target" => {
            let id = held_target.map_or(TargetId(1), |target| target.id);
            Edit::Targets(TargetEdit::Remove(id))
        }
        "add story" => {
            let mut story = Story::named(dice.word("Story"));
            story.key = format!("{:016x}", dice.roll());
            for _ in 0..dice.below(3) {
                story.push(dice.slide(project));
            }
            Edit::Stories(StoryEdit::Add(Box::new(story)))
        }
        "rename story" => Edit::Stories(StoryEdit::Rename(story, dice.word("Story"))),
        "audience" => Edit::Stories(StoryEdit::SetAudience(story, dice.word("For"))),
        "shape" => {
            let shape = dice.pick(SlideShape::ALL).unwrap();
            Edit::Stories(StoryEdit::SetShape(story, shape))
        }
        "copy story" => Edit::Stories(StoryEdit::Duplicate(story)),
        "delete story" => Edit::Stories(StoryEdit::Delete(story)),
        "add slide" => of_slides(SlideEdit::Add {
            slide: Box::new(dice.slide(project)),
            after: dice.coin().then_some(slide),
        }),
        "change slide" => {
            let mut changed = dice.slide(project);
            changed.id = slide;
            of_slides(SlideEdit::Change(Box::new(changed)))
        }
        "move slide" => of_slides(SlideEdit::Move(slide, dice.below(9))),
        "copy slide" => of_slides(SlideEdit::Duplicate(slide)),
        "hide slide" => of_slides(SlideEdit::Hide(slide, dice.coin())),
        "delete slide" => of_slides(SlideEdit::Delete(slide)),
        "keep question" => of_questions(FollowUpEdit::Keep(vec![FollowUp {
            asked: dice.word("Why"),
            answer: dice.word("Because"),
            slide,
            date: dice.period().start,
            chart: dice.chart(project),
        }])),
        "drop question" => {
            let held = project
                .story(story)
                .map_or(0, |story| story.follow_ups.len());
            of_questions(FollowUpEdit::Drop(dice.below(held)))
        }
        "clear questions" => of_questions(FollowUpEdit::Clear),
        "remember layout" => Edit::RememberLayout(RememberedLayout {
            partner: dice.word("Partner"),
            title: dice.word("Title"),
            ..RememberedLayout::default()
        }),
        "forget layout" => {
            let held = dice.pick(project.layouts.iter().map(|layout| layout.partner.clone()));
            Edit::ForgetLayout(held.unwrap_or_default())
        }
        "call" => {
            let name = dice.coin().then(|| dice.word("Name"));
            Edit::Define(dice.term(project), TermEdit::Rename(name))
        }
        "aliases" => {
            let aliases = vec![dice.word("Other")];
            Edit::Define(dice.term(project), TermEdit::SetAliases(aliases))
        }
        "unit" => {
            let unit = dice.pick([None, Some(Unit::Count), Some(Unit::Percent)]);
            let term = Term::Measure(dice.measure(project));
            Edit::Define(term, TermEdit::SetUnit(unit.unwrap()))
        }
        "polarity" => {
            let sides = [
                None,
                Some(Polarity::HigherIsBetter),
                Some(Polarity::LowerIsBetter),
            ];
            let polarity = dice.pick(sides).unwrap();
            let term = Term::Measure(dice.measure(project));
            Edit::Define(term, TermEdit::SetPolarity(polarity))
        }
        "theme" => {
            let theme = dice.pick([None, Some(Theme::RecordedCrime), Some(Theme::Other)]);
            let term = Term::Measure(dice.measure(project));
            Edit::Define(term, TermEdit::SetTheme(theme.unwrap()))
        }
        "hide" => Edit::Define(dice.term(project), TermEdit::SetHidden(dice.coin())),
        "merge" => {
            let (one, other) = (dice.measure(project), dice.measure(project));
            let edit = TermEdit::Merge(Term::Measure(other));
            Edit::Define(Term::Measure(one), edit)
        }
        "take out" => {
            let merged = project
                .dictionary
                .definitions()
                .iter()
                .find(|held| held.members.len() > 1);
            let members = merged.map(|held| held.members.clone()).unwrap_or_default();
            let (one, other) = (members.first().cloned(), members.last().cloned());
            let fallback = Term::Measure(dice.measure(project));
            Edit::Define(
                one.unwrap_or_else(|| fallback.clone()),
                TermEdit::TakeOut(other.unwrap_or(fallback)),
            )
        }
        "reset" => {
            let held = project.dictionary.definitions().iter();
            let held = dice.pick(held.filter_map(|held| held.members.first().cloned()));
            let term = held.unwrap_or_else(|| dice.term(project));
            Edit::Define(term, TermEdit::Reset)
        }
        "keep apart" => Edit::KeepApart(
            Term::Measure(dice.measure(project)),
            Term::Measure(dice.measure(project)),
        ),
        "keep group" => Edit::KeepGroup(dice.group()),
        "drop group" => Edit::DropGroup(held_group.unwrap_or_default()),
        "declare break" => Edit::Breaks(BreakEdit::Declare(dice.break_of(project))),
        "change break" => {
            let id = held_break.map_or(BreakId(1), |held| held.id);
            let spec = dice.break_of(project);
            Edit::Breaks(BreakEdit::Change(BreakSpec { id, ..spec }))
        }
        "remove break" => {
            let id = held_break.map_or(BreakId(1), |held| held.id);
            Edit::Breaks(BreakEdit::Remove(id))
        }
        "set break aside" => Edit::Breaks(BreakEdit::SetAside(
            dice.note(project),
            dice.word("Measure"),
        )),
        "replace break" => Edit::Breaks(BreakEdit::Replace(
            dice.note(project),
            dice.break_of(project),
        )),
        "heed notes" => {
            let notes = vec![dice.note(project)];
            Edit::Breaks(BreakEdit::HeedNotes(notes, dice.word("Measure")))
        }
        "keep boundaries" => Edit::Boundaries(BoundaryEdit::Keep(dice.boundaries())),
        "remove boundaries" => Edit::Boundaries(BoundaryEdit::Remove(held_map.unwrap_or_default())),
        "attribute boundaries" => Edit::Boundaries(BoundaryEdit::Attribute {
            file_name: held_map.unwrap_or_default(),
            words: dice.word("© Crown"),
        }),
        "weights" => Edit::Harm(HarmEdit::SetWeights(Arc::new(HarmWeights {
            name: String::from("Weights"),
            file_name: dice.word("weights"),
            sheet: String::new(),
            imported_on: dice.period().start,
            is_illustrative: true,
            heading: String::from("Days"),
            weights: vec![HarmWeight {
                offence: String::from("Burglary"),
                weight: dice.number(400),
                cell: CellRef::new(SheetIndex(0), 1, 1),
            }],
        }))),
        "drop weights" => Edit::Harm(HarmEdit::DropWeights),
        "match concern" => {
            let concern = dice.coin().then(|| ConcernKey {
                measure: dice.measure(project),
                category: None,
            });
            Edit::Harm(HarmEdit::Match(dice.measure(project), concern))
        }
        "concern by name" => {
            let held = project
                .harm
                .concerns
                .iter()
                .map(|held| held.offence.clone());
            let offence = dice.pick(held).unwrap_or_else(|| dice.measure(project));
            Edit::Harm(HarmEdit::ByName(offence))
        }
        "brand" => {
            let shade = u8::try_from(dice.below(200)).unwrap();
            Edit::SetBrand(Box::new(Brand {
                organisation: dice.word("Council"),
                main: Some(BrandColour::new(shade, 67, 109)),
                ..Brand::default()
            }))
        }
        other => panic!("nothing makes an edit of the kind “{other}”"),
    }
}

//! Projects that charts find hard, each read by the program's own import from a table made here: a few, eight and
//! two dozen series, long names, values that are all the same, one value, none. All figures are invented.

use std::fmt::Write as _;
use std::sync::Arc;

use bellwether::analysis::targets::{Comparison, Rule, TargetAim, TargetSpec};
use bellwether::analysis::{Answer, Catalogue, MeasureKey, Question, Split};
use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::data::{Boundaries, CellRef, HarmWeight, HarmWeights, SheetIndex, Source, Unit};
use bellwether::import::boundaries::read_boundaries;
use bellwether::import::read_bytes;
use bellwether::project::{
    BoundaryEdit, BreakdownDrawing, ChangeDrawing, ChartKind, DistrictsArrangement, Edit, HarmEdit,
    HeatmapCells, MapShows, MatrixDrawing, Project, TargetEdit, View,
};

#[path = "../common/made_boundaries.rs"]
pub mod made_boundaries;

/// The measure of the tables.
const MEASURE: &str = "Feel safe outside after dark";
/// The question of the respondents.
const QUESTION: &str = "How safe do you feel outside after dark";
/// How many respondents answer it: 200 for each of two dozen groups.
const RESPONDENTS: usize = 4_800;
/// The whole of which the districts are parts.
const WHOLE: &str = "Nottinghamshire";

const DISTRICTS: [&str; 24] = [
    "Nottingham",
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
    "Amber Valley",
    "Bolsover",
    "Chesterfield",
    "Derby",
    "Derbyshire Dales",
    "Erewash",
    "High Peak",
    "North East Derbyshire",
    "South Derbyshire",
    "Leicester",
    "Blaby",
    "Charnwood",
    "Harborough",
    "Hinckley and Bosworth",
    "Melton",
    "North West Leicestershire",
];

/// Places as long as they come in Wales and in Poland.
const LONG_PLACES: [&str; 6] = [
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Pen-y-bont ar Ogwr a Bro Morgannwg (Bridgend and the Vale of Glamorgan)",
    "Rhosllannerchrugog a Phonciau",
    "Szczebrzeszyn i Brzęczyszczewice nad Chrząszczową Wolą",
    "Świętochłowice-Południe",
    "Powiat strzelecko-drezdenecki",
];

const LONG_GROUPS: [&str; 6] = [
    "Pobl o gefndir Pwylaidd sy’n byw yng Nghymru ers llai na phum mlynedd",
    "Osoby pracujące w niepełnym wymiarze godzin oraz opiekunowie",
    "Full-time students who also work at least sixteen hours a week",
    "Gofalwyr di-dâl",
    "Emeryci i renciści",
    "Self-employed",
];

/// A project that charts find hard.
pub struct Case {
    /// Its name in file names: `long-names`.
    pub name: &'static str,
    /// What is hard about it.
    pub words: &'static str,
    project: Project,
    catalogue: Catalogue,
}

/// A chart as the screen and the command line offer it.
pub struct Drawing {
    /// Its name in file names: `districts-tiles`.
    pub name: &'static str,
    kind: ChartKind,
    set: fn(&mut View),
}

/// Every way in which a measure is drawn.
pub fn drawings() -> Vec<Drawing> {
    fn as_it_is(_: &mut View) {}
    fn heatmap(view: &mut View, cells: HeatmapCells) {
        view.groups.breakdown_drawing = BreakdownDrawing::Heatmap;
        view.groups.heatmap_cells = cells;
    }
    fn map(view: &mut View, shows: MapShows) {
        view.districts.arrangement = DistrictsArrangement::Map;
        view.districts.map_shows = shows;
    }
    let drawing = |name, kind| Drawing {
        name,
        kind,
        set: as_it_is,
    };
    vec![
        drawing("trend", ChartKind::Trend),
        drawing("breakdown", ChartKind::Breakdown),
        Drawing {
            set: |view| heatmap(view, HeatmapCells::Values),
            ..drawing("heatmap", ChartKind::Breakdown)
        },
        Drawing {
            set: |view| heatmap(view, HeatmapCells::AgainstRest),
            ..drawing("heatmap-against-rest", ChartKind::Breakdown)
        },
        Drawing {
            set: |view| heatmap(view, HeatmapCells::OverYear),
            ..drawing("heatmap-over-year", ChartKind::Breakdown)
        },
        Drawing {
            set: |view| view.groups.breakdown_drawing = BreakdownDrawing::SmallMultiples,
            ..drawing("small-multiples", ChartKind::Breakdown)
        },
        drawing("change", ChartKind::Change),
        Drawing {
            set: |view| view.groups.change_drawing = ChangeDrawing::Slope,
            ..drawing("slope", ChartKind::Change)
        },
        drawing("priority-cohorts", ChartKind::PriorityCohorts),
        drawing("cross-tab", ChartKind::CrossTab),
        drawing("answers", ChartKind::Answers),
        drawing("districts", ChartKind::Districts),
        Drawing {
            set: |view| view.districts.arrangement = DistrictsArrangement::Tiles,
            ..drawing("districts-tiles", ChartKind::Districts)
        },
        Drawing {
            set: |view| map(view, MapShows::Values),
            ..drawing("districts-map", ChartKind::Districts)
        },
        Drawing {
            set: |view| map(view, MapShows::AgainstRest),
            ..drawing("districts-map-against-rest", ChartKind::Districts)
        },
        Drawing {
            set: |view| map(view, MapShows::Changes),
            ..drawing("districts-map-changes", ChartKind::Districts)
        },
        Drawing {
            set: |view| view.districts.arrangement = DistrictsArrangement::OneChart,
            ..drawing("districts-one-chart", ChartKind::Districts)
        },
        drawing("concerns", ChartKind::Concerns),
        drawing("harm", ChartKind::Harm),
        drawing("change-table", ChartKind::ChangeTable),
        drawing("scorecard", ChartKind::Scorecard),
        drawing("matrix", ChartKind::Matrix),
        Drawing {
            set: |view| view.matrix.drawing = MatrixDrawing::Movement,
            ..drawing("movement", ChartKind::Matrix)
        },
        Drawing {
            set: |view| view.matrix.drawing = MatrixDrawing::Grid,
            ..drawing("risk-grid", ChartKind::Matrix)
        },
    ]
}

/// Every case.
pub fn cases() -> Vec<Case> {
    let ages = |count: usize| -> Vec<String> {
        let width = 72 / count;
        (0..count)
            .map(|place| 16 + place * width)
            .map(|first| format!("{first}-{}", first + width - 1))
            .collect()
    };
    let owned = |names: &[&str]| -> Vec<String> { names.iter().map(|&name| name.into()).collect() };
    let plain = Shape {
        groups: ages(8),
        districts: owned(&DISTRICTS[..8]),
        ..Shape::default()
    };
    vec![
        Case::new(
            "two",
            "two series",
            &Shape {
                groups: ages(2),
                districts: owned(&DISTRICTS[..2]),
                ..Shape::default()
            },
        ),
        Case::new("eight", "eight series", &plain),
        Case::new(
            "two-dozen",
            "24 series",
            &Shape {
                groups: ages(24),
                districts: owned(&DISTRICTS),
                ..Shape::default()
            },
        ),
        Case::new(
            "long-names",
            "long Welsh and Polish names",
            &Shape {
                dimension: "Employment status",
                groups: owned(&LONG_GROUPS),
                districts: owned(&LONG_PLACES),
                ..Shape::default()
            },
        ),
        Case::new(
            "all-equal",
            "values that are all the same",
            &Shape {
                value: |_, _| Some(50.0),
                step: |_, _| 3,
                reviews: 2,
                ..plain.clone()
            },
        ),
        Case::new(
            "one-value",
            "one period, one value",
            &Shape {
                groups: Vec::new(),
                districts: Vec::new(),
                years: 1,
                reviews: 1,
                ..Shape::default()
            },
        ),
        Case::new(
            "no-value",
            "every value withheld by its source",
            &Shape {
                value: |_, _| None,
                reviews: 0,
                ..plain
            },
        ),
    ]
}

impl Case {
    fn new(name: &'static str, words: &'static str, shape: &Shape) -> Self {
        let sources = [
            read("table.csv", &shape.table()),
            read("respondents.csv", &shape.respondents()),
            read("concerns.csv", &shape.concerns()),
            read("offences.csv", &shape.offences()),
        ];
        let reviews = (0..shape.reviews).map(|place| {
            let year = 2021 + place;
            read(&format!("review_{year}.csv"), &shape.review(place))
        });
        let sources = sources.into_iter().chain(reviews).collect();
        let mut project = Project::default();
        project = project.apply(Edit::AddSources(sources)).unwrap();
        let weights = Edit::Harm(HarmEdit::SetWeights(Arc::new(shape.weights())));
        project = project.apply(weights).unwrap();
        let key = measure(&project.catalogue(), MEASURE).unwrap();
        let places = shape.districts.iter().map(String::as_str);
        for place in places.chain([WHOLE]) {
            let target = TargetSpec {
                area: place.to_owned(),
                aim: TargetAim::Reach(Rule {
                    comparison: Comparison::AtLeast,
                    value: 55.0,
                }),
                owner: String::from("Community Safety Partnership"),
                ..TargetSpec::about(key.clone(), String::from(MEASURE))
            };
            let add = TargetEdit::Add(Box::new(target));
            project = project.apply(Edit::Targets(add)).unwrap();
        }
        if let Some(boundaries) = shape.boundaries() {
            let keep = BoundaryEdit::Keep(Arc::new(boundaries));
            project = project.apply(Edit::Boundaries(keep)).unwrap();
        }
        let split = if shape.groups.is_empty() {
            Split::default()
        } else {
            let catalogue = project.catalogue();
            let entry = catalogue.entry(&key).unwrap();
            Split::Dimensions(entry.dimensions.keys().cloned().collect())
        };
        project.view.question = Some(Question {
            split,
            areas: vec![String::from(WHOLE)],
            ..Question::about(key)
        });
        Self {
            name,
            words,
            catalogue: project.catalogue(),
            project,
        }
    }

    /// What a chart shows of it, with how it is drawn.
    pub fn answer(&self, drawing: &Drawing) -> Option<(Answer, View)> {
        let mut view = self.project.view.clone();
        if matches!(drawing.kind, ChartKind::CrossTab | ChartKind::Answers) {
            // Respondents who all gave no answer make no question.
            view.question = Some(Question::about(measure(&self.catalogue, QUESTION)?));
        }
        if drawing.kind == ChartKind::Concerns {
            let set = self.catalogue.concern_sets().first()?;
            view.question = Some(Question::about(set.items.first()?.measure.clone()));
            let issue = self.catalogue.entry(&set.items.first()?.measure)?;
            view.concerns.area = issue.areas.last().map(|area| area.name.clone());
            view.concerns.most = 25;
        }
        if drawing.kind == ChartKind::Harm {
            let mut counts = self.catalogue.measures().filter(|(key, entry)| {
                key.unit == Unit::Count && entry.measure.name.starts_with("Offences: ")
            });
            view.question = Some(Question::about(counts.next()?.0.clone()));
        }
        (drawing.set)(&mut view);
        let answer = view.asked(drawing.kind)?.answer(&self.catalogue)?;
        Some((answer, view))
    }
}

/// What the tables of a case hold.
#[derive(Clone)]
struct Shape {
    dimension: &'static str,
    groups: Vec<String>,
    districts: Vec<String>,
    years: usize,
    /// The percentage of a place in its list in a year; `None` where the source gives none.
    value: fn(usize, usize) -> Option<f64>,
    /// How many reviews of priorities there are, and the step of a priority by a criterion.
    reviews: usize,
    step: fn(usize, usize) -> usize,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            dimension: "Age",
            groups: Vec::new(),
            districts: Vec::new(),
            years: 5,
            value: |place, year| {
                let place = u16::try_from(place).unwrap();
                let year = u16::try_from(year).unwrap();
                let spread = f64::from(place * 37 % 41);
                let drift = f64::from((place * 5 + year * 11) % 9) - 1.7 * f64::from(year);
                Some(38.0 + spread + drift)
            },
            reviews: 2,
            step: |place, criterion| (place * 3 + criterion * 2 + place / 4) % 5,
        }
    }
}

impl Shape {
    /// Boundaries of its districts but, of many, one; and of a neighbour.
    fn boundaries(&self) -> Option<Boundaries> {
        let places = &self.districts;
        let bounded = if places.len() > 2 {
            &places[1..]
        } else {
            &places[..]
        };
        let areas: Vec<(&str, Option<&str>)> =
            bounded.iter().map(|name| (name.as_str(), None)).collect();
        if areas.is_empty() {
            return None;
        }
        let source = r#""attribution":"Made-up areas, no map of anywhere","#;
        let text = made_boundaries::geojson(&areas, Some("A neighbour"), source);
        let reading = read_boundaries("made.geojson", text.as_bytes());
        Some(reading.unwrap().boundaries)
    }

    /// Percentages with bases, a row for each.
    fn table(&self) -> String {
        let mut text = String::from("Measure,District,Dimension,Category,Period,%,Base\n");
        for year in 0..self.years {
            let period = format!("Year to Mar {}", 2020 + year);
            let row = |text: &mut String,
                       district: &str,
                       group: (&str, &str),
                       place: usize,
                       base: usize| {
                let value = (self.value)(place, year);
                let value =
                    value.map_or_else(|| String::from("[c]"), |value| format!("{value:.1}"));
                let (dimension, category) = group;
                writeln!(
                    text,
                    "{MEASURE},\"{district}\",{dimension},\"{category}\",{period},{value},{base}"
                )
                .unwrap();
            };
            // A second measure, so that there is a value to read where the first has none.
            writeln!(
                text,
                "Feel safe outside in daytime,{WHOLE},All,All,{period},90.0,4000"
            )
            .unwrap();
            row(&mut text, WHOLE, ("All", "All"), 3, 4_000);
            for (place, group) in self.groups.iter().enumerate() {
                row(
                    &mut text,
                    WHOLE,
                    (self.dimension, group),
                    place,
                    4_000 / (2 + place),
                );
            }
            for (place, district) in self.districts.iter().enumerate() {
                row(
                    &mut text,
                    district,
                    ("All", "All"),
                    place + 1,
                    500 + 20 * place,
                );
            }
        }
        text
    }

    /// A review of the places as priorities: in the first one they stand in another order, one is yet to come,
    /// one is yet to go, and two are still one.
    fn review(&self, place: usize) -> String {
        let criteria = [
            "Individual harm",
            "Community harm",
            "Frequency",
            "Volume",
            "Trend",
            "Knowledge",
            "Resource",
        ];
        let levels = ["Very low", "Low", "Moderate", "High", "Very high"];
        let trends = [
            "Major decrease",
            "Moderate decrease",
            "Stable",
            "Moderate increase",
            "Major increase",
        ];
        let knowledge = [
            "Undeveloped",
            "Fairly undeveloped",
            "Evolving",
            "Fairly evolved",
            "Evolved",
        ];
        let mut names: Vec<String> = self.districts.clone();
        if names.is_empty() {
            names.push(String::from("Burglary of homes"));
        }
        let is_earlier = place + 1 < self.reviews;
        let all_equal = (self.step)(0, 0) == (self.step)(1, 0);
        if is_earlier && !all_equal && names.len() > 2 {
            names.pop();
            let (first, second) = (names.remove(0), names.remove(0));
            names.push(format!("{first} together with {second}"));
            names.rotate_left(1);
            names.push(String::from("Hate crime"));
        } else if is_earlier && !all_equal {
            names.reverse();
        }
        let mut text = format!("Review of partnership priorities {}\n\n", 2021 + place);
        writeln!(text, "Rank,,Priority,{}", criteria.join(",")).unwrap();
        for (row, name) in names.iter().enumerate() {
            let marks = ["➔", "⬆", "*", "⬇"];
            write!(text, "{},{},\"{name}\"", row + 1, marks[row % 4]).unwrap();
            for criterion in 0..criteria.len() {
                let scale = match criterion {
                    4 => trends,
                    5 => knowledge,
                    _ => levels,
                };
                let step = (self.step)(row + 2 * place, criterion);
                write!(text, ",{}", scale[step]).unwrap();
            }
            text.push('\n');
        }
        text
    }

    /// Percentages of those who name each of some issues, in the whole and in one district.
    fn concerns(&self) -> String {
        let mut text = String::from("Measure,District,Period,%,Base\n");
        let none = String::from("Speeding");
        let issues: Vec<&String> = match self.groups.as_slice() {
            [] => vec![&none],
            groups => groups.iter().collect(),
        };
        let district = self.districts.first().map_or("Ashfield", String::as_str);
        for year in 0..self.years.min(2) {
            let period = format!("Year to Mar {}", 2023 + year);
            for (place, issue) in issues.iter().enumerate() {
                for (area, shift, base) in [(WHOLE, 0, 4_000), (district, 2, 90 + 40 * place)] {
                    let value = (self.value)(place + shift, 3 * year);
                    let value =
                        value.map_or_else(|| String::from("[c]"), |value| format!("{value:.1}"));
                    writeln!(
                        text,
                        "\"Top concerns: {issue}\",\"{area}\",{period},{value},{base}"
                    )
                    .unwrap();
                }
            }
        }
        text
    }

    /// What offences are called: as the groups, so that names are as hard.
    fn offence_names(&self) -> Vec<String> {
        match self.groups.as_slice() {
            [] => vec![String::from("Speeding")],
            groups => groups.to_vec(),
        }
    }

    /// How many offences of each kind there were in the whole.
    fn offences(&self) -> String {
        let mut text = String::from("Measure,District,Period,Number\n");
        for year in 0..self.years.min(2) {
            for (place, name) in self.offence_names().iter().enumerate() {
                let value = (self.value)(place + 1, 5 * year);
                let value = value.map_or_else(
                    || String::from("[c]"),
                    |value| format!("{:.0}", 90.0 * value),
                );
                writeln!(
                    text,
                    "\"Offences: {name}\",\"{WHOLE}\",Year to Mar {},{value}",
                    2023 + year
                )
                .unwrap();
            }
        }
        text
    }

    /// Weights of most of them.
    fn weights(&self) -> HarmWeights {
        let names = self.offence_names().into_iter().enumerate();
        let weighted = names.filter(|(place, _)| place % 5 != 4);
        let weights = weighted.map(|(place, offence)| HarmWeight {
            offence,
            weight: f64::from(u16::try_from(place * 29 % 17 + 1).unwrap()),
            cell: CellRef::new(SheetIndex(0), u32::try_from(place).unwrap() + 1, 1),
        });
        HarmWeights {
            name: String::from("made up weights"),
            file_name: String::from("made_up_weights.csv"),
            sheet: String::new(),
            imported_on: jiff::civil::date(2026, 11, 21),
            is_illustrative: true,
            heading: String::from("Weight"),
            weights: weights.collect(),
        }
    }

    /// A row for each respondent.
    fn respondents(&self) -> String {
        let answers = ["Very safe", "Fairly safe", "A bit unsafe", "Very unsafe"];
        let mut text = format!(
            "Respondent,Interview date,{},Sex,Weight,{QUESTION}\n",
            self.dimension
        );
        for number in 0..RESPONDENTS {
            let answer = match (self.value)(number % 7, number % 5) {
                Some(_) => answers[(number / 3 + number % 11) % 4],
                None => "",
            };
            let all = String::from("16-24");
            let groups = &self.groups;
            let group = groups.get(number % groups.len().max(1)).unwrap_or(&all);
            let sex = ["Female", "Male"][number / 2 % 2];
            let weight = 0.6 + f64::from(u8::try_from(number % 9).unwrap()) / 10.0;
            let year = 2023 + number / self.groups.len().max(1) % self.years.min(2);
            writeln!(
                text,
                "{number},{:02}/{:02}/{year},\"{group}\",{sex},{weight:.1},{answer}",
                1 + number % 28,
                1 + number % 3
            )
            .unwrap();
        }
        text
    }
}

fn read(name: &str, text: &str) -> Arc<Source> {
    let reading = read_bytes(
        name,
        text.as_bytes(),
        Gazetteer::built_in(),
        &Progress::new(),
    );
    reading.unwrap().source
}

fn measure(catalogue: &Catalogue, name: &str) -> Option<MeasureKey> {
    let (key, _) = *catalogue.find_measures(name).first()?;
    Some(key.clone())
}

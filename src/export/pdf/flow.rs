//! Running text, charts and tables from page to page of upright A4.

use super::cells::{Band, Cells};
use super::document::{Document, Part, Slide, SlidePart};
use super::sheet::{Item, Row, RowKind, Sheet, WordsRole};
use crate::base::typeface::Weight;
use crate::chart::contents::{DataTable, Shorthand};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::TextRun;
use crate::chart::text_block::{elide, wrap};
use crate::chart::{Font, MeasureText, Rgba};
use crate::export::guard::Publishable;

/// Upright A4.
const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right, top and bottom.
const MARGIN: (f32, f32) = (56.64, 60.0);
const TITLE: Font = Font::new(Weight::Bold, 26.0);
const BODY: Font = Font::new(Weight::Regular, 11.0);
const TABLE_TITLE: Font = Font::new(Weight::SemiBold, 11.0);
const NOTE: Font = Font::new(Weight::Regular, 8.5);
/// The most width and height of the logo at the foot.
const LOGO: (f32, f32) = (90.0, 18.0);
const FOOTER: Font = Font::new(Weight::Regular, 8.5);
/// What a heading needs under it on its page.
const KEPT_WITH_HEADING: f32 = 70.0;
/// Between parts.
const GAP: f32 = 10.0;
/// Headings of this level and above stand in the list of headings.
const LISTED: u8 = 2;

/// A heading with its place.
pub(super) struct HeadingAt {
    pub level: u8,
    pub text: String,
    /// The place of its page among all.
    pub sheet: usize,
    pub top: f32,
}

/// The pages of a document with its headings.
pub(super) fn pages<'a>(
    document: &'a Document,
    measure: &'a dyn MeasureText,
) -> (Vec<Sheet<'a>>, Vec<HeadingAt>) {
    let mut flow = Flow::new(document, measure);
    for (place, part) in document.parts.iter().enumerate() {
        let next = document.parts.get(place + 1);
        flow.part(part, next);
    }
    let (mut sheets, mut headings) = (flow.sheets, flow.headings);
    if document.has_contents {
        let mut front = contents_pages(document, measure, &headings);
        for heading in &mut headings {
            heading.sheet += front.len();
        }
        front.append(&mut sheets);
        sheets = front;
    }
    number(&mut sheets, document, measure);
    (sheets, headings)
}

struct Flow<'a> {
    document: &'a Document,
    measure: &'a dyn MeasureText,
    sheets: Vec<Sheet<'a>>,
    headings: Vec<HeadingAt>,
    /// How far down the last page is filled.
    filled: f32,
    /// Whether the next part begins on a new page.
    is_broken: bool,
    /// The level of the last heading; nought before the first.
    level: u8,
    blocks: usize,
}

const fn heading_font(level: u8) -> Font {
    match level {
        0 | 1 => Font::new(Weight::Bold, 20.0),
        2 => Font::new(Weight::Bold, 15.0),
        _ => Font::new(Weight::SemiBold, 12.0),
    }
}

const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN.0;
const BOTTOM: f32 = PAGE.1 - MARGIN.1;

impl<'a> Flow<'a> {
    fn new(document: &'a Document, measure: &'a dyn MeasureText) -> Self {
        Self {
            document,
            measure,
            sheets: Vec::new(),
            headings: Vec::new(),
            filled: MARGIN.1,
            is_broken: true,
            level: 0,
            blocks: 0,
        }
    }

    fn part(&mut self, part: &'a Part, next: Option<&Part>) {
        match part {
            Part::Heading { level, text } => self.heading(*level, text, next),
            Part::Paragraph(text) => {
                self.paragraph(text, BODY, self.document.theme.ink);
            }
            Part::Figure(chart) => self.figure(chart),
            Part::Table { title, table } => self.table(title, table),
            Part::PageBreak => self.is_broken = true,
            Part::Slide(slide) => self.slide(slide),
        }
    }

    /// Makes sure that the last page has room of a height; else begins another.
    fn make_room(&mut self, height: f32) {
        if self.is_broken || self.filled + height > BOTTOM {
            self.sheets.push(empty_page());
            self.filled = MARGIN.1;
            self.is_broken = false;
        }
    }

    fn push(&mut self, item: Item<'a>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.items.push(item);
        }
    }

    fn next_block(&mut self) -> usize {
        self.blocks += 1;
        self.blocks
    }

    fn remember(&mut self, level: u8, text: &str, top: f32) {
        self.level = level;
        self.headings.push(HeadingAt {
            level,
            text: text.to_owned(),
            sheet: self.sheets.len().saturating_sub(1),
            top,
        });
    }

    fn heading(&mut self, level: u8, text: &str, next: Option<&Part>) {
        // No level is left out, whatever was asked for.
        let level = level.clamp(1, self.level + 1);
        let font = heading_font(level);
        let lines = lines_of(text, font, self.measure);
        let height = count(lines.len()) * font.line_height();
        let kept = match next {
            Some(Part::Figure(chart)) => scaled(chart).1,
            _ => KEPT_WITH_HEADING,
        };
        let room = BOTTOM - MARGIN.1;
        let over = if self.is_broken || self.sheets.is_empty() {
            0.0
        } else {
            0.6 * font.size_pt
        };
        self.make_room((over + height + kept + GAP).min(room));
        if self.filled > MARGIN.1 {
            self.filled += over;
        }
        self.remember(level, text, self.filled);
        let role = WordsRole::Heading {
            level,
            text: text.to_owned(),
        };
        let block = self.next_block();
        let runs = runs_of(
            &lines,
            font,
            self.document.theme.ink,
            self.filled,
            self.measure,
        );
        self.push(Item::Words { block, role, runs });
        self.filled += height + 0.5 * font.size_pt;
    }

    fn paragraph(&mut self, text: &str, font: Font, colour: Rgba) {
        let block = self.next_block();
        let lines = lines_of(text, font, self.measure);
        let mut rest = lines.as_slice();
        while !rest.is_empty() {
            // Neither one line alone at the foot of a page nor a page for one.
            let least = rest.len().min(2);
            self.make_room(count(least) * font.line_height());
            let room = (BOTTOM - self.filled) / font.line_height();
            let fitting = (1..=rest.len())
                .take_while(|lines| count(*lines) <= room + 0.01)
                .last()
                .unwrap_or(1);
            let (here, later) = rest.split_at(fitting);
            let mut runs = runs_of(here, font, colour, self.filled, self.measure);
            if let (Some(last), false) = (runs.last_mut(), later.is_empty()) {
                last.text.push(' ');
            }
            self.push(Item::Words {
                block,
                role: WordsRole::Paragraph,
                runs,
            });
            self.filled += count(here.len()) * font.line_height();
            rest = later;
        }
        self.filled += GAP;
    }

    fn figure(&mut self, chart: &'a Publishable) {
        let (scale, height) = scaled(chart);
        self.make_room(height);
        let level = self.level.saturating_add(1).min(6);
        let top = self.filled;
        self.push(Item::Chart {
            scene: chart.scene(),
            left: MARGIN.0,
            top,
            scale,
            level,
        });
        self.filled += height + GAP;
    }

    fn table(&mut self, title: &str, table: &'a DataTable) {
        let theme = &self.document.theme;
        let measure = self.measure;
        let cells = Cells {
            table,
            theme,
            measure,
            left: MARGIN.0,
            width: WIDTH,
        };
        let bands = cells.bands();
        let Some(first) = bands.first() else {
            return;
        };
        let (_, head) = cells.head(first, RowKind::Head);
        let row = if table.rows.is_empty() {
            0.0
        } else {
            cells.body(first, 0).1
        };
        let over = TABLE_TITLE.line_height() * count(lines_of(title, TABLE_TITLE, measure).len());
        self.make_room((over + GAP + head + row).min(BOTTOM - MARGIN.1));
        if !title.is_empty() {
            self.paragraph(title, TABLE_TITLE, theme.ink);
            self.filled -= 0.5 * GAP;
        }
        for band in &bands {
            self.band(table, &cells, band);
        }
        let key: Vec<String> = table
            .shorthands()
            .into_iter()
            .map(|mark: Shorthand| format!("{} {}", mark.mark(), mark.words()))
            .collect();
        if !key.is_empty() {
            self.paragraph(&key.join(" · "), NOTE, theme.secondary);
        }
    }

    fn band(&mut self, table: &'a DataTable, cells: &Cells<'_>, band: &Band) {
        let block = self.next_block();
        let (head, head_height) = cells.head(band, RowKind::Head);
        let first = if table.rows.is_empty() {
            0.0
        } else {
            cells.body(band, 0).1
        };
        self.make_room((head_height + first).min(BOTTOM - MARGIN.1));
        let mut rows: Vec<Row> = vec![head.moved_down(self.filled)];
        self.filled += head_height;
        for place in 0..table.rows.len() {
            let (row, height) = cells.body(band, place);
            if self.filled + height > BOTTOM {
                self.push(Item::Rows {
                    block,
                    table,
                    rows: std::mem::take(&mut rows),
                });
                self.is_broken = true;
                self.make_room(0.0);
                let (again, again_height) = cells.head(band, RowKind::HeadAgain);
                rows.push(again.moved_down(self.filled));
                self.filled += again_height;
            }
            rows.push(row.moved_down(self.filled));
            self.filled += height;
        }
        self.push(Item::Rows { block, table, rows });
        self.filled += 1.4 * GAP;
    }

    fn slide(&mut self, slide: &'a Slide) {
        self.sheets.push(Sheet {
            width: slide.width_pt,
            height: slide.height_pt,
            ground: Some(slide.ground),
            items: Vec::new(),
            footer: Vec::new(),
            logo: None,
        });
        self.is_broken = true;
        // The first title is the slide's, and those of further charts stand under it.
        let mut level = 1;
        for part in &slide.parts {
            match part {
                SlidePart::Words(scene) => {
                    if !scene.title.is_empty() && level == 1 {
                        self.remember(1, &scene.title, 0.0);
                        level = 2;
                    }
                    self.push(Item::Scene(scene));
                }
                SlidePart::Whole(slide) => {
                    let scene = slide.scene();
                    if !scene.title.is_empty() && level == 1 {
                        self.remember(1, &scene.title, 0.0);
                    }
                    self.push(if slide.draws_charts() {
                        Item::Chart {
                            scene,
                            left: 0.0,
                            top: 0.0,
                            scale: 1.0,
                            level,
                        }
                    } else {
                        Item::Scene(scene)
                    });
                    level = 2;
                }
                SlidePart::Chart {
                    chart,
                    left_pt,
                    top_pt,
                    width_pt,
                } => {
                    if level == 1 {
                        self.remember(1, &chart.scene().title, 0.0);
                    }
                    self.push(Item::Chart {
                        scene: chart.scene(),
                        left: *left_pt,
                        top: *top_pt,
                        scale: width_pt / chart.scene().width.max(1.0),
                        level,
                    });
                    level = 2;
                }
            }
        }
        self.level = 1;
    }
}

const fn empty_page<'a>() -> Sheet<'a> {
    Sheet {
        width: PAGE.0,
        height: PAGE.1,
        ground: None,
        items: Vec::new(),
        footer: Vec::new(),
        logo: None,
    }
}

/// By how much a chart is made smaller so that it fits a page, and the height that it then has.
fn scaled(chart: &Publishable) -> (f32, f32) {
    let scene = chart.scene();
    let across = WIDTH / scene.width.max(1.0);
    let down = (BOTTOM - MARGIN.1) / scene.height.max(1.0);
    let scale = across.min(down).min(1.0);
    (scale, scale * scene.height)
}

fn lines_of(text: &str, font: Font, measure: &dyn MeasureText) -> Vec<String> {
    let text = text.replace(['\n', '\t'], " ");
    wrap(&text, font, WIDTH, usize::MAX, measure)
}

/// Lines of running text; all but the last end in a space, so that words read aloud do not run together.
fn runs_of(
    lines: &[String],
    font: Font,
    colour: Rgba,
    top: f32,
    measure: &dyn MeasureText,
) -> Vec<TextRun> {
    let mut baseline = top + font.ascent();
    let mut runs = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let end = if place + 1 < lines.len() { " " } else { "" };
        runs.push(TextRun {
            text: format!("{line}{end}"),
            origin: Point::new(MARGIN.0, baseline),
            width: measure.width(line, font),
            font,
            colour,
        });
        baseline += font.line_height();
    }
    runs
}

/// The title of the document and the list of its headings, with the pages on which they stand.
fn contents_pages<'a>(
    document: &Document,
    measure: &dyn MeasureText,
    headings: &[HeadingAt],
) -> Vec<Sheet<'a>> {
    let theme = &document.theme;
    let title = lines_of(&document.title, TITLE, measure);
    let title_height = count(title.len()) * TITLE.line_height() + 24.0;
    let line = 1.25 * BODY.line_height();
    let listed: Vec<(usize, &HeadingAt)> = headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| heading.level <= LISTED)
        .collect();
    // How many pages there are has to be known before the first number is written.
    let mut pages = 1_usize;
    let mut top = MARGIN.1 + title_height;
    let mut places = Vec::with_capacity(listed.len());
    for _ in &listed {
        if top + line > BOTTOM {
            pages += 1;
            top = MARGIN.1;
        }
        places.push((pages - 1, top));
        top += line;
    }
    let mut sheets: Vec<Sheet<'a>> = (0..pages).map(|_| empty_page()).collect();
    if let Some(first) = sheets.first_mut() {
        first.items.push(Item::Words {
            block: 0,
            role: WordsRole::Title,
            runs: runs_of(&title, TITLE, theme.ink, MARGIN.1, measure),
        });
    }
    for ((place, heading), (sheet, top)) in listed.into_iter().zip(places) {
        let font = if heading.level == 1 {
            Font::new(Weight::SemiBold, BODY.size_pt)
        } else {
            BODY
        };
        let baseline = top + font.ascent();
        let number = (heading.sheet + pages + 1).to_string();
        let number_width = measure.width(&number, font);
        let left = MARGIN.0 + 16.0 * f32::from(heading.level.saturating_sub(1));
        let right = PAGE.0 - MARGIN.0;
        let room = right - number_width - 12.0 - left;
        let words = elide(&heading.text, font, room, measure);
        let run = |text: String, left: f32| TextRun {
            width: measure.width(&text, font),
            text,
            origin: Point::new(left, baseline),
            font,
            colour: theme.ink,
        };
        let entry = Item::Entry {
            runs: vec![
                run(format!("{words} "), left),
                run(number, right - number_width),
            ],
            rect: Rect::new(left, top, right, top + line),
            heading: place,
        };
        if let Some(sheet) = sheets.get_mut(sheet) {
            sheet.items.push(entry);
        }
    }
    sheets
}

/// The title and the number at the foot of the pages of reports; slides have none.
fn number(sheets: &mut [Sheet<'_>], document: &Document, measure: &dyn MeasureText) {
    let colour = document.theme.secondary;
    let all = sheets.len();
    for (place, sheet) in sheets.iter_mut().enumerate() {
        if sheet.ground.is_some() {
            continue;
        }
        let baseline = PAGE.1 - 0.5 * MARGIN.1;
        let number = format!("Page {} of {all}", place + 1);
        let width = measure.width(&number, FOOTER);
        let imprint = document.theme.imprint.as_ref();
        let logo = imprint.and_then(|imprint| imprint.logo.as_ref());
        sheet.logo = logo.map(|logo| {
            let width = (LOGO.1 * logo.aspect()).min(LOGO.0);
            let height = width / logo.aspect();
            let middle = baseline - FOOTER.cap_height() / 2.0;
            let (top, bottom) = (middle - height / 2.0, middle + height / 2.0);
            let place = Rect::new(MARGIN.0, top, MARGIN.0 + width, bottom);
            (logo.clone(), place)
        });
        let left = sheet
            .logo
            .as_ref()
            .map_or(MARGIN.0, |(_, at)| at.right + 8.0);
        let room = PAGE.0 - MARGIN.0 - left - width - 20.0;
        let words = match imprint.map(|imprint| imprint.organisation.as_str()) {
            Some(organisation) if !organisation.is_empty() => {
                format!("{organisation} · {}", document.title)
            }
            _ => document.title.clone(),
        };
        let title = elide(&words, FOOTER, room, measure);
        let run = |text: String, left: f32| TextRun {
            width: measure.width(&text, FOOTER),
            text,
            origin: Point::new(left, baseline),
            font: FOOTER,
            colour,
        };
        sheet.footer = vec![run(title, left), run(number, PAGE.0 - MARGIN.0 - width)];
    }
}

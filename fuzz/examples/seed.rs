//! Writes the first inputs of each target from the sample files: the beginnings of their sheets in every
//! format that is read, and the texts of their cells. `cargo run --example seed`, then minimise as the README says.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use bellwether_fuzz::app::kept::{Kept, Recent};
use bellwether_fuzz::app::run::{Marker, RendererChoice, Stage};
use bellwether_fuzz::app::sidecar::Sidecar;
use bellwether_fuzz::asked_of_locks::{as_text, lightly_locked};
use bellwether_fuzz::base::progress::Progress;
use bellwether_fuzz::data::gazetteer::Gazetteer;
use bellwether_fuzz::decks;
use bellwether_fuzz::import::OpenedFile;
use bellwether_fuzz::import::decisions::{
    ColumnDecision, ColumnRole, Decisions, SheetDecisions, TableAnchor, TableDecisions,
};
use bellwether_fuzz::import::remembered::RememberedLayout;
use bellwether_fuzz::project::{Project, layout_file, store};
use calamine::{Data, Reader, open_workbook_auto};
use jiff::Timestamp;

/// Of each sheet so many rows and columns are taken, and of each workbook so many sheets.
const ROWS: usize = 9;
const COLUMNS: usize = 6;
const SHEETS: usize = 2;
/// So many texts become inputs by themselves.
const TEXTS: usize = 40;

type Cells = Vec<Vec<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples: Vec<_> = fs::read_dir(root.join("../sample_data"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    samples.sort();
    let mut texts = BTreeSet::new();
    let mut number = 0;
    for path in samples
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "xlsx"))
    {
        let mut book = open_workbook_auto(path)?;
        for name in book.sheet_names().into_iter().take(SHEETS) {
            let cells = beginning(&book.worksheet_range(&name)?);
            texts.extend(
                cells
                    .iter()
                    .flatten()
                    .filter(|text| text.len() < 60)
                    .cloned(),
            );
            // Each sheet in one format, in turn.
            let kinds: [fn(&Cells) -> Vec<u8>; 6] = [csv, xlsx_sheet, xlsx_parts, ods, xls, xlsb];
            let input = kinds[number % kinds.len()](&cells);
            write(root, "grid", number, &input)?;
            if let Some(said) = said_of(&csv(&cells), number) {
                write(root, "layout", number, &said)?;
            }
            number += 1;
        }
    }
    files(root)?;
    locked(root)?;
    kept(root)?;
    let digits: Vec<_> = texts
        .iter()
        .filter(|text| text.bytes().any(|byte| byte.is_ascii_digit()))
        .collect();
    let step = digits.len().div_ceil(TEXTS).max(1);
    for (number, text) in digits.iter().step_by(step).enumerate() {
        write(root, "number", number, text.as_bytes())?;
        write(root, "period", number, text.as_bytes())?;
    }
    Ok(())
}

/// The first inputs of the targets that take other files than workbooks.
fn files(root: &Path) -> Result<(), Box<dyn Error>> {
    let oldest = fs::read_to_string(root.join("../tests/projects/version_1.bellwether"))?;
    write(root, "project", 0, oldest.as_bytes())?;
    let empty = store::to_text(&Project::default())?;
    write(root, "project", 1, empty.as_bytes())?;
    let weights = "Offence,Weight\nArson,33\nRobbery,746\n";
    let square = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":\
                  {\"LAD23CD\":\"E07000170\",\"LAD23NM\":\"Ashfield\"},\"geometry\":{\"type\":\"Polygon\",\
                  \"coordinates\":[[[-1.3,53.1],[-1.2,53.1],[-1.2,53.2],[-1.3,53.1]]]}}]}";
    let table = "District,Offences 2019,Offences 2020\nAshfield,5,6\nGedling,7,8\n";
    let opened = OpenedFile::of_bytes("seed", table.as_bytes(), &Progress::new())?;
    let nothing = Decisions::default();
    let reading = opened.read(Gazetteer::built_in(), &nothing, &Progress::new())?;
    let layout = RememberedLayout::of("Police", &opened, &reading, &nothing);
    let layout = layout_file::to_text(&layout)?;
    for (kind, text) in [(0_u8, square), (1, &layout), (2, weights)] {
        let input = [&[kind], text.as_bytes()].concat();
        write(root, "small", usize::from(kind), &input)?;
    }
    for (number, (name, content)) in decks::parts().iter().enumerate() {
        let is_read = name.ends_with(".rels") || name.ends_with(".xml") && !name.contains("theme");
        if is_read && content.len() < 6_000 {
            let input = [&[u8::try_from(number)?], content.as_slice()].concat();
            write(root, "deck", number, &input)?;
        }
    }
    Ok(())
}

/// Files that say they are locked: those of the program are others each time, since their salt is.
fn locked(root: &Path) -> Result<(), Box<dyn Error>> {
    let small = b"(format: \"bellwether\", version: 1, project: (name: \"Panel\"))";
    let whole = lightly_locked(small);
    // As age files are for whoever has a key, and as hostile ones are.
    let key = format!("-> X25519 {0}\n{0}\n", "A".repeat(43));
    let lock = |work: &str| format!("-> scrypt {} {work}\n{}\n", "A".repeat(22), "A".repeat(43));
    let file = |locks: &str| {
        let head = format!("age-encryption.org/v1\n{locks}--- {}\n", "A".repeat(43));
        [head.as_bytes(), &[0; 48]].concat()
    };
    let other = file(&key);
    let locks = [lock("17"), lock("20"), lock("21"), lock("17").repeat(2)].map(|lock| file(&lock));
    let empty = store::to_text(&Project::default())?.into_bytes();
    let mut inputs = vec![
        (0, as_text(&whole)),
        (1, whole),
        (0, as_text(&other)),
        (1, other),
        (2, empty),
        (3, vec![0, 60, 8, 0, 170, 1, 0, 180, 0]),
    ];
    inputs.extend(locks.map(|lock| (1, lock)));
    for (number, (kind, content)) in inputs.into_iter().enumerate() {
        write(root, "locked", number, &[vec![kind], content].concat())?;
    }
    Ok(())
}

/// The files that the program itself keeps.
fn kept(root: &Path) -> Result<(), Box<dyn Error>> {
    let at: Timestamp = "2026-03-20T17:30:00Z".parse()?;
    let path = Path::new("/home/anna/panel.bellwether").to_owned();
    let open = format!("Open in Bellwether\nuser: ben\ncomputer: PC-2\nprocess: 4\nsince: {at}\n");
    let hash = "0123456789abcdef";
    let versions = format!(
        "panel.bellwether\t{0}\n2026-03-20T173000.000Z-{hash}.bellwether\t{0}\n\
         .bellwether-01234567-1.tmp\t5\nnotes.bellwether\t-5",
        at.as_millisecond()
    );
    let preferences = Kept {
        recent: vec![Recent {
            path: path.clone(),
            at,
        }],
        renderer: Some(RendererChoice::Glow),
        ..Kept::default()
    };
    let marker = Marker {
        version: String::from("0.1.0"),
        process: 4,
        began: at,
        stage: Stage::Trying(RendererChoice::Wgpu),
        renderer: String::from("Vulkan"),
    };
    let work = Sidecar {
        name: String::from("Panel"),
        path: Some(path),
        at,
        process: 4,
        computer: String::from("PC-1"),
        fingerprint: Some(hash.repeat(4)),
    };
    let inputs = [
        open,
        versions,
        preferences.to_text()?,
        ron::to_string(&marker)?,
        ron::to_string(&work)?,
    ];
    for (kind, text) in (0_u8..).zip(&inputs) {
        let input = [&[kind], text.as_bytes()].concat();
        write(root, "kept", usize::from(kind), &input)?;
    }
    Ok(())
}

/// A table with what a person might say of it, another thing for each number.
fn said_of(input: &[u8], number: usize) -> Option<Vec<u8>> {
    let opened = OpenedFile::of_bytes("seed", &input[1..], &Progress::new()).ok()?;
    let reading = opened
        .read(
            Gazetteer::built_in(),
            &Decisions::default(),
            &Progress::new(),
        )
        .ok()?;
    let table = reading.layouts.first()?.tables.first()?;
    let mut said = TableDecisions {
        anchor: TableAnchor {
            row: table.top,
            column: table.left,
        },
        ..TableDecisions::default()
    };
    match number % 5 {
        0 => said.headings = Some(vec![0]),
        1 => said.columns_between = Some((0, 3)),
        2 => said.bottom = Some(table.top + 2),
        3 => said.rows_left_out = vec![table.top],
        _ => said.take = Some(true),
    }
    let roles = [
        ColumnRole::Values,
        ColumnRole::Measure,
        ColumnRole::Cohort("Sex".into()),
        ColumnRole::Period,
        ColumnRole::Base,
    ];
    let column = ColumnDecision {
        role: Some(roles[number % roles.len()].clone()),
        ..ColumnDecision::default()
    };
    said.columns.insert(table.left + 1, column);
    let mut decisions = Decisions::default();
    let sheet = SheetDecisions {
        tables: vec![said],
        ..SheetDecisions::default()
    };
    decisions.sheets.insert(String::new(), sheet);
    let text = ron::to_string(&decisions).ok()?;
    Some([text.as_bytes(), b"\n%%\n", input].concat())
}

fn write(root: &Path, target: &str, number: usize, input: &[u8]) -> std::io::Result<()> {
    let folder = root.join("corpus").join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("seed-{number:02}")), input)
}

fn beginning(range: &calamine::Range<Data>) -> Cells {
    let rows = range.rows().take(ROWS);
    rows.map(|row| row.iter().take(COLUMNS).map(ToString::to_string).collect())
        .collect()
}

fn csv(cells: &Cells) -> Vec<u8> {
    let rows: Vec<String> = cells.iter().map(|row| row.join(";")).collect();
    [b"\0", rows.join("\n").as_bytes()].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Each row between two tags, its cells as they are written.
fn rows_of(
    cells: &Cells,
    (from, to): (&str, &str),
    mut cell: impl FnMut(&str) -> String,
) -> String {
    let mut rows = String::new();
    for row in cells {
        rows.push_str(from);
        row.iter().for_each(|text| rows.push_str(&cell(text)));
        rows.push_str(to);
    }
    rows
}

fn sheet(cells: &Cells) -> String {
    let rows = rows_of(cells, ("<row>", "</row>"), |text| {
        match text.parse::<f64>() {
            Ok(_) => format!("<c s=\"1\"><v>{text}</v></c>"),
            Err(_) => format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
        }
    });
    format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells></worksheet>"
    )
}

fn xlsx_sheet(cells: &Cells) -> Vec<u8> {
    [b"\x01", sheet(cells).as_bytes()].concat()
}

fn xlsx_parts(cells: &Cells) -> Vec<u8> {
    let strings: String = cells
        .iter()
        .flatten()
        .map(|text| format!("<si><t>{}</t></si>", escaped(text)))
        .collect();
    let mut index = 0;
    let rows = rows_of(cells, ("<row>", "</row>"), |_| {
        index += 1;
        format!("<c t=\"s\"><v>{}</v></c>", index - 1)
    });
    format!("\x02<worksheet><sheetData>{rows}</sheetData></worksheet>\n%%\n<sst>{strings}</sst>")
        .into_bytes()
}

fn ods(cells: &Cells) -> Vec<u8> {
    let tags = (
        "<table:table-row table:number-rows-repeated=\"1\">",
        "</table:table-row>",
    );
    let rows = rows_of(cells, tags, |text| match text.parse::<f64>() {
        Ok(_) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{text}\"/>"),
        Err(_) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
    });
    format!("\x03<a><table:table table:name=\"R\">{rows}</table:table></a>").into_bytes()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let len = u16::try_from(data.len()).unwrap_or(u16::MAX);
    [&kind.to_le_bytes(), &len.to_le_bytes(), data].concat()
}

fn xls(cells: &Cells) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let at = u32::try_from(begin.len() + 4 + 9 + 4).unwrap_or(0);
    let listed = record(
        0x0085,
        &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'R']].concat(),
    );
    let mut stream = [vec![4], begin.clone(), listed, record(0x000A, &[]), begin].concat();
    for (row, cells) in (0_u16..).zip(cells) {
        for (column, text) in (0_u16..).zip(cells) {
            let mut data = [row, column, 0].map(u16::to_le_bytes).concat();
            match text.parse::<f64>() {
                Ok(number) => {
                    data.extend(number.to_le_bytes());
                    stream.extend(record(0x0203, &data));
                }
                Err(_) => {
                    data.extend(u16::try_from(text.len()).unwrap_or(0).to_le_bytes());
                    data.push(0);
                    data.extend(text.as_bytes());
                    stream.extend(record(0x0204, &data));
                }
            }
        }
    }
    stream.extend(record(0x000A, &[]));
    stream
}

fn binary_record(kind: u8, data: &[u8]) -> Vec<u8> {
    let len = data.len().min(0x3FFF);
    let low = u8::try_from(len & 0x7F).unwrap_or(0) | 0x80;
    let high = u8::try_from(len >> 7).unwrap_or(0);
    [&[kind, low, high], &data[..len]].concat()
}

fn xlsb(cells: &Cells) -> Vec<u8> {
    let mut sheet =
        b"\x05\x81\x01\x00\x94\x01\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x91\x01\x00".to_vec();
    for (row, cells) in (0_u32..).zip(cells) {
        sheet.extend(binary_record(0, &row.to_le_bytes()));
        for (column, text) in (0_u32..).zip(cells) {
            let mut data = [column, 0].map(u32::to_le_bytes).concat();
            match text.parse::<f64>() {
                Ok(number) => {
                    data.extend(number.to_le_bytes());
                    sheet.extend(binary_record(5, &data));
                }
                Err(_) => {
                    let letters: Vec<u16> = text.encode_utf16().collect();
                    data.extend(u32::try_from(letters.len()).unwrap_or(0).to_le_bytes());
                    data.extend(letters.iter().flat_map(|letter| letter.to_le_bytes()));
                    sheet.extend(binary_record(6, &data));
                }
            }
        }
    }
    sheet.extend(b"\x92\x01\x00");
    sheet
}

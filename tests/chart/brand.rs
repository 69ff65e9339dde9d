//! Charts, slides and files in an organisation's own colours.

use std::sync::Arc;

use bellwether::analysis::Answer;
use bellwether::chart::{
    ChartSize, ChartTheme, GroupChart, Inter, MarkedChart as _, Node, Rgba, Role, ThemeKind,
};
use bellwether::export::guard::{PublishableSlide, SlideAnswer};
use bellwether::export::pdf::{self, Document, Part, Slide as PdfSlide, SlidePart};
use bellwether::export::png::Picture;
use bellwether::export::{FileKind, Publishable, file, logo};
use bellwether::project::story::{Slide, SlideShape};
use bellwether::project::{Brand, BrandColour, ChartKind, GroupSpec, TrendSpec, View};

use crate::answers;
use crate::groups::{AFTER_DARK, MOCKUP, broken_down};

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="20" fill="#5B2C83"/><circle cx="60" cy="50" r="30" fill="#F6C500"/></svg>"##;

pub fn brand() -> Brand {
    Brand {
        organisation: String::from("Sherwood Community Safety Partnership"),
        main: BrandColour::read("#5B2C83"),
        categories: vec![
            BrandColour::read("#B35900").unwrap(),
            BrandColour::read("#00695C").unwrap(),
        ],
        logo: Some(logo::read(LOGO.as_bytes()).unwrap()),
        office_font: String::from("Gill Sans MT"),
    }
}

fn slide(theme: &ChartTheme, shape: SlideShape) -> PublishableSlide {
    let answer = Answer::Trend(Arc::new(answers::feeling_safe()));
    PublishableSlide::new(
        &Slide::of_chart(ChartKind::Trend, View::default()),
        &[SlideAnswer::Found(answer)],
        (shape, Some(3)),
        theme,
        Inter::bundled(),
    )
}

fn chart(theme: &ChartTheme) -> Publishable {
    let answer = answers::feeling_safe();
    let spec = TrendSpec::default();
    Publishable::trend(&answer, &spec, ChartSize::SLIDE, theme, Inter::bundled()).unwrap()
}

#[test]
fn the_imprint_stands_at_the_foot_and_touches_nothing() {
    let theme = ChartTheme::branded(ThemeKind::Light, &brand());
    for shape in SlideShape::ALL {
        let laid_out = slide(&theme, shape);
        let scene = laid_out.scene();
        let imprint = scene.group(Role::Imprint).unwrap();
        let [Node::Picture(picture), Node::Text(name)] = imprint.children.as_slice() else {
            panic!("{imprint:?}");
        };
        assert_eq!(name.text, "Sherwood Community Safety Partnership");
        assert!(picture.rect.bottom <= scene.height && name.bounds().right <= scene.width);
        for run in scene.text_runs() {
            let bounds = run.bounds();
            let is_apart = bounds.bottom <= picture.rect.top || bounds.left >= picture.rect.right;
            assert!(is_apart, "“{}” lies on the logo", run.text);
        }
        let plain = slide(&ChartTheme::light(), shape);
        assert!(plain.scene().group(Role::Imprint).is_none());
    }
}

#[test]
fn a_logo_is_drawn_in_pictures() {
    let theme = ChartTheme::branded(ThemeKind::Light, &brand());
    let laid_out = slide(&theme, SlideShape::Wide);
    let drawn = Picture::of_slide(&laid_out, 1.0).unwrap();
    let pixels = drawn.rgba();
    let is_gold = |pixel: &&[u8]| pixel[0] > 230 && pixel[1] > 180 && pixel[2] < 60;
    assert!(pixels.chunks_exact(4).filter(is_gold).count() > 40);
}

#[test]
fn every_way_out_shows_the_brand() {
    let theme = ChartTheme::branded(ThemeKind::Light, &brand());
    let chart = chart(&theme);
    let bytes = |kind| file::bytes(&chart, kind, 1.0).unwrap();
    let svg = String::from_utf8(bytes(FileKind::Svg)).unwrap();
    assert!(svg.contains("#5b2c83") && !svg.contains("#12436d"));
    let pptx = part(&bytes(FileKind::Pptx), "ppt/theme/theme1.xml");
    assert!(pptx.contains("5B2C83") && pptx.contains("Gill Sans MT") && !pptx.contains("Arial"));
    let layout = part(&bytes(FileKind::Pptx), "ppt/slideLayouts/slideLayout2.xml");
    assert!(layout.contains("name=\"Logo\""));
    let slide = part(&bytes(FileKind::Pptx), "ppt/slides/slide1.xml");
    assert!(slide.contains("Sherwood Community Safety Partnership"));
    let workbook = bytes(FileKind::Xlsx);
    let excel_chart = part(&workbook, "xl/charts/chart1.xml");
    assert!(excel_chart.contains("5B2C83") && excel_chart.contains("Gill Sans MT"));
    let styles = part(&workbook, "xl/styles.xml");
    assert!(
        styles.contains("Gill Sans MT") && !styles.contains("Calibri"),
        "{styles}"
    );
}

#[test]
fn a_report_and_slides_with_a_logo_can_be_read_aloud() {
    let theme = ChartTheme::branded(ThemeKind::Light, &brand());
    let laid_out = slide(&theme, SlideShape::Wide);
    let (width_pt, height_pt) = (laid_out.scene().width, laid_out.scene().height);
    let heading = Part::Heading {
        level: 1,
        text: String::from("Safety"),
    };
    let slide = Part::Slide(PdfSlide {
        width_pt,
        height_pt,
        ground: laid_out.scene().ground,
        parts: vec![SlidePart::Whole(Box::new(laid_out))],
    });
    for parts in [
        vec![heading, Part::Figure(Box::new(chart(&theme)))],
        vec![slide],
    ] {
        let document = Document {
            title: String::from("Feelings of safety"),
            theme: theme.clone(),
            has_contents: false,
            parts,
        };
        let bytes = pdf::write(&document).unwrap();
        let image = b"/Subtype/Image";
        let is_there = bytes.windows(image.len()).any(|held| held == image)
            || String::from_utf8_lossy(&bytes).contains("/Subtype /Image");
        assert!(is_there, "the logo is in the document");
        assert_eq!(bytes, pdf::write(&document).unwrap());
    }
}

#[test]
fn better_and_worse_keep_their_colours_whatever_the_brand() {
    // The brand's second and third colours are not taken for better and worse.
    let branded = ChartTheme::branded(ThemeKind::Light, &brand());
    assert_eq!(branded.good.line, Rgba::hex(0x28_A1_97));
    assert_eq!(branded.bad.line, Rgba::hex(0x80_16_50));
    let spec = GroupSpec::default();
    let model = GroupChart::of_breakdown(&broken_down(AFTER_DARK, &MOCKUP), &spec);
    let drawn = |theme: &ChartTheme| {
        let scene = model.layout(ChartSize::CARD, theme, Inter::bundled());
        let mut fills = Vec::new();
        circles(&scene.nodes, &mut fills);
        fills
    };
    let (house, own) = (drawn(&ChartTheme::light()), drawn(&branded));
    for tone in [branded.good.line, branded.bad.line] {
        let count = |fills: &[Rgba]| fills.iter().filter(|fill| **fill == tone).count();
        assert_eq!(count(&house), count(&own));
        assert!(count(&house) > 0, "{tone:?} is drawn");
    }
}

fn circles(nodes: &[Node], fills: &mut Vec<Rgba>) {
    for node in nodes {
        match node {
            Node::Group(group) => circles(&group.children, fills),
            Node::Circle(circle) => fills.push(circle.fill),
            _ => {}
        }
    }
}

/// A part of an office file as text.
fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut entry = archive.by_name(name).unwrap();
    entry.read_to_string(&mut text).unwrap();
    text
}

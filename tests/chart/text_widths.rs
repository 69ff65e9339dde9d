//! The widths that layout counts on are those of the renderer.

use bellwether::base::typeface::Weight;
use bellwether::chart::{Font, Inter, MeasureText};
use bellwether::export::png;
use resvg::usvg;

/// The right end of a run as usvg shapes it: where a mark placed after it would begin.
fn width_in_usvg(text: &str, font: Font) -> f32 {
    // The advance itself is not given: the same bar after the run and alone tells it.
    let bar = |before: &str| {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="0" y="50" font-family="Inter" font-size="{}" font-weight="{}" xml:space="preserve">{before}<tspan>|</tspan></text></svg>"#,
            font.size_pt,
            font.weight.css(),
        );
        let tree = usvg::Tree::from_str(&svg, &png::options()).unwrap();
        let usvg::Node::Text(node) = &tree.root().children()[0] else {
            panic!("no text");
        };
        let glyph = node
            .layouted()
            .iter()
            .flat_map(|span| &span.positioned_glyphs)
            .last()
            .unwrap();
        glyph.outline_transform().tx
    };
    bar(text)
}

#[test]
fn widths_agree_with_the_renderer() {
    let texts = [
        "Young people’s feelings of safety after dark have fallen fastest",
        "% feeling very or fairly safe walking alone, 12 months to each quarter, Nottinghamshire",
        "To. AV WA Yo. L’T r, f) “Tea” 1/7 2021/22 7,4",
        "75%",
        "−6.3 pp",
        "£1,234.50",
        "[u] base under 30 › Table P1 › B5:E12 · Łódź",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "Mieszkańcy mówiący po polsku, którzy przyjechali w ciągu pięciu lat",
        "Gŵyr ŷ ẁ ẃ ẅ Tŷ Cŵn",
        "Te\u{301}st Wo\u{302}rds Tâf",
        "16–24 46.4%",
        "LGBTQ+ & “others” (n = 503)",
        "ΑΒΓ αβγ ▲▼✱",
    ];
    for weight in Weight::ALL {
        for size_pt in [12.0, 13.0, 21.0, 42.0] {
            let font = Font::new(weight, size_pt);
            for text in texts {
                // A full stop keeps the pair before the bar the same in both.
                let ours = Inter::bundled().width(&format!("{text}."), font)
                    + Inter::bundled().width(".|", font)
                    - Inter::bundled().width(".", font)
                    - Inter::bundled().width("|", font);
                let theirs = width_in_usvg(&format!("{}.", text.replace('&', "&amp;")), font);
                assert!(
                    (ours - theirs).abs() < 0.02,
                    "{text} in {weight:?} {size_pt}: {ours} is {theirs} in usvg"
                );
            }
        }
    }
}

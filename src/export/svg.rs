//! A scene as SVG: groups named by role and line, numbers with two decimals, the same bytes for the same
//! scene.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::guard::Publishable;
use crate::base::typeface;
use crate::chart::colour::Rgba;
use crate::chart::geometry::Point;
use crate::chart::scene::{Group, Node, Scene, Stroke, TextRun};

/// The SVG text of a chart.
pub fn write(chart: &Publishable) -> String {
    of_scene(chart.scene())
}

/// The SVG text of a scene that was made publishable.
pub(super) fn of_scene(scene: &Scene) -> String {
    let mut writer = Writer::default();
    writer.scene(scene);
    writer.svg
}

/// The attributes that say which part of the plane is seen.
pub(super) fn extent(origin: (f32, f32), size: (f32, f32)) -> String {
    let (width, height) = (number(size.0), number(size.1));
    let (left, top) = (number(origin.0), number(origin.1));
    format!(r#"width="{width}" height="{height}" viewBox="{left} {top} {width} {height}""#)
}

#[derive(Default)]
struct Writer {
    svg: String,
    depth: usize,
}

impl Writer {
    fn scene(&mut self, scene: &Scene) {
        let (width, height) = (number(scene.width), number(scene.height));
        self.line(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" {} font-family="{}, sans-serif" role="img" aria-labelledby="chart-title chart-description">"#,
            extent((0.0, 0.0), (scene.width, scene.height)),
            typeface::FAMILY
        ));
        self.depth += 1;
        self.line(&format!(
            r#"<title id="chart-title">{}</title>"#,
            escaped(&scene.title)
        ));
        self.line(&format!(
            r#"<desc id="chart-description">{}</desc>"#,
            escaped(&scene.description)
        ));
        if scene.ground.alpha > 0 {
            self.line(&format!(
                r#"<rect id="ground" width="{width}" height="{height}"{}/>"#,
                paint("fill", scene.ground)
            ));
        }
        for node in &scene.nodes {
            self.node(node);
        }
        self.depth -= 1;
        self.line("</svg>");
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Group(group) => self.group(group),
            Node::Line(line) => {
                let element = format!(
                    r#"<polyline points="{}" fill="none"{}/>"#,
                    points(&line.points),
                    stroke(line.stroke)
                );
                self.line(&element);
            }
            Node::Area(area) => {
                let edge: Vec<Point> = area
                    .upper
                    .iter()
                    .chain(area.lower.iter().rev())
                    .copied()
                    .collect();
                let element = format!(
                    r#"<polygon points="{}"{}/>"#,
                    points(&edge),
                    paint("fill", area.fill)
                );
                self.line(&element);
            }
            Node::Polygon(polygon) => {
                let element = format!(
                    r#"<path d="{}" fill-rule="evenodd"{}{}/>"#,
                    closed(polygon.rings()),
                    paint("fill", polygon.fill),
                    polygon.stroke.map_or_else(String::new, stroke)
                );
                self.line(&element);
            }
            Node::Rect(filled) => {
                let rect = filled.rect;
                let element = format!(
                    r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{}"{}/>"#,
                    number(rect.left),
                    number(rect.top),
                    number(rect.width()),
                    number(rect.height()),
                    number(filled.rounding),
                    paint("fill", filled.fill)
                );
                self.line(&element);
            }
            Node::Circle(circle) => {
                let element = format!(
                    r#"<circle cx="{}" cy="{}" r="{}"{}{}/>"#,
                    number(circle.centre.x),
                    number(circle.centre.y),
                    number(circle.radius),
                    paint("fill", circle.fill),
                    circle.stroke.map_or_else(String::new, stroke)
                );
                self.line(&element);
            }
            Node::Text(run) => self.text(run),
            Node::Picture(picture) => {
                let rect = picture.rect;
                let element = format!(
                    r#"<image x="{}" y="{}" width="{}" height="{}" href="data:image/png;base64,{}"/>"#,
                    number(rect.left),
                    number(rect.top),
                    number(rect.width()),
                    number(rect.height()),
                    STANDARD.encode(picture.logo.png())
                );
                self.line(&element);
            }
        }
    }

    fn group(&mut self, group: &Group) {
        self.line(&format!(
            r#"<g id="{}" class="{}">"#,
            escaped(&group.id),
            group.role.name()
        ));
        self.depth += 1;
        for child in &group.children {
            self.node(child);
        }
        self.depth -= 1;
        self.line("</g>");
    }

    fn text(&mut self, run: &TextRun) {
        let element = format!(
            r#"<text x="{}" y="{}" font-size="{}" font-weight="{}"{} xml:space="preserve">{}</text>"#,
            number(run.origin.x),
            number(run.origin.y),
            number(run.font.size_pt),
            run.font.weight.css(),
            paint("fill", run.colour),
            escaped(&run.text)
        );
        self.line(&element);
    }

    fn line(&mut self, text: &str) {
        self.svg.extend(std::iter::repeat_n("  ", self.depth));
        self.svg.push_str(text);
        self.svg.push('\n');
    }
}

/// A coordinate with at most two decimals and no noise: `12`, `0.5`, never `-0`.
fn number(value: f32) -> String {
    let mut text = format!("{value:.2}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        String::from("0")
    } else {
        text
    }
}

fn points(points: &[Point]) -> String {
    let mut text = String::with_capacity(points.len() * 14);
    for point in points {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&number(point.x));
        text.push(',');
        text.push_str(&number(point.y));
    }
    text
}

/// Closed rings as the data of a path.
fn closed(rings: &[Vec<Point>]) -> String {
    let mut text = String::new();
    for ring in rings {
        let mut command = 'M';
        for point in ring {
            text.push(command);
            text.push_str(&number(point.x));
            text.push(',');
            text.push_str(&number(point.y));
            command = 'L';
        }
        text.push('Z');
    }
    text
}

/// ` fill="#12436d"`, with the opacity where the colour lets something through.
fn paint(attribute: &str, colour: Rgba) -> String {
    let mut text = format!(r#" {attribute}="{}""#, colour.svg());
    if colour.alpha < u8::MAX {
        let opacity = number(colour.opacity());
        text = format!(r#"{text} {attribute}-opacity="{opacity}""#);
    }
    text
}

fn stroke(stroke: Stroke) -> String {
    let text = format!(
        r#"{} stroke-width="{}" stroke-linejoin="round""#,
        paint("stroke", stroke.colour),
        number(stroke.width)
    );
    let dashes: Vec<String> = stroke.dash_lengths().map(number).collect();
    if dashes.is_empty() {
        format!(r#"{text} stroke-linecap="round""#)
    } else {
        format!(r#"{text} stroke-dasharray="{}""#, dashes.join(" "))
    }
}

/// Text as XML holds it; characters that XML cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_noise() {
        for (value, wanted) in [
            (12.0, "12"),
            (0.5, "0.5"),
            (-0.001, "0"),
            (1.0 / 3.0, "0.33"),
            (100.0, "100"),
        ] {
            assert_eq!(number(value), wanted);
        }
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            escaped("Bar & <b>\"x\"</b>\u{1}\n"),
            "Bar &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt; "
        );
    }
}

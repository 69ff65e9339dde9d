//! Points, sizes and rectangles of a chart: in points (1/72 inch on paper), y down, origin top left.

/// A place on the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f32,
    /// From the top edge.
    pub y: f32,
}

impl Point {
    /// The point at `x` and `y`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// A rectangle, edges parallel to the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The top edge.
    pub top: f32,
    /// The right edge, not before the left one.
    pub right: f32,
    /// The bottom edge, not above the top one.
    pub bottom: f32,
}

impl Rect {
    /// The rectangle between four edges.
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The width.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// The height.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether a point lies inside, or on an edge within `tolerance`.
    pub fn contains(&self, point: Point, tolerance: f32) -> bool {
        point.x >= self.left - tolerance
            && point.x <= self.right + tolerance
            && point.y >= self.top - tolerance
            && point.y <= self.bottom + tolerance
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The rectangle around this one and another.
    #[must_use]
    pub const fn with(&self, other: &Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// The rectangle moved outwards by `margin` on every side.
    #[must_use]
    pub fn grown(&self, margin: f32) -> Self {
        Self::new(
            self.left - margin,
            self.top - margin,
            self.right + margin,
            self.bottom + margin,
        )
    }
}

/// A computed length as a coordinate.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a coordinate on a chart needs far fewer than the 24 bits that stay"
)]
pub const fn pt(value: f64) -> f32 {
    value as f32
}

/// A number of things as a factor for lengths.
pub fn count(things: usize) -> f32 {
    u16::try_from(things).map_or(f32::from(u16::MAX), f32::from)
}

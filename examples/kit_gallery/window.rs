//! A window like the program's own, with every widget in it.

use bellwether::base::typeface::Weight;
use bellwether::ui::fonts::font;
use bellwether::ui::kit::{
    Badge, Button, Card, Checkbox, Chip, Choice, Icon, KeyValueRow, LibraryRow, Link, ListRow,
    Progress, SectionHeading, Tabs, Toast, Toasts, Tone, Wordmark, sentence, text,
};
use bellwether::ui::tokens;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui, vec2};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Trend,
    Breakdown,
    Change,
    Priority,
    CrossTab,
    Districts,
    Control,
    Data,
}

const KINDS: [(Kind, &str); 8] = [
    (Kind::Trend, "Trend"),
    (Kind::Breakdown, "Breakdown"),
    (Kind::Change, "Change"),
    (Kind::Priority, "Priority cohorts"),
    (Kind::CrossTab, "Cross-tab"),
    (Kind::Districts, "Districts"),
    (Kind::Control, "Control chart"),
    (Kind::Data, "Data"),
];

pub struct Gallery {
    kind: Kind,
    boxes: [(bool, &'static str); 5],
    choices: Vec<Choice<'static>>,
    toasts: Toasts<()>,
}

impl Default for Gallery {
    fn default() -> Self {
        let measures = [
            ("Feelings of safety", "Feel safe outside after dark"),
            ("Feelings of safety", "Feel safe outside in the day"),
            ("Confidence", "Confidence in police"),
            ("Confidence", "Police deal with what matters to people here"),
            ("Confidence", "Satisfied victims"),
            ("Recorded crime", "All recorded crime"),
            ("Recorded crime", "Anti-social behaviour"),
            ("Recorded crime", "Shoplifting"),
            ("Recorded crime", "Residential burglary"),
        ];
        let mut toasts = Toasts::default();
        toasts.push(Toast::new(Tone::Good, "Chart copied as a picture"));
        toasts.push(
            Toast::new(Tone::Warning, "2 values were revised since the last return")
                .action("See them", ()),
        );
        Self {
            kind: Kind::Trend,
            boxes: [
                (true, "Confidence intervals"),
                (true, "Label line ends"),
                (false, "Target line (milestone 63.0%)"),
                (true, "Events and notes"),
                (false, "Hide bases below 50"),
            ],
            choices: measures
                .map(|(section, title)| Choice::new(title).section(section))
                .to_vec(),
            toasts,
        }
    }
}

impl Gallery {
    pub fn window_ui(&mut self, ui: &mut Ui) {
        let t = tokens(ui);
        let bar = Frame::new().fill(t.colours.card);
        Panel::top("bar")
            .exact_size(t.size.top_bar)
            .resizable(false)
            .frame(bar.inner_margin(Margin::symmetric(16, 0)))
            .show(ui, top_bar_ui);
        Panel::left("library")
            .exact_size(t.size.library_width)
            .resizable(false)
            .frame(bar)
            .show(ui, library_ui);
        Panel::right("side")
            .exact_size(t.size.side_width)
            .resizable(false)
            .frame(bar.inner_margin(Margin::symmetric(16, 14)))
            .show(ui, |ui| self.side_ui(ui));
        CentralPanel::default()
            .frame(
                Frame::new()
                    .fill(t.colours.ground)
                    .inner_margin(Margin::symmetric(20, 16)),
            )
            .show(ui, |ui| self.centre_ui(ui));
        self.toasts.ui(ui.ctx());
    }

    fn centre_ui(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 12.0;
        Card::new().show(ui, |ui| {
            sentence(ui, |ui| {
                ui.label("Show");
                Chip::of("Measure", &self.choices, 0).ui(ui);
                ui.label("as");
                Chip::new("As", "% safe", &self.choices).ui(ui);
                ui.label("by");
                Chip::new("By", "Sex and age", &self.choices).ui(ui);
                ui.label("in");
                Chip::new("Area", "All Nottinghamshire", &self.choices).ui(ui);
                ui.label("from");
                Chip::new("From", "Mar 2020", &self.choices).ui(ui);
                ui.label("to");
                Chip::new("To", "Dec 2021", &self.choices).ui(ui);
                ui.label("compared with");
                Chip::new("Against", "all respondents", &self.choices).ui(ui);
            });
        });
        ui.add(Tabs::new(&mut self.kind, &KINDS));
        Card::new().padding(vec2(22.0, 20.0)).show(ui, |ui| {
            let c = &tokens(ui).colours;
            let title = "Young people’s feelings of safety after dark have fallen fastest";
            ui.label(text::headline(title, tokens(ui).text.title));
            ui.label(
                RichText::new("% feeling very or fairly safe walking alone after dark")
                    .color(c.ink_secondary),
            );
            ui.horizontal_wrapped(|ui| {
                ui.add(Badge::new("On track", Tone::Good).mark(Icon::Dot));
                ui.add(Badge::new("Off track", Tone::Bad).mark(Icon::Down));
                ui.add(Badge::new("Cannot tell", Tone::Neutral).mark(Icon::Diamond));
                ui.add(Badge::new("Data due", Tone::Warning).mark(Icon::Ring));
                ui.add(Badge::new("4,412", Tone::Good));
                ui.add(Badge::new("2 to check", Tone::Warning));
                ui.add(Badge::new("selected", Tone::Accent));
            });
            ui.horizontal_wrapped(|ui| {
                for icon in [
                    Icon::Dropdown,
                    Icon::ChevronRight,
                    Icon::ChevronDown,
                    Icon::Up,
                    Icon::Down,
                    Icon::Check,
                    Icon::Cross,
                    Icon::Diamond,
                    Icon::Dot,
                    Icon::Ring,
                    Icon::Asterisk,
                    Icon::Search,
                    Icon::Exclamation,
                ] {
                    icon.ui(ui, c.accent_ink);
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.add(Button::primary("Import 30 values"));
                ui.add(Button::secondary("Cancel"));
                ui.add(Button::quiet("Not now"));
                ui.add(Button::icon(Icon::Cross, "Close"));
                ui.add_enabled(false, Button::primary("Import"));
                ui.add_enabled(false, Button::secondary("Undo").shortcut("Ctrl+Z"));
                ui.add(Button::secondary("Small").small().with_icon(Icon::Check));
            });
            Progress::new("Reading PCS survey Q3 21-22.xlsx")
                .share(Some(0.62))
                .detail("Sheet 3 of 8")
                .ui(ui);
            Progress::new("Saving").uncancellable().ui(ui);
        });
        Card::new().edge(Tone::Good).show(ui, |ui| {
            let words = [
                (Weight::Bold, "What this shows. "),
                (
                    Weight::Regular,
                    "Among 16–24s it fell 14.6 percentage points, from 61.0% to 46.4% in the year \
                     to Dec 2021 — a statistically significant fall, and larger than for all \
                     respondents (63.1% to 56.8%).",
                ),
            ];
            ui.label(text::paragraph(ui, &words));
        });
        Card::new().edge(Tone::Warning).show(ui, |ui| {
            ui.label(RichText::new("Slide 5 has changed").font(font(Weight::SemiBold, 14.0)));
            ui.add(Link::new("Use the true message"));
        });
    }

    fn side_ui(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = font(Weight::SemiBold, tokens(ui).text.panel);
        ui.label(RichText::new("16–24 · Dec 2021").font(title));
        ui.add(SectionHeading::new("Selected point"));
        ui.add(KeyValueRow::new("Feel safe", "46.4%"));
        ui.add(KeyValueRow::new("95% interval", "42.0% – 50.8%"));
        ui.add(KeyValueRow::new("Respondents (base)", "503"));
        ui.add(KeyValueRow::new("Effective base", "437"));
        for key in ["vs Dec 2020", "vs everyone else"] {
            ui.add(
                KeyValueRow::new(key, "14.6 pp")
                    .change(Some(Icon::Down), Tone::Bad)
                    .significant(true),
            );
        }
        ui.add(KeyValueRow::new("16–24", "46.4%").after(Some(Icon::Down), "14.6"));
        ui.add(KeyValueRow::new(
            "A key that is far too long for its row",
            "a long value too",
        ));
        ui.add_space(8.0);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new("From").color(tokens(ui).colours.ink_secondary));
                ui.add(Link::new(
                    "PCS survey Q3 21-22.xlsx › Data › column H, 503 rows",
                ));
            });
        });
        ui.add(SectionHeading::new("Show"));
        for (on, text) in &mut self.boxes {
            ui.add(Checkbox::new(on, *text));
        }
        ui.add(SectionHeading::new("Highlight"));
        Chip::new("Highlight", "16–24", &self.choices)
            .strong()
            .ui(ui);
        ui.add(SectionHeading::new("Add to story"));
        ui.add(Button::secondary("Police & Crime Panel, 28 March").full_width());
        ui.add_space(6.0);
        ui.add(Button::secondary("Copy table").full_width().left_aligned());
    }
}

fn top_bar_ui(ui: &mut Ui) {
    let c = &tokens(ui).colours;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.add(Wordmark::sign());
        ui.add_space(8.0);
        ui.label(RichText::new("Nottinghamshire 2021/22 — saved").color(c.ink_secondary));
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.add(Button::primary("Present").shortcut("F5"));
            ui.add(Button::secondary("Publish…"));
            ui.add(Button::secondary("Import workbook").shortcut("Ctrl+I"));
            ui.add(Button::secondary("Find anything").shortcut("Ctrl+K"));
            ui.add(Button::secondary("Undo").shortcut("Ctrl+Z"));
        });
    });
}

fn library_ui(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(13.0);
    let falling = [69.0, 70.0, 71.0, 70.0, 66.0, 62.0, 58.0].map(Some);
    let broken = [Some(2.0), Some(3.0), None, Some(2.5), Some(1.5), Some(1.0)];
    let heading = |ui: &mut Ui, text: &str| {
        ui.add(SectionHeading::new(text).inset(16.0));
    };
    heading(ui, "Feelings of safety");
    ui.add(
        LibraryRow::new("Feel safe outside after dark", "56.8%")
            .change(Some(Icon::Down), "6.3 pp", Tone::Bad)
            .values(&falling)
            .selected(true),
    );
    ui.add(
        LibraryRow::new("Feel safe outside in the day", "90.6%")
            .change(None, "no clear change", Tone::Neutral)
            .values(&broken),
    );
    heading(ui, "Confidence");
    ui.add(
        LibraryRow::new("Satisfied victims", "56.2%")
            .change(Some(Icon::Up), "2.3 pp", Tone::Good)
            .values(&falling),
    );
    heading(ui, "Recorded crime · Ashfield");
    ui.add(
        LibraryRow::new("All recorded crime", "10,860")
            .change(Some(Icon::Up), "11.3%", Tone::Bad)
            .values(&broken),
    );
    heading(ui, "Sources");
    ui.add(ListRow::new("PCS survey Q3 21-22.xlsx").badge(Badge::new("4,412", Tone::Good)));
    ui.add(
        ListRow::new("Police return Sep 22.xlsx").badge(Badge::new("2 to check", Tone::Warning)),
    );
    ui.add(
        ListRow::new("Ashfield")
            .selected(true)
            .badge(Badge::new("1 to check", Tone::Warning)),
    );
    ui.add(ListRow::new("Cover").muted().trailing("nothing to read"));
    heading(ui, "Stories");
    ui.add(ListRow::new("Police & Crime Panel, 28 March").trailing("9 slides"));
}

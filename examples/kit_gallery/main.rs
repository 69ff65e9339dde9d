//! Writes a picture of every house widget, in the light and the dark theme: `cargo run --example kit_gallery
//! -- FOLDER`.

mod window;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bellwether::base::typeface::Weight;
use bellwether::ui::fonts::font;
use bellwether::ui::kit::{
    Button, Card, Choice, Dialog, Link, ListRow, Palette, SectionHeading, text,
};
use bellwether::ui::offscreen::{Offscreen, encode_png};
use bellwether::ui::tokens;
use egui::{
    CentralPanel, Event, Frame, Key, Margin, Modifiers, PointerButton, RichText, Theme, Ui, pos2,
    vec2,
};

use window::Gallery;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("."), PathBuf::from);
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let file = |what: &str| folder.join(format!("kit-{what}-{name}.png"));
        let offscreen = || Offscreen::new(vec2(1440.0, 900.0), 1.0).with_theme(theme);

        let mut window = offscreen();
        let mut gallery = Gallery::default();
        write(&file("window"), &window.run(|ui| gallery.window_ui(ui)))?;

        // The first chip is opened by a click, its list searched by typing.
        let mut window = offscreen().with_passes(4);
        let mut gallery = Gallery::default();
        window.run(|ui| gallery.window_ui(ui));
        let at = pos2(450.0, 97.0);
        window.hover(at);
        for pressed in [true, false] {
            window.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        write(&file("chip"), &window.run(|ui| gallery.window_ui(ui)))?;
        window.event(Event::Text("crime".to_owned()));
        write(&file("search"), &window.run(|ui| gallery.window_ui(ui)))?;

        // The keyboard walks to the second button and to a row of the library.
        let mut window = offscreen().with_passes(2);
        let mut gallery = Gallery::default();
        window.run(|ui| gallery.window_ui(ui));
        for _ in 0..12 {
            for event in key(Key::Tab) {
                window.event(event);
            }
            window.run(|ui| gallery.window_ui(ui));
        }
        write(&file("focus"), &window.run(|ui| gallery.window_ui(ui)))?;

        let mut window = offscreen().with_passes(3);
        let mut palette = Palette::default();
        palette.open(window.ctx());
        window.run(|ui| palette_ui(ui, &mut palette));
        window.event(Event::Text("asb".to_owned()));
        write(
            &file("palette"),
            &window.run(|ui| palette_ui(ui, &mut palette)),
        )?;

        let mut window = offscreen().with_passes(3);
        write(&file("dialog"), &window.run(dialog_ui))?;

        let mut window = offscreen().with_passes(3);
        write(&file("welcome"), &window.run(welcome_ui))?;
    }
    Ok(())
}

fn write(path: &Path, image: &egui::ColorImage) -> anyhow::Result<()> {
    use std::io::Write as _;
    let mut file = std::fs::File::create(path)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(&encode_png(image)?)?;
    Ok(())
}

fn key(key: Key) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    })
}

fn palette_ui(ui: &mut Ui, palette: &mut Palette) {
    let choices = [
        Choice::new("Import workbook…").shortcut("Ctrl+I"),
        Choice::new("Anti-social behaviour").detail("Measure · ASB incidents, Ashfield"),
        Choice::new("ASB by ward").detail("Sheet · Police return Sep 22.xlsx"),
        Choice::new("ASB is 7.1% above its baseline").detail("Slide 6 · Police & Crime Panel"),
        Choice::new("All recorded crime").detail("Measure · Ashfield"),
        Choice::new("Add slide").shortcut("Ctrl+M"),
    ];
    CentralPanel::default().show(ui, |ui| {
        palette.ui(ui.ctx(), &choices);
    });
}

fn dialog_ui(ui: &mut Ui) {
    CentralPanel::default().show(ui, |ui| {
        Dialog::new(
            "Save the changes to Ashfield CSP quarter 2?",
            "Two charts and a slide have changed since it was last saved.",
            "Save",
        )
        .alternative("Close without saving")
        .cancel("Cancel")
        .ui(ui.ctx());
    });
}

fn welcome_ui(ui: &mut Ui) {
    let c = &tokens(ui).colours;
    let frame = Frame::new()
        .fill(c.ground)
        .inner_margin(Margin::symmetric(115, 70))
        .outer_margin(Margin::symmetric(115, 0));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.label(text::headline(
            "Charts of safety, confidence and crime\nthat you can stand behind",
            36.0,
        ));
        let lead =
            "Drop a partner’s workbook anywhere on this window. Nothing leaves this computer.";
        ui.label(RichText::new(lead).size(17.0).color(c.ink_secondary));
        ui.add_space(16.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.allocate_ui(vec2(540.0, 200.0), |ui| {
                Card::new().dashed().min_height(158.0).show(ui, |ui| {
                    ui.vertical_centered(|ui| {
                        ui.add_space(8.0);
                        let title = font(Weight::SemiBold, 17.0);
                        ui.label(RichText::new("Drop workbooks here").font(title));
                        let words = "Excel, OpenDocument or CSV, as they come";
                        ui.label(RichText::new(words).color(c.ink_secondary));
                        ui.add(Button::primary("Choose a workbook…").shortcut("Ctrl+I"));
                    });
                });
            });
            ui.vertical(|ui| {
                Card::new()
                    .padding(vec2(24.0, 24.0))
                    .min_height(158.0)
                    .show(ui, |ui| {
                        let title = font(Weight::SemiBold, 16.0);
                        ui.label(RichText::new("Look around first").font(title));
                        ui.label(
                            RichText::new(
                                "The Nottinghamshire example: published figures and an \
                                 illustrative survey of 17,600 residents",
                            )
                            .color(c.ink_secondary),
                        );
                        ui.horizontal(|ui| {
                            ui.add(Button::secondary("Open the example"));
                            ui.add(Link::new("Ten-minute tour"));
                        });
                    });
            });
        });
        ui.add_space(24.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(SectionHeading::new("Recent projects"));
        ui.add(
            ListRow::new("Ashfield CSP quarter 2.bellwether")
                .trailing("today, 09:12")
                .ruled(),
        );
        ui.add(
            ListRow::new("Police and Crime Panel March.bellwether")
                .trailing("Tuesday")
                .ruled(),
        );
        ui.add(
            ListRow::new("Ward profiles 2022.bellwether")
                .trailing("3 March")
                .ruled(),
        );
        ui.add_space(24.0);
        Card::new()
            .dashed()
            .highlighted(true)
            .fit_width()
            .show(ui, |ui| {
                ui.label("Let go to import");
            });
    });
}

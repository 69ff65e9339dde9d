//! The panels beside a cross-tab and beside a scale of answers: what is shown, by which weights, and how it
//! is taken along.

use egui::{RichText, ScrollArea, Ui};

use super::ExploreTab;
use super::rows_behind::{of_question, of_scale, rows_link_ui};
use super::screen::Exploring;
use super::selected_point::save_picture_ui;
use super::tab_words::tab_words_ui;
use crate::analysis::answer_scale::ScaleAnswer;
use crate::analysis::cross_tab::CrossTabAnswer;
use crate::analysis::survey_view::{SurveyChoices, SurveySetting};
use crate::base::typeface::Weight;
use crate::chart::ScaleChart;
use crate::export::cross_tab_cells;
use crate::project::{CrossTabSpec, Edit, Percentages, ScaleSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, Chip, Choice, SectionHeading};
use crate::ui::tokens::tokens;

/// Draws the panel beside a cross-tab.
pub(super) fn cross_tab_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &CrossTabAnswer,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.cross_tab;
    let Ok(table) = &answer.table else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading_ui(ui, "Cross-tab");
        let mut changed = spec.clone();
        ui.add(SectionHeading::new("Percentages"));
        for (percentages, words) in [
            (Percentages::Down, "Down each column"),
            (Percentages::Across, "Across each row"),
        ] {
            let mut is_chosen = spec.percentages == percentages;
            if ui.add(Checkbox::new(&mut is_chosen, words)).changed() && is_chosen {
                changed.percentages = percentages;
            }
        }
        ui.add(SectionHeading::new("Show"));
        if spec.percentages == Percentages::Down {
            ui.add(Checkbox::new(&mut changed.letters, "Significance letters"));
            ui.add(Checkbox::new(&mut changed.intervals, "95% intervals"));
            ui.add(Checkbox::new(
                &mut changed.effective_bases,
                "Effective bases",
            ));
        }
        let has_summary = table
            .figures
            .rows
            .iter()
            .any(|row| row.kind != crate::analysis::survey::RowKind::Answer);
        if has_summary {
            ui.add(Checkbox::new(&mut changed.nets, "Nets and means"));
        }
        ui.add(Checkbox::new(&mut changed.shade, "Shade cells"));
        ui.add(Checkbox::new(&mut changed.tests, "Test of each grouping"))
            .on_hover_text("Rao–Scott test and Cramér’s V in the notes under the table");
        if let Some(setting) = weight_ui(ui, &answer.choices, &spec.setting) {
            changed.setting = setting;
        }
        if changed != *spec {
            actions.edit(Edit::SetCrossTab(changed));
        }
        rows_link_ui(ui, of_question(table), actions);
        tab_words_ui(ui, ExploreTab::CrossTab, None);
        ui.add(SectionHeading::new("Copy or send"));
        copy_ui(ui, || cross_tab_cells(answer, spec), actions);
        save_picture_ui(ui, actions);
    });
}

/// Draws the panel beside a scale of answers.
pub(super) fn scale_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &ScaleAnswer,
    actions: &mut Actions,
) {
    let view = &exploring.project.view;
    let Ok(scale) = &answer.scale else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading_ui(ui, "Answers");
        if scale.by.is_some() && scale.net.is_some() {
            ui.add(SectionHeading::new("Order"));
            for (by_net, words) in [(false, "In their usual order"), (true, "By the net")] {
                let mut is_chosen = view.scale.by_net == by_net;
                if ui.add(Checkbox::new(&mut is_chosen, words)).changed() && is_chosen {
                    actions.edit(Edit::SetScale(ScaleSpec {
                        by_net,
                        ..view.scale.clone()
                    }));
                }
            }
        }
        if let Some(setting) = weight_ui(ui, &answer.choices, &view.cross_tab.setting) {
            actions.edit(Edit::SetCrossTab(CrossTabSpec {
                setting,
                ..view.cross_tab.clone()
            }));
        }
        rows_link_ui(ui, of_scale(scale), actions);
        tab_words_ui(ui, ExploreTab::Answers, None);
        ui.add(SectionHeading::new("Copy or send"));
        let among = &view.cross_tab.setting.among;
        copy_ui(
            ui,
            || ScaleChart::among(answer, &view.scale, among).as_cells(),
            actions,
        );
        save_picture_ui(ui, actions);
    });
}

fn heading_ui(ui: &mut Ui, words: &str) {
    let size = tokens(ui).text.panel;
    ui.label(RichText::new(words).font(font(Weight::SemiBold, size)));
    ui.add_space(tokens(ui).space.tight);
}

/// "Weight": the survey's column, or none.
fn weight_ui(
    ui: &mut Ui,
    choices: &SurveyChoices,
    setting: &SurveySetting,
) -> Option<SurveySetting> {
    let weight = choices.weight.as_ref()?;
    ui.add(SectionHeading::new("Weight"));
    ui.add_space(tokens(ui).space.tight);
    let list = [
        Choice::new(&**weight),
        Choice::new("Unweighted").detail("everybody counts the same"),
    ];
    let chip = Chip::of("Weight", &list, usize::from(setting.unweighted)).small();
    let chosen = chip.ui(ui).chosen?;
    Some(SurveySetting {
        unweighted: chosen == 1,
        ..setting.clone()
    })
}

fn copy_ui(ui: &mut Ui, cells: impl FnOnce() -> String, actions: &mut Actions) {
    ui.add_space(tokens(ui).space.tight);
    let copy = ui.add(Button::secondary("Copy table").full_width());
    if copy
        .on_hover_text("For pasting into Excel, with headings and notes")
        .clicked()
    {
        actions.send(Action::Copy(cells()));
    }
    ui.add_space(tokens(ui).space.small);
}

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
use crate::words::say;

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
        heading_ui(ui, say::tab_cross_tab());
        let mut changed = spec.clone();
        ui.add(SectionHeading::new(say::survey_percentages()));
        for (percentages, words) in [
            (Percentages::Down, say::survey_down()),
            (Percentages::Across, say::survey_across()),
        ] {
            let mut is_chosen = spec.percentages == percentages;
            if ui.add(Checkbox::new(&mut is_chosen, words)).changed() && is_chosen {
                changed.percentages = percentages;
            }
        }
        ui.add(SectionHeading::new(say::panel_show()));
        if spec.percentages == Percentages::Down {
            ui.add(Checkbox::new(&mut changed.letters, say::survey_letters()));
            ui.add(Checkbox::new(
                &mut changed.intervals,
                say::survey_intervals(),
            ));
            ui.add(Checkbox::new(
                &mut changed.effective_bases,
                say::survey_effective_bases(),
            ));
        }
        let has_summary = table
            .figures
            .rows
            .iter()
            .any(|row| row.kind != crate::analysis::survey::RowKind::Answer);
        if has_summary {
            ui.add(Checkbox::new(&mut changed.nets, say::survey_nets()));
        }
        ui.add(Checkbox::new(&mut changed.shade, say::survey_shade()));
        ui.add(Checkbox::new(&mut changed.tests, say::survey_tests()))
            .on_hover_text(say::survey_tests_does());
        if let Some(setting) = weight_ui(ui, &answer.choices, &spec.setting) {
            changed.setting = setting;
        }
        if changed != *spec {
            actions.edit(Edit::SetCrossTab(changed));
        }
        rows_link_ui(ui, of_question(table), actions);
        tab_words_ui(ui, ExploreTab::CrossTab, None);
        ui.add(SectionHeading::new(say::panel_copy_or_send()));
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
        heading_ui(ui, say::tab_answers());
        if scale.by.is_some() && scale.net.is_some() {
            ui.add(SectionHeading::new(say::survey_order()));
            for (by_net, words) in [
                (false, say::survey_usual_order()),
                (true, say::survey_by_net()),
            ] {
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
        ui.add(SectionHeading::new(say::panel_copy_or_send()));
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
    ui.add(SectionHeading::new(say::survey_weight()));
    ui.add_space(tokens(ui).space.tight);
    let list = [
        Choice::new(&**weight),
        Choice::new(say::survey_unweighted()).detail(say::survey_unweighted_does()),
    ];
    let chip = Chip::of(say::survey_weight(), &list, usize::from(setting.unweighted)).small();
    let chosen = chip.ui(ui).chosen?;
    Some(SurveySetting {
        unweighted: chosen == 1,
        ..setting.clone()
    })
}

fn copy_ui(ui: &mut Ui, cells: impl FnOnce() -> String, actions: &mut Actions) {
    ui.add_space(tokens(ui).space.tight);
    let copy = ui.add(Button::secondary(say::panel_copy_table()).full_width());
    if copy.on_hover_text(say::panel_copy_table_does()).clicked() {
        actions.send(Action::Copy(cells()));
    }
    ui.add_space(tokens(ui).space.small);
}

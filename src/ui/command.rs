//! What the user can ask the program to do, each once: the same entry stands behind the menu, the button,
//! the shortcut and the palette.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::words::say;

/// A command without further words. What needs words (which file, which measure) is an
/// [`Action`](super::action::Action).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// An empty project.
    NewProject,
    /// A project from the disk.
    OpenProject,
    /// Write the project to its file.
    Save,
    /// Write the project to another file.
    SaveAs,
    /// A copy with guarded figures and without anybody's answers.
    ShareCopy,
    /// A passphrase for the project's file.
    LockProject,
    /// No passphrase any more.
    RemoveLock,
    /// What the copy to share that is open holds.
    ShowSharedNote,
    /// An earlier version of the project.
    ShowVersions,
    /// Read workbooks into the project.
    Import,
    /// Boundaries of areas, for maps.
    LoadBoundaries,
    /// The example that comes with the program.
    OpenExample,
    /// The chart, to a file.
    SavePicture,
    /// The chart as a picture, to the clipboard.
    CopyPicture,
    /// The chart's values as cells, to the clipboard.
    CopyData,
    /// Take the last step back.
    Undo,
    /// Make the last undone step again.
    Redo,
    /// The palette.
    FindAnything,
    /// What the import did not understand.
    ShowFindings,
    /// What the project calls what its workbooks hold.
    ShowDictionary,
    /// A group of people of the project's own.
    MakeGroup,
    /// The presentations of the project.
    ShowStories,
    /// The chart on show, as a slide of a story.
    AddToStory,
    /// The story on the whole screen, from its beginning.
    Present,
    /// The same from the slide on show.
    PresentFromSlide,
    /// The story as a presentation, a document or pictures.
    Publish,
    /// The figures of today in a presentation that was published before.
    RefreshDeck,
    /// Something that happened, on the chart.
    AddEvent,
    /// A period from which on values are not comparable with those before.
    DeclareBreak,
    /// Weights by which offences count as harm.
    LoadHarmWeights,
    /// The whole screen, without borders.
    ToggleFullScreen,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in its ordinary size.
    ZoomReset,
    /// Light or dark.
    ToggleTheme,
    /// Charts in the window as an agenda pack prints them, or in colour again.
    PreviewBlackAndWhite,
    /// Nothing moves by itself any more, or it does again.
    ToggleMotion,
    /// Name, colours, logo and font of the organisation.
    SetBrand,
    /// The look of high contrast, or the usual one.
    ToggleContrast,
    /// The window in the other language, English or Welsh.
    ChangeLanguage,
    /// The values of the chart as a table.
    ShowValues,
    /// The keys and what they do.
    ShowShortcuts,
    /// The guide at the page of what is on the screen.
    ShowGuide,
    /// The tour through the example.
    TakeTour,
    /// The start screen.
    ShowWelcome,
    /// Version, licence, renderer.
    About,
    /// The end.
    Quit,
}

impl Command {
    /// Every command, in the order of the menu.
    pub const ALL: [Self; 47] = [
        Self::NewProject,
        Self::OpenProject,
        Self::OpenExample,
        Self::Save,
        Self::SaveAs,
        Self::ShareCopy,
        Self::LockProject,
        Self::RemoveLock,
        Self::ShowSharedNote,
        Self::ShowVersions,
        Self::Import,
        Self::LoadBoundaries,
        Self::ShowValues,
        Self::SavePicture,
        Self::CopyPicture,
        Self::CopyData,
        Self::Undo,
        Self::Redo,
        Self::FindAnything,
        Self::ShowFindings,
        Self::ShowDictionary,
        Self::MakeGroup,
        Self::ShowStories,
        Self::AddToStory,
        Self::Present,
        Self::PresentFromSlide,
        Self::Publish,
        Self::RefreshDeck,
        Self::AddEvent,
        Self::DeclareBreak,
        Self::SetBrand,
        Self::LoadHarmWeights,
        Self::ToggleFullScreen,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ToggleTheme,
        Self::ToggleContrast,
        Self::ToggleMotion,
        Self::PreviewBlackAndWhite,
        Self::ChangeLanguage,
        Self::ShowWelcome,
        Self::ShowGuide,
        Self::TakeTour,
        Self::ShowShortcuts,
        Self::About,
        Self::Quit,
    ];

    /// The words of the menu and of the palette; `…` where more is asked before anything happens.
    pub fn text(self) -> &'static str {
        match self {
            Self::NewProject => say::command_new_project(),
            Self::OpenProject => say::command_open_project(),
            Self::Save => say::command_save(),
            Self::SaveAs => say::command_save_as(),
            Self::ShareCopy => say::command_share_copy(),
            Self::LockProject => say::command_lock_project(),
            Self::RemoveLock => say::command_remove_lock(),
            Self::ShowSharedNote => say::command_show_shared_note(),
            Self::ShowVersions => say::command_show_versions(),
            Self::Import => say::command_import(),
            Self::LoadBoundaries => say::command_load_boundaries(),
            Self::OpenExample => say::command_open_example(),
            Self::SavePicture => say::command_save_picture(),
            Self::CopyPicture => say::command_copy_picture(),
            Self::CopyData => say::command_copy_data(),
            Self::Undo => say::command_undo(),
            Self::Redo => say::command_redo(),
            Self::FindAnything => say::command_find_anything(),
            Self::ShowFindings => say::command_show_findings(),
            Self::ShowDictionary => say::command_show_dictionary(),
            Self::MakeGroup => say::command_make_group(),
            Self::ShowStories => say::command_show_stories(),
            Self::AddToStory => say::command_add_to_story(),
            Self::Present => say::command_present(),
            Self::PresentFromSlide => say::command_present_from_slide(),
            Self::Publish => say::command_publish(),
            Self::RefreshDeck => say::command_refresh_deck(),
            Self::AddEvent => say::command_add_event(),
            Self::DeclareBreak => say::command_declare_break(),
            Self::LoadHarmWeights => say::command_load_harm_weights(),
            Self::ToggleFullScreen => say::command_toggle_full_screen(),
            Self::ZoomIn => say::command_zoom_in(),
            Self::ZoomOut => say::command_zoom_out(),
            Self::ZoomReset => say::command_zoom_reset(),
            Self::ToggleTheme => say::command_toggle_theme(),
            Self::ToggleMotion => say::command_toggle_motion(),
            Self::ToggleContrast => say::command_toggle_contrast(),
            Self::ChangeLanguage => say::command_change_language(),
            Self::ShowValues => say::command_show_values(),
            Self::ShowShortcuts => say::command_show_shortcuts(),
            Self::ShowGuide => say::command_show_guide(),
            Self::TakeTour => say::command_take_tour(),
            Self::SetBrand => say::command_set_brand(),
            Self::PreviewBlackAndWhite => say::command_preview_black_and_white(),
            Self::ShowWelcome => say::command_show_welcome(),
            Self::About => say::command_about(),
            Self::Quit => say::command_quit(),
        }
    }

    /// What it does, for the tooltip and the palette's second line.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::NewProject => say::command_new_project_does(),
            Self::OpenProject => say::command_open_project_does(),
            Self::Save => say::command_save_does(),
            Self::SaveAs => say::command_save_as_does(),
            Self::ShareCopy => say::command_share_copy_does(),
            Self::LockProject => say::command_lock_project_does(),
            Self::RemoveLock => say::command_remove_lock_does(),
            Self::ShowSharedNote => say::command_show_shared_note_does(),
            Self::ShowVersions => say::command_show_versions_does(),
            Self::Import => say::command_import_does(),
            Self::LoadBoundaries => say::command_load_boundaries_does(),
            Self::OpenExample => say::command_open_example_does(),
            Self::SavePicture => say::command_save_picture_does(),
            Self::CopyPicture => say::command_copy_picture_does(),
            Self::CopyData => say::command_copy_data_does(),
            Self::Undo => say::command_undo_does(),
            Self::Redo => say::command_redo_does(),
            Self::FindAnything => say::command_find_anything_does(),
            Self::ShowFindings => say::command_show_findings_does(),
            Self::ShowDictionary => say::command_show_dictionary_does(),
            Self::MakeGroup => say::command_make_group_does(),
            Self::ShowStories => say::command_show_stories_does(),
            Self::AddToStory => say::command_add_to_story_does(),
            Self::Present => say::command_present_does(),
            Self::PresentFromSlide => say::command_present_from_slide_does(),
            Self::Publish => say::command_publish_does(),
            Self::RefreshDeck => say::command_refresh_deck_does(),
            Self::AddEvent => say::command_add_event_does(),
            Self::DeclareBreak => say::command_declare_break_does(),
            Self::LoadHarmWeights => say::command_load_harm_weights_does(),
            Self::ToggleFullScreen => say::command_toggle_full_screen_does(),
            Self::ZoomIn => say::command_zoom_in_does(),
            Self::ZoomOut => say::command_zoom_out_does(),
            Self::ZoomReset => say::command_zoom_reset_does(),
            Self::ToggleTheme => say::command_toggle_theme_does(),
            Self::ToggleMotion => say::command_toggle_motion_does(),
            Self::ToggleContrast => say::command_toggle_contrast_does(),
            Self::ChangeLanguage => say::command_change_language_does(),
            Self::ShowValues => say::command_show_values_does(),
            Self::ShowShortcuts => say::command_show_shortcuts_does(),
            Self::ShowGuide => say::command_show_guide_does(),
            Self::TakeTour => say::command_take_tour_does(),
            Self::SetBrand => say::command_set_brand_does(),
            Self::PreviewBlackAndWhite => say::command_preview_black_and_white_does(),
            Self::ShowWelcome => say::command_show_welcome_does(),
            Self::About => say::command_about_does(),
            Self::Quit => say::command_quit_does(),
        }
    }

    /// The keys, on the platform's own modifier.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let command = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        match self {
            Self::NewProject => Some(command(Key::N)),
            Self::OpenProject => Some(command(Key::O)),
            Self::Save => Some(command(Key::S)),
            Self::SaveAs => Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                Key::S,
            )),
            Self::AddToStory => Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                Key::A,
            )),
            Self::Publish => Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                Key::P,
            )),
            Self::Present => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F5)),
            Self::PresentFromSlide => Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::F5)),
            Self::Import => Some(command(Key::I)),
            Self::SavePicture => Some(command(Key::E)),
            Self::CopyPicture => Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                Key::C,
            )),
            Self::Undo => Some(command(Key::Z)),
            Self::Redo => Some(command(Key::Y)),
            Self::FindAnything => Some(command(Key::K)),
            Self::ToggleFullScreen => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F11)),
            Self::ZoomIn => Some(command(Key::Plus)),
            Self::ZoomOut => Some(command(Key::Minus)),
            Self::ZoomReset => Some(command(Key::Num0)),
            Self::ShowValues => Some(command(Key::T)),
            Self::ShowGuide => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::ShowShortcuts => Some(command(Key::Slash)),
            Self::Quit => Some(command(Key::Q)),
            Self::OpenExample
            | Self::ShareCopy
            | Self::LockProject
            | Self::RemoveLock
            | Self::ShowSharedNote
            | Self::TakeTour
            | Self::ShowVersions
            | Self::LoadBoundaries
            | Self::CopyData
            | Self::ShowFindings
            | Self::ShowDictionary
            | Self::MakeGroup
            | Self::ShowStories
            | Self::RefreshDeck
            | Self::AddEvent
            | Self::DeclareBreak
            | Self::LoadHarmWeights
            | Self::ToggleTheme
            | Self::ToggleMotion
            | Self::ToggleContrast
            | Self::ChangeLanguage
            | Self::SetBrand
            | Self::PreviewBlackAndWhite
            | Self::ShowWelcome
            | Self::About => None,
        }
    }

    /// The keys for reading: `Ctrl+Shift+S`; empty where there are none.
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcut()
            .map(|shortcut| ctx.format_shortcut(&shortcut))
            .unwrap_or_default()
    }

    /// The command whose keys were pressed in this frame, which is thereby used up. Of two whose keys
    /// contain each other the one with more modifiers is asked first.
    pub fn pressed(ctx: &egui::Context) -> Option<Self> {
        let mut commands = Self::ALL;
        commands.sort_by_key(|command| {
            let shift = command
                .shortcut()
                .is_some_and(|shortcut| shortcut.modifiers.shift);
            std::cmp::Reverse(shift)
        });
        ctx.input_mut(|input| {
            commands.into_iter().find(|command| {
                command
                    .shortcut()
                    .is_some_and(|shortcut| input.consume_shortcut(&shortcut))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_their_keys_or_words() {
        for (index, one) in Command::ALL.iter().enumerate() {
            for other in Command::ALL.iter().skip(index + 1) {
                assert_ne!(one.text(), other.text());
                assert!(
                    one.shortcut().is_none() || one.shortcut() != other.shortcut(),
                    "{one:?} and {other:?}"
                );
            }
        }
    }
}

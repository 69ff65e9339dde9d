//! What the user can ask the program to do, each once: the same entry stands behind the menu, the button,
//! the shortcut and the palette.

use egui::{Key, KeyboardShortcut, Modifiers};

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
    pub const ALL: [Self; 46] = [
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
        Self::ShowWelcome,
        Self::ShowGuide,
        Self::TakeTour,
        Self::ShowShortcuts,
        Self::About,
        Self::Quit,
    ];

    /// The words of the menu and of the palette; `…` where more is asked before anything happens.
    pub const fn text(self) -> &'static str {
        match self {
            Self::NewProject => "New project",
            Self::OpenProject => "Open project…",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::ShareCopy => "Save a copy to share…",
            Self::LockProject => "Lock with a passphrase…",
            Self::RemoveLock => "Remove the lock…",
            Self::ShowSharedNote => "What this copy holds",
            Self::ShowVersions => "Restore an earlier version…",
            Self::Import => "Import workbook…",
            Self::LoadBoundaries => "Load boundaries…",
            Self::OpenExample => "Open the example",
            Self::SavePicture => "Save chart as…",
            Self::CopyPicture => "Copy picture",
            Self::CopyData => "Copy data",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::FindAnything => "Find anything",
            Self::ShowFindings => "Import findings",
            Self::ShowDictionary => "Measures, places and groups…",
            Self::MakeGroup => "A group of your own…",
            Self::ShowStories => "Stories",
            Self::AddToStory => "Add chart to story",
            Self::Present => "Present",
            Self::PresentFromSlide => "Present from this slide",
            Self::Publish => "Publish…",
            Self::RefreshDeck => "Refresh a PowerPoint…",
            Self::AddEvent => "Add an event…",
            Self::DeclareBreak => "Declare a break in series…",
            Self::LoadHarmWeights => "Load harm weights…",
            Self::ToggleFullScreen => "Full screen",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::ZoomReset => "Ordinary size",
            Self::ToggleTheme => "Light or dark",
            Self::ToggleMotion => "Reduce motion, or not",
            Self::ToggleContrast => "High contrast, or not",
            Self::ShowValues => "Values as a table…",
            Self::ShowShortcuts => "Keyboard shortcuts…",
            Self::ShowGuide => "Guide…",
            Self::TakeTour => "Take the tour (10 minutes)",
            Self::SetBrand => "Brand…",
            Self::PreviewBlackAndWhite => "Preview in black and white",
            Self::ShowWelcome => "Start screen",
            Self::About => "About Bellwether",
            Self::Quit => "Close Bellwether",
        }
    }

    /// What it does, for the tooltip and the palette's second line.
    pub const fn tooltip(self) -> &'static str {
        match self {
            Self::NewProject => "Begin an empty project",
            Self::OpenProject => "Open a project from the disk",
            Self::Save => "Write the project to its file",
            Self::SaveAs => "Write the project to another file",
            Self::ShareCopy => {
                "What your charts may show, without anybody’s answers; you see first what is in it"
            }
            Self::LockProject => {
                "Nobody opens the project without the passphrase, which you choose"
            }
            Self::RemoveLock => "The project opens without a passphrase again",
            Self::ShowSharedNote => "What this copy to share holds, and what was left out of it",
            Self::ShowVersions => {
                "Each save keeps the version before: look at one, or go back to it"
            }
            Self::Import => {
                "Read workbooks into the project: Excel, OpenDocument or CSV, as they come"
            }
            Self::LoadBoundaries => "Boundaries of areas from GeoJSON, to draw maps with",
            Self::OpenExample => "Nottinghamshire: published figures and an illustrative survey",
            Self::SavePicture => {
                "Write the chart as a picture, drawing, PDF, slide, Excel workbook or CSV, with its title and sources"
            }
            Self::CopyPicture => "Put the chart on the clipboard as a picture",
            Self::CopyData => "Put the values of the chart on the clipboard as cells",
            Self::Undo => "Take the last step back",
            Self::Redo => "Make the last undone step again",
            Self::FindAnything => "Measures, commands and recent projects",
            Self::ShowFindings => {
                "What the import left out or wants you to look at, with the cells"
            }
            Self::ShowDictionary => {
                "Rename them, merge two names for the same, correct a unit or what is better"
            }
            Self::MakeGroup => {
                "Women aged 16 to 24 in one place, say: by age, sex, place and answers"
            }
            Self::ShowStories => "Presentations: slides with charts, messages and notes",
            Self::AddToStory => "Add the chart on show as a slide to the story",
            Self::Present => "The story on the whole screen: arrows or a clicker go on, Esc ends",
            Self::PresentFromSlide => "The story on the whole screen, from the slide on show",
            Self::Publish => "The story as PowerPoint, PDF, or a folder of pictures and values",
            Self::RefreshDeck => {
                "Put today’s figures into a presentation published from this project, and keep what was done to it since"
            }
            Self::AddEvent => "Mark on the time axis what happened, and when",
            Self::DeclareBreak => {
                "From a period on, values are not comparable with those before: nothing is compared across it"
            }
            Self::LoadHarmWeights => {
                "From a workbook with a column of offences and one of weights; offences can then be ranked by harm"
            }
            Self::ToggleFullScreen => "Use the whole screen",
            Self::ZoomIn => "Make everything larger",
            Self::ZoomOut => "Make everything smaller",
            Self::ZoomReset => "Show everything in its ordinary size",
            Self::ToggleTheme => "Change between the light and the dark look",
            Self::ToggleMotion => "Nothing slides or fades; again for movement",
            Self::ToggleContrast => "White on black with strong lines; again for the usual look",
            Self::ShowValues => "The values of the chart as a table, to be read row by row",
            Self::ShowGuide => {
                "What is on the screen, and what the words mean; without any network"
            }
            Self::TakeTour => "Ten steps through the example; each says what to do",
            Self::ShowShortcuts => "All keys and what they do; everything works from the keyboard",
            Self::SetBrand => "Name, colours, logo and font for charts, slides and reports",
            Self::PreviewBlackAndWhite => {
                "Show charts as an agenda pack prints them; again for colour"
            }
            Self::ShowWelcome => "Recent projects and the example",
            Self::About => "Version, licences and the renderer in use",
            Self::Quit => "Close the program; unsaved work is asked about",
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

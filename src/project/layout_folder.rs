//! The user's own layouts: one file a partner in a folder beside the preferences, for all projects.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::layout_file::{self, LayoutError};
use crate::base::text::{fold, natural_order};
use crate::import::remembered::RememberedLayout;

/// The environment variable that names another folder.
pub const FOLDER_VARIABLE: &str = "BELLWETHER_LAYOUTS";

/// The longest name of a file, without its ending.
const LONGEST_NAME: usize = 60;

/// The folder of the user's own layouts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutFolder {
    path: PathBuf,
}

/// A layout, and where it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownLayout {
    /// The layout.
    pub layout: RememberedLayout,
    /// Where it is kept.
    pub kept: Kept,
}

/// Where a layout is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the project.
    Project,
    /// In a file of the user's own folder.
    File(PathBuf),
}

/// A file of the folder that could not be read.
#[derive(Debug)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub error: LayoutError,
}

impl LayoutFolder {
    /// The folder at a path, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The user's own folder, or the one that [`FOLDER_VARIABLE`] names; `None` where the system names no
    /// folder for preferences.
    pub fn of_user() -> Option<Self> {
        Self::named(std::env::var_os(FOLDER_VARIABLE))
    }

    fn named(other: Option<OsString>) -> Option<Self> {
        if let Some(other) = other.filter(|other| !other.is_empty()) {
            return Some(Self::at(other));
        }
        let folders = directories::ProjectDirs::from("", "", "Bellwether")?;
        Some(Self::at(folders.config_dir().join("layouts")))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All layouts, by the names of their partners, and the files that could not be read. A folder that is
    /// not there has none.
    pub fn load_all(&self) -> (Vec<KnownLayout>, Vec<Skipped>) {
        let (mut known, mut skipped) = (Vec::new(), Vec::new());
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
            })
            .collect();
        paths.sort();
        for path in paths {
            match layout_file::open(&path) {
                Ok(layout) => known.push(KnownLayout {
                    layout,
                    kept: Kept::File(path),
                }),
                Err(error) => skipped.push(Skipped { path, error }),
            }
        }
        known.sort_by(|a, b| natural_order(&a.layout.partner, &b.layout.partner));
        (known, skipped)
    }

    /// Keeps a layout, in the place of the one under the same name; gives its file.
    ///
    /// # Errors
    /// [`LayoutError`]; the folder's files are then as they were.
    pub fn save(&self, layout: &RememberedLayout) -> Result<PathBuf, LayoutError> {
        fs::create_dir_all(&self.path).map_err(LayoutError::Write)?;
        let path = self.file_of(&layout.partner);
        layout_file::save(&path, layout)?;
        Ok(path)
    }

    /// Keeps the layout under a partner's name no more; whether there was one.
    ///
    /// # Errors
    /// [`LayoutError`] where the file system refuses.
    pub fn forget(&self, partner: &str) -> Result<bool, LayoutError> {
        let path = self.file_of(partner);
        if !path.exists() {
            return Ok(false);
        }
        fs::remove_file(path).map_err(LayoutError::Write)?;
        Ok(true)
    }

    /// The file for a partner's layout: its name in plain letters. A name that is too long, or that has
    /// no letters, is told from others by its fingerprint.
    fn file_of(&self, partner: &str) -> PathBuf {
        let folded = fold(partner);
        let mut name: String = folded
            .chars()
            .map(|c| if c == ' ' { '-' } else { c })
            .take(LONGEST_NAME)
            .collect();
        if name.is_empty() || folded.chars().count() > LONGEST_NAME {
            let whole = if folded.is_empty() { partner } else { &folded };
            let hash = blake3::hash(whole.as_bytes()).to_hex();
            name.push('-');
            name.extend(hash.chars().take(8));
        }
        self.path.join(format!("{name}.ron"))
    }
}

/// The layouts of a project and of the folder; of two under the same name the project's.
pub fn known_layouts(
    of_project: &[RememberedLayout],
    of_folder: Vec<KnownLayout>,
) -> Vec<KnownLayout> {
    let mut known: Vec<KnownLayout> = of_project
        .iter()
        .map(|layout| KnownLayout {
            layout: layout.clone(),
            kept: Kept::Project,
        })
        .collect();
    known.extend(of_folder.into_iter().filter(|held| {
        of_project
            .iter()
            .all(|layout| !layout.is_of(&held.layout.partner))
    }));
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::atomic_file::{self, Backup};

    fn layout(partner: &str) -> RememberedLayout {
        RememberedLayout {
            partner: partner.to_owned(),
            ..RememberedLayout::default()
        }
    }

    #[test]
    fn a_layout_is_kept_and_found_and_forgotten() {
        let place = tempfile::tempdir().unwrap();
        let folder = LayoutFolder::at(place.path().join("not there yet"));
        assert!(folder.load_all().0.is_empty());
        let file = folder
            .save(&layout("Nottinghamshire Police & Partners"))
            .unwrap();
        assert!(file.ends_with("nottinghamshire-police-and-partners.ron"));
        folder.save(&layout("Ashfield")).unwrap();
        folder.save(&layout("ashfield ")).unwrap();
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            atomic_file::write(&path, text.as_bytes(), Backup::Discard).unwrap();
        };
        put("broken.ron", "(format: \"bellwether-layout\", ");
        put("notes.txt", "not one");
        let (known, skipped) = folder.load_all();
        let partners: Vec<&str> = known
            .iter()
            .map(|known| known.layout.partner.as_str())
            .collect();
        assert_eq!(partners, ["ashfield ", "Nottinghamshire Police & Partners"]);
        assert_eq!(skipped.len(), 1);
        assert!(skipped[0].error.to_string().contains("damaged at line 1"));
        assert!(folder.forget("ASHFIELD").unwrap());
        assert!(!folder.forget("Ashfield").unwrap());
    }

    #[test]
    fn names_without_plain_letters_or_too_long_have_files_of_their_own() {
        let folder = LayoutFolder::at("layouts");
        assert_ne!(folder.file_of("???"), folder.file_of("!"));
        let long = "a very long name of a partner ".repeat(4);
        assert_ne!(folder.file_of(&long), folder.file_of(&format!("{long}x")));
        assert!(
            !folder
                .file_of("../../x")
                .display()
                .to_string()
                .contains("..")
        );
    }

    #[test]
    fn the_projects_own_layout_wins() {
        let in_folder = |partner: &str| KnownLayout {
            layout: layout(partner),
            kept: Kept::File(PathBuf::from("x.ron")),
        };
        let known = known_layouts(
            &[layout("Police")],
            vec![in_folder("POLICE"), in_folder("Fire")],
        );
        let kept: Vec<(&str, &Kept)> = known
            .iter()
            .map(|known| (known.layout.partner.as_str(), &known.kept))
            .collect();
        assert_eq!(
            kept,
            [
                ("Police", &Kept::Project),
                ("Fire", &Kept::File(PathBuf::from("x.ron")))
            ]
        );
    }

    #[test]
    fn another_folder_can_be_named() {
        let named = LayoutFolder::named(Some("elsewhere".into())).unwrap();
        assert_eq!(named.path(), Path::new("elsewhere"));
    }
}

//! A story as a folder: a picture of each slide, the values of its charts, and a page that lists them.

use std::fs;
use std::path::Path;

use super::{Page, PublishError, PublishableStory, write_file};
use crate::base::progress::Progress;
use crate::export::file::ExportError;
use crate::export::png::{FOR_DOCUMENTS, Picture};
use crate::export::values;

/// How many characters of a title the name of a file has.
const MOST_OF_TITLE: usize = 48;

/// The files of a slide.
struct Files {
    picture: String,
    values: Vec<String>,
}

impl PublishableStory {
    /// Writes everything into a folder, which is made where there is none; files of other names stay.
    pub(super) fn write_folder(
        &self,
        folder: &Path,
        progress: &Progress,
    ) -> Result<(), PublishError> {
        fs::create_dir_all(folder).map_err(|error| ExportError::Writing {
            path: folder.to_owned(),
            error,
        })?;
        let total = u64::try_from(self.pages.len()).unwrap_or_default();
        progress.begin_stage("Drawing the slides", total);
        let mut all = Vec::with_capacity(self.pages.len());
        for (number, page) in (1..).zip(&self.pages) {
            progress.check()?;
            all.push(page.write_files(number, folder)?);
            progress.advance(1);
        }
        write_file(&folder.join("index.html"), self.index(&all).as_bytes())
    }

    /// The page that lists what is in the folder.
    fn index(&self, all: &[Files]) -> String {
        let name = escaped(&self.story.name);
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{name}</title>\n\
             <style>body {{ font-family: Inter, Arial, sans-serif; max-width: 60rem; margin: 2rem auto; \
             padding: 0 1rem; }} img {{ width: 100%; border: 1px solid #d0d0d0; }}</style>\n\
             </head>\n<body>\n<h1>{name}</h1>\n"
        );
        for (page, files) in self.pages.iter().zip(all) {
            let scene = page.laid_out.scene();
            let alt = format!("{} {}", scene.title, scene.description);
            let figure = format!(
                "<section>\n<h2>{}</h2>\n<img src=\"{}\" alt=\"{}\">\n",
                escaped(&page.title()),
                escaped(&files.picture),
                escaped(alt.trim())
            );
            html += &figure;
            for values in &files.values {
                let values = escaped(values);
                let link = format!("<p><a href=\"{values}\">Values: {values}</a></p>\n");
                html += &link;
            }
            let notes = if page.is_continued {
                ""
            } else {
                page.slide.notes.as_str()
            };
            let notes = notes.lines().map(str::trim);
            for line in notes.filter(|line| !line.is_empty()) {
                let paragraph = format!("<p>{}</p>\n", escaped(line));
                html += &paragraph;
            }
            html.push_str("</section>\n");
        }
        html.push_str("</body>\n</html>\n");
        html
    }
}

impl Page {
    fn write_files(&self, number: usize, folder: &Path) -> Result<Files, PublishError> {
        let stem = format!("{number:02} {}", file_stem(&self.title()));
        let stem = stem.trim_end();
        let picture = format!("{stem}.png");
        let drawn = Picture::of_slide(&self.laid_out, FOR_DOCUMENTS)?;
        write_file(&folder.join(&picture), &drawn.png()?)?;
        let charts = if self.is_continued {
            &[]
        } else {
            self.laid_out.charts()
        };
        let mut held = Vec::with_capacity(charts.len());
        for (place, chart) in (1..).zip(charts) {
            let name = if charts.len() == 1 {
                format!("{stem}.csv")
            } else {
                format!("{stem} ({place}).csv")
            };
            write_file(&folder.join(&name), &values::csv(chart)?)?;
            held.push(name);
        }
        Ok(Files {
            picture,
            values: held,
        })
    }
}

/// The beginning of a title as the name of a file on every system.
fn file_stem(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let mut stem = String::new();
    for word in plain.split_whitespace() {
        if stem.chars().count() + 1 + word.chars().count() >= MOST_OF_TITLE {
            break;
        }
        if !stem.is_empty() {
            stem.push(' ');
        }
        stem.push_str(word);
    }
    stem
}

/// Words as text of a page.
fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_names_that_every_system_takes() {
        assert_eq!(file_stem("Is it 5% / 6%? \"Yes\""), "Is it 5 6 Yes");
        let long = file_stem(&"safety ".repeat(20));
        assert!(long.chars().count() < MOST_OF_TITLE && !long.ends_with(' '));
    }

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
    }
}

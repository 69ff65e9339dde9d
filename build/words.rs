//! Makes a function of each of the window's words.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// Writes the functions of a file of messages where the module `words::say` takes them in.
///
/// # Errors
/// Where the file cannot be read, or nothing can be written.
#[expect(
    clippy::disallowed_methods,
    reason = "what is made belongs to the build alone, and is made anew if it is damaged"
)]
pub fn make(messages: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", messages.display());
    let words = std::fs::read_to_string(messages)?;
    let made = Path::new(&std::env::var("OUT_DIR")?).join("words.rs");
    Ok(std::fs::write(made, functions_of(&words)?)?)
}

/// A function for each message, and the list of their names with what goes into each, in the order of the file.
fn functions_of(words: &str) -> Result<String, std::fmt::Error> {
    let mut names = String::new();
    let mut functions = String::new();
    for (index, (name, body)) in messages(words).iter().enumerate() {
        let parts = parts(body);
        let quoted: Vec<String> = parts.iter().map(|part| format!("\"{part}\"")).collect();
        writeln!(names, "    (\"{name}\", &[{}]),", quoted.join(", "))?;
        functions.push_str("\n/// ```text\n");
        for line in body.trim().lines() {
            writeln!(functions, "/// {}", line.trim())?;
        }
        functions.push_str("/// ```\n");
        let function = name.replace('-', "_");
        match parts.as_slice() {
            [] => writeln!(
                functions,
                "pub fn {function}() -> &'static str {{\n    plain({index})\n}}"
            )?,
            [part] => writeln!(
                functions,
                "pub fn {function}<'a>({part}: impl Into<FluentValue<'a>>) -> String {{\n    with(\"{name}\", [(\"{part}\", {part}.into())])\n}}"
            )?,
            several => functions.push_str(&message_of(name, several)?),
        }
    }
    Ok(format!(
        "/// The name of each message, with what goes into it.\npub(super) const NAMES: &[(&str, &[&str])] = &[\n{names}];\n{functions}"
    ))
}

/// A message into which several things go, each by its name, so that none can stand where another should; in the order
/// of the alphabet, so that other words change nothing for those who say it.
fn message_of(name: &str, parts: &[&str]) -> Result<String, std::fmt::Error> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    let upper = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        format!("{}{rest}", first.to_uppercase())
    };
    let message: String = name.split('-').map(upper).collect();
    let types: Vec<String> = parts
        .iter()
        .map(|part| upper(part).replace('_', ""))
        .collect();
    let all = types.join(", ");
    let bounds: Vec<String> = types
        .iter()
        .map(|kind| format!("{kind}: Into<FluentValue<'a>>"))
        .collect();
    let mut made = String::new();
    writeln!(made, "pub struct {message}<{all}> {{")?;
    for (part, kind) in parts.iter().zip(&types) {
        writeln!(made, "    pub {part}: {kind},")?;
    }
    writeln!(made, "}}\n\nimpl<{all}> {message}<{all}> {{")?;
    writeln!(made, "    /// The message with what goes into it.")?;
    writeln!(
        made,
        "    pub fn say<'a>(self) -> String\n    where\n        {},\n    {{",
        bounds.join(",\n        ")
    )?;
    let given: Vec<String> = parts
        .iter()
        .map(|part| format!("(\"{part}\", self.{part}.into())"))
        .collect();
    writeln!(
        made,
        "        with(\"{name}\", [{}])\n    }}\n}}",
        given.join(", ")
    )?;
    Ok(made)
}

/// The messages of a file of words: their names and what stands after the sign of equality.
fn messages(words: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in words.lines() {
        let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
        match (line.split_once('='), messages.last_mut()) {
            (Some((name, body)), _) if begins => {
                messages.push((name.trim().to_owned(), body.to_owned()));
            }
            (_, Some((_, body))) if line.starts_with([' ', '}']) => {
                body.push('\n');
                body.push_str(line);
            }
            _ => {}
        }
    }
    messages
}

/// What goes into a message, in the order in which it is named first.
fn parts(body: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for rest in body.split('$').skip(1) {
        let end = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        let (part, _) = rest.split_at(end);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

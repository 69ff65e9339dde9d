//! Makes a function of each of the window's words, and gives the program for Windows its icon, its version and its
//! manifest.

#[path = "build/words.rs"]
mod words;

use std::error::Error;
use std::path::Path;

/// The words of the window; other languages are translations of it.
const WORDS: &str = "assets/words/en-GB.ftl";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=assets/icon.ico");
    println!("cargo:rerun-if-changed=dist/windows/bellwether.manifest");
    println!("cargo:rerun-if-changed=build/words.rs");
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    words::make(&Path::new(&root).join(WORDS))?;
    if std::env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    let mut resources = winresource::WindowsResource::new();
    resources
        // The task manager, the taskbar and "Open with" show this as the program's name.
        .set("FileDescription", "Bellwether")
        .set("ProductName", "Bellwether")
        .set("InternalName", "bellwether")
        .set("OriginalFilename", "bellwether.exe")
        .set("Comments", &std::env::var("CARGO_PKG_DESCRIPTION")?)
        .set(
            "LegalCopyright",
            "© The Bellwether developers, MIT or Apache-2.0",
        )
        // English (United Kingdom)
        .set_language(0x0809)
        .set_icon(&format!("{root}/assets/icon.ico"))
        .set_manifest_file(&format!("{root}/dist/windows/bellwether.manifest"));
    resources.compile_for("bellwether")?;
    Ok(())
}

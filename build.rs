//! Gives the program for Windows its icon, its version and its manifest; does nothing for other systems.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=assets/icon.ico");
    println!("cargo:rerun-if-changed=dist/windows/bellwether.manifest");
    if std::env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
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

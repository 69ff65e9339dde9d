//! Keeps a file open as Excel keeps a workbook: to read and write, while others may read and nobody else may write.
//! With "alone" nobody else may read either. Until its input ends. Compiled by `.ci/windows`.

use std::fs::OpenOptions;
use std::io::Read as _;
use std::os::windows::fs::OpenOptionsExt as _;

const FILE_SHARE_READ: u32 = 1;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().collect();
    let shared = if words.get(2).is_some_and(|word| word == "alone") { 0 } else { FILE_SHARE_READ };
    let _file = OpenOptions::new().read(true).write(true).share_mode(shared).open(&words[1])?;
    println!("open");
    std::io::stdin().read_to_end(&mut Vec::new()).map(|_| ())
}

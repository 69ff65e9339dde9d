//! No socket to a network is opened in a whole session: every system call about sockets is watched, of the command
//! line and of the window.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::files::sample;

/// The display of the window's session.
const DISPLAY: &str = ":94";

/// Sockets that stay on this computer: the display, the desktop's bus, the screen readers' bus and the kernel's news of
/// devices.
const LOCAL: [&str; 3] = ["AF_UNIX", "AF_LOCAL", "AF_NETLINK"];

fn is_there(program: &str) -> bool {
    let found = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// The program with its system calls about sockets written to a file.
fn watched(log: &Path) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-e", "trace=network", "-o"])
        .arg(log)
        .arg(env!("CARGO_BIN_EXE_bellwether"))
        .env("BELLWETHER_LAYOUTS", "no-layouts")
        .stdout(Stdio::null());
    command
}

/// The families of the sockets that were opened, those of networks among them.
fn to_networks(log: &Path) -> (usize, Vec<String>) {
    let text = std::fs::read_to_string(log).unwrap();
    let opened: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("socket(") || line.contains("socketpair("))
        .collect();
    let leaving = opened
        .iter()
        .filter(|line| !LOCAL.iter().any(|family| line.contains(family)))
        .map(|line| (*line).to_owned())
        .collect();
    (opened.len(), leaving)
}

#[test]
fn the_command_line_opens_no_socket() {
    if !is_there("strace") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let project = sample("Nottinghamshire.bellwether");
    let project = project.to_str().unwrap();
    let made = folder.path().join("made.bellwether");
    let copy = folder.path().join("copy.bellwether");
    let chart = folder.path().join("chart.pptx");
    let workbook = sample("ashfield_police_return.xlsx");
    let workbook = workbook.to_str().unwrap();
    for (place, arguments) in [
        vec!["import", workbook, "--project", made.to_str().unwrap()],
        vec!["check", workbook],
        vec!["share", project, "--out", copy.to_str().unwrap()],
        vec![
            "chart",
            project,
            "--measure",
            "burglary",
            "--out",
            chart.to_str().unwrap(),
        ],
    ]
    .into_iter()
    .enumerate()
    {
        let log = folder.path().join(format!("{place}.log"));
        let run = watched(&log).args(&arguments).output().unwrap();
        let err = String::from_utf8_lossy(&run.stderr);
        if err.contains("ptrace") || err.contains("Operation not permitted") {
            println!("skipped: system calls may not be watched here ({err})");
            return;
        }
        assert!(log.is_file(), "{arguments:?}: {err}");
        let (opened, _) = to_networks(&log);
        assert_eq!(opened, 0, "{arguments:?} opened sockets");
    }
}

/// Ends what was started, whatever the test says.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[test]
fn the_window_opens_no_socket_to_a_network() {
    if !is_there("strace") {
        return;
    }
    let screen = ["-screen", "0", "1440x900x24", "-nolisten", "tcp"];
    let Ok(server) = Command::new("Xvfb")
        .arg(DISPLAY)
        .args(screen)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
    else {
        println!("skipped: Xvfb is not installed");
        return;
    };
    let mut server = Ending(server);
    sleep(Duration::from_secs(2));
    if server.0.try_wait().unwrap().is_some() {
        println!("skipped: the display {DISPLAY} cannot be opened");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("window.log");
    let started = watched(&log)
        .arg(sample("Nottinghamshire.bellwether"))
        .env("DISPLAY", DISPLAY)
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", folder.path())
        .env("XDG_CONFIG_HOME", folder.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let window = Ending(started);
    // To the first frames and the reading of the project; on slow computers longer.
    let mut opened = (0, Vec::new());
    for _ in 0..20 {
        sleep(Duration::from_secs(1));
        if log.is_file() {
            opened = to_networks(&log);
        }
    }
    let tracer = window.0.id().to_string();
    // The window is asked to end, so that its end is watched, too.
    let children = std::fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children"));
    for child in children.unwrap_or_default().split_whitespace() {
        Command::new("kill").arg(child).status().ok();
    }
    sleep(Duration::from_secs(1));
    if log.is_file() {
        opened = to_networks(&log);
    }
    drop(window);
    if opened.0 == 0 {
        println!("skipped: no window could be opened here");
        return;
    }
    assert!(opened.1.is_empty(), "sockets to a network: {:?}", opened.1);
}

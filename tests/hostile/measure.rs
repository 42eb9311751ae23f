//! Owns running the built program on a row's input, and what that took: processor time, memory at
//! its highest, output. It refuses to judge.

use std::fs::{self, File, Permissions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::row::Row;

const PROGRAM: &str = env!("CARGO_BIN_EXE_newsprint");
/// After this the program hangs, however busy the machine.
const HANGS: Duration = Duration::from_mins(1);
/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(2);
/// Ticks of the kernel's clock in a second, as it shows them to programs.
const TICKS: u64 = 100;
/// Somebody with no rights of their own.
#[cfg(unix)]
const NOBODY: u32 = 65_534;

/// How a run ended and what it took.
pub(crate) struct Ran {
    /// The exit code; none after a signal or a hang.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
    /// Processor time where the system tells, else time on the clock.
    pub(crate) time: Duration,
    /// The most memory it held at once, in bytes; 0 where the system does not tell.
    pub(crate) memory: u64,
}

/// Has the program list what was named, in a home of its own.
pub(crate) fn run(row: &Row, home: &Path, named: &[PathBuf], meanwhile: impl FnOnce()) -> Ran {
    let (out, err) = (home.join("out"), home.join("err"));
    let mut command = command(row, home);
    command.args(["list", "--format", "json", "--text"]).args(named).current_dir(home);
    command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
    let begun = Instant::now();
    let mut child = command.spawn().unwrap();
    meanwhile();
    let (code, spent, memory) = watch(&mut child, begun);
    let text = |path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    Ran { code, out: text(out), err: text(err), time: spent.unwrap_or_else(|| begun.elapsed()), memory }
}

fn command(row: &Row, home: &Path) -> Command {
    let config = home.join("config/newsprint");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), row.config).unwrap();
    let mut command = if row.unprivileged { unprivileged(home) } else { Command::new(PROGRAM) };
    command.env_clear().env("HOME", home).env("LANG", "C.UTF-8").env("TERM", "xterm");
    for (name, folder) in
        [("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")]
    {
        command.env(name, home.join(folder));
    }
    command
}

/// For root nothing is forbidden: it lets somebody else run a copy that they can reach.
#[cfg(unix)]
fn unprivileged(home: &Path) -> Command {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    if fs::metadata(home).unwrap().uid() != 0 {
        return Command::new(PROGRAM);
    }
    let copy = home.join("newsprint");
    fs::copy(PROGRAM, &copy).unwrap();
    fs::set_permissions(home, Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(copy);
    command.uid(NOBODY).gid(NOBODY);
    command
}

#[cfg(not(unix))]
fn unprivileged(_: &Path) -> Command {
    Command::new(PROGRAM)
}

/// Waits for the end and looks meanwhile at the memory. A program that ended is asked for its time
/// before it is let go.
fn watch(child: &mut Child, begun: Instant) -> (Option<i32>, Option<Duration>, u64) {
    let mut memory = 0;
    loop {
        memory = memory.max(highest(child.id()).unwrap_or(0));
        let (ended, spent) = spent(child.id()).unwrap_or((false, None));
        if (ended || spent.is_none())
            && let Some(status) = child.try_wait().unwrap()
        {
            return (status.code(), spent, memory);
        }
        if begun.elapsed() > HANGS || memory > 4 << 30 {
            child.kill().unwrap();
            child.wait().unwrap();
            return (None, Some(begun.elapsed()), memory);
        }
        thread::sleep(LOOK);
    }
}

/// Returns the most memory a process held so far, in bytes.
fn highest(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

/// Says whether a process has ended, and returns the processor time it took so far.
fn spent(process: u32) -> Option<(bool, Option<Duration>)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    let ended = fields.next()? == "Z";
    let ticks: u64 = fields.skip(10).take(2).map(|ticks| ticks.parse().unwrap_or(0)).sum::<u64>();
    Some((ended, Some(Duration::from_millis(ticks * 1000 / TICKS))))
}

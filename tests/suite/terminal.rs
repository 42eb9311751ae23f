//! The real program in a real terminal: what it shows, what it keeps, how it leaves.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::desk::shipped;

/// How long to wait for something to show; a slow machine may stretch it.
const PATIENCE: Duration = Duration::from_secs(20);

/// newsprint in a terminal of its own, with a config folder of its own.
pub(crate) struct Sitting {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser<Watch>,
    raw: Vec<u8>,
}

fn cells(number: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(number).unwrap()
}

/// Counts what an article must never make the terminal do.
#[derive(Default)]
pub(crate) struct Watch {
    bells: usize,
    copies: usize,
    titles: usize,
}

impl vt100::Callbacks for Watch {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.bells += 1;
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], _: &[u8]) {
        self.copies += 1;
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        // The window is named after the article; what names it otherwise is not newsprint.
        let own = title.starts_with(b"newsprint ") && !title.iter().any(u8::is_ascii_control);
        self.titles += usize::from(!own);
    }
}

impl Sitting {
    fn new(home: &Path, place: &Path) -> Self {
        Self::sized(home, place, 110, 30)
    }

    /// Opens a place on a screen of this size.
    pub(crate) fn sized(home: &Path, place: &Path, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        Self::seated(home, place, size, &[])
    }

    /// Opens a place in a terminal of this size that says so much more about itself.
    pub(crate) fn seated(home: &Path, place: &Path, size: PtySize, said: &[(&str, &str)]) -> Self {
        let (columns, rows) = (size.cols, size.rows);
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsprint"));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("COLORTERM", "truecolor");
        command.env("HOME", home);
        for (name, folder) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")]
        {
            command.env(name, home.join(folder));
        }
        command.env("PATH", format!("{}:/usr/bin:/bin", home.join("bin").display()));
        for (name, value) in said {
            command.env(name, value);
        }
        command.arg(place);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || send.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new_with_callbacks(cells(rows), cells(columns), 0, Watch::default());
        Self { child, master: pair.master, keys, output, parser, raw: Vec::new() }
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    fn screen(&mut self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen is as wanted.
    fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if wanted(&screen) {
                return screen;
            }
            assert!(Instant::now() < end, "never saw {what}:\n{screen}");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.take(&bytes);
            }
        }
    }

    pub(crate) fn sees(&mut self, words: &str) -> String {
        self.until(words, |screen| screen.contains(words))
    }

    pub(crate) fn misses(&mut self, words: &str) -> String {
        self.until(&format!("no {words}"), |screen| !screen.contains(words))
    }

    /// Takes what was written since it was asked last, once nothing has been drawn for a moment.
    pub(crate) fn written(&mut self) -> Vec<u8> {
        self.settles();
        std::mem::take(&mut self.raw)
    }

    /// Waits until nothing has been drawn for a moment, and returns the screen.
    pub(crate) fn settles(&mut self) -> &vt100::Screen {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(300)) {
            self.take(&bytes);
        }
        self.parser.screen()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    /// Waits for the end, takes in the last output, and returns the exit code.
    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Ends it where it stands.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    pub(crate) fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "it never ended:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
            self.take(&bytes);
        }
        status.exit_code()
    }

    fn terminal_is_as_before(&mut self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen was not left");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

fn journals(home: &Path) -> String {
    let folder = home.join("config/newsprint/marks");
    let files =
        fs::read_dir(folder).map(|entries| entries.flatten().map(|e| e.path()).collect::<Vec<PathBuf>>());
    files.unwrap_or_default().iter().map(|file| fs::read_to_string(file).unwrap_or_default()).collect()
}

/// Waits until the journal holds so many lines that say something.
fn kept(home: &Path, changes: usize) -> String {
    let end = Instant::now() + PATIENCE;
    loop {
        let text = journals(home);
        if text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count() >= changes {
            return text;
        }
        assert!(Instant::now() < end, "the journal never held {changes} changes:\n{text}");
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn read_search_mark_quit_and_it_is_still_marked() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    let first = sitting.sees("Reading with newsprint");
    assert!(first.contains("unread of"));
    sitting.press("\r").sees("min left");
    sitting.press("q").press("/").sees("search all:");
    sitting.press("kingfisher").sees("1 article");
    sitting.press("\r").press("s").sees("starred");
    sitting.press("\x1b").sees("unread of");
    sitting.press("q");
    assert_eq!(sitting.ends(), 0);
    sitting.terminal_is_as_before();
    let journal = journals(home.path());
    assert!(journal.contains("read") && journal.contains("star"), "{journal}");
    let mut again = Sitting::new(home.path(), &shipped());
    again.sees("★");
    again.press("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn a_mark_outlives_a_kill_right_after_it() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("Reading with newsprint");
    sitting.press("r").sees("marked as read");
    kept(home.path(), 1);
    sitting.child.kill().unwrap();
    sitting.ends();
    let mut again = Sitting::new(home.path(), &shipped());
    again.sees("Reading with newsprint");
    let count = |screen: &str| -> Option<(usize, usize)> {
        let before = screen.split(" unread of ").next()?.rsplit(' ').next()?.parse().ok()?;
        let after = screen.split(" unread of ").nth(1)?.split_whitespace().next()?.parse().ok()?;
        Some((before, after))
    };
    again.until("the count", |screen| {
        count(screen).is_some_and(|(unread, all)| all > 10 && unread + 1 == all)
    });
    again.press("q");
    again.ends();
}

#[test]
fn two_at_once_lose_nothing_of_each_other() {
    let home = tempfile::tempdir().unwrap();
    let mut one = Sitting::new(home.path(), &shipped());
    let mut two = Sitting::new(home.path(), &shipped());
    one.sees("Reading with newsprint");
    two.sees("Reading with newsprint");
    one.press("r").sees("marked as read");
    two.press("jjs").sees("starred");
    kept(home.path(), 2);
    one.press("q");
    two.press("q");
    assert_eq!((one.ends(), two.ends()), (0, 0));
    let journal = journals(home.path());
    assert_eq!(
        journal.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count(),
        2,
        "{journal}"
    );
}

#[test]
fn signals_and_hang_ups_end_it_in_order() {
    for (signal, number) in [("TERM", 15), ("INT", 2), ("HUP", 1), ("QUIT", 3)] {
        let home = tempfile::tempdir().unwrap();
        let mut sitting = Sitting::new(home.path(), &shipped());
        sitting.sees("Reading with newsprint");
        let process = sitting.child.process_id().unwrap().to_string();
        let killed = std::process::Command::new("kill").args(["-s", signal, &process]).status().unwrap();
        assert!(killed.success());
        assert_eq!(sitting.ends(), 128 + number, "{signal}");
        sitting.terminal_is_as_before();
    }
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("Reading with newsprint");
    let Sitting { mut child, master, keys, output, .. } = sitting;
    drop((master, keys, output));
    let end = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < end, "it outlived its terminal");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_link_reaches_the_browser_as_one_argument() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let bin = home.path().join("bin");
    fs::create_dir_all(&bin).unwrap();
    let said = home.path().join("said");
    let browser = bin.join("browser");
    fs::write(&browser, format!("#!/bin/sh\nprintf '%s|' \"$#\" \"$@\" > '{}'\n", said.display())).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let config = home.path().join("config/newsprint");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), "opener = [\"browser\", \"--new\"]\n").unwrap();
    let article = home.path().join("article.md");
    fs::write(&article, "# A page\n\nSee [there](https://example.org/a?b=$(id)&c=`id`;d) for more of it.\n")
        .unwrap();
    let mut sitting = Sitting::new(home.path(), &article);
    sitting.sees("A page");
    sitting.press("\r1\r").sees("Open example.org");
    sitting.press("\r").sees("opened example.org");
    assert_eq!(fs::read_to_string(&said).unwrap(), "2|--new|https://example.org/a?b=$(id)&c=`id`;d|");
    sitting.press("Q");
    sitting.ends();
}

#[test]
fn nothing_in_an_article_reaches_the_terminal_raw() {
    let home = tempfile::tempdir().unwrap();
    let article = home.path().join("evil\u{1b}]0;owned\u{7}.txt");
    let evil = "\u{1b}]52;c;aGk=\u{7}\u{1b}]0;owned\u{7}\u{7}\u{9b}2J\u{202e}";
    let prose = "A quiet sentence stands here so that there is something to read. ".repeat(8);
    fs::write(
        &article,
        format!(
            "Title {evil} words\n\n{prose}{evil}\n\nSources :\n\nPaper{evil} (City) : Work{evil}, 08/12/16\n"
        ),
    )
    .unwrap();
    let mut sitting = Sitting::new(home.path(), home.path());
    sitting.sees("Title");
    sitting.press("\r").sees("100 %");
    sitting.press("S").sees("Sources (1)");
    // Escape and the next key are two presses, not one with Alt.
    sitting.press("\x1b").until("the panel closed", |screen| !screen.contains("Sources (1)"));
    sitting.press("!").sees("everything could be read");
    sitting.press("Q");
    sitting.ends();
    let watch = sitting.parser.callbacks();
    assert_eq!((watch.bells, watch.copies, watch.titles), (0, 0, 0));
    assert!(!String::from_utf8_lossy(&sitting.raw).contains('\u{202e}'));
}

#[test]
fn a_resize_draws_at_the_new_size() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("Reading with newsprint");
    sitting.master.resize(PtySize { rows: 12, cols: 40, pixel_width: 0, pixel_height: 0 }).unwrap();
    sitting.parser.screen_mut().set_size(cells(12), cells(40));
    sitting
        .until("a narrow list", |screen| screen.contains("Reading with newsprint") && !screen.contains('│'));
    sitting.press("q");
    assert_eq!(sitting.ends(), 0);
}

#[test]
fn steps_are_taken_back_in_a_later_sitting() {
    let home = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("Reading with newsprint");
    sitting.press("s").sees("starred");
    sitting.press("r").sees("marked as read");
    kept(home.path(), 2);
    sitting.press("q");
    assert_eq!(sitting.ends(), 0);
    let mut again = Sitting::new(home.path(), &shipped());
    again.sees("★");
    again.press("u").sees("taken back: marked as read");
    again.press("u").sees("taken back: starred");
    again.press("\u{12}").sees("done again: starred");
    kept(home.path(), 5);
    again.press("q");
    assert_eq!(again.ends(), 0);
    let mut last = Sitting::new(home.path(), &shipped());
    last.sees("★");
    last.press("\u{12}").sees("done again: marked as read");
    last.press("q");
    assert_eq!(last.ends(), 0);
}

#[test]
fn marks_that_cannot_be_saved_are_put_elsewhere_and_taken_in_later() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config/newsprint");
    fs::create_dir_all(&config).unwrap();
    // A file where the folder should be: nothing can be saved there, whoever tries.
    fs::write(config.join("marks"), "in the way").unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("Reading with newsprint");
    sitting.press("s").sees("not being saved");
    // Reading goes on.
    let alone = |screen: &str| screen.contains("You have already done") && !screen.contains("La banda");
    sitting.press("z").until("the article alone", alone);
    sitting.press("Q");
    assert_eq!(sitting.ends(), 1);
    sitting.terminal_is_as_before();
    let said = sitting.screen();
    assert!(said.contains("not saved: ") && said.contains("data/newsprint/unsaved"), "{said}");
    // Still in the way: what was put elsewhere counts.
    let mut again = Sitting::new(home.path(), &shipped());
    again.sees("★");
    again.press("q");
    again.ends();
    fs::remove_file(config.join("marks")).unwrap();
    let mut last = Sitting::new(home.path(), &shipped());
    last.sees("★");
    kept(home.path(), 2);
    last.press("q");
    assert_eq!(last.ends(), 0);
    assert_eq!(fs::read_dir(home.path().join("data/newsprint/unsaved")).unwrap().count(), 0);
}

#[test]
fn a_config_written_while_one_reads_takes_effect() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config/newsprint");
    fs::create_dir_all(&config).unwrap();
    let file = config.join("config.toml");
    fs::write(&file, "language = \"en\"\n").unwrap();
    let mut sitting = Sitting::new(home.path(), &shipped());
    sitting.sees("20 unread of 20");
    fs::write(&file, "language = \"fr\"\ntheme = \"harbour\"\n").unwrap();
    sitting.sees("20 non lus sur 20");
    fs::write(&file, "language = \"de\"\nmeasure = 5\n").unwrap();
    sitting.sees("config.toml, ligne 2, colonne 11");
    sitting.sees("20 non lus sur 20");
    fs::write(&file, "language = \"de\"\n").unwrap();
    sitting.sees("20 von 20 ungelesen");
    sitting.press("Q");
    sitting.ends();
}

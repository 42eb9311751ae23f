//! Owns the reader's own programs: an editor or a pager that takes the screen, and one that is handed
//! text. Each is started from a list of words, never through a shell, and gets a copy of the text. It
//! refuses to hand out the path of an article, and to wait for ever.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::{Run, terminal};
use crate::app::effect::Program;
use crate::app::message::Message;
use crate::words::Words;

/// How long a program that is handed text may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked whether it has ended.
const PAUSE: Duration = Duration::from_millis(20);
/// Bytes of what it prints or writes that are read.
const PRINTED: u64 = 64 * 1024;

/// Returns what the config names, else what the environment does.
fn chosen<'a>(named: &'a [String], otherwise: &'a [String]) -> &'a [String] {
    if named.is_empty() { otherwise } else { named }
}

impl Run {
    /// Gives the screen to a program of the reader's until it ends; it gets a copy of the text.
    pub(super) fn give_screen(&mut self, program: Program, name: &str, text: &str) -> anyhow::Result<()> {
        let argv = self.program(program);
        self.lend_screen(&argv, |argv| run(argv, name, text)).map(drop)
    }

    /// Gives the screen to the reader's editor until it ends, and takes what was written there.
    pub(super) fn compose(&mut self, text: &str) -> anyhow::Result<()> {
        let argv = self.program(Program::Editor);
        if let Some(written) = self.lend_screen(&argv, |argv| compose(argv, text))?.flatten() {
            drop(self.send.send(Message::Written(written)));
        }
        Ok(())
    }

    fn program(&self, program: Program) -> Vec<String> {
        let (config, environment) = (&self.settings.config, &self.settings.environment);
        match program {
            Program::Editor => chosen(&config.editor, &environment.editor).to_vec(),
            Program::Pager => chosen(&config.pager, &environment.pager).to_vec(),
        }
    }

    /// Steps off the screen while `work` runs; says so if that fails.
    fn lend_screen<T>(
        &mut self,
        argv: &[String],
        work: impl FnOnce(&[String]) -> io::Result<T>,
    ) -> anyhow::Result<Option<T>> {
        self.gate.close();
        terminal::give_back();
        let ran = work(argv);
        self.screen.resume()?;
        self.gate.open();
        if let Err(error) = &ran {
            let named = argv.first().cloned().unwrap_or_default();
            let what = [("program", named.into()), ("why", error.to_string().into())];
            drop(self.send.send(Message::Failed(self.settings.words.with("not-started", &what))));
        }
        // The screen may have another size by now.
        let (width, height) = self.screen.size();
        drop(self.send.send(Message::Resize(width, height)));
        Ok(ran.ok())
    }

    pub(super) fn pipe(&self, text: String) {
        let settings = &self.settings;
        let (program, words, send) =
            (settings.config.pipe.clone(), settings.words.clone(), self.send.clone());
        if program.is_empty() {
            drop(send.send(Message::Said(words.say("no-pipe").to_owned())));
            return;
        }
        pipe(program, text, words, send);
    }
}

/// Runs a program with a copy of `text` in a file of its own, which is gone afterwards. The copy says
/// by its mode that writing to it is of no use.
fn run(program: &[String], name: &str, text: &str) -> io::Result<()> {
    let folder = private_folder()?;
    let path = copy(folder.path().join(name), text)?;
    let mut mode = fs::metadata(&path)?.permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode)?;
    // How it ends is between the reader and the program.
    start(program, &path).map(drop)
}

/// Runs an editor with `text` in a file of its own, and returns what it left there, at most
/// [`PRINTED`] bytes; nothing if the editor says that it failed, which is how one is left without
/// keeping anything.
fn compose(editor: &[String], text: &str) -> io::Result<Option<String>> {
    let folder = private_folder()?;
    let path = copy(folder.path().join("note.md"), text)?;
    if !start(editor, &path)?.success() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    fs::File::open(&path)?.take(PRINTED).read_to_end(&mut bytes)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn private_folder() -> io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix("newsprint-").tempdir()
}

fn copy(path: PathBuf, text: &str) -> io::Result<PathBuf> {
    OpenOptions::new().write(true).create_new(true).open(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}

fn start(program: &[String], path: &Path) -> io::Result<ExitStatus> {
    let (name, arguments) = program.split_first().ok_or(io::ErrorKind::NotFound)?;
    Command::new(name).args(arguments).arg(path).status()
}

/// Hands `text` to a program on a thread of its own, and says how it went and what it printed first.
fn pipe(program: Vec<String>, text: String, words: Words, send: Sender<Message>) {
    thread::spawn(move || {
        let name = program.first().cloned().unwrap_or_default();
        let said = match fed(&program, text) {
            Ok(printed) if printed.is_empty() => {
                Message::Said(words.with("piped", &[("program", name.into())]))
            }
            Ok(printed) => Message::Said(printed),
            Err(error) => {
                let what = [("program", name.into()), ("why", error.to_string().into())];
                Message::Failed(words.with("not-piped", &what))
            }
        };
        drop(send.send(said));
    });
}

/// Returns the first line the program printed.
fn fed(program: &[String], text: String) -> io::Result<String> {
    let (name, arguments) = program.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    // A program that reads nothing, or prints without end, must not hold the other side up.
    thread::spawn(move || input.map(|mut input| input.write_all(text.as_bytes())));
    let (send, printed) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut output) = output {
            drop(output.by_ref().take(PRINTED).read_to_end(&mut bytes));
            drop(send.send(bytes));
            drop(io::copy(&mut output, &mut io::sink()));
        }
    });
    wait(&mut child)?;
    let bytes = printed.recv_timeout(PAUSE * 10).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Ok(crate::article::Text::line(first).to_string())
}

fn wait(child: &mut Child) -> io::Result<()> {
    let begun = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(io::Error::other(status.to_string())),
            None if begun.elapsed() > PATIENCE => {
                child.kill()?;
                child.wait()?;
                return Err(io::ErrorKind::TimedOut.into());
            }
            None => thread::sleep(PAUSE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argv(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_program_gets_the_text_and_its_first_line_is_said() {
        assert_eq!(
            fed(&argv(&["head", "-n", "1"]), "one; rm -rf\ntwo\n".repeat(20_000)).unwrap(),
            "one; rm -rf"
        );
        assert_eq!(fed(&argv(&["true"]), "x".repeat(1 << 20)).unwrap(), "");
        assert!(fed(&argv(&["false"]), String::new()).is_err());
        assert!(fed(&argv(&["/no/such/program"]), String::new()).is_err());
    }

    #[test]
    fn a_program_gets_a_copy_that_is_gone_afterwards() {
        let seen = tempfile::tempdir().unwrap();
        let to = seen.path().join("copied.md");
        let program = argv(&["cp", "-t", &seen.path().to_string_lossy()]);
        run(&program, "copied.md", "words").unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "words");
        assert!(fs::metadata(to).unwrap().permissions().readonly());
        assert!(run(&argv(&["/no/such/program"]), "x.md", "").is_err());
    }

    #[test]
    fn what_an_editor_leaves_is_taken_unless_it_says_that_it_failed() {
        let editor = argv(&["sed", "-i", "s/keeper/harbour master/"]);
        assert_eq!(compose(&editor, "ask the keeper").unwrap().unwrap(), "ask the harbour master");
        assert_eq!(compose(&argv(&["false"]), "ask the keeper").unwrap(), None);
        assert!(compose(&argv(&["/no/such/program"]), "").is_err());
    }
}

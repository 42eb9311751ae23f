//! Owns handing addresses and pictures to other programs: as an argument, never through a shell. It takes
//! only addresses that passed the allow-list, and pictures that lie beside their article.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use super::pictures;
use crate::app::message::Message;
use crate::article::SafeUrl;
use crate::words::Words;

/// The program that addresses and pictures are handed to, each on a thread of its own.
pub(super) struct Opener {
    /// Its name and arguments; empty: the platform's own.
    pub(super) program: Vec<String>,
    /// The language of what is said.
    pub(super) words: Words,
    /// Where it is said how it went.
    pub(super) send: Sender<Message>,
}

/// Endings of the names of files that are pictures and nothing that could act.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "tif", "tiff", "heic"];

impl Opener {
    /// Hands an address over.
    pub(super) fn browse(self, url: SafeUrl) {
        let Self { program, words, send } = self;
        thread::spawn(move || {
            let said = match hand_over(&url, &program, &words) {
                Ok(()) => Message::Said(words.with("opened", &[("host", url.host().into())])),
                Err(why) => Message::Failed(words.with("not-opened", &[("why", why.into())])),
            };
            drop(send.send(said));
        });
    }

    /// Hands a picture over that lies in the folder of the article `file`, or below it.
    pub(super) fn view(self, file: PathBuf, place: String) {
        let Self { program, words, send } = self;
        thread::spawn(move || {
            drop(send.send(match show(&file, &place, &program, &words) {
                Ok(()) => Message::Said(words.with("opened", &[("host", place.into())])),
                Err(why) => Message::Failed(why),
            }));
        });
    }
}

/// Hands a picture beside an article to `program` and waits until that has taken it. Returns, as a sentence,
/// why it was not taken.
pub fn show(file: &Path, place: &str, program: &[String], words: &Words) -> Result<(), String> {
    let is_picture = |file: &PathBuf| {
        let extension = file.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
        extension.is_some_and(|extension| PICTURES.contains(&extension.as_str()))
    };
    let picture = pictures::inside(file, place).filter(is_picture);
    let picture = picture.ok_or_else(|| words.with("no-picture", &[("name", place.into())]))?;
    start(picture.as_os_str(), program, words).map_err(|why| words.with("not-opened", &[("why", why.into())]))
}

/// Hands an address to `program` and waits until that has taken it. Returns why it was not taken.
pub fn hand_over(url: &SafeUrl, program: &[String], words: &Words) -> Result<(), String> {
    start(url.as_str().as_ref(), program, words)
}

fn start(what: &OsStr, program: &[String], words: &Words) -> Result<(), String> {
    let commands = match program.split_first() {
        Some((name, arguments)) => {
            let mut command = Command::new(name);
            command.args(arguments).arg(what);
            vec![command]
        }
        None => open::commands(what),
    };
    let mut why = words.say("no-opener").to_owned();
    for mut command in commands {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.status() {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => why = format!("{}: {status}", command.get_program().to_string_lossy()),
            Err(error) => why = format!("{}: {error}", command.get_program().to_string_lossy()),
        }
    }
    Err(why)
}

//! Owns handing addresses to the browser: as an argument, never through a shell. It takes only
//! addresses that passed the allow-list.

use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::message::Message;
use crate::article::SafeUrl;
use crate::words::Words;

/// Hands an address to `program` (its name and arguments; empty: the platform's own) on a thread of
/// its own, and says how it went.
pub(super) fn browse(url: SafeUrl, program: Vec<String>, words: Words, send: Sender<Message>) {
    thread::spawn(move || {
        let said = match hand_over(&url, &program, &words) {
            Ok(()) => Message::Said(words.with("opened", &[("host", url.host().into())])),
            Err(why) => Message::Failed(words.with("not-opened", &[("why", why.into())])),
        };
        drop(send.send(said));
    });
}

/// Hands an address to `program` and waits until that has taken it. Returns why it was not taken.
pub fn hand_over(url: &SafeUrl, program: &[String], words: &Words) -> Result<(), String> {
    let commands = match program.split_first() {
        Some((name, arguments)) => {
            let mut command = Command::new(name);
            command.args(arguments).arg(url.as_str());
            vec![command]
        }
        None => open::commands(url.as_str()),
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

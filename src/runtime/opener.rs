//! Owns handing addresses to the browser: as an argument, never through a shell. It takes only
//! addresses that passed the allow-list.

use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::message::Message;
use crate::article::SafeUrl;

/// Hands an address to `program` (its name and arguments; empty: the platform's own) on a thread of
/// its own, and says how it went.
pub(super) fn browse(url: SafeUrl, program: Vec<String>, send: Sender<Message>) {
    thread::spawn(move || {
        let said = match run(&url, &program) {
            Ok(()) => Message::Said(format!("opened {}", url.host())),
            Err(why) => Message::Failed(format!(
                "not opened: {why}; set `opener` in the config to a program that opens links"
            )),
        };
        drop(send.send(said));
    });
}

fn run(url: &SafeUrl, program: &[String]) -> Result<(), String> {
    let commands = match program.split_first() {
        Some((name, arguments)) => {
            let mut command = Command::new(name);
            command.args(arguments).arg(url.as_str());
            vec![command]
        }
        None => open::commands(url.as_str()),
    };
    let mut why = "no program to open links was found".to_owned();
    for mut command in commands {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.status() {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => why = format!("{} ended with {status}", command.get_program().to_string_lossy()),
            Err(error) => why = format!("{}: {error}", command.get_program().to_string_lossy()),
        }
    }
    Err(why)
}

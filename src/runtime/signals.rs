//! Owns the signals: an orderly end on SIGTERM, SIGINT and SIGHUP, a redraw on SIGCONT. It refuses to
//! let a stuck screen keep the process alive.

use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};

use super::journalist::LAST_WAIT;
use crate::app::message::Message;
use crate::keys::{Chord, Key};

/// How long an orderly end may take before the process ends anyway: longer than the journal waits for
/// its disk, after which it puts the last marks elsewhere.
const PATIENCE: Duration = LAST_WAIT.saturating_add(Duration::from_secs(2));

/// Listens on a thread of its own until the handle is closed.
pub(super) fn listen(send: Sender<Message>) -> anyhow::Result<Handle> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGCONT, SIGTSTP])?;
    let handle = signals.handle();
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGCONT => drop(send.send(Message::Resumed)),
                SIGTSTP => drop(send.send(Message::Key(Chord { ctrl: true, ..Chord::of(Key::Char('z')) }))),
                signal => end(signal, &send),
            }
        }
    });
    Ok(handle)
}

#[expect(clippy::exit, reason = "the last resort when the main thread does not answer")]
fn end(signal: i32, send: &Sender<Message>) {
    drop(send.send(Message::Quit));
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        process::exit(128 + signal);
    });
}

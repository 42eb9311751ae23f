//! Owns the signals: an orderly end on SIGTERM, SIGINT, SIGHUP and SIGQUIT, a redraw on SIGCONT. It refuses
//! to let a stuck screen keep the process alive, and to hide from who sent it that a signal ended it.

use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};

use super::journalist::LAST_WAIT;
use crate::app::message::Message;
use crate::keys::{Chord, Key};

/// How long an orderly end may take before the process ends anyway: longer than the journal waits for
/// its disk, after which it puts the last marks elsewhere.
const PATIENCE: Duration = LAST_WAIT.saturating_add(Duration::from_secs(2));

/// Listens while it is not closed.
pub(super) struct Listener {
    handle: Handle,
    /// The signal that ended the run, or 0.
    ended: Arc<AtomicI32>,
}

impl Listener {
    /// Listens on a thread of its own.
    pub(super) fn start(send: Sender<Message>) -> anyhow::Result<Self> {
        let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGCONT, SIGTSTP])?;
        let handle = signals.handle();
        let ended = Arc::new(AtomicI32::new(0));
        let told = Arc::clone(&ended);
        thread::spawn(move || {
            let suspend = Chord { ctrl: true, ..Chord::of(Key::Char('z')) };
            for signal in signals.forever() {
                match signal {
                    SIGCONT => drop(send.send(Message::Resumed)),
                    SIGTSTP => drop(send.send(Message::Key(suspend))),
                    signal => {
                        told.store(signal, Ordering::Relaxed);
                        end(signal, &send);
                    }
                }
            }
        });
        Ok(Self { handle, ended })
    }

    /// Listens no more.
    pub(super) fn close(&self) {
        self.handle.close();
    }

    /// Ends the process as a shell has it of one that a signal ended, if one did and all else is done.
    pub(super) fn pass_on(&self) {
        match self.ended.load(Ordering::Relaxed) {
            0 => {}
            signal => process::exit(128 + signal),
        }
    }
}

#[expect(clippy::exit, reason = "the last resort when the main thread does not answer")]
fn end(signal: i32, send: &Sender<Message>) {
    drop(send.send(Message::Quit));
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        process::exit(128 + signal);
    });
}

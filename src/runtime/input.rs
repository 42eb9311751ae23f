//! Owns listening to the terminal: keys, pastes, mouse and sizes become messages. It refuses to know
//! what they do.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::message::{Gesture, Message, Mouse};
use crate::keys::{Chord, Key, NAMED};

/// Stops the listening while another program has the terminal, so that no key of its is taken away.
#[derive(Debug, Clone, Default)]
pub(super) struct Gate(Arc<(Mutex<Door>, Condvar)>);

#[derive(Debug, Default)]
struct Door {
    closed: bool,
    /// Whether the listener stands before it.
    waiting: bool,
}

/// How long the listener may take to come to the gate.
const PATIENCE: Duration = Duration::from_millis(500);

impl Gate {
    /// Closes the gate and waits until the listener stands before it.
    pub(super) fn close(&self) {
        let (door, changed) = &*self.0;
        let mut held = door.lock().unwrap_or_else(PoisonError::into_inner);
        held.closed = true;
        // The listener is waiting for the terminal; a change of size wakes it.
        if signal_hook::low_level::raise(signal_hook::consts::SIGWINCH).is_ok() {
            drop(changed.wait_timeout_while(held, PATIENCE, |door| !door.waiting));
        }
    }

    /// Opens it again.
    pub(super) fn open(&self) {
        let (door, changed) = &*self.0;
        door.lock().unwrap_or_else(PoisonError::into_inner).closed = false;
        changed.notify_all();
    }

    fn pass(&self) {
        let (door, changed) = &*self.0;
        let mut held = door.lock().unwrap_or_else(PoisonError::into_inner);
        while held.closed {
            held.waiting = true;
            changed.notify_all();
            held = changed.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.waiting = false;
    }
}

/// Listens on a thread of its own until the terminal is gone or nobody hears any more.
pub(super) fn listen(send: Sender<Message>, gate: Gate) {
    thread::spawn(move || {
        loop {
            gate.pass();
            let message = match event::read() {
                Ok(event) => message(event),
                Err(_) => Some(Message::Quit),
            };
            let gone = matches!(message, Some(Message::Quit));
            if message.is_some_and(|message| send.send(message).is_err()) || gone {
                return;
            }
        }
    });
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Message::Key),
        Event::FocusGained => Some(Message::Focused(true)),
        Event::FocusLost => Some(Message::Focused(false)),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Mouse(mouse) => point(mouse),
        Event::Resize(width, height) => Some(Message::Resize(width, height)),
        Event::Key(_) => None,
    }
}

fn chord(event: KeyEvent) -> Option<Chord> {
    let held = |modifier| event.modifiers.contains(modifier);
    let mut chord = Chord {
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT),
        key: Key::Char(' '),
    };
    let name = match event.code {
        KeyCode::Char(' ') => "space",
        KeyCode::Char(c) => {
            chord.shift = false;
            return Some(Chord { key: Key::Char(c), ..chord });
        }
        KeyCode::BackTab => {
            chord.shift = true;
            "tab"
        }
        KeyCode::F(n) => return Some(Chord { key: Key::F(n), ..chord }),
        KeyCode::PageUp => "pageup",
        KeyCode::PageDown => "pagedown",
        code => {
            let name = format!("{code:?}").to_lowercase();
            return NAMED
                .iter()
                .find(|known| **known == name)
                .map(|known| Chord { key: Key::Named(known), ..chord });
        }
    };
    chord.shift = chord.shift && name != "space";
    Some(Chord { key: Key::Named(name), ..chord })
}

fn point(event: MouseEvent) -> Option<Message> {
    let what = match event.kind {
        MouseEventKind::ScrollDown => Gesture::Down,
        MouseEventKind::ScrollUp => Gesture::Up,
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
        _ => return None,
    };
    Some(Message::Mouse(Mouse { what, column: event.column, row: event.row }))
}

//! Owns notes written where they are called, `^[Smith, 2012.]`: they become footnotes. It refuses those that
//! go on over several lines.

/// The longest note, in bytes.
const LONGEST: usize = 2000;

/// The notes of a file written in its lines, in their order.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

impl Notes {
    /// Copies a piece of a line that holds no code, with calls in the place of notes.
    pub(super) fn take(&mut self, text: &str, out: &mut String) {
        let mut rest = text;
        while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"^[") {
            let (before, here) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let inside = here.get(2..).unwrap_or_default();
            let length = note(inside).filter(|_| !before.ends_with(['[', '\\', '^']));
            let Some((note, after)) = length.and_then(|length| inside.split_at_checked(length)) else {
                out.extend([before, "^["]);
                rest = inside;
                continue;
            };
            self.0.push(note.to_owned());
            out.extend([before, &self.call()]);
            rest = after.get(1..).unwrap_or_default();
        }
        out.push_str(rest);
    }

    /// Says whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn call(&self) -> String {
        format!("[^written here {}]", self.0.len())
    }

    /// Writes the notes as definitions.
    pub(super) fn define(self, out: &mut String) {
        for (at, note) in self.0.iter().enumerate() {
            out.extend(["\n[^written here ", &(at + 1).to_string(), "]: ", note, "\n"]);
        }
    }
}

/// Returns the length of a note up to the bracket that closes it. Figures alone are no note but a power.
fn note(inside: &str) -> Option<usize> {
    let mut depth = 1_usize;
    let close = inside.bytes().take(LONGEST).position(|byte| {
        match byte {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    inside.get(..close)?.chars().any(char::is_alphabetic).then_some(close)
}

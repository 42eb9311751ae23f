//! Owns the lines a newsletter puts around its text: read it in the browser, unsubscribe. It
//! refuses to touch anything but short lines at both ends.

use crate::article::{Block, Text, body::words};
use crate::formats::fold::fold;

/// The longest such line, in characters.
const LONGEST: usize = 160;
/// Blocks at the top and at the end that may be such lines.
const TOP: usize = 4;
const END: usize = 10;

/// What such lines say, folded.
const PHRASES: &[&str] = &[
    "view in browser",
    "view in your browser",
    "view this email in your browser",
    "view online",
    "read online",
    "view this email online",
    "trouble viewing",
    "having trouble reading",
    "open in browser",
    "unsubscribe",
    "update your preferences",
    "manage your preferences",
    "update your email preferences",
    "forward to a friend",
    "dans votre navigateur",
    "version en ligne",
    "se desabonner",
    "se desinscrire",
    "me desinscrire",
    "im browser ansehen",
    "im browser offnen",
    "online-version",
    "newsletter abbestellen",
    "abmelden",
    "en tu navegador",
    "en su navegador",
    "darse de baja",
    "cancelar la suscripcion",
    "nel browser",
    "annulla l'iscrizione",
    "disiscri",
    "no navegador",
    "cancelar inscricao",
    "in je browser",
    "in uw browser",
    "uitschrijven",
    "afmelden",
    "i webblasaren",
    "avprenumerera",
    "w przegladarce",
    "wypisz sie",
    "в браузере",
    "отписаться",
    "ブラウザで",
    "配信停止",
    "退订",
    "取消订阅",
    "수신거부",
];

/// Moves the lines around a newsletter from its body to the leftovers.
pub(super) fn take(blocks: &mut Vec<Block>, leftovers: &mut Vec<Text>) {
    let count = blocks.len();
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let outer = at <= TOP || at + END > count;
        let line = line(block).filter(|line| outer && is_chrome(line));
        leftovers.extend(line.as_deref().and_then(Text::some_line));
        line.is_none()
    });
}

fn line(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(runs) => Some(words(runs)),
        _ => None,
    }
}

fn is_chrome(line: &str) -> bool {
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let folded = fold(line);
    PHRASES.iter().any(|phrase| folded.contains(phrase))
}

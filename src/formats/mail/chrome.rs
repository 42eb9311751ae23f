//! Owns the lines a newsletter puts around its text: read it in the browser, unsubscribe. It
//! refuses to touch anything but short lines at both ends.

use jiff::civil::Date;

use crate::article::{Article, Block, Text, body::words};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::{bare, fold};

/// The longest such line, in characters.
const LONGEST: usize = 160;
/// Blocks at the top and at the end that may be such lines.
const TOP: usize = 12;
const END: usize = 12;

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
    "forwarded this email",
    "view this post on the web",
    "free subscriber to",
    "paid subscriber to",
    "upgrade your subscription",
    "subscribe for free to receive",
    "share this post",
    "invite friends and earn",
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

/// What is written on the buttons of a newsletter, folded; a line of nothing else is one.
const BUTTONS: &[&str] = &[
    "like",
    "comment",
    "comments",
    "restack",
    "share",
    "reply",
    "subscribe",
    "subscribe now",
    "subscribe here",
    "sign up",
    "leave a comment",
    "read in app",
    "listen now",
    "listen in app",
    "open in app",
    "upgrade to paid",
    "get more from",
    "refer a friend",
    "tweet",
    "forward",
    "j'aime",
    "commenter",
    "partager",
    "s'abonner",
    "lire dans l'app",
    "gefallt mir",
    "kommentieren",
    "teilen",
    "abonnieren",
    "me gusta",
    "comentar",
    "compartir",
    "suscribirse",
    "mi piace",
    "commenta",
    "condividi",
    "iscriviti",
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
    PHRASES.iter().any(|phrase| folded.contains(phrase)) || is_buttons(&folded)
}

/// Says whether a line holds buttons and nothing else.
fn is_buttons(folded: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '·' | '|' | '•' | '/' | '’');
    let mut rest = folded.trim_matches(between);
    if rest.is_empty() || rest.len() > LONGEST {
        return false;
    }
    while !rest.is_empty() {
        let is_whole = |after: &str| after.is_empty() || after.starts_with(between);
        let after =
            BUTTONS.iter().filter_map(|button| rest.strip_prefix(button)).filter(|after| is_whole(after));
        let Some(shortest) = after.min_by_key(|after| after.len()) else { return false };
        rest = shortest.trim_start_matches(between);
    }
    true
}

/// Drops what the top of a newsletter says again: the headline, who wrote it and when. What stands as a heading
/// right under the headline is the standfirst.
pub(super) fn drop_repeated(article: &mut Article) {
    let Some(headline) = article.headline.as_deref().map(bare).filter(|line| !line.is_empty()) else {
        return;
    };
    let repeats =
        |block: &Block| matches!(block, Block::Crosshead { text, .. } if bare(&words(text)) == headline);
    let Some(at) = article.body.iter().take(TOP).position(repeats) else { return };
    article.body.remove(at);
    if let Some(Block::Crosshead { text, .. }) = article.body.get(at)
        && matches!(article.body.get(at + 1), Some(Block::Paragraph(_)))
        && article.standfirst.is_none()
    {
        article.standfirst = Text::some_line(&words(text));
        article.body.remove(at);
    }
    let names: Vec<String> = article.byline.iter().chain(&article.outlet).map(|name| bare(name)).collect();
    let day = article.published.map(|published| published.at.day);
    for _ in 0..2 {
        let Some(Block::Paragraph(runs)) = article.body.get(at) else { break };
        let line = words(runs);
        let dated = |day: Date| {
            let whole = [line.as_str(), &format!("{line}, {}", day.year())]
                .map(|line| dates::parse(line, Reading::default()));
            whole.into_iter().flatten().any(|moment| moment.day == day)
        };
        if line.len() > LONGEST || !(names.contains(&bare(&line)) || day.is_some_and(dated)) {
            break;
        }
        article.body.remove(at);
    }
}

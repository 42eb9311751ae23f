//! How long an article takes to be set: the usual kind, a very long one, and scripts that take the
//! slower ways through measuring and breaking.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use newsprint::article::{Article, Block, Inline, Language, Target, Text};
use newsprint::typeset::{Setting, typeset};

fn main() {
    divan::main();
}

const ENGLISH: &str = "The harbour keeps its own time, and the bakers know it: when the lamps go out along the \
    quay the second batch is already in the oven, and the boats are waiting for whoever overslept. ";
const FRENCH: &str = "Le port vit à son heure, et les boulangers la connaissent : quand les lampes s’éteignent, \
    la deuxième fournée est déjà au four ; « personne n’attend », dit-on, sauf les bateaux. ";
const JAPANESE: &str =
    "港には港の時間があり、パン屋はそれを知っている。岸の灯りが消えるころ、二度目の窯はもう焼けている。";
const ARABIC: &str =
    "للميناء وقته الخاص، والخبازون يعرفونه: حين تنطفئ المصابيح على الرصيف تكون الدفعة الثانية في الفرن. ";

const SENTENCES: [(&str, &str); 4] = [("en", ENGLISH), ("fr", FRENCH), ("ja", JAPANESE), ("ar", ARABIC)];

/// An article of about `bytes` bytes in paragraphs of three sentences, each with a link.
fn article(sentence: &str, tag: &str, bytes: usize) -> Article {
    let plain = Inline::plain(Text::new(&sentence.repeat(3)));
    let link = Inline { target: Some(Target::Link(1)), ..Inline::plain(Text::new("the quay")) };
    let paragraph = Block::Paragraph(vec![plain, link]);
    let count = bytes.div_ceil(sentence.len() * 3);
    Article { body: vec![paragraph; count], language: Language::parse(tag), ..Article::default() }
}

fn set(bencher: Bencher<'_, '_>, article: &Article, width: u16) {
    let setting = Setting { width, ascii: false, ..Setting::default() };
    let bytes = typeset(article, setting).prose.len();
    bencher.counter(BytesCount::new(bytes)).bench(|| typeset(black_box(article), setting));
}

#[divan::bench(args = [44, 72])]
fn usual_english(bencher: Bencher<'_, '_>, width: u16) {
    set(bencher, &article(ENGLISH, "en", 5_000), width);
}

#[divan::bench(args = [44, 72])]
fn usual_french(bencher: Bencher<'_, '_>, width: u16) {
    set(bencher, &article(FRENCH, "fr", 5_000), width);
}

#[divan::bench(args = SENTENCES.iter().map(|(tag, _)| *tag))]
fn a_megabyte(bencher: Bencher<'_, '_>, tag: &str) {
    let sentence =
        SENTENCES.iter().find(|(known, _)| *known == tag).map_or(ENGLISH, |(_, sentence)| sentence);
    set(bencher, &article(sentence, tag, 1_000_000), 72);
}

#[divan::bench]
fn a_megabyte_in_one_paragraph(bencher: Bencher<'_, '_>) {
    let words = Inline::plain(Text::new(&ENGLISH.repeat(1_000_000 / ENGLISH.len())));
    let article = Article { body: vec![Block::Paragraph(vec![words])], ..Article::default() };
    set(bencher, &article, 72);
}

//! Stories of words, as readers type them and as files spell them.

#![expect(clippy::string_slice, reason = "a test that slices wrongly should fail")]

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn words(text: &str) -> String {
    fold(text).trim().to_owned()
}

#[test]
fn case_and_accents_do_not_matter() {
    assert_eq!(words("La TRÊVE à Besançon"), "la treve a besancon");
    assert_eq!(words("tre\u{302}ve"), "treve");
    assert_eq!(words("Łódź, Ørsted, Đà Nẵng"), "lodz orsted da nang");
    assert_eq!(words("ΟΔΟΣ οδός"), "οδοσ οδοσ");
    assert_eq!(words("İstanbul ışık"), "istanbul isik");
    assert_eq!(words("Ещё йод"), "еще иод");
}

#[test]
fn letters_that_print_as_one_are_found_as_two() {
    assert_eq!(words("Cœur, ÆTHER, Straße, STRAẞE, ﬁn"), "coeur aether strasse strasse fin");
}

#[test]
fn elided_articles_go_whatever_the_apostrophe() {
    for text in ["l'armée", "L’armée", "lʼarmée", "l´armée", "l‘armée"] {
        assert_eq!(words(text), "armee", "{text}");
    }
    assert_eq!(words("d'aujourd’hui"), "aujourdhui");
    assert_eq!(words("jusqu'à qu'Alep dell'arte"), "a alep arte");
}

#[test]
fn possessives_go_and_contractions_close() {
    assert_eq!(words("Alep's don't rock'n'roll O’Brien"), "alep dont rocknroll obrien");
    assert_eq!(words("the readers' 'word'"), "the readers word");
    assert_eq!(words("l'"), "l");
}

#[test]
fn no_break_spaces_and_hyphens_part_words() {
    assert_eq!(words("12\u{a0}000 et 12\u{202f}000"), "12 000 et 12 000");
    assert_eq!(words("cessez-le-feu"), "cessez le feu");
    assert_eq!(words("co\u{ad}opérer"), "cooperer");
}

#[test]
fn unspaced_scripts_stand_in_runs() {
    assert_eq!(words("港の灯り、AI技術"), "港の灯り ai 技術");
    assert_eq!(words("ﾊﾟﾝ か\u{3099}"), "パン が");
    assert_eq!(words("\u{1112}\u{1161}\u{11ab}국"), "한국");
    assert_eq!(words("ＡＢＣ１２３"), "abc123");
}

#[test]
fn arabic_and_hebrew_are_found_without_their_points() {
    assert_eq!(words("مُحَمَّد مـــحمد"), "محمد محمد");
    assert_eq!(words("أحمد إلى"), "احمد الي");
    assert_eq!(words("שָׁלוֹם"), "שלום");
    assert_eq!(words("ـــ"), "");
}

#[test]
fn ranges_point_at_the_original() {
    let text = "« L’arme\u{301}e d'Alep's »";
    let found: Vec<_> = tokens(text).map(|t| &text[t.range]).collect();
    assert_eq!(found, ["arme\u{301}e", "Alep"]);
}

#[test]
fn part_of_a_word_is_placed_in_the_original() {
    assert_eq!(place_of("trêve", 3), "trê".len());
    assert_eq!(place_of("tre\u{302}ve", 3), "tre\u{302}".len());
    assert_eq!(place_of("cœur", 2), "cœ".len());
    assert_eq!(place_of("港の灯り", 6), 6);
}

#[test]
fn values_are_kept_apart() {
    assert_eq!(fold_values(["Deep Sea", "…", "Port"]), " deep sea | port ");
    assert_eq!(fold_values(["…"]), "");
    assert_eq!(fold(""), "");
}

/// Texts in the scripts readers meet, with the marks and signs that make folding hard.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[a-zA-Zéèêœßøłđıİſﬁ'’ʼ´\u{300}-\u{308}\u{a0}\u{202f} -]{0,40}",
        "[가-힣ᄀ-ᇿが-ヶｦ-ﾟ\u{3099}\u{309a}一-龥ａ-ｚ’]{0,20}",
        "[ا-ي\u{640}-\u{65f}א-ת\u{591}-\u{5c7}ก-๎က-ဿअ-ॿ]{0,20}",
    ]
}

proptest! {
    #[test]
    fn ranges_are_in_order_and_on_characters(text in text()) {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(end <= token.range.start && token.range.start < token.range.end);
            end = token.range.end;
            let original = text.get(token.range.clone());
            prop_assert!(original.is_some());
            prop_assert!(!token.folded.is_empty() && !token.folded.contains(' '));
            for count in 0..=token.folded.len() {
                prop_assert!(original.is_some_and(|o| o.is_char_boundary(place_of(o, count))));
            }
        }
    }

    #[test]
    fn both_normal_forms_fold_alike(text in text()) {
        let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold(&nfc), fold(&nfd));
    }

    #[test]
    fn what_is_folded_stays_as_it_is(text in "[a-zA-Zéèêœßøłđ '’-]{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}

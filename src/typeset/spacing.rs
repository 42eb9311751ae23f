//! Owns which spaces no line ends at, beyond what UAX #14 says: those around French marks, inside
//! numbers, and between what is read in one breath. It refuses to change a character.

/// What a number is measured in: it stays with its number.
const UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "ha", "kg", "g", "mg", "t", "l", "ml", "h", "min", "s", "kW", "MW", "GW", "kWh",
    "MB", "GB", "°C", "°F", "°", "€", "$", "£", "¥", "Mio.", "Mrd.", "Uhr",
];
/// What stands before a number and stays with it.
const BEFORE_NUMBERS: &[&str] = &[
    "§", "§§", "Nr.", "n°", "N°", "nº", "№", "p.", "pp.", "S.", "Art.", "art.", "Abs.", "Bd.", "vol.",
    "Vol.", "No.", "chap.", "Kap.", "fig.", "Fig.", "Abb.",
];
/// What stands before a name and stays with it.
const BEFORE_NAMES: &[&str] = &[
    "MM.", "Mme", "Mmes", "Mlle", "Dr", "Dr.", "Mr", "Mr.", "Mrs.", "Ms.", "St.", "Ste", "Prof.", "Me", "Mgr",
];
/// Groups of three digits that are still one number; more of them are a list.
const MOST_GROUPS: usize = 4;

/// Bytes of a paragraph that are looked back over for the quote that opened; beyond them nothing is known.
const FARTHEST: usize = 4_000;

/// Says whether no line may end at `at`, which UAX #14 would allow. The kind of space does not
/// matter: a plain one typed for a no-break space is meant as one.
pub(super) fn forbids(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let Some(before) = before.strip_suffix(' ') else { return false };
    marks(before, after)
        || loose_quotes(before, after)
        || numbers(before, after)
        || names(before, after)
        || dialogue(before)
}

/// French sets a space in front of `: ; ! ? » %` and behind `«`. What opens and what closes shows
/// from the other side of the mark, so that German »so« keeps its breaks.
fn marks(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let is_mark = matches!(next.next(), Some(':' | ';' | '!' | '?' | '»' | '›' | '%' | '‰'));
    if is_mark && !next.next().is_some_and(char::is_alphanumeric) {
        return true;
    }
    let mut last = before.trim_end().chars().rev();
    let is_guillemet = matches!(last.next(), Some('«' | '‹'));
    is_guillemet && !last.next().is_some_and(char::is_alphanumeric)
}

/// `" so "`, typed as if it were « so »: the first of two keeps to what follows, the second to what it ends.
fn loose_quotes(before: &str, after: &str) -> bool {
    let is_known = before.len() <= FARTHEST;
    let opened = || before.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let opens = before.strip_suffix('"').is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let closes = after.strip_prefix('"').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    is_known && (opens || closes) && opened()
}

/// `10 000`, `12 km`, `§ 218`.
fn numbers(before: &str, after: &str) -> bool {
    let (last, next) = (last_word(before), next_word(after));
    let is_number = last.ends_with(|c: char| c.is_ascii_digit());
    let bare = next.trim_end_matches([',', ';', ':', '!', '?', ')', '»', '”', '’', '"']);
    (is_number && (UNITS.contains(&bare) || UNITS.contains(&bare.trim_end_matches('.'))))
        || (is_number && is_group(next) && groups(before))
        || (BEFORE_NUMBERS.contains(&last) && next.starts_with(|c: char| c.is_ascii_digit()))
}

/// Says whether a word begins with three digits and no more.
fn is_group(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && !word.get(3..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Says whether a text ends with the first groups of a number written in groups of three.
fn groups(before: &str) -> bool {
    let mut words = before.rsplit(' ').take(MOST_GROUPS + 1);
    let mut count = 0;
    loop {
        let Some(word) = words.next() else { return count > 0 };
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        match (is_digits, bare.len()) {
            (true, 3) if word.len() == 3 => count += 1,
            (true, 1..=3) => return count < MOST_GROUPS,
            _ => return count > 0 && count < MOST_GROUPS,
        }
        if count >= MOST_GROUPS {
            return false;
        }
    }
}

/// `J. K. Example`, `z. B.`, `Mme Example`.
fn names(before: &str, after: &str) -> bool {
    let last = last_word(before);
    let mut next = after.chars();
    let Some(first) = next.next() else { return false };
    let is_abbreviation = first.is_alphabetic() && next.next() == Some('.');
    let is_unit =
        before.strip_suffix(last).is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    (is_initial(last) && !is_unit && (first.is_uppercase() || is_abbreviation))
        || (BEFORE_NAMES.contains(&last) && first.is_uppercase())
}

/// Says whether a word is a letter and a full stop.
fn is_initial(word: &str) -> bool {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut chars = bare.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.as_str() == "."
}

/// The dash that opens a line of dialogue. It is looked for from its end: a paragraph may be very long.
fn dialogue(before: &str) -> bool {
    let is_space = |c: char| c != '\n' && c.is_whitespace();
    let dash = before.trim_end_matches(is_space).strip_suffix(['—', '–', '―']);
    dash.map(|line| line.trim_end_matches(is_space))
        .is_some_and(|line| line.is_empty() || line.ends_with('\n'))
}

fn last_word(text: &str) -> &str {
    text.rsplit([' ', '\n']).next().unwrap_or_default().trim_start_matches(['(', '«', '“', '„', '"'])
}

fn next_word(text: &str) -> &str {
    text.split([' ', '\n']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` where a line may end at a space.
    fn shown(text: &str) -> String {
        let spaces = text.match_indices(' ').map(|(at, _)| at + 1).rev();
        let mut out = text.to_owned();
        spaces.filter(|at| !forbids(text, *at)).for_each(|at| out.replace_range(at - 1..at, "|"));
        out
    }

    #[test]
    fn numbers_stay_whole_and_with_their_units() {
        assert_eq!(shown("près de 10 000 euros"), "près|de|10 000|euros");
        assert_eq!(shown("1 250 000 km, dit-il"), "1 250 000 km,|dit-il");
        assert_eq!(shown("in 2016 300 people"), "in|2016|300|people");
        assert_eq!(shown("nach § 218 und Nr. 7"), "nach|§ 218|und|Nr. 7");
        assert_eq!(shown("à 20 h. Puis 12 min plus tard"), "à|20 h.|Puis|12 min|plus|tard");
    }

    #[test]
    fn quotes_with_spaces_inside_hold_what_they_quote() {
        assert_eq!(shown("c'est le \" Phare \" du port"), "c'est|le|\" Phare \"|du|port");
        assert_eq!(shown("le \" Phare \". Et \" puis \", dit-il"), "le|\" Phare \".|Et|\" puis \",|dit-il");
        assert_eq!(shown("he said \"so it is,\" and went"), "he|said|\"so|it|is,\"|and|went");
    }

    #[test]
    fn a_list_of_numbers_is_no_number() {
        assert!(shown(&"100 200 ".repeat(30)).contains('|'));
    }

    #[test]
    fn initials_and_abbreviations_stay_with_what_follows() {
        assert_eq!(shown("Das ist z. B. bei J. K. Example so"), "Das|ist|z. B.|bei|J. K. Example|so");
        assert_eq!(shown("selon Mme Lerond, et M. Quéré"), "selon|Mme Lerond,|et|M. Quéré");
    }

    #[test]
    fn the_dash_of_a_dialogue_stays_with_the_first_word() {
        assert_eq!(shown("— Bonjour, dit-elle — puis rien"), "— Bonjour,|dit-elle|—|puis|rien");
        assert_eq!(shown("Elle vint.\n –  Bonjour"), "Elle|vint.\n|–  Bonjour");
    }
}

//! Owns proof that a file writes the month before the day. It refuses to guess: without proof the
//! day comes first.

use crate::article::Language;

/// Bytes of a file in which proof is looked for.
const SEARCHED: usize = 1 << 20;
/// Lines at the front among which the dateline stands.
const FRONT: usize = 12;

/// Places of the United States that open a report without their state.
const CITIES: &[&str] = &[
    "ATLANTA",
    "BALTIMORE",
    "BOSTON",
    "CHICAGO",
    "CINCINNATI",
    "CLEVELAND",
    "DALLAS",
    "DENVER",
    "DETROIT",
    "HONOLULU",
    "HOUSTON",
    "INDIANAPOLIS",
    "LAS VEGAS",
    "LOS ANGELES",
    "MIAMI",
    "MILWAUKEE",
    "MINNEAPOLIS",
    "NEW ORLEANS",
    "NEW YORK",
    "OKLAHOMA CITY",
    "PHILADELPHIA",
    "PHOENIX",
    "PITTSBURGH",
    "SALT LAKE CITY",
    "SAN ANTONIO",
    "SAN DIEGO",
    "SAN FRANCISCO",
    "SEATTLE",
    "ST. LOUIS",
    "WASHINGTON",
];
/// States as datelines shorten them.
const STATES: &[&str] = &[
    "Ala.", "Alaska", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "D.C.", "Del.", "Fla.", "Ga.", "Hawaii",
    "Idaho", "Ill.", "Ind.", "Iowa", "Kan.", "Ky.", "La.", "Maine", "Mass.", "Md.", "Mich.", "Minn.",
    "Miss.", "Mo.", "Mont.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Neb.", "Nev.", "Ohio", "Okla.",
    "Ore.", "Pa.", "R.I.", "S.C.", "S.D.", "Tenn.", "Texas", "Utah", "Va.", "Vt.", "W.Va.", "Wash.", "Wis.",
    "Wyo.",
];

/// Says whether a text proves that it writes months first: a date in it reads in no other order and
/// none reads day first alone, or it is English and opens with a dateline of the United States. For its
/// language is asked only where there is such a line.
pub fn is_month_first(text: &str, language: impl FnOnce() -> Option<Language>) -> bool {
    let text = text.get(..text.floor_char_boundary(SEARCHED)).unwrap_or(text);
    let (mut month_first, mut day_first) = (false, false);
    for at in memchr::memchr_iter(b'/', text.as_bytes()) {
        match figures(text.as_bytes(), at) {
            Some((1..=12, 13..=31)) => month_first = true,
            Some((13..=31, 1..=12)) => day_first = true,
            _ => {}
        }
    }
    let american =
        || text.lines().take(FRONT).any(is_american) && language().is_some_and(|l| l.tag() == "en");
    !day_first && (month_first || american())
}

/// Reads the two figures on either side of a slash, if a slash and a year follow: `12/31/2016`.
fn figures(bytes: &[u8], slash: usize) -> Option<(u32, u32)> {
    // Most slashes stand in addresses.
    if !bytes.get(slash + 1)?.is_ascii_digit() {
        return None;
    }
    let before = bytes.get(slash.saturating_sub(3)..slash)?;
    let first = before.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let ahead = slash.checked_sub(first + 1).and_then(|at| bytes.get(at));
    let after = bytes.get(slash + 1..)?;
    let second = after.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let year = after.get(second + 1..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let whole = (1..=2).contains(&first)
        && (1..=2).contains(&second)
        && after.get(second) == Some(&b'/')
        && matches!(year, 2 | 4)
        && ahead != Some(&b'/');
    let value = |digits: &[u8]| digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    whole.then(|| Some((value(before.get(before.len() - first..)?), value(after.get(..second)?))))?
}

/// Says whether a line opens with a dateline of the United States: `TULSA, Okla. (AP) —`.
fn is_american(line: &str) -> bool {
    // The place is in capitals: most lines end at their second letter.
    if line.chars().take_while(|c| !matches!(c, ',' | '—' | '–' | '-' | '(')).any(char::is_lowercase) {
        return false;
    }
    let Some(end) = line.find(['—', '–', '-', '(']) else { return false };
    let place = line.get(..end).unwrap_or_default().trim();
    let (city, state) = place.split_once(", ").map_or((place, None), |(city, rest)| (city, Some(rest)));
    let shouted = city.chars().any(char::is_uppercase) && !city.chars().any(char::is_lowercase);
    let state = state.and_then(|rest| rest.split([',', ' ']).next());
    shouted && place.len() < 60 && (CITIES.contains(&city) || state.is_some_and(|s| STATES.contains(&s)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_reads_in_no_other_order_is_proof() {
        let proved = |text| is_month_first(text, || None);
        assert!(proved("Opened 12/31/2016, closed 02/03/17."));
        assert!(!proved("Opened 12/31/2016, closed 31/12/2017."), "a file that writes both proves nothing");
        assert!(!proved("Opened 02/03/2016."));
        assert!(!proved("https://post.example/2016/12/31/lamps and 1/12/31/2016"));
        assert!(!proved("/ / 3/ /14/ 12/31/ 99/99/9999 7/14/2"));
    }

    #[test]
    fn so_is_an_american_dateline_over_english() {
        let english = || Language::parse("en");
        assert!(is_month_first("The lamps go out\n\nTULSA, Okla. (AP) — The lamps", english));
        assert!(is_month_first("SEATTLE — The ferry is late.", english));
        assert!(!is_month_first("PARIS (AP) — The lamps", english));
        assert!(!is_month_first("SEATTLE — La nuit tombe.", || Language::parse("fr")));
    }
}

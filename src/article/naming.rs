//! Owns the names of sites: noticing that the words of a link name another site than the one it leads to.
//! It refuses to judge which of the two is meant.

use url::Url;

use super::SafeUrl;

/// Ends of words that look like the end of a host and are far more often that of a file.
const FILES: &[&str] = &[
    "c", "cfg", "cpp", "css", "csv", "doc", "exe", "gif", "go", "h", "htm", "html", "ini", "jpg", "js",
    "json", "log", "lua", "md", "pdf", "php", "pl", "png", "py", "rb", "rs", "sh", "sql", "svg", "tar",
    "toml", "ts", "txt", "xml", "yaml", "yml", "zip",
];

impl SafeUrl {
    /// Says whether `words` name a host, and none of those they name is this address's own, one above
    /// it or one below it.
    pub fn is_named_otherwise(&self, words: &str) -> bool {
        let own = without_www(self.host());
        let mut named =
            words.split(|c: char| c.is_whitespace() || "()[]<>\"'“”«»,;|".contains(c)).filter_map(host);
        let mut any = false;
        let is_own = |named: &str| named == own || is_below(named, own) || is_below(own, named);
        !named.any(|named| {
            any = true;
            is_own(without_www(&named))
        }) && any
    }
}

/// Returns the host a word names, in ASCII.
fn host(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| ".:!?…".contains(c));
    let has_scheme = word.contains("://");
    let said = has_scheme || word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    if !word.contains('.') || word.contains('@') && !has_scheme {
        return None;
    }
    let address = if has_scheme { word.to_owned() } else { format!("https://{word}") };
    let url = Url::parse(&address).ok()?;
    let host = url.host_str()?.to_owned();
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_name =
        last.len() >= 2 && last.bytes().any(|byte| byte.is_ascii_alphabetic()) && host.contains('.');
    let is_file = FILES.contains(&last.to_ascii_lowercase().as_str());
    (is_name && (said || !is_file)).then_some(host)
}

/// Returns the name of a host without the `www.` that many sites answer to as well.
pub(crate) fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

fn is_below(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_told(words: &str, url: &str) -> bool {
        SafeUrl::new(url).unwrap().is_named_otherwise(words)
    }

    #[test]
    fn words_that_name_another_host_are_noticed() {
        for words in
            ["bank.example", "https://bank.example/login", "Log in at www.bank.example.", "BANK.example/a"]
        {
            assert!(is_told(words, "https://evil.example/bank.example"), "{words}");
        }
        assert!(is_told("bank.example", "https://bank.example.evil.example/"));
        assert!(is_told("apple.com", "https://аррӏе.com/"), "letters that only look alike");
        assert!(is_told("https://bank.example@evil.example", "https://bank.example/"));
    }

    #[test]
    fn plain_words_and_the_same_site_are_left_alone() {
        for words in [
            "the harbour master",
            "bank.example",
            "www.bank.example",
            "news.bank.example",
            "e.g. this",
            "main.rs",
            "v1.2.3",
            "a@other.example",
            "U.S. rules",
            "",
            "see bank.example, or other.example",
        ] {
            assert!(!is_told(words, "https://www.bank.example/a"), "{words}");
        }
        assert!(!is_told("bank.example", "https://news.bank.example/"));
    }
}

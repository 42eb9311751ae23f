//! Owns the sources, links and pictures of the open article in the linear mode: listed by number, opened
//! through the same allow-list as on the screen. It refuses to open what is neither a web address nor a
//! picture beside the article.

use std::io::Write;

use super::desk::{Desk, Showing};
use super::pages::Pages;
use super::{Out, Stop};
use crate::article::SafeUrl;
use crate::panes::sources::Sources;
use crate::runtime;

impl Desk<'_> {
    /// Lists the sources and links of the open article; numbers mean them from now on.
    pub(super) fn sources(&mut self, out: &mut Out) -> Result<(), Stop> {
        let Some(article) = &self.article else { return self.say("plain-open-first", out) };
        let panel = Sources::new(article, &self.words);
        if panel.is_empty() {
            return self.say("no-sources", out);
        }
        let line = |cited: &crate::panes::sources::Cited| {
            let detail = if cited.detail.is_empty() { String::new() } else { format!(". {}", cited.detail) };
            format!("{}. {}{detail}", cited.number, cited.title)
        };
        self.lines = panel.entries().iter().map(line).collect();
        self.pages = Pages::new(self.lines.len(), 0, self.height());
        self.showing = Showing::Sources;
        self.more(out)?;
        self.say("plain-sources-open", out)
    }

    /// Opens the source or link of this number in the browser, after saying where it leads.
    pub(super) fn open_source(&mut self, number: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(article) = &self.article else { return self.say("plain-open-first", out) };
        let mut panel = Sources::new(article, &self.words);
        if !number.parse().is_ok_and(|number| panel.choose(number)) {
            return self.say("plain-no-number", out);
        }
        let cited = panel.chosen();
        let Some(address) = cited.and_then(|cited| cited.url.clone()) else {
            return match cited.and_then(|cited| cited.picture.clone()) {
                Some(place) => self.show_picture(&place, out),
                None => self.say("archive-needs-address", out),
            };
        };
        let Some(url) = SafeUrl::new(&address) else {
            writeln!(out, "{}", self.words.with("not-web", &[("address", address.as_str().into())]))?;
            return Ok(());
        };
        let asked = self.words.with("ask-open", &[("host", url.host().into())]);
        writeln!(out, "{}", self.words.labelled(&asked, url.as_str()))?;
        out.flush()?;
        let opened = runtime::hand_over(&url, &self.setup.config.opener, &self.words);
        let said = match opened {
            Ok(()) => self.words.with("opened", &[("host", url.host().into())]),
            Err(why) => self.words.with("not-opened", &[("why", why.into())]),
        };
        writeln!(out, "{said}")?;
        Ok(())
    }

    fn show_picture(&mut self, place: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.meant("") else { return self.say("plain-open-first", out) };
        writeln!(out, "{}", self.words.with("ask-picture", &[("name", place.into())]))?;
        out.flush()?;
        let shown = runtime::show(&row.path, place, &self.setup.config.opener, &self.words);
        let said = shown.err().unwrap_or_else(|| self.words.with("opened", &[("host", place.into())]));
        writeln!(out, "{said}")?;
        Ok(())
    }
}

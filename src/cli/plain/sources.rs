//! Owns the sources, links and pictures of the open article in the linear mode: listed by number, opened
//! through the same allow-list as on the screen. It refuses to open what is neither a web address nor a
//! picture beside the article.

use std::io::Write;

use super::desk::{Desk, Showing};
use super::pages::Pages;
use super::{Out, Stop};
use crate::article::SafeUrl;
use crate::cli::output::escaped;
use crate::panes::sources::{Cited, Sources};
use crate::runtime;

impl Desk<'_> {
    /// The sources, links and pictures of the open article, with what the library has of them; nothing, where no
    /// article is open.
    fn cited(&self) -> Result<Option<Sources>, Stop> {
        let open = self.open.and_then(|at| self.listed.get(at));
        let (Some(article), Some(id)) = (&self.article, open) else { return Ok(None) };
        let mut panel = Sources::new(article, &self.words);
        if let Some(tied) = self.stock.tied(*id, article)? {
            panel.tie(&tied, "plain-is-here", &self.words);
        }
        Ok(Some(panel))
    }

    /// Lists the sources and links of the open article; numbers mean them from now on.
    pub(super) fn sources(&mut self, out: &mut Out) -> Result<(), Stop> {
        let Some(panel) = self.cited()? else { return self.say("plain-open-first", out) };
        // What cites the article has no number, and is no source of it.
        let cited = panel.entries().iter().filter(|cited| cited.number > 0);
        let lines: Vec<String> = cited.map(|cited| self.line(cited)).collect();
        if lines.is_empty() {
            return self.say("no-sources", out);
        }
        self.lines = lines;
        self.pages = Pages::new(self.lines.len(), 0, self.height());
        self.showing = Showing::Sources;
        self.more(out)?;
        self.say("plain-sources-open", out)
    }

    fn line(&self, cited: &Cited) -> String {
        let title = self.named(&cited.title);
        let details = cited.detail.lines().map(|line| line.replace('\u{a0}', " "));
        let told: Vec<String> = std::iter::once(title).chain(details).collect();
        format!("{}. {}", cited.number, told.join(". "))
    }

    /// Opens the source or link of this number: as an article where the library has it, else in the browser,
    /// after saying where it leads; one without an address is searched for on the web.
    pub(super) fn open_source(&mut self, number: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(mut panel) = self.cited()? else { return self.say("plain-open-first", out) };
        let is_number = number.parse().is_ok_and(|number| number > 0 && panel.choose(number));
        let Some(cited) = panel.chosen().filter(|_| is_number) else {
            return self.say("plain-no-number", out);
        };
        match cited {
            Cited { here: Some(id), .. } => self.go_to(*id, out),
            Cited { url: Some(address), .. } => match SafeUrl::new(address) {
                Some(url) => {
                    self.browse(&self.words.with("ask-open", &[("host", url.host().into())]), &url, out)
                }
                None => self.not_web(address, out),
            },
            Cited { picture: Some(place), .. } => self.show_picture(place, out),
            Cited { source: Some(source), .. } => self.look_up(&source.search_words(), out),
            Cited { .. } => self.say("plain-no-number", out),
        }
    }

    /// Searches the web for words, after saying where.
    fn look_up(&self, wanted: &str, out: &mut Out) -> Result<(), Stop> {
        let template = &self.setup.config.search_url;
        let Some(url) = SafeUrl::search(template, wanted) else { return self.not_web(template, out) };
        let asked = [("words", self.named(wanted).into()), ("host", url.host().into())];
        self.browse(&self.words.with("ask-search", &asked), &url, out)
    }

    fn not_web(&self, address: &str, out: &mut Out) -> Result<(), Stop> {
        writeln!(out, "{}", self.words.with("not-web", &[("address", escaped(address).into())]))?;
        Ok(())
    }

    fn browse(&self, asked: &str, url: &SafeUrl, out: &mut Out) -> Result<(), Stop> {
        writeln!(out, "{}", self.words.labelled(asked, url.as_str()))?;
        out.flush()?;
        let opened = runtime::hand_over(url, &self.setup.config.opener, &self.words);
        let said = match opened {
            Ok(()) => self.words.with("opened", &[("host", url.host().into())]),
            Err(why) => self.words.with("not-opened", &[("why", why.into())]),
        };
        writeln!(out, "{said}")?;
        Ok(())
    }

    fn show_picture(&self, place: &str, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.meant("") else { return self.say("plain-open-first", out) };
        writeln!(out, "{}", self.words.with("ask-picture", &[("name", place.into())]))?;
        out.flush()?;
        let shown = runtime::show(&row.path, place, &self.setup.config.opener, &self.words);
        let said = shown.err().unwrap_or_else(|| self.words.with("opened", &[("host", place.into())]));
        writeln!(out, "{said}")?;
        Ok(())
    }
}

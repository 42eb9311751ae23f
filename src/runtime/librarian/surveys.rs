//! Owns what is asked of the library as a whole: surveys of it, and articles written to a file. It
//! refuses to show anything.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;

use super::super::exporter;
use super::answers::missing;
use super::desk::Desk;
use crate::app::errand::{Export, Exported};
use crate::app::message::{Beyond, Message};
use crate::article::{Article, ArticleId};
use crate::library::Request;
use crate::library::survey::Survey;
use crate::marks::Visit;
use crate::panes::statistics::tally::Tally;

impl Desk {
    pub(super) fn survey(&mut self, survey: &Survey) {
        match self.collection.survey(survey) {
            Ok(findings) => self.news.tell(Message::Surveyed(Box::new(findings))),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    pub(super) fn days(&mut self, request: &Request) {
        match self.collection.days(request, &self.marks) {
            Ok(days) => self.news.tell(Message::Looked(Box::new(Beyond::Days(days)))),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// Counts what was read: what the marks say of it, and what the library knows of the articles.
    pub(super) fn statistics(&self, now: u64) {
        let visits: Vec<Visit> = self.marks.visits().collect();
        let opened = visits.iter().filter(|visit| visit.left.is_some());
        let rows = self.collection.rows_of(&opened.map(|visit| visit.id).collect::<Vec<_>>());
        let tally = Tally::of(&visits, &rows, &TimeZone::system(), now);
        self.news.tell(Message::Looked(Box::new(Beyond::Statistics(tally))));
    }

    /// Writes articles to a file of the reader's.
    pub(super) fn export(&mut self, export: Export) {
        let ids = match &export.what {
            Exported::Article(id) => Ok(vec![*id]),
            Exported::List(request) => self.collection.ids(request, &self.marks),
        };
        let ids = match ids {
            Ok(ids) => ids,
            Err(error) => return self.broken(&error.to_string()),
        };
        let said = match self.read_all(&ids) {
            Ok(articles) => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                let now = i64::try_from(since.as_secs()).unwrap_or_default();
                let kept: Vec<PathBuf> = self.start.places.iter().chain(&self.start.kept).cloned().collect();
                let places = (self.start.home.as_deref(), kept.as_slice());
                exporter::write(export, &articles, places, now, &self.start.words)
            }
            Err(why) => Message::Failed(why),
        };
        self.news.tell(said);
    }

    /// Reads articles in the order asked for; each file once, however many of them are in it.
    fn read_all(&self, ids: &[ArticleId]) -> Result<Vec<Article>, String> {
        let mut wanted: BTreeMap<PathBuf, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, (path, item)) in ids.iter().filter_map(|id| self.collection.place(*id)).enumerate() {
            wanted.entry(path).or_default().push((item, at));
        }
        let mut read: BTreeMap<usize, Article> = BTreeMap::new();
        for (path, items) in wanted {
            let mut articles: Vec<Option<Article>> = self.articles(&path)?.into_iter().map(Some).collect();
            for (item, at) in items {
                let article = articles.get_mut(item).and_then(Option::take).ok_or_else(|| missing(&path))?;
                read.insert(at, article);
            }
        }
        Ok(read.into_values().collect())
    }
}

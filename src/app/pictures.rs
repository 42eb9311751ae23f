//! Owns which pictures of the open article are asked for, and when. It refuses to read them.

use super::App;
use super::effect::{Effect, PicturesWanted};
use crate::article::{ArticleId, Block, figures};
use crate::config::Images;
use crate::panes::reader::Picture;

impl App {
    /// Asks for the pictures of the open article, once for each width it is set at.
    pub(super) fn ask_pictures(&mut self) -> Option<Effect> {
        let open = self.reader.open().filter(|_| self.settled.images == Images::Auto)?;
        let columns = self.reader.columns()?;
        let asked = (open.id, columns);
        if !self.reader.take_bare() && self.pictured == Some(asked) {
            return None;
        }
        let open = self.reader.open()?;
        let provenance = &open.article.provenance;
        let places = places(&open.article.body, HOLDERS.contains(&provenance.format));
        let item = provenance.item.as_ref().map(ToString::to_string);
        // A picture that is higher than the page is never seen whole; a line is left for its words.
        let rows = u16::try_from(self.reader.height()).unwrap_or(u16::MAX).saturating_sub(1).max(1);
        let wanted = PicturesWanted { id: open.id, file: open.path.clone(), item, places, columns, rows };
        self.pictured = Some(asked);
        (!wanted.places.is_empty()).then_some(Effect::Pictures(wanted))
    }

    /// Takes a picture that was asked for; one for another article or width comes too late.
    pub(super) fn take_picture(
        &mut self,
        asked: (ArticleId, u16),
        place: String,
        picture: Picture,
    ) -> Vec<Effect> {
        if self.pictured == Some(asked) && self.reader.shows(asked.0) {
            self.reader.picture(place, picture);
        }
        Vec::new()
    }
}

/// Formats of files that hold the pictures of their articles under the addresses they had on the web.
const HOLDERS: &[&str] = &["mhtml", "mail", "mbox", "epub"];
/// What the place of a picture begins with that is inside the file.
const INSIDE: &[&str] = &["embedded:", "cid:"];

/// Returns the places of the pictures that are files, or inside the article's own: nothing is fetched.
fn places(body: &[Block], holds_all: bool) -> Vec<String> {
    let is_web = |place: &str| place.contains(':') || place.starts_with("//");
    let is_inside = |place: &str| holds_all || INSIDE.iter().any(|start| place.starts_with(start));
    let all = figures(body).into_iter().filter_map(|figure| figure.place.as_deref());
    all.filter(|place| is_inside(place) || !is_web(place)).map(str::to_owned).collect()
}

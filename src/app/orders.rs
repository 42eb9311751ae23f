//! Owns the orders that the reader chose by key, one for each library. It refuses to read and write files, and
//! to know where libraries are: it makes text and takes it.

use serde::{Deserialize, Serialize};

use super::App;
use super::effect::Effect;
use crate::library::Order;

/// The most orders that are remembered; of more, those chosen last.
const MOST: usize = 200;

/// An order that was chosen by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The order.
    pub order: Order,
    /// The configured one it was chosen over: a config that says otherwise since then counts for more.
    pub over: Order,
}

/// The orders of libraries, the one chosen last first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Orders(Vec<LibraryOrder>);

/// The order of a library, by what that goes by among the files of newsprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct LibraryOrder {
    library: String,
    #[serde(flatten)]
    chosen: Chosen,
}

impl Orders {
    /// Reads what was written; what cannot be read is forgotten.
    pub fn parse(text: &str) -> Self {
        Self(text.lines().filter_map(|line| serde_json::from_str(line).ok()).take(MOST).collect())
    }

    /// Writes it, a line of JSON for each library.
    pub fn text(&self) -> String {
        self.0.iter().filter_map(|line| Some(serde_json::to_string(line).ok()? + "\n")).collect()
    }

    /// Returns the order of a library, if one was chosen.
    pub fn of(&self, library: &str) -> Option<Chosen> {
        self.0.iter().find(|line| line.library == library).map(|line| line.chosen)
    }

    /// Takes the order of a library, and says whether that is news.
    pub fn keep(&mut self, library: &str, chosen: Option<Chosen>) -> bool {
        if self.of(library) == chosen {
            return false;
        }
        self.0.retain(|line| line.library != library);
        if let Some(chosen) = chosen {
            self.0.insert(0, LibraryOrder { library: library.to_owned(), chosen });
        }
        self.0.truncate(MOST);
        true
    }
}

impl App {
    /// Returns the order a list begins in for which this one was chosen.
    pub fn first_order(&self, chosen: Option<Chosen>) -> Order {
        let configured = self.settled.order;
        chosen.filter(|chosen| chosen.over == configured).map_or(configured, |chosen| chosen.order)
    }

    /// Takes the order that the list of a library begins in which was opened in place of another.
    pub(super) fn ordered(&mut self, order: Order) -> Vec<Effect> {
        self.headlines.order = order;
        vec![super::list(self.headlines.refresh())]
    }

    /// Asks that the order of the list is kept.
    pub(super) fn keep_order(&self) -> Effect {
        let chosen = Chosen { order: self.headlines.order, over: self.settled.order };
        Effect::KeepOrder(Some(chosen).filter(|chosen| chosen.order != chosen.over))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::OrderBy;

    fn chosen(by: OrderBy) -> Chosen {
        Chosen { order: Order { by, reversed: true }, over: Order::default() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut orders = Orders::default();
        let all = [OrderBy::Date, OrderBy::Relevance, OrderBy::Title, OrderBy::Outlet, OrderBy::Unread];
        for by in all {
            assert!(orders.keep(&format!("{by:?}"), Some(chosen(by))));
        }
        assert_eq!(Orders::parse(&orders.text()), orders);
        assert_eq!(orders.of("Title"), Some(chosen(OrderBy::Title)));
        assert!(!orders.keep("Title", Some(chosen(OrderBy::Title))), "that is known");
        assert!(orders.keep("Title", None));
        assert_eq!(Orders::parse(&orders.text()).of("Title"), None);
    }

    #[test]
    fn a_line_that_makes_no_sense_is_forgotten_and_no_other() {
        let mut orders = Orders::default();
        orders.keep("news", Some(chosen(OrderBy::Title)));
        let text = format!("{{\"library\": 3}}\n\u{0}[\n{}{{\"lib", orders.text());
        assert_eq!(Orders::parse(&text), orders);
        let odd = orders.text().replace("Title", "Smell");
        assert_eq!(Orders::parse(&odd).of("news"), None);
    }

    #[test]
    fn only_so_many_orders_are_remembered() {
        let mut orders = Orders::default();
        for number in 0..2 * MOST {
            orders.keep(&number.to_string(), Some(chosen(OrderBy::Title)));
        }
        assert_eq!(orders.text().lines().count(), MOST);
        assert_eq!(orders.of("0"), None);
    }
}

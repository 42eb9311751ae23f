//! Owns how the list of a library was left: its order. It refuses to read and write files, and to know where
//! libraries are: it makes text and takes it.

use serde::{Deserialize, Serialize};

use super::App;
use super::effect::Effect;
use crate::library::{Order, OrderBy};

/// The most lists that are remembered; of more, those left last.
const MOST: usize = 200;

/// The orders as they are written.
const NAMES: &[(OrderBy, &str)] = &[
    (OrderBy::Date, "date"),
    (OrderBy::Relevance, "relevance"),
    (OrderBy::Title, "title"),
    (OrderBy::Outlet, "source"),
    (OrderBy::Unread, "unread"),
];

/// How a list was left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    /// The order the reader chose by key, and the configured one it was chosen over: a config that says
    /// otherwise since then counts for more.
    pub order: Option<(Order, Order)>,
}

impl Left {
    /// Returns the order to begin with, where the config says this one.
    pub fn order_over(&self, configured: Order) -> Order {
        self.order.filter(|(_, over)| *over == configured).map_or(configured, |(chosen, _)| chosen)
    }
}

/// The lists of libraries, by what each goes by among the files of newsprint; the one left last first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists(Vec<(String, Left)>);

/// A list as it is written. Absent is what is as the config says.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    library: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<(WrittenOrder, WrittenOrder)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenOrder {
    by: String,
    reversed: bool,
}

impl Lists {
    /// Reads what was written; what cannot be read is forgotten.
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Written>(line).ok());
        let left = |written: Written| {
            let order = written.order.and_then(|(chosen, over)| Some((read(&chosen)?, read(&over)?)));
            (written.library, Left { order })
        };
        Self(lines.map(left).take(MOST).collect())
    }

    /// Writes it, a line of JSON for each list.
    pub fn text(&self) -> String {
        let line = |(library, left): &(String, Left)| {
            let order = left.order.map(|(chosen, over)| (write(chosen), write(over)));
            let written = Written { library: library.clone(), order };
            serde_json::to_string(&written).unwrap_or_default() + "\n"
        };
        self.0.iter().map(line).collect()
    }

    /// Returns how the list of a library was left.
    pub fn of(&self, library: &str) -> Left {
        self.0.iter().find(|(known, _)| known == library).map(|(_, left)| *left).unwrap_or_default()
    }

    /// Takes how the list of a library is left, and says whether that is news.
    pub fn keep(&mut self, library: &str, left: Left) -> bool {
        if self.of(library) == left {
            return false;
        }
        self.0.retain(|(known, _)| known != library);
        if left != Left::default() {
            self.0.insert(0, (library.to_owned(), left));
        }
        self.0.truncate(MOST);
        true
    }
}

fn read(written: &WrittenOrder) -> Option<Order> {
    let (by, _) = NAMES.iter().find(|(_, name)| *name == written.by)?;
    Some(Order { by: *by, reversed: written.reversed })
}

fn write(order: Order) -> WrittenOrder {
    let name = NAMES.iter().find(|(by, _)| *by == order.by).map_or("", |(_, name)| *name);
    WrittenOrder { by: name.to_owned(), reversed: order.reversed }
}

impl App {
    /// Takes up the list of this library as it was left, before it is asked for first.
    pub fn resume(&mut self, left: Left) {
        self.headlines.order = left.order_over(self.way.order);
    }

    /// Returns the order the config asks for.
    pub fn configured_order(&self) -> Order {
        self.way.order
    }

    /// Takes up the list of a library that was opened in place of another.
    pub(super) fn resumed(&mut self, left: Left) -> Vec<Effect> {
        self.resume(left);
        vec![super::list(self.headlines.refresh())]
    }

    /// Asks that the order of the list is kept.
    pub(super) fn keep_list(&self) -> Effect {
        let (now, configured) = (self.headlines.order, self.way.order);
        let order = (now != configured).then_some((now, configured));
        Effect::KeepList(Left { order })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(by: OrderBy) -> Left {
        Left { order: Some((Order { by, reversed: true }, Order::default())) }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut lists = Lists::default();
        for (by, name) in NAMES {
            assert!(lists.keep(&format!("library {name}"), left(*by)));
        }
        assert_eq!(Lists::parse(&lists.text()), lists);
        assert_eq!(lists.of("library title"), left(OrderBy::Title));
        assert!(!lists.keep("library title", left(OrderBy::Title)), "that is known");
        assert!(lists.keep("library title", Left::default()));
        assert_eq!(Lists::parse(&lists.text()).of("library title"), Left::default());
    }

    #[test]
    fn a_line_that_makes_no_sense_is_forgotten_and_no_other() {
        let mut lists = Lists::default();
        lists.keep("news", left(OrderBy::Title));
        let text = format!("{{\"library\": 3}}\n\u{0}[\n{}{{\"lib", lists.text());
        assert_eq!(Lists::parse(&text), lists);
        let odd = "{\"library\": \"news\", \"order\": [{\"by\": \"smell\", \"reversed\": true}, {\"by\": \"date\", \"reversed\": false}]}";
        assert_eq!(Lists::parse(odd).of("news"), Left::default());
    }

    #[test]
    fn only_so_many_lists_are_remembered() {
        let mut lists = Lists::default();
        for number in 0..2 * MOST {
            lists.keep(&number.to_string(), left(OrderBy::Title));
        }
        assert_eq!(lists.text().lines().count(), MOST);
        assert_eq!(lists.of("0"), Left::default());
    }

    #[test]
    fn a_config_that_says_otherwise_since_counts_for_more() {
        let title = Order { by: OrderBy::Title, reversed: false };
        assert_eq!(left(OrderBy::Unread).order_over(Order::default()).by, OrderBy::Unread);
        assert_eq!(left(OrderBy::Unread).order_over(title), title);
    }
}

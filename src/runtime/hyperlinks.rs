//! Owns making links clickable in terminals that can (OSC 8). Every cell opens and closes its link, so
//! that a screen drawn in part never leaves one open. Only checked web addresses get here.

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};

use crate::app::message::Hyperlink;

/// The longest address terminals agree to take, in bytes.
const LONGEST: usize = 2083;

/// Puts links on the cells they were drawn on.
pub(super) fn lay(links: &[Hyperlink], buffer: &mut Buffer) {
    for link in links.iter().filter(|link| is_sendable(link.url.as_str())) {
        let end = link.column.saturating_add(link.cells);
        for column in link.column..end.min(buffer.area.right()) {
            let Some(cell) = buffer.cell_mut((column, link.row)) else { continue };
            let symbol = cell.symbol().to_owned();
            // A cell that a wide character reaches into is never sent.
            let Some(cells) = std::num::NonZero::new(symbol.cell_width()) else { continue };
            let (id, url) = (link.number, link.url.as_str());
            cell.set_symbol(&format!("\x1b]8;id={id};{url}\x1b\\{symbol}\x1b]8;;\x1b\\"));
            cell.set_diff_option(CellDiffOption::ForcedWidth(cells));
        }
    }
}

fn is_sendable(url: &str) -> bool {
    url.len() <= LONGEST && url.bytes().all(|byte| (0x20..=0x7e).contains(&byte))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::article::SafeUrl;

    #[test]
    fn each_cell_opens_and_closes_its_link_and_keeps_its_width() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        buffer.set_string(0, 0, "a港b", Style::default());
        let url = SafeUrl::new("https://example.org/ü").expect("a web address");
        lay(&[Hyperlink { column: 0, row: 0, cells: 3, number: 4, url }], &mut buffer);
        let cell = &buffer[(1, 0)];
        assert_eq!(cell.symbol(), "\x1b]8;id=4;https://example.org/%C3%BC\x1b\\港\x1b]8;;\x1b\\");
        assert_eq!(cell.cell_width(), 2);
        assert_eq!(buffer[(3, 0)].symbol(), "b");
    }
}

//! Pictures in the page: asked for when an article has some, drawn in cells, cut at the edges, never
//! instead of their words.

use newsprint::app::effect::Effect;
use newsprint::app::message::Message;
use newsprint::config::{Config, Images};
use newsprint::panes::reader::Picture;
use ratatui_image::Resize;
use ratatui_image::picker::Picker;

use crate::desk::Desk;

fn library() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bread.md");
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls. ".repeat(6);
    let text = format!(
        "# Bread at dawn\n\n{words}\n\n![a loaf, cut open](loaf.png)\n\n![far away](https://example.org/far.png)\n\n{words}\n"
    );
    std::fs::write(&file, text).unwrap();
    (folder, file)
}

fn picture(columns: u16) -> Picture {
    let image = image::RgbImage::from_fn(300, 200, |x, y| {
        image::Rgb([u8::try_from(x % 256).unwrap(), u8::try_from(y).unwrap(), 80])
    });
    let size = ratatui::layout::Size::new(columns, 24);
    let cells = Picker::halfblocks().new_protocol(image.into(), size, Resize::Fit(None)).unwrap();
    Picture::new(None, cells)
}

#[test]
fn a_picture_is_asked_for_and_drawn_above_its_words() {
    let (_folder, file) = library();
    let mut desk = Desk::open(std::slice::from_ref(&file), 110, 40, &Config::default(), false);
    desk.press("enter");
    let asked = desk.done.iter().find_map(|effect| match effect {
        Effect::Pictures(wanted) => Some(wanted.clone()),
        _ => None,
    });
    let asked = asked.expect("pictures are asked for");
    assert_eq!(asked.places, ["loaf.png"], "nothing of the web is asked for");
    assert!(asked.file.ends_with("bread.md"));
    let before = desk.screen();
    assert!(before.contains("[picture 1: a loaf, cut open]") && !before.contains('▀'), "{before}");
    let word = desk.app.reader.place().0;
    let (id, columns, place) = (asked.id, asked.columns, "loaf.png".to_owned());
    desk.send(Message::Pictured { id, columns, place, picture: picture(columns) });
    let drawn = desk.screen();
    assert!(drawn.contains('▀') || drawn.contains('▄'), "{drawn}");
    assert!(drawn.contains("[picture 1: a loaf, cut open]"), "its words stay: {drawn}");
    assert_eq!(desk.app.reader.place().0, word, "the word at the top stays");
    for _ in 0..30 {
        desk.press("j").screen();
    }
    desk.resize(50, 12).screen();
    let asked_again = desk.done.iter().filter(|effect| matches!(effect, Effect::Pictures(_))).count();
    assert_eq!(asked_again, 2, "another width wants another picture");
}

#[test]
fn a_picture_has_a_number_and_opens_by_it() {
    let (_folder, file) = library();
    let mut desk = Desk::open(std::slice::from_ref(&file), 110, 40, &Config::default(), false);
    desk.press("enter");
    let page = desk.screen();
    assert!(
        page.contains("[picture 1: a loaf, cut open]") && page.contains("[picture 2: far away]"),
        "{page}"
    );
    desk.press("1").press("o");
    let asked = desk.screen();
    assert!(asked.contains("Open the picture loaf.png"), "nothing opens before the reader says so: {asked}");
    assert!(!desk.done.iter().any(|effect| matches!(effect, Effect::View { .. })));
    desk.press("enter");
    let place = "loaf.png".to_owned();
    assert!(desk.done.contains(&Effect::View { file, place }));
    desk.press("2").press("o");
    assert!(desk.screen().contains("Open example.org"));
    desk.press("esc").press("S");
    let panel = desk.screen();
    assert!(panel.contains("Pictures (2)") && panel.contains("[2]"), "{panel}");
}

#[test]
fn no_picture_is_asked_for_where_the_reader_wants_none() {
    let (_folder, file) = library();
    let config = Config { images: Images::Off, ..Config::default() };
    let mut desk = Desk::open(&[file], 110, 40, &config, false);
    desk.press("enter");
    assert!(!desk.done.iter().any(|effect| matches!(effect, Effect::Pictures(_))));
    assert!(desk.screen().contains("[picture 1: a loaf, cut open]"));
}

#[test]
fn a_picture_kept_inside_the_article_is_asked_for_by_a_short_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bread.md");
    let address = format!("data:image/png;base64,{}", "A".repeat(50_000));
    std::fs::write(&file, format!("# Bread at dawn\n\n![a loaf, cut open]({address})\n\nThe bakers know.\n"))
        .unwrap();
    let mut desk = Desk::open(&[file], 110, 40, &Config::default(), false);
    desk.press("enter");
    let asked = desk.done.iter().find_map(|effect| match effect {
        Effect::Pictures(wanted) => Some(wanted.places.clone()),
        _ => None,
    });
    let places = asked.expect("pictures are asked for");
    assert!(places.iter().all(|place| place.starts_with("embedded:") && place.len() < 60), "{places:?}");
    assert!(desk.screen().contains("[picture: a loaf, cut open]"));
}

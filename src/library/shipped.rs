//! Owns the articles that come inside the program, for a reader who has none yet. It refuses to be
//! mixed with a library of the reader's own.

/// Names a shipped article and takes its bytes in.
macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("articles/", $name), include_bytes!(concat!("../../articles/", $name)))),*]
    };
}

/// The files of `articles/`, by path.
pub static SHIPPED: &[(&str, &[u8])] = shipped![
    "2018-04-07-a-bicycle-in-forty-pieces.md",
    "a-library-of-seeds.html",
    "a-ponte-que-canta.md",
    "der-letzte-fahrplan.txt",
    "el-cine-de-verano.txt",
    "how-tides-are-foretold.md",
    "la-banda-del-lunedi.md",
    "la-bibliotheque-qui-flotte.md",
    "la-mujer-que-escucha-las-campanas.md",
    "le-four-du-jeudi.txt",
    "le-phare-de-kerlaven-passe-le-relais.txt",
    "les-abeilles-du-toit.html",
    "minato-no-akari.md",
    "night-train.txt",
    "reading-with-newsprint.md",
    "saati-al-mina.md",
    "the-lamplighters-of-port-merrin.md",
    "the-last-row-of-the-meridian.html",
    "the-map-that-lied.md",
    "wie-man-brot-liest.md",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::SHIPPED;

    #[test]
    fn every_file_of_the_folder_comes_inside_the_program() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (files, _) = crate::library::scan::files(&[root.join("articles")], true);
        let names: Vec<_> =
            files.iter().map(|f| f.strip_prefix(root).unwrap().to_string_lossy().into_owned()).collect();
        let shipped: Vec<_> = SHIPPED.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(shipped, names);
    }
}

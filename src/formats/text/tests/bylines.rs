//! Who wrote it: names behind a word that says so, and names beside the day.

use super::heads::{STORY, under};
use super::{byline, day, read};

#[test]
fn bylines_of_many_languages_are_read() {
    for (line, name) in [
        ("By Ada Morrow", "Ada Morrow"),
        ("Par Maëlle Rio", "Maëlle Rio"),
        ("Von Jana Kurz", "Jana Kurz"),
        ("Por Inés Vega", "Inés Vega"),
        ("Di Carla Neri", "Carla Neri"),
        ("Door Piet de Wit", "Piet de Wit"),
        ("Av Erik Dahl", "Erik Dahl"),
        ("Af Ida Holm", "Ida Holm"),
        ("Autor: Jan Nowak", "Jan Nowak"),
        ("Írta: Nagy Anna", "Nagy Anna"),
        ("Teksti: Aino Salo", "Aino Salo"),
        ("Yazan: Ayşe Kaya", "Ayşe Kaya"),
        ("Автор: Анна Белова", "Анна Белова"),
        ("Συντάκτης: Άννα Νικολάου", "Άννα Νικολάου"),
        ("بقلم: ليلى حداد", "ليلى حداد"),
        ("מאת: נועה לוי", "נועה לוי"),
        ("作者：王小明", "王小明"),
        ("文／山田花子", "山田花子"),
        ("Oleh: Sari Dewi", "Sari Dewi"),
    ] {
        let article =
            read("x.txt", format!("The ferry goes north\n\n{line}\n\n{STORY}\n\n{STORY}\n").as_bytes());
        assert_eq!(byline(&article), [name], "{line}");
        assert!(article.plain_text().starts_with("The ferry left"), "{line}");
    }
}

#[test]
fn a_name_beside_the_day_is_the_writers() {
    for (head, names) in [
        ("Ada Morrow\n12 May 2019", &["Ada Morrow"][..]),
        ("12 May 2019\nAda Morrow", &["Ada Morrow"]),
        ("Ada Morrow, 12 May 2019", &["Ada Morrow"]),
        ("Inès Petit — 12 mai 2019", &["Inès Petit"]),
        ("Jana Kurz | 12.05.2019, 10:14 Uhr | Lesezeit: 3 Min.", &["Jana Kurz"]),
        ("Ada Morrow and Tom Abara\n\n12 May 2019", &["Ada Morrow", "Tom Abara"]),
        ("12 May 2019 by Ada Morrow", &["Ada Morrow"]),
        ("Ada Morrow Harbour reporter\n12 May 2019", &["Ada Morrow"]),
        ("Анна Белова, Архангельск\n12 мая 2019", &["Анна Белова"]),
        ("山田花子\u{3000}2019年5月12日", &["山田花子"]),
        ("ليلى حداد - الرباط\n12 مايو 2019", &["ليلى حداد"]),
    ] {
        let article = under(head);
        assert_eq!((byline(&article), day(&article).as_str()), (names.to_vec(), "2019-05-12"), "{head}");
        assert!(article.plain_text().starts_with("The ferry left"), "{head}");
    }
}

#[test]
fn places_sections_and_labels_beside_the_day_are_nobody() {
    for head in [
        "New York, 12 May 2019",
        "Gdynia - 12 May 2019",
        "Climate Change\n12 May 2019",
        "Publicado El 12 mayo 2019",
    ] {
        let article = under(head);
        assert_eq!((byline(&article).as_slice(), day(&article).as_str()), (&[][..], "2019-05-12"), "{head}");
    }
}

#[test]
fn what_somebody_is_and_where_stays_out_of_the_names() {
    for (line, name) in [
        ("By Ada Morrow, harbour correspondent", "Ada Morrow"),
        ("By Ada Morrow in Gdynia", "Ada Morrow"),
        ("Par Inès Petit, envoyée spéciale à Lyon", "Inès Petit"),
        ("Par Inès Petit (Alès, correspondante)", "Inès Petit"),
        ("Von Jana Kurz, Berlin", "Jana Kurz"),
    ] {
        let article = under(&format!("{line}\n12.05.2019"));
        assert_eq!((byline(&article), day(&article).as_str()), (vec![name], "2019-05-12"), "{line}");
    }
}

#[test]
fn a_name_is_told_in_the_ways_of_more_languages() {
    for (head, names) in [
        ("Door onze verslaggever Sanne Kuijpers\n12 mei 2019", &["Sanne Kuijpers"][..]),
        ("Por Renata Figueira, g1 Serra — Serra Alta\n12/05/2019", &["Renata Figueira"]),
        ("NguNomsa Dube\n12 Meyi 2019", &["Nomsa Dube"]),
        ("Na Amina Juma\n12 Mei 2019", &["Amina Juma"]),
        ("Της Ελένης Μαράκη\n12 Μαΐου 2019", &["Ελένης Μαράκη"]),
        ("김서연 기자\n2019년 5월 12일", &["김서연"]),
        ("โดย สมหญิง ใจดี\n12 พ.ค. 2562", &["สมหญิง ใจดี"]),
        ("लेखक: मीरा जोशी\n12 मई 2019", &["मीरा जोशी"]),
        ("Nguyễn Thu Hà\nNgày 12 tháng 5 năm 2019", &["Nguyễn Thu Hà"]),
        ("Giriş: 12.05.2019 10:21 Güncelleme: 13.05.2019 08:05 Elif Karaca", &["Elif Karaca"]),
    ] {
        let article = under(head);
        assert_eq!((byline(&article), day(&article).as_str()), (names.to_vec(), "2019-05-12"), "{head}");
        assert!(article.plain_text().starts_with("The ferry left"), "{head}: {}", article.plain_text());
    }
}

//! Dumps of small pages by text browsers, in several languages: menu, standfirst, byline, caption, crosshead,
//! sources, other articles and foot.

use super::{byline, day, headline, read};
use crate::article::Article;

fn titles(article: &Article) -> Vec<&str> {
    article.sources.iter().map(|source| source.title.as_deref().unwrap_or("-")).collect()
}

const W3M: &str = r"Nabrzeże

  • Strona główna
  • Polityka
  • Gospodarka
  • Sport
  • Zaloguj
  • Prenumerata

Stary most portowy znów otwarty po dwóch zimach remontu

Samochody i autobusy znów przejadą; ciężarówki poczekają do lata

Autor: Irena Morawska
14 marca 2024, 09:30

  • Facebook
  • WhatsApp

b
Most o świcie. Fot. Lena Fort

Stary żelazny most nad portem otwarto ponownie w czwartek rano, dwie zimy po tym, jak inspektorzy
znaleźli pęknięcia w północnym filarze i zamknęli go dla ruchu.

Ciężarówki muszą poczekać do lata, poinformował zarząd portu. Do tego czasu przejadą tylko
samochody osobowe, autobusy i rowery, i to nie szybciej niż trzydzieści.

Co dalej

„Długo na to czekaliśmy”, powiedziała piekarka z północnego brzegu, która po zamknięciu mostu
straciła połowę klientów.

Remont kosztował jedenaście milionów, dwa razy więcej, niż rada założyła w pierwszym planie. ›

Źródła

  • Zarząd Portu (Nabrzeże): Raport o moście, 12.03.2024
  • Rada Nabrzeża, protokół z 3 lutego 2024

Czytaj także

  • Remont kosztował jedenaście milionów, dwa razy wię
  • o na to czekaliśmy”, powiedziała piekarka z p

  • Strona główna
  • Polityka
  • Gospodarka
  • Sport
  • Zaloguj
  • Prenumerata

© 2024 Nabrzeże. Wszelkie prawa zastrzeżone.
";

const LYNX: &str = r"   [1]Hafenbote
     * [2]Startseite
     * [3]Politik
     * [4]Wirtschaft
     * [5]Sport
     * [6]Anmelden
     * [7]Abo

             Alte Hafenbrücke nach zwei Wintern wieder für den Verkehr frei

   Autos und Busse dürfen ab heute wieder fahren, Lastwagen erst im Sommer

   Von Ilse Brandt

   14. März 2024, 09:30 Uhr

     * [8]Facebook
     * [9]WhatsApp

   b Die Brücke am Morgen. Foto: Lena Furt

   Die alte Eisenbrücke über dem Hafen ist seit Donnerstagmorgen wieder offen, zwei
   Winter nachdem Prüfer Risse im nördlichen Pfeiler gefunden und sie gesperrt
   hatten.

   Lastwagen müssen noch bis zum Sommer warten, teilte die Hafenbehörde mit. Bis
   dahin dürfen nur Autos, Busse und Fahrräder hinüber, und keines schneller als
   dreißig.

Wie es weitergeht

   „Wir haben lange darauf gewartet“, sagte die Bäckerin am Nordufer, die mit der
   Sperrung die Hälfte ihrer Kundschaft verloren hatte.

   Die Arbeiten haben elf Millionen gekostet, doppelt so viel, wie der Rat in seinem
   ersten Plan vorgesehen hatte. [10]›

  Quellen

     * Hafenbehörde (Hafenstadt): Bericht zur Brücke, 12.03.2024
     * Ratsbote, Niederschrift vom 3. Februar 2024

  Mehr zum Thema

     * [11]Die Arbeiten haben elf Millionen gekostet, doppelt
     * [12]haben lange darauf gewartet“, sagte die Bäcke

     * [13]Startseite
     * [14]Politik
     * [15]Wirtschaft
     * [16]Sport
     * [17]Anmelden
     * [18]Abo

   © 2024 Hafenbote. Alle Rechte vorbehalten.

References

   1. https://hafen.example/x
   2. https://hafen.example/x
   3. https://hafen.example/x
   4. https://hafen.example/x
   5. https://hafen.example/x
   6. https://hafen.example/x
   7. https://hafen.example/x
   8. https://hafen.example/x
   9. https://hafen.example/x
  10. https://example.org/plan
  11. https://hafen.example/x
  12. https://hafen.example/x
  13. https://hafen.example/x
  14. https://hafen.example/x
  15. https://hafen.example/x
  16. https://hafen.example/x
  17. https://hafen.example/x
  18. https://hafen.example/x
";

const ELINKS: &str = r"   [1]波止場新聞

     • [2]ホーム
     • [3]政治
     • [4]経済
     • [5]スポーツ
     • [6]ログイン
     • [7]購読

                     古い港の橋、二冬の修理を終えて再び開通

   乗用車とバスは今日から渡れる。トラックは夏まで待つ

   記者 森 稲子
   2024年3月14日 9時30分

     • [8]Facebook
     • [9]WhatsApp

   [10]b夜明けの橋＝福田玲奈撮影

   港にかかる古い鉄橋が木曜の朝、再び開通した。検査員が北側の橋脚にひびを見つ
   けて通行止めにしてから二度の冬が過ぎていた。

   港湾局によると、トラックは夏まで待たなければならない。それまでは乗用車とバ
   スと自転車だけが渡ることができ、時速三十キロを超えてはならない。

今後

   「長いあいだ待っていました」と、橋が閉じて客の半分を失った北岸のパン屋は話
   した。

   修理には千百万がかかり、議会が最初の計画で見込んだ額の二倍になった。 [11]›

  出典

     • 港湾局：橋の報告書、2024年3月12日
     • 波止場議会：議事録、2024年2月3日

  関連記事

     • [12]修理には千百万がかかり、議会が最初の計画で見込んだ額の二倍になった
       。
     • [13]だ待っていました」と、橋が閉じて客の半分を失った北岸のパン屋は話し
       た。

     • [14]ホーム
     • [15]政治
     • [16]経済
     • [17]スポーツ
     • [18]ログイン
     • [19]購読

   © 2024 波止場新聞

References

   Visible links
   1. https://hafen.example/x
   2. https://hafen.example/x
   3. https://hafen.example/x
   4. https://hafen.example/x
   5. https://hafen.example/x
   6. https://hafen.example/x
   7. https://hafen.example/x
   8. https://hafen.example/x
   9. https://hafen.example/x
  11. https://example.org/plan
  12. https://hafen.example/x
  13. https://hafen.example/x
  14. https://hafen.example/x
  15. https://hafen.example/x
  16. https://hafen.example/x
  17. https://hafen.example/x
  18. https://hafen.example/x
  19. https://hafen.example/x
";

#[test]
fn a_small_page_with_a_menu_is_reduced_to_its_article() {
    let article = read("most.txt", W3M.as_bytes());
    assert_eq!(headline(&article), "Stary most portowy znów otwarty po dwóch zimach remontu");
    assert_eq!((byline(&article), day(&article)), (vec!["Irena Morawska"], "2024-03-14".to_owned()));
    assert_eq!(article.crossheads(), ["Co dalej"]);
    assert_eq!(titles(&article).first(), Some(&"Raport o moście"));
    assert_eq!(article.sources.len(), 2, "neither the other articles nor the foot are sources");
    assert!(!article.plain_text().contains("Polityka") && !article.plain_text().contains("Lena Fort"));
}

#[test]
fn the_sources_under_a_dumped_article_are_kept_and_a_day_is_no_item() {
    let article = read("bruecke.txt", LYNX.as_bytes());
    assert_eq!(headline(&article), "Alte Hafenbrücke nach zwei Wintern wieder für den Verkehr frei");
    assert_eq!((byline(&article), day(&article)), (vec!["Ilse Brandt"], "2024-03-14".to_owned()));
    assert_eq!(article.crossheads(), ["Wie es weitergeht"]);
    assert_eq!(titles(&article).first(), Some(&"Bericht zur Brücke"));
    assert_eq!(article.sources.len(), 2);
}

#[test]
fn a_dumped_headline_without_spaces_is_a_headline() {
    let article = read("hashi.txt", ELINKS.as_bytes());
    assert_eq!(headline(&article), "古い港の橋、二冬の修理を終えて再び開通");
    assert_eq!((byline(&article), day(&article)), (vec!["森 稲子"], "2024-03-14".to_owned()));
    assert_eq!(article.crossheads(), ["今後"]);
    assert_eq!(article.sources.len(), 2);
}

#[test]
fn the_day_of_the_last_change_stands_in_for_a_day_that_is_missing() {
    let article =
        read("x.txt", "Most otwarty\n\nUpdated: 14/03/2024 09:30\n\nThe bridge is open.\n".as_bytes());
    assert_eq!(day(&article), "2024-03-14");
}

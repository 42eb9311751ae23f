# Was newsprint sagt, auf Deutsch. Die Erläuterungen stehen in en.ftl.

month-1 = Jan.
month-2 = Feb.
month-3 = März
month-4 = Apr.
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug.
month-9 = Sept.
month-10 = Okt.
month-11 = Nov.
month-12 = Dez.
day = { $day }. { $month } { $year }
day-guessed = ca. { $day }

scope-headlines = In der Liste
scope-article = Im Artikel
scope-sources = In den Quellen
scope-passage = Beim Wählen von Wörtern
scope-notes = In den Notizen
scope-note = Beim Schreiben einer Notiz
scope-prompt = Beim Tippen einer Suche
scope-palette = In der Palette
scope-help = In dieser Hilfe
scope-problems = In den Problemen
scope-places = In den Orten
scope-question = Bei einer Frage

command-open = den ausgewählten Artikel öffnen
    .hint = öffnen
command-search = alle Artikel beim Tippen durchsuchen
    .hint = suchen
command-back = zurück zur Liste
    .hint = zurück
command-find = Wörter im Artikel finden
    .hint = finden
command-toggle-read = als gelesen markieren, oder wieder als ungelesen
    .hint = gelesen
command-toggle-star = einen Stern setzen oder wegnehmen
    .hint = Stern
command-sources = Quellen und Links des Artikels zeigen
    .hint = Quellen
command-toggle-later = für später zurücklegen, oder nicht mehr
command-tag = Schlagwörter geben, oder mit Bindestrich davor nehmen
command-toggle-hidden = aus Listen ausblenden, oder wieder zeigen
command-range = einen Bereich beginnen: die nächste Markierung gilt für alle darin
command-pick = einzeln wählen: die nächste Markierung gilt für alle gewählten
command-note = eine Notiz zum Artikel schreiben
command-notes = alle Notizen und Hervorhebungen auflisten
command-choose-words = Wörter wählen, um sie hervorzuheben oder zu notieren
command-next-highlight = zur nächsten Hervorhebung
command-previous-highlight = zur vorigen Hervorhebung
command-passage-light = die gewählten Wörter hervorheben
    .hint = hervorheben
command-passage-note = eine Notiz zu den gewählten Wörtern schreiben
    .hint = Notiz
command-passage-copy = die gewählten Wörter mit Quelle kopieren
    .hint = kopieren
command-passage-darken = die Hervorhebung dort wegnehmen
    .hint = wegnehmen
command-passage-next = zum nächsten Satz
command-passage-previous = zum vorigen Satz
command-passage-longer = ein Wort mehr am Ende
command-passage-shorter = ein Wort weniger am Ende
command-passage-more = ein Satz mehr am Ende
command-passage-fewer = ein Satz weniger am Ende
command-passage-earlier = ein Wort früher beginnen
command-passage-later = ein Wort später beginnen
command-passage-paragraph = den ganzen Absatz wählen
command-passage-next-paragraph = zum nächsten Absatz
command-passage-previous-paragraph = zum vorigen Absatz
command-passage-end = nichts mehr wählen
    .hint = beenden
command-note-open = den Artikel dort öffnen
    .hint = öffnen
command-note-edit = die Notiz schreiben oder ändern
    .hint = ändern
command-note-keep = die Notiz behalten
    .hint = behalten
command-note-outside = im eigenen Editor schreiben
    .hint = Editor
command-note-drop = Getipptes verwerfen
    .hint = verwerfen
command-undo = die letzte Markierung zurücknehmen
    .hint = zurücknehmen
command-redo = noch einmal tun, was zurückgenommen wurde
command-down = eine Zeile oder einen Titel hinunter
command-up = eine Zeile oder einen Titel hinauf
command-page-down = einen Bildschirm hinunter
command-page-up = einen Bildschirm hinauf
command-half-down = einen halben Bildschirm hinunter
command-half-up = einen halben Bildschirm hinauf
command-top = ganz nach oben
command-bottom = ganz nach unten
command-read-on = im Artikel weiterblättern; an seinem Ende den nächsten ungelesenen öffnen
command-read-back = im Artikel zurückblättern
command-next = zum nächsten Treffer oder, ohne Suche, zum nächsten ungelesenen Artikel
command-previous = zum vorigen Treffer oder ungelesenen Artikel
command-follow = dem angeleuchteten Link oder dem der getippten Nummer folgen; sonst eine Zeile tiefer
command-escape = die Treffer löschen; ohne Treffer zurück
command-next-article = den nächsten Artikel öffnen
command-previous-article = den vorigen Artikel öffnen
command-next-crosshead = zur nächsten Zwischenüberschrift
command-previous-crosshead = zur vorigen Zwischenüberschrift
command-leftovers = zeigen, was newsprint für Reste einer Webseite hielt
command-mark-all-read = alle Artikel der Liste als gelesen markieren, nach Rückfrage
command-mark-above-read = alles darüber als gelesen markieren, nach Rückfrage
command-mark-below-read = alles darunter als gelesen markieren, nach Rückfrage
command-unread-only = nur ungelesene Artikel zeigen, oder wieder alle
command-starred-only = nur Artikel mit Stern zeigen, oder wieder alle
command-order = nach Datum, ungelesen, Titel, Medium oder Relevanz sortieren
command-reverse = die Reihenfolge umdrehen
command-clear = die Auswahl beenden oder die Suche leeren
command-browse = die Seite des Artikels im Browser öffnen, nach Rückfrage
command-copy-link = die Adresse des Artikels kopieren
command-copy-citation = Titel, Medium, Tag und Adresse kopieren
command-other-pane = von der Liste zum Artikel und zurück
command-zen = nur den Artikel zeigen, oder wieder die Liste
command-narrower = die Zeilen kürzer machen
command-wider = die Zeilen länger machen
command-rescan = die Dateien neu lesen
command-problems = die Dateien auflisten, die nicht gelesen werden konnten
command-places = zu einer Bibliothek, einem Ressort oder einer gemerkten Suche gehen
command-go = dorthin gehen
    .hint = gehen
command-palette = einen Befehl beim Namen finden
command-source-open = die Quelle öffnen oder im Netz suchen
    .hint = öffnen
command-source-copy = ihre Adresse kopieren
    .hint = kopieren
command-source-copy-citation = Verlag, Titel, Tag und Adresse kopieren
command-source-archive = sie im Webarchiv suchen, vom Tag der Quelle
    .hint = Archiv
command-source-search = sie im Netz suchen
    .hint = suchen
command-overlay-down = hinunter
command-overlay-up = hinauf
command-typed-down = hinunter
command-typed-up = hinauf
command-overlay-page-down = einen Bildschirm hinunter
command-overlay-page-up = einen Bildschirm hinauf
command-run = den ausgewählten Befehl ausführen
    .hint = ausführen
command-close = schließen
    .hint = schließen
command-close-typed = schließen
    .hint = schließen
command-yes = es tun
    .hint = ja
command-no = es lassen
    .hint = nein
command-search-done = die Suche behalten und weiterlesen
    .hint = fertig
command-search-cancel = die Suche verwerfen
    .hint = verwerfen
command-complete = das Getippte vervollständigen: Schlagwort, Feld oder Wert
command-complete-back = den vorigen Vorschlag wählen
command-search-next = zum nächsten Treffer
command-search-previous = zum vorigen Treffer
command-suspend = zurück zur Shell; `fg` kehrt wieder
command-mouse = die Maus dem Terminal überlassen oder zurückholen, bis zum Ende
command-redraw = den Bildschirm neu zeichnen
command-quit = beenden
    .hint = beenden
command-quit-now = beenden, von überall
command-interrupt = beenden
command-help = alle Tasten zeigen
    .hint = Tasten

next-match = weiter
no-match = kein Treffer
prompt-search = alles durchsuchen:
prompt-replaces = ein Buchstabe ersetzt es, ein Pfeil ändert es
prompt-tags = Schlagwörter:
prompt-find = finden:
field-title = Wörter der Überschrift
field-author = wer es schrieb
field-source = Medium oder zitierte Quellen
field-tag = ein Schlagwort
field-note = Wörter der eigenen Notizen
field-in = Ordner oder Pfad
field-lang = Sprache
field-is = was damit getan wurde
field-has = was er enthält
field-before = vor einem Tag
field-after = nach einem Tag
field-date = ein Tag, Monat oder Jahr
articles =
    { $count ->
        [one] 1 Artikel
       *[other] { $count } Artikel
    }
read-so-far = { $percent } %
minutes-left = noch { $count } Min.
unsaved = Markierungen werden nicht gespeichert: { $why }
not-bound = { $key } bewirkt hier nichts
help-by = { $key } zeigt die Tasten

unread-of = { $unread } von { $total } ungelesen
found-of = { $found } von { $total }
reading-files = Dateien werden gelesen: { $count }
problems-there =
    { $count ->
        [one] 1 Problem (!)
       *[other] { $count } Probleme (!)
    }
standard-input = Standardeingabe
shipped-articles = die Artikel, die newsprint mitbringt
place-and-more = { $place } und { $count } weitere
too-small = zu klein: { $columns }x{ $rows } nötig

minutes = { $count } Min.
sources =
    { $count ->
        [one] 1 Quelle
       *[other] { $count } Quellen
    }
link-only = nur Link
nothing-has = Nichts enthält „{ $query }“.
everything-by = { $key } zeigt alles.
no-articles = Hier gibt es keine Artikel.
no-articles-place = Nennen Sie eine Datei oder einen Ordner:
no-articles-config = oder einen in der Konfiguration:
reading = Dateien werden gelesen
still-reading = Dateien werden noch gelesen

keys = Tasten
type-to-search = zum Suchen tippen
nothing-by-that-name = nichts heißt so
commands = Befehle
problems-heading = Probleme ({ $count })
no-problems = alles konnte gelesen werden
configuration = Konfiguration
sources-heading = Quellen ({ $count })
links-heading = Links ({ $count })
pictures-heading = Bilder ({ $count })
not-web-address = keine Webadresse: { $address }
ask-open = { $host } öffnen
ask-picture = Das Bild { $name } öffnen
ask-search = { $words } im Netz suchen: { $host }
ask-archive = Im Archiv nachsehen: { $host }
question-too-small = Das Fenster ist zu klein, um zu zeigen, wohin das führt.
ask-all =
    { $count ->
        [one] 1 ungelesenen Artikel dieser Liste als gelesen markieren?
       *[other] { $count } ungelesene Artikel dieser Liste als gelesen markieren?
    }
ask-above =
    { $count ->
        [one] 1 ungelesenen Artikel über diesem als gelesen markieren?
       *[other] { $count } ungelesene Artikel über diesem als gelesen markieren?
    }
ask-below =
    { $count ->
        [one] 1 ungelesenen Artikel unter diesem als gelesen markieren?
       *[other] { $count } ungelesene Artikel unter diesem als gelesen markieren?
    }

looking-again = die Dateien werden neu gelesen
nothing-to-open = nichts zu öffnen
no-leftovers = newsprint hat aus diesem Artikel nichts weggelassen
no-unread-below = kein ungelesener Artikel darunter
no-unread-above = kein ungelesener Artikel darüber
first-article = das ist der erste Artikel
last-article = das ist der letzte Artikel
no-heading-below = keine Zwischenüberschrift darunter
no-heading-above = keine Zwischenüberschrift darüber
measure = Zeilenlänge { $cells }
still-showing = { $wrong }; noch gezeigt: „{ $query }“
not-in-article = „{ $words }“ steht nicht in diesem Artikel
search-all-instead = In allen Artikeln danach suchen?
sorted-by-date = nach Datum sortiert
sorted-by-unread = nach ungelesen sortiert
sorted-by-title = nach Titel sortiert
sorted-by-outlet = nach Medium sortiert
sorted-by-relevance = nach Relevanz sortiert
order-turned = , umgedreht
no-sources = dieser Artikel nennt keine Quelle und keinen Link
no-address = dieser Artikel nennt keine eigene Adresse
no-number = hier gibt es kein [{ $number }]
archive-needs-address = das Archiv braucht eine Adresse, und diese Quelle nennt keine
copied = in die Zwischenablage geschickt: { $text }
too-long-to-copy = zu lang für die Zwischenablage eines Terminals
opened = geöffnet: { $host }
not-opened = nicht geöffnet: { $why }; setzen Sie `opener` in der Konfiguration auf ein Programm, das Links öffnet
not-web = nicht geöffnet: das werden nur Webadressen, und dies ist `{ $address }`
no-opener = kein Programm zum Öffnen von Links gefunden
no-picture = nicht geöffnet: neben dem Artikel liegt kein Bild { $name }
marks-not-kept = Markierungen werden nicht behalten: kein Benutzerordner bekannt; setzen Sie HOME oder XDG_CONFIG_HOME
marks-unreadable = Markierungen konnten nicht gelesen werden: { $why }

undo-by = { $key } nimmt es zurück
taken-back = zurückgenommen: { $deed }
done-again = noch einmal getan: { $deed }
nothing-to-take-back = nichts zurückzunehmen
nothing-to-do-again = nichts noch einmal zu tun
all-read = alles Gezeigte ist schon gelesen
all-read-above = alles darüber ist schon gelesen
all-read-below = alles darunter ist schon gelesen
deed-to-many = { $deed }: { $count } Artikel
deed-to-one = { $deed }: { $headline }
deed-read = als gelesen markiert
deed-unread = als ungelesen markiert
deed-finished = als ausgelesen markiert
deed-unfinished = als nicht ausgelesen markiert
deed-starred = Stern gesetzt
deed-unstarred = Stern weggenommen
deed-later = für später zurückgelegt
deed-not-later = nicht mehr zurückgelegt
deed-hidden = verborgen
deed-unhidden = nicht mehr verborgen
deed-tagged =
    { $count ->
        [one] Schlagwort { $tag } gesetzt
       *[other] Schlagwörter { $tag } gesetzt
    }
deed-untagged =
    { $count ->
        [one] Schlagwort { $tag } weggenommen
       *[other] Schlagwörter { $tag } weggenommen
    }
deed-noted = Notiz geschrieben
deed-note-gone = Notiz weggenommen
deed-highlighted = hervorgehoben
deed-highlight-gone = Hervorhebung weggenommen
deed-other = markiert
chosen-articles =
    { $count ->
        [one] 1 Artikel gewählt: die nächste Markierung gilt ihm; Esc beendet
       *[other] { $count } Artikel gewählt: die nächste Markierung gilt allen; Esc beendet
    }
ask-choice = { $count } Artikel: { $deed }?
all-so-already = nichts zu ändern: es ist schon so
nothing-to-mark = hier ist nichts zu markieren
clear-search = alle zeigen

nothing-lit = dort ist nichts hervorgehoben
no-highlight-below = keine Hervorhebung weiter unten
no-highlight-above = keine Hervorhebung weiter oben
no-notes = noch keine Notizen und Hervorhebungen
not-in-library = nicht in der Bibliothek
note-on-words = Notiz zu diesen Wörtern
note-again = was getippt war, ist wieder da
note-on-article = Notiz zum Artikel
notes-heading = Notizen und Hervorhebungen ({ $count })

# Langes Lesen, und Ordner, die nicht beobachtet werden.
reading-some = { $files } Dateien · { $rate }/s
reading-most = { $bar } { $files }/{ $total } · { $rate }/s · { $left }
seconds-left = noch { $count } s
unwatched = Änderungen werden nicht bemerkt: { $why }; { $key } sieht noch einmal nach
unwatched-full = das System überwacht nicht mehr Ordner
unwatched-folder = ein Ordner ist nicht da
unwatched-over = der Prozess, der Ordner überwacht, ist beendet
place-absent = { $place } ist nicht da; die Artikel bleiben in der Liste
place-not-there = { $place } ist nicht da
absent-elsewhere = { $key } führt zu einer anderen Bibliothek
absent-again = { $key } sieht noch einmal nach
absent-problems = { $key } zeigt die Probleme
article-gone = die Datei ist nicht mehr da; was Sie lesen, bleibt, bis Sie es verlassen
article-changed = in der Datei steht jetzt etwas anderes; was Sie lesen, bleibt, bis Sie es verlassen

scope-outline = In den Zwischentiteln
command-outline = die Zwischentitel des Artikels zeigen
command-outline-go = zum Zwischentitel gehen
    .hint = gehen
command-next-link = den nächsten Link anleuchten; Enter folgt ihm
command-previous-link = den vorigen Link anleuchten
command-link-hints = Buchstaben auf die sichtbaren Links setzen, um einem zu folgen
command-history-back = zurück, wo Sie vorher lasen
command-history-forward = wieder vorwärts
command-keep-place = diese Stelle unter einem Buchstaben merken
command-go-to-place = zu einer gemerkten Stelle gehen
right-to-left = von rechts nach links · stehen die Buchstaben verkehrt herum, hilft bidi = "visual"
outline = Zwischentitel
any-letter = merkt diese Stelle
keep-place = Diese Stelle merken
go-to-place = Zu einer Stelle gehen
place-before = wo Sie vorher waren
letters-only = Stellen werden unter Buchstaben gemerkt, a bis z und A bis Z
no-place = unter { $letter } ist keine Stelle gemerkt
no-lettered = kein Link hat { $letters }
no-links-here = hier ist kein Link zu sehen
no-places = noch keine Stelle gemerkt
place-kept = gemerkt unter { $letter }: { $headline }
nothing-before = nichts, wohin es zurückgeht
nothing-after = nichts, wohin es weitergeht
no-headings = dieser Artikel hat keine Zwischentitel
no-link-below = kein Link weiter unten
no-link-above = kein Link weiter oben
themes = Farben
theme-is-light = hell
theme-is-dark = dunkel
theme-is-terminal = Farben des Terminals
theme-is-colourless = ohne Farbe
theme-kept = Thema { $theme } von jetzt an, bis die Konfiguration ein anderes nennt
mouse-off = die Maus gehört dem Terminal, bis zum Ende oder bis zum nächsten Mal
mouse-on = die Maus wirkt wieder hier
no-themes = Farbe ist hier nicht erwünscht, also gibt es kein Thema zu wählen
scope-themes = In den Farbthemen
command-themes = ein Farbthema wählen
command-theme-keep = dieses Thema behalten
    .hint = behalten
command-theme-leave = zum vorigen Thema zurück
    .hint = zurück

# Der Zeilenmodus (--plain).
plain-list = die Artikel vom ersten an auflisten
plain-more = mit der Liste oder dem Artikel fortfahren; Enter allein tut es auch
plain-open = einen Artikel mit seiner Nummer öffnen oder, bei den Quellen, eine Quelle; die Nummer allein genügt
plain-search = die Artikel mit diesen Wörtern auflisten; ohne Wörter alle
plain-leftovers = vorlesen, was newsprint für Reste der Webseite hielt
plain-read = als gelesen markieren: den offenen Artikel oder den mit dieser Nummer
plain-unread = als ungelesen markieren: den offenen Artikel oder den mit dieser Nummer
plain-note = eine Notiz zum offenen Artikel schreiben; ohne Wörter sie vorlesen
plain-tags = die Schlagwörter des offenen Artikels nennen
plain-tag = dem offenen Artikel ein Schlagwort geben
plain-untag = dem offenen Artikel ein Schlagwort nehmen
plain-help = dies sagen
plain-welcome = help nennt die Befehle.
plain-unreadable =
    { $count ->
        [one] { $count } Datei ist nicht lesbar: newsprint check sagt, warum
       *[other] { $count } Dateien sind nicht lesbar: newsprint check sagt, warum
    }
plain-reading =
    { $count ->
        [one] { $count } Datei wird gelesen; das dauert etwas.
       *[other] { $count } Dateien werden gelesen; das dauert etwas.
    }
plain-is-unread = ungelesen
plain-is-starred = mit Stern
plain-is-later = für später
plain-list-end = Das war alles: { $total }.
plain-list-more = { $shown } von { $total }; Enter für mehr.
plain-page = Seite { $page } von { $pages }, noch { $count } Min.; Enter für mehr.
plain-article-end = Ende des Artikels. next, sources, star oder back.
plain-no-number = Unter dieser Nummer gibt es hier nichts.
plain-open-first = Öffnen Sie erst einen Artikel.
plain-no-note = Es gibt keine Notiz.
plain-name-tag = Nennen Sie ein Schlagwort: tag NAME.
plain-no-tags = Es gibt keine Schlagwörter.
plain-sources-open = open mit einer Nummer öffnet eine: den Artikel selbst, wenn er in Ihrer Bibliothek ist, sonst den Browser; back kehrt zur Liste zurück.
plain-is-here = in Ihrer Bibliothek
plain-unknown = „{ $word }“ kenne ich nicht; meinten Sie { $near }? help nennt die Befehle.
plain-or = oder
takes-number = N
takes-words = WÖRTER
takes-text = TEXT
takes-name = NAME
places-heading = Orte
libraries = Bibliotheken
sections = Ressorts
saved-searches = Suchen
place-open = offen
nowhere-to-go = kein Ziel: nennen Sie Bibliotheken und Suchen in der Konfiguration
config-reloaded = die Konfiguration wurde neu gelesen
config-broken = die Konfiguration gilt nicht: { $why }

# Die Bibliothek als Ganzes, und was den Bildschirm verlässt.
scope-outlets = In den Medien
scope-related = In den verwandten Artikeln
command-copy-citation-markdown = einen Nachweis des Artikels als Markdown kopieren
command-copy-citation-bibtex = einen Nachweis des Artikels als BibTeX kopieren
command-copy-citation-csl = einen Nachweis des Artikels als CSL-JSON kopieren
command-quote = den Satz am Treffer oder oben mit seiner Herkunft kopieren
command-related = Artikel mit gemeinsamen Quellen oder seltenen Wörtern auflisten
command-outlets = die Medien auflisten: wer veröffentlicht, wer zitiert wird
command-export = den Artikel in eine Datei schreiben: Markdown, Text, HTML oder EPUB
command-export-list = alle Artikel der Liste in eine Datei schreiben
command-edit = eine Kopie des Artikels im Editor öffnen
command-pager = eine Kopie des Artikels im Pager öffnen
command-pipe = den Artikel an das Programm aus der Konfiguration geben
command-source-browse = ihre Adresse öffnen, auch wenn sie in der Bibliothek ist
command-source-copy-markdown = einen Nachweis als Markdown kopieren
command-source-copy-bibtex = einen Nachweis als BibTeX kopieren
command-source-copy-csl = einen Nachweis als CSL-JSON kopieren
command-outlet-show = auflisten, was von ihm ist und was es zitiert
    .hint = zeigen
command-outlet-sort = nach Namen ordnen, oder wieder nach Anzahl
    .hint = ordnen
command-related-open = den Artikel öffnen
    .hint = öffnen
counting-outlets = die Medien werden angesehen
looking-for-related = verwandte Artikel werden gesucht
outlets-heading = Medien ({ $count })
no-outlets = kein Artikel nennt sein Medium oder eine Quelle
related-heading = Verwandt ({ $count })
no-related = kein Artikel teilt Quellen oder seltene Wörter mit diesem
citations =
    { $count ->
        [one] einmal zitiert
       *[other] { $count }-mal zitiert
    }
shares-sources =
    { $count ->
        [one] teilt 1 Quelle
       *[other] teilt { $count } Quellen
    }
one-cites-other = einer zitiert den anderen
both-mention = beide erwähnen { $words }
in-your-library = in Ihrer Bibliothek: Enter öffnet sie
cited-by-others =
    { $count ->
        [one] auch von einem weiteren Ihrer Artikel zitiert
       *[other] auch von { $count } Ihrer Artikel zitiert
    }
cites-this = zitiert diesen Artikel
one-publisher = alle Quellen sind von einem Medium
publishers =
    { $count ->
        [one] 1 Medium
       *[other] { $count } Medien
    }
source-ages = { $least } bis { $most } vor dem Artikel
nothing-to-quote = hier ist kein Satz
prompt-export = schreiben nach:
unknown-form = unbekannte Dateiart: der Name muss auf { $known } enden
ask-over = Diese Datei gibt es schon. Überschreiben?
exported =
    { $count ->
        [one] 1 Artikel nach { $path } geschrieben
       *[other] { $count } Artikel nach { $path } geschrieben
    }
not-exported = nicht geschrieben: { $path }: { $why }
not-over-article = { $path } ist ein Artikel und wird nie überschrieben: wählen Sie einen anderen Namen
not-remembered = für den nächsten Start nicht behalten: { $path }: { $why }
failed-inside = das ist in newsprint selbst gescheitert; R liest die Bibliothek neu
not-started = { $program } ließ sich nicht starten: { $why }; setzen Sie `editor` oder `pager` in der Konfiguration
piped = an { $program } gegeben
not-piped = { $program } ist gescheitert: { $why }
no-pipe = kein Programm, das Artikel nimmt: setzen Sie `pipe` in der Konfiguration

# Was über Dateien, Anfragen und die Konfiguration gesagt wird.
problem-binary = scheint binär zu sein
problem-missing = gibt es nicht
problem-forbidden = keine Berechtigung
problem-folder = ist ein Ordner
problem-irregular = ist keine gewöhnliche Datei
problem-loop = ist ein Verweis, der auf sich selbst führt
problem-large = ist größer als { $size } MB
problem-vanished = verschwand beim Lesen
problem-broken = konnte nicht gelesen werden: { $why }
problem-parser = die Auswertung dieser Datei ist gescheitert
problem-packed = mehr als zweimal gepackt
problem-no-articles = keine Artikel in dieser Datei
problem-cut-early = vor dem ersten Artikel beschädigt oder abgeschnitten
problem-nested-parts = zu viele ineinander geschachtelte Teile
problem-no-headers = keine Kopfzeilen einer gespeicherten Seite
problem-no-message = keine Nachricht in diesem Postfach
problem-no-table = keine Einträge in dieser Tabelle
problem-no-feed-entries = keine Einträge in diesem Feed
problem-no-feed = diese XML-Datei ist kein Feed
problem-no-book = kein Buch darin: { $why }
problem-no-page = keine Seite in diesem Archiv
problem-no-text = enthält keinen lesbaren Artikel
problem-gone = der Artikel ist nicht mehr in der Datei; R liest die Dateien neu
warning-no-text = kein Text: unter der Überschrift steht nichts
warning-empty = die Datei ist leer
warning-nothing = in dieser Datei gibt es nichts zu lesen
warning-only-matter = unter dem Kopf der Datei gibt es nichts zu lesen
warning-no-day = das Datum { $date } im Kopf der Datei nennt keinen Tag und wurde weggelassen
warning-matter = der Kopf der Datei ist beschädigt: gelesen, soweit es ging
warning-empty-page = kein lesbarer Text auf dieser Seite
warning-deep = zu tief verschachtelt: nur der reine Text ist geblieben
warning-deep-or-long = zu tief verschachtelt oder zu lang: nur der reine Text ist geblieben
warning-tags = zu viele Tags: nur der reine Text ist geblieben
warning-open-tags = zu viele offene Tags: nur der reine Text ist geblieben
warning-huge-tag = ein maßlos langes Tag: nur der reine Text ist geblieben
warning-packed = die gepackten Daten sind beschädigt oder abgeschnitten
warning-unpacked = entpackt zu groß: das Ende fehlt
warning-empty-letter = kein lesbarer Text in dieser Nachricht
warning-knotted = zu viele Teile ineinander: als reiner Text gelesen
warning-long-letter = eine sehr lange Nachricht: das Ende fehlt
warning-no-page = keine Seite in dieser Datei
warning-feed-link = nur ein Link: der Feed enthält keinen Text dieses Eintrags
warning-export-link = nur ein Link: der Export enthält keinen Text dieses Artikels
warning-feed-cut = der Feed ist beschädigt oder abgeschnitten: hier ist, was lesbar war
warning-export-cut = der Export ist beschädigt oder abgeschnitten: hier ist, was lesbar war
warning-marked = nur die markierten Stellen: mehr enthält der Export nicht
warning-empty-book = kein lesbarer Text in diesem Buch
warning-chapter = Kapitel { $name } fehlt, ist beschädigt oder zu groß
warning-sealed = Kapitel { $name } ist kein Text: vielleicht ist es verschlüsselt
warning-long-book = zu groß: { $name } und was darauf folgt, wurde ausgelassen
warning-lines = mehr als { $count } Zeilen: die übrigen sind verbunden
warning-entries = mehr als 10.000 Einträge: der Rest wurde ausgelassen
warning-first-bytes = nur die ersten 16 MB wurden gelesen
warning-changed = während des Lesens geändert
warning-beside = zu viel Text neben dieser Liste: nicht weiter gelesen
warning-links = mehr Links, als behalten werden können: die übrigen sind Wörter
warning-messages = { $count } weitere Nachrichten wurden ausgelassen
warning-large-entry = { $name } ist zu groß und wurde ausgelassen
query-no-field = kein Feld { $name }: — meinten Sie { $meant }:? In Anführungszeichen sind es Wörter
query-language = lang: nimmt das Kürzel einer Sprache: en, fr, de …
query-date = kein Datum; schreiben Sie 2016, 2016-12 oder 2016-12-08
query-nested = mehr als { $levels } ineinander geschachtelte Klammern
query-regex-open = hinter dem regulären Ausdruck fehlt /
query-regex-wrong = kein regulärer Ausdruck: { $what }
query-takes = { $field } nimmt { $names }
slip-unreadable = die Konfiguration ist nicht lesbar: { $file }: { $why }; es gelten die Vorgaben
slip-at = { $what }: { $file }, Zeile { $line }, Spalte { $column }: { $advice }
slip-preset = es gibt keine Belegung `{ $name }`; { $hint }
slip-place = kein solcher Ort; { $hint }
slip-there-are = es gibt { $known }
slip-keys = keys.{ $place }: { $what }
slip-theme = Thema: { $what }
slip-marks = die Markierungen sind nicht lesbar: { $why }
slip-theme-at = { $theme }.toml, Zeile { $line }, Spalte { $column }: { $what }
slip-theme-near = es gibt kein Thema { $name }; meinten Sie { $near }?
slip-theme-unknown = es gibt kein Thema { $name }
slip-theme-circle = das Thema { $name } erbt von sich selbst oder von zu weit her
slip-theme-role-near = nichts heißt { $name }; meinten Sie { $near }?
slip-theme-role = nichts heißt { $name }
slip-theme-colour = { $name } ist keine Farbe; schreiben Sie #rrggbb, eine Zahl bis 255, einen Namen wie red oder einen aus [palette]
slip-unknown-option = unbekannte Option { $name }
slip-unknown-library = unbekannte Bibliothek { $name }
slip-near = meinten Sie { $name }?
slip-known = bekannt sind { $names }
slip-unicode = die Konfiguration ist kein UTF-8
slip-until = nichts darin gilt, bis es behoben ist
slip-libraries = libraries ist keine Tabelle
slip-write-libraries = schreiben Sie [libraries], dann Zeilen Name = "Ordner"
slip-no-folder = die Bibliothek { $name } hat keinen Ordner
slip-write-folder = schreiben Sie den Ordner in Anführungszeichen
slip-searches = searches ist keine Tabelle
slip-write-searches = schreiben Sie [searches], dann Zeilen Name = "Wörter"
slip-no-words = die Suche { $name } hat keine Wörter
slip-write-words = schreiben Sie sie in Anführungszeichen, wie Sie sie tippen würden
slip-no-keys = keys ist weder eine Belegung noch eine Tabelle
slip-write-keys = schreiben Sie keys = "vim" oder [keys.ORT], dann Zeilen "Taste" = "Befehl"
slip-outside = die Taste { $key } steht außerhalb eines Ortes
slip-write-scope = setzen Sie sie unter [keys.ORT]
slip-no-command = die Taste { $key } hat keinen Befehl
slip-write-command = schreiben Sie den Namen eines Befehls in Anführungszeichen
slip-cannot-be = { $name } kann nicht { $value } sein
slip-takes = es nimmt { $what }
slip-takes-flag = true oder false
slip-takes-library = einen Namen aus [libraries]
slip-takes-theme = den Namen eines Themas
slip-takes-number = eine ganze Zahl von { $least } bis { $most }
slip-takes-address = eine Webadresse mit { $slot } darin
slip-takes-words = eine Liste von Wörtern wie { $example }
slip-takes-one = { $first } oder { $last }
slip-command-near = `{ $keys }`: unbekannter Befehl `{ $name }`; meinten Sie `{ $near }`?
slip-command = `{ $keys }`: unbekannter Befehl `{ $name }`
slip-does-nothing = `{ $keys }`: `{ $name }` bewirkt dort nichts
slip-is-typed = `{ $keys }`: womit es beginnt, wird dort getippt
slip-clash = `{ $keys }`: `{ $short }` kann nicht Befehl sein und `{ $long }` beginnen; lösen Sie `{ $other }` (`{ $name }`) mit "none"
slip-no-key = `{ $key }` ist keine Taste; schreiben Sie `j`, `G`, `ctrl-d`, `shift-tab`, `space`, `pagedown`, `f5` oder zwei wie `gg`
# Die Fassungen eines Artikels, der mehrmals gesichert wurde.
scope-versions = In den Fassungen
scope-difference = In den Änderungen
command-versions = die Fassungen des Artikels zeigen, wenn er mehrmals gesichert wurde
command-version-open = diese Fassung öffnen
    .hint = öffnen
command-version-compare = zeigen, was diese Fassung von der offenen unterscheidet
    .hint = vergleichen
command-next-change = zur nächsten Änderung
    .hint = nächste
command-previous-change = zur vorigen Änderung
command-changes-on = weiterlesen
command-changes-close = zurück zu den Fassungen
    .hint = zurück
versions-heading = Fassungen ({ $count })
words-long =
    { $count ->
        [one] 1 Wort
       *[other] { $count } Wörter
    }
version-listed = in der Liste
version-open = offen
one-version = dieser Artikel wurde nur einmal gesichert
hit-beside-text = neben dem Text gefunden: { $line }
lit-in-version = dies ist eine andere Fassung: in der aus der Liste steht es nicht · { $key } zeigt alle
comparing = die Fassungen werden verglichen
same-words = beide Fassungen haben dieselben Wörter
changes-heading =
    { $count ->
        [one] 1 Änderung
       *[other] { $count } Änderungen
    }
version-older = nur in
version-newer = neu in

# Die Artikel der Liste im Lauf der Zeit.
scope-timeline = In der Zeitleiste
command-timeline = die Artikel der Liste im Lauf der Zeit zeigen
command-time-narrow = nur die Artikel der gewählten Zeit zeigen
    .hint = eingrenzen
command-time-extend-down = weiter in die Vergangenheit wählen
    .hint = erweitern
command-time-extend-up = weniger weit zurück oder später wählen
command-time-longer = längere Abschnitte: Jahre statt Monate
    .hint = länger
command-time-shorter = kürzere Abschnitte: Tage statt Monate
    .hint = kürzer
command-time-close = schließen
    .hint = schließen
timeline-heading =
    { $count ->
        [one] Zeitleiste von 1 Artikel
       *[other] Zeitleiste von { $count } Artikeln
    }
undated =
    { $count ->
        [one] 1 ohne Datum
       *[other] { $count } ohne Datum
    }
no-days = kein Artikel der Liste hat ein Datum

# Was gelesen wurde.
scope-statistics = In der Statistik
command-statistics = zeigen, was gelesen wurde: Tage, Minuten, Medien, Sprachen
command-statistics-on = weiterlesen
statistics = Gelesenes
counting-reading = Gelesenes wird gezählt
nothing-read = noch nichts gelesen
weekday-1 = Mo
weekday-2 = Di
weekday-3 = Mi
weekday-4 = Do
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = So
minutes-a-day = Minuten am Tag
this-month = Diesen Monat: { $opened } geöffnet, { $finished } zu Ende gelesen, etwa { $time }
opened-finished = { $opened } geöffnet: { $finished } zu Ende gelesen, { $begun } begonnen
hours =
    { $hours ->
        [0] { $minutes } Min.
       *[other] { $hours } Std. { $minutes } Min.
    }
about-time = etwa { $time }, { $words } Wörter
estimated = Minuten und Wörter sind geschätzt: die Länge jedes Artikels bei { $rate } Wörtern in der Minute, so weit gelesen wurde. Jeder Artikel zählt einmal, an dem Tag, an dem er zuletzt verlassen wurde.
ticked =
    { $count ->
        [one] 1 weiterer ist als gelesen markiert und wurde nie geöffnet
       *[other] { $count } weitere sind als gelesen markiert und wurden nie geöffnet
    }
missing =
    { $count ->
        [one] 1 geöffneter ist nicht in dieser Bibliothek: er hat keine Minuten
       *[other] { $count } geöffnete sind nicht in dieser Bibliothek: sie haben keine Minuten
    }
by-outlet = Medien
by-language = Sprachen
and-more = und { $count } mehr

# About the open article.
scope-about = In den Angaben zum Artikel
command-about = Angaben zum Artikel zeigen: Felder, Datei, Warnungen
about-heading = Über diesen Artikel
about-headline = Überschrift
about-standfirst = Vorspann
about-authors = Autoren
about-outlet = Medium
about-published = Erschienen
about-updated = Geändert
about-language = Sprache
about-address = Adresse
about-tags = Schlagwörter
about-caption = Bildzeile
about-length = Länge
about-file = Datei
about-item = Stelle darin
about-collection = Sammlung
about-format = Format
about-warning = Warnung
about-not-given = nicht angegeben
about-words =
    { $count ->
        [one] 1 Wort
       *[other] { $count } Wörter
    }
from-metadata = Metadaten
from-json-ld = JSON-LD
from-front-matter = Kopf der Datei
from-heading = Überschrift im Text
from-text = Zeile im Text
from-address = Adresse
from-file-name = Dateiname
from-sources = nach den Quellen geschätzt
from-container = Sammeldatei
from-words = nach den Wörtern geschätzt

# How to add one's own articles, while no library is configured.
add-articles = Eigene Artikel: newsprint ORDNER · libraries in config.toml · … | newsprint -
add-articles-short = Eigene: newsprint ORDNER · libraries · … | newsprint -

# Was ein erster Start sagt.
welcome = Willkommen
welcome-short = Willkommen · Anleitung englisch
welcome-what = newsprint liest gesicherte Artikel: jede Datei, jeden Ordner, ohne Netz.
welcome-what-short = newsprint liest Artikel.
welcome-where = In { $config } ist keine Bibliothek genannt; darum stehen hier die mitgelieferten Artikel. Der erste erklärt auf Englisch das Lesen.
welcome-where-short = Keine Bibliothek in { $config }
welcome-ways = Drei Wege zu eigenen Artikeln:
welcome-ways-short = Eigene lesen:
welcome-name = newsprint ~/articles: Dateien oder Ordner beim Start nennen
welcome-name-short = newsprint ORDNER
welcome-drop = eine Datei oder einen Ordner auf dieses Fenster ziehen oder den Pfad einfügen
welcome-drop-short = eine Datei hierher ziehen
welcome-config = in config.toml [libraries] und news = "~/articles" schreiben
welcome-config-short = [libraries] in config.toml
welcome-keys = Enter liest den ersten · ? zeigt alle Tasten · Esc schließt
welcome-keys-short = Enter liest · ? Tasten · Esc zu
no-such-place = es gibt keine Datei und keinen Ordner { $place }

# Warnungen und Fehler, die andere Module auf Englisch sagen.
problem-around = führt in einen Ordner, der diesen enthält
problem-deep = liegt { $levels } Ordner tief und wurde nicht betreten
problem-dangling = ist ein Verweis auf nichts
problem-closed = konnte nicht betreten werden
warning-packed-pages = { $count } Seiten sind auf unlesbare Weise gepackt
warning-pages = zu groß: die Seiten hinter dieser wurden weggelassen
marks-line = Zeile { $line } wird nicht verstanden und bleibt, wie sie ist
marks-lines = { $lines } Zeilen werden nicht verstanden (die erste ist Zeile { $first }) und bleiben, wie sie sind
marks-torn = ihre letzte Zeile ist unvollständig und zählt nicht
marks-unread = kann nicht gelesen werden: { $why }
uncached = { $why }; nichts wird zwischengespeichert
cache-missing = es gibt keinen Cache
cache-busy = ein anderes newsprint schreibt den Cache
cache-broken = der Cache: { $why }
slip-theme-palette = hier gehört eine Tabelle von Farben mit Namen hin
slip-theme-table = hier gehört eine Tabelle wie { $example } hin
slip-theme-quotes = hier gehören Wörter in Anführungszeichen hin
slip-theme-switch = { $name } nimmt true oder false
slip-theme-style = ein Stil hat kein { $name }; er hat { $known }
slip-theme-look = look nimmt "light" oder "dark"

# Wie Tasten auf der Tastatur heißen.
key-enter = Enter
key-space = Leertaste
key-esc = Esc
key-backspace = Rücktaste
key-home = Pos1
key-end = Ende
key-pageup = BildAuf
key-pagedown = BildAb
key-delete = Entf
key-ctrl = Strg
key-shift = Umschalt

# Auf der Seite selbst: was newsprint einem Artikel hinzufügt.
picture = Bild:
picture-numbered = Bild { $number }:
updated-on = geändert am { $day }
sources-title = Quellen
notes-title = Notizen
quote-gone = Der Artikel sagt das nicht mehr.
links-title = Links
leftover-lines =
    { $count ->
        [one] 1 übrige Zeile
       *[other] { $count } übrige Zeilen
    }
no-text = Zu dieser Überschrift wurde kein Text gespeichert.
no-text-but-page = Zu dieser Überschrift wurde kein Text gespeichert, nur die Adresse der Seite:
hours-about = { $count } Std.
hours-left = noch { $count } Std.
source-age = { $most } vor dem Artikel
age-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
age-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
age-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
age-years =
    { $count ->
        [one] { $count } Jahr
       *[other] { $count } Jahre
    }
follow-lettered = Link folgen
leave-letters = verlassen
open-page = Seite öffnen
look-up = nachschlagen
typed-done = fertig
typed-dropped = verwerfen
in-articles-of = in Artikeln vom
labelled = { $name }: { $text }

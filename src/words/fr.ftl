# Ce que dit newsprint, en français. Les explications sont dans en.ftl.

month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.
day = { $day } { $month } { $year }
day-guessed = v. { $day }

scope-headlines = Dans la liste des titres
scope-article = Dans l’article
scope-sources = Dans les sources
scope-passage = En choisissant des mots
scope-notes = Dans les notes
scope-note = En écrivant une note
scope-prompt = Pendant la saisie d’une recherche
scope-palette = Dans la palette
scope-help = Dans cette aide
scope-problems = Dans les problèmes
scope-places = Dans les lieux
scope-question = Devant une question

command-open = ouvrir l’article sélectionné
    .hint = ouvrir
command-search = chercher dans tous les articles au fil de la frappe
    .hint = chercher
command-back = revenir à la liste des titres
    .hint = retour
command-find = chercher des mots dans l’article
    .hint = chercher
command-toggle-read = marquer comme lu, ou de nouveau comme non lu
    .hint = lu
command-toggle-star = mettre une étoile, ou l’enlever
    .hint = étoile
command-sources = montrer les sources et les liens de l’article
    .hint = sources
command-toggle-later = mettre de côté pour plus tard, ou ne plus le faire
command-tag = poser des étiquettes, ou les ôter avec un tiret devant
command-toggle-hidden = cacher des listes, ou montrer à nouveau
command-range = commencer une plage : la marque suivante vaut pour toute la plage
command-pick = choisir un par un : la marque suivante vaut pour tous
command-note = écrire une note sur l’article
command-notes = lister toutes les notes et tous les surlignages
command-choose-words = choisir des mots, pour les surligner ou les annoter
command-next-highlight = aller au surlignage suivant
command-previous-highlight = aller au surlignage précédent
command-passage-light = surligner les mots choisis
    .hint = surligner
command-passage-note = écrire une note sur les mots choisis
    .hint = note
command-passage-copy = copier les mots choisis avec leur source
    .hint = copier
command-passage-darken = enlever le surlignage à cet endroit
    .hint = enlever
command-passage-next = aller à la phrase suivante
command-passage-previous = aller à la phrase précédente
command-passage-longer = un mot de plus à la fin
command-passage-shorter = un mot de moins à la fin
command-passage-more = une phrase de plus à la fin
command-passage-fewer = une phrase de moins à la fin
command-passage-earlier = commencer un mot plus tôt
command-passage-later = commencer un mot plus tard
command-passage-paragraph = choisir tout le paragraphe
command-passage-next-paragraph = aller au paragraphe suivant
command-passage-previous-paragraph = aller au paragraphe précédent
command-passage-end = ne plus rien choisir
    .hint = finir
command-note-open = ouvrir l’article à cet endroit
    .hint = ouvrir
command-note-edit = écrire ou modifier la note
    .hint = modifier
command-note-keep = garder la note
    .hint = garder
command-note-outside = l’écrire dans son éditeur
    .hint = éditeur
command-note-drop = abandonner ce qui est tapé
    .hint = abandonner
command-undo = annuler la dernière marque
    .hint = annuler
command-redo = refaire ce qui a été annulé
command-down = descendre d’une ligne ou d’un titre
command-up = monter d’une ligne ou d’un titre
command-page-down = descendre d’un écran
command-page-up = monter d’un écran
command-half-down = descendre d’un demi-écran
command-half-up = monter d’un demi-écran
command-top = aller tout en haut
command-bottom = aller tout en bas
command-read-on = avancer d’une page dans l’article ; à la fin, ouvrir le prochain non lu
command-read-back = reculer d’une page dans l’article
command-next = aller à l’occurrence suivante ou, sans recherche, à l’article non lu suivant
command-previous = aller à l’occurrence ou à l’article non lu qui précède
command-follow = suivre le lien éclairé ou celui du numéro tapé ; sinon descendre d’une ligne
command-escape = éteindre les occurrences ; s’il n’y en a pas, revenir
command-next-article = ouvrir l’article suivant
command-previous-article = ouvrir l’article précédent
command-next-crosshead = aller à l’intertitre suivant
command-previous-crosshead = aller à l’intertitre précédent
command-leftovers = déplier ce que newsprint a pris pour des restes de page web
command-mark-all-read = marquer comme lus tous les articles de la liste, après confirmation
command-mark-above-read = marquer comme lu ce qui est au-dessus, après confirmation
command-mark-below-read = marquer comme lu ce qui est au-dessous, après confirmation
command-unread-only = ne montrer que les articles non lus, ou tous de nouveau
command-starred-only = ne montrer que les articles étoilés, ou tous de nouveau
command-order = trier par date, non lus, titre, journal ou pertinence
command-reverse = inverser l’ordre
command-clear = finir le choix, ou effacer la recherche
command-browse = ouvrir la page de l’article dans le navigateur, après confirmation
command-copy-link = copier l’adresse de l’article
command-copy-citation = copier titre, journal, jour et adresse
command-other-pane = passer des titres à l’article et retour
command-zen = montrer l’article seul, ou de nouveau la liste
command-narrower = raccourcir les lignes
command-wider = allonger les lignes
command-rescan = relire les fichiers
command-problems = lister les fichiers qui n’ont pas pu être lus
command-places = aller à une bibliothèque, une rubrique ou une recherche gardée
command-go = y aller
    .hint = aller
command-palette = trouver une commande par son nom
command-source-open = ouvrir la source, ou la chercher sur le web
    .hint = ouvrir
command-source-copy = copier son adresse
    .hint = copier
command-source-copy-citation = copier éditeur, titre, jour et adresse
command-source-archive = la chercher dans les archives du web, à sa date
    .hint = archives
command-source-search = la chercher sur le web
    .hint = chercher
command-overlay-down = descendre
command-overlay-up = monter
command-typed-down = descendre
command-typed-up = monter
command-overlay-page-down = descendre d’un écran
command-overlay-page-up = monter d’un écran
command-run = lancer la commande sélectionnée
    .hint = lancer
command-close = fermer
    .hint = fermer
command-close-typed = fermer
    .hint = fermer
command-yes = le faire
    .hint = oui
command-no = ne pas le faire
    .hint = non
command-search-done = garder la recherche et continuer
    .hint = valider
command-search-cancel = abandonner la recherche
    .hint = abandonner
command-complete = compléter la saisie : étiquette, champ ou valeur
command-complete-back = choisir la proposition précédente
command-search-next = aller au résultat suivant
command-search-previous = aller au résultat précédent
command-suspend = retourner au shell ; `fg` ramène ici
command-mouse = laisser la souris au terminal, ou la reprendre, jusqu’à la fin
command-redraw = redessiner l’écran
command-quit = quitter
    .hint = quitter
command-quit-now = quitter, d’où que ce soit
command-interrupt = quitter
command-help = montrer toutes les touches
    .hint = touches

next-match = suivante
no-match = aucune occurrence
prompt-search = chercher partout :
prompt-replaces = une lettre le remplace, une flèche le modifie
prompt-tags = étiquettes :
prompt-find = chercher :
field-title = mots du titre
field-author = qui l’a écrit
field-source = journal ou sources citées
field-tag = une étiquette
field-note = mots de vos notes
field-in = dossier ou chemin
field-lang = langue
field-is = ce que vous en avez fait
field-has = ce qu’il contient
field-before = avant un jour
field-after = après un jour
field-date = un jour, un mois ou une année
articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
read-so-far = { $percent } %
minutes-left = encore { $count } min
unsaved = les marques ne sont pas enregistrées : { $why }
not-bound = { $key } ne fait rien ici
help-by = { $key } montre les touches

unread-of =
    { $unread ->
        [one] { $unread } non lu sur { $total }
       *[other] { $unread } non lus sur { $total }
    }
found-of = { $found } sur { $total }
reading-files = lecture des fichiers : { $count }
problems-there =
    { $count ->
        [one] { $count } problème (!)
       *[other] { $count } problèmes (!)
    }
standard-input = entrée standard
shipped-articles = les articles fournis avec newsprint
place-and-more =
    { $count ->
        [one] { $place } et { $count } autre
       *[other] { $place } et { $count } autres
    }
too-small = il faut { $columns }x{ $rows }

minutes = { $count } min
sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
link-only = lien seul
nothing-has = Rien ne contient « { $query } ».
everything-by = { $key } montre tout.
no-articles = Il n’y a pas d’article ici.
no-articles-place = Donnez un fichier ou un dossier :
no-articles-config = ou nommez-en un dans la configuration :
reading = Lecture des fichiers
still-reading = lecture des fichiers en cours

keys = Touches
type-to-search = tapez pour chercher
nothing-by-that-name = rien de ce nom
commands = Commandes
problems-heading = Problèmes ({ $count })
no-problems = tout a pu être lu
configuration = configuration
sources-heading = Sources ({ $count })
links-heading = Liens ({ $count })
pictures-heading = Images ({ $count })
not-web-address = pas une adresse web : { $address }
ask-open = Ouvrir { $host }
ask-picture = Ouvrir l’image { $name }
ask-search = Chercher { $words } sur le web : { $host }
ask-archive = Chercher dans les archives : { $host }
question-too-small = La fenêtre est trop petite pour montrer où cela mène.
ask-all =
    { $count ->
        [one] Marquer comme lu { $count } article non lu de cette liste ?
       *[other] Marquer comme lus { $count } articles non lus de cette liste ?
    }
ask-above =
    { $count ->
        [one] Marquer comme lu { $count } article non lu au-dessus de celui-ci ?
       *[other] Marquer comme lus { $count } articles non lus au-dessus de celui-ci ?
    }
ask-below =
    { $count ->
        [one] Marquer comme lu { $count } article non lu au-dessous de celui-ci ?
       *[other] Marquer comme lus { $count } articles non lus au-dessous de celui-ci ?
    }

looking-again = relecture des fichiers
nothing-to-open = rien à ouvrir
no-leftovers = newsprint n’a rien laissé de côté dans cet article
no-unread-below = aucun article non lu plus bas
no-unread-above = aucun article non lu plus haut
first-article = c’est le premier article
last-article = c’est le dernier article
no-heading-below = aucun intertitre plus bas
no-heading-above = aucun intertitre plus haut
measure = lignes de { $cells }
still-showing = { $wrong } ; toujours affiché : « { $query } »
not-in-article = « { $words } » n’est pas dans cet article
search-all-instead = Chercher dans tous les articles ?
sorted-by-date = trié par date
sorted-by-unread = trié par non lus
sorted-by-title = trié par titre
sorted-by-outlet = trié par journal
sorted-by-relevance = trié par pertinence
order-turned = , inversé
no-sources = cet article ne cite aucune source et n’a aucun lien
no-address = cet article ne donne pas sa propre adresse
no-number = il n’y a pas de [{ $number }] ici
archive-needs-address = les archives veulent une adresse, et cette source n’en donne pas
copied = envoyé au presse-papiers : { $text }
too-long-to-copy = trop long pour le presse-papiers d’un terminal
opened = ouvert : { $host }
not-opened = pas ouvert : { $why } ; donnez à `opener`, dans la configuration, un programme qui ouvre les liens
not-web = pas ouvert : seules les adresses web le sont, et ceci est `{ $address }`
no-opener = aucun programme pour ouvrir les liens n’a été trouvé
no-picture = pas ouvert : il n’y a pas d’image { $name } à côté de l’article
marks-not-kept = les marques ne sont pas gardées : aucun dossier personnel connu ; définissez HOME ou XDG_CONFIG_HOME
marks-unreadable = les marques n’ont pas pu être lues : { $why }

undo-by = { $key } annule
taken-back = annulé : { $deed }
done-again = refait : { $deed }
nothing-to-take-back = rien à annuler
nothing-to-do-again = rien à refaire
all-read = tout ce qui est affiché est déjà lu
all-read-above = tout ce qui est au-dessus est déjà lu
all-read-below = tout ce qui est au-dessous est déjà lu
deed-to-many = { $deed } : { $count } articles
deed-to-one = { $deed } : { $headline }
deed-read = marqué comme lu
deed-unread = marqué comme non lu
deed-finished = marqué comme terminé
deed-unfinished = marqué comme non terminé
deed-starred = étoile mise
deed-unstarred = étoile enlevée
deed-later = mis de côté pour plus tard
deed-not-later = plus mis de côté
deed-hidden = caché
deed-unhidden = plus caché
deed-tagged =
    { $count ->
        [one] étiquette { $tag } mise
       *[other] étiquettes { $tag } mises
    }
deed-untagged =
    { $count ->
        [one] étiquette { $tag } enlevée
       *[other] étiquettes { $tag } enlevées
    }
deed-noted = note écrite
deed-note-gone = note enlevée
deed-highlighted = surligné
deed-highlight-gone = surlignage enlevé
deed-other = marqué
chosen-articles =
    { $count ->
        [one] { $count } article choisi : la marque suivante est pour lui ; Échap termine
       *[other] { $count } articles choisis : la marque suivante est pour tous ; Échap termine
    }
ask-choice = { $count } articles : { $deed } ?
all-so-already = rien à changer : c’est déjà le cas
nothing-to-mark = rien à marquer ici
clear-search = tout montrer

nothing-lit = rien n’est surligné là
no-highlight-below = pas de surlignage plus bas
no-highlight-above = pas de surlignage plus haut
no-notes = pas encore de notes ni de surlignages
not-in-library = pas dans la bibliothèque
note-on-words = Note sur ces mots
note-again = voici de nouveau ce que vous aviez tapé
note-on-article = Note sur l’article
notes-heading = Notes et surlignages ({ $count })

# La lecture qui dure, et les dossiers qu’on ne peut surveiller.
reading-some = { $files } fichiers · { $rate }/s
reading-most = { $bar } { $files }/{ $total } · { $rate }/s · { $left }
seconds-left = encore { $count } s
unwatched = les changements ne sont pas remarqués : { $why } ; { $key } regarde à nouveau
unwatched-full = le système ne surveille pas plus de dossiers
unwatched-folder = un dossier n’est pas là
unwatched-over = le processus qui surveille les dossiers a pris fin
place-absent = { $place } n’est pas là ; ses articles restent dans la liste
place-not-there = { $place } n’est pas là
absent-elsewhere = { $key } mène à une autre bibliothèque
absent-again = { $key } regarde à nouveau
absent-problems = { $key } montre les problèmes
article-gone = son fichier n’est plus là ; ce que vous lisez reste jusqu’à ce que vous le quittiez
article-changed = son fichier a changé ; ce que vous lisez reste jusqu’à ce que vous le quittiez

scope-outline = Dans les intertitres
command-outline = montrer les intertitres de l’article
command-outline-go = aller à l’intertitre
    .hint = aller
command-next-link = éclairer le lien suivant ; Entrée le suit
command-previous-link = éclairer le lien précédent
command-link-hints = mettre des lettres sur les liens visibles pour en suivre un
command-history-back = revenir où vous lisiez avant
command-history-forward = avancer de nouveau
command-keep-place = garder cet endroit sous une lettre
command-go-to-place = aller à un endroit gardé sous une lettre
right-to-left = de droite à gauche · si les lettres sont à l’envers, réglez bidi = "visual"
outline = Intertitres
any-letter = garde cet endroit
keep-place = Garder cet endroit
go-to-place = Aller à un endroit
place-before = où vous étiez avant
letters-only = les endroits se gardent sous une lettre, a à z et A à Z
no-place = aucun endroit gardé sous { $letter }
no-lettered = aucun lien ne porte { $letters }
no-links-here = aucun lien visible ici
no-places = aucun endroit gardé pour l’instant
place-kept = gardé sous { $letter } : { $headline }
nothing-before = rien où revenir
nothing-after = rien où avancer
no-headings = cet article n’a pas d’intertitres
no-link-below = aucun lien plus bas
no-link-above = aucun lien plus haut
themes = Thèmes
theme-is-light = clair
theme-is-dark = sombre
theme-is-terminal = couleurs du terminal
theme-is-colourless = sans couleur
theme-kept = thème { $theme } désormais, jusqu’à ce que la configuration en nomme un autre
mouse-off = la souris est au terminal jusqu’à la fin ou à la prochaine demande
mouse-on = la souris agit de nouveau ici
no-themes = aucune couleur n’est voulue ici, il n’y a donc pas de thème à choisir
scope-themes = Dans les thèmes
command-themes = choisir un thème
command-theme-keep = garder ce thème
    .hint = garder
command-theme-leave = revenir au thème d’avant
    .hint = retour

# Le mode linéaire (--plain).
plain-list = lister les articles depuis le premier
plain-more = continuer la liste ou l’article ; Entrée seule le fait aussi
plain-open = ouvrir un article par son numéro ou, parmi les sources, une source ; le numéro seul suffit
plain-search = lister les articles qui contiennent ces mots ; sans mots, tous
plain-leftovers = lire ce que newsprint a pris pour des restes de la page web
plain-read = marquer comme lu : l’article ouvert, ou celui de ce numéro
plain-unread = marquer comme non lu : l’article ouvert, ou celui de ce numéro
plain-note = écrire une note sur l’article ouvert ; sans mots, la dire
plain-tags = dire les étiquettes de l’article ouvert
plain-tag = mettre une étiquette à l’article ouvert
plain-untag = enlever une étiquette de l’article ouvert
plain-help = dire ceci
plain-welcome = Tapez help pour les commandes.
plain-unreadable =
    { $count ->
        [one] { $count } fichier illisible : newsprint check dit pourquoi
       *[other] { $count } fichiers illisibles : newsprint check dit pourquoi
    }
plain-reading =
    { $count ->
        [one] Lecture de { $count } fichier ; cela prend un moment.
       *[other] Lecture de { $count } fichiers ; cela prend un moment.
    }
plain-is-unread = non lu
plain-is-starred = étoilé
plain-is-later = pour plus tard
plain-list-end = C’est tout : { $total }.
plain-list-more = { $shown } sur { $total } ; Entrée pour la suite.
plain-page = Page { $page } sur { $pages }, encore { $count } min ; Entrée pour la suite.
plain-article-end = Fin de l’article. next, sources, star ou back.
plain-no-number = Il n’y a rien de ce numéro ici.
plain-open-first = Ouvrez d’abord un article.
plain-no-note = Il n’y a pas de note.
plain-name-tag = Nommez une étiquette : tag NOM.
plain-no-tags = Il n’y a pas d’étiquette.
plain-sources-open = open et un numéro en ouvre une : l’article même s’il est dans votre bibliothèque, sinon le navigateur ; back revient à la liste.
plain-is-here = dans votre bibliothèque
plain-unknown = Je ne connais pas « { $word } » ; vouliez-vous dire { $near } ? help donne les commandes.
plain-or = ou
takes-number = N
takes-words = MOTS
takes-text = TEXTE
takes-name = NOM
places-heading = Lieux
libraries = Bibliothèques
sections = Rubriques
saved-searches = Recherches
place-open = ouverte
nowhere-to-go = nulle part où aller : nommez bibliothèques et recherches dans la configuration
config-reloaded = la configuration a été relue
config-broken = la configuration n’est pas reprise : { $why }

# La bibliothèque entière, et ce qui sort de l’écran.
scope-outlets = Dans les journaux
scope-related = Dans les articles proches
command-copy-citation-markdown = copier une référence de l’article en Markdown
command-copy-citation-bibtex = copier une référence de l’article en BibTeX
command-copy-citation-csl = copier une référence de l’article en CSL-JSON
command-quote = copier la phrase trouvée, ou celle du haut, avec sa provenance
command-related = lister les articles qui partagent des sources ou des mots rares avec celui-ci
command-outlets = lister les journaux : qui publie, qui est cité
command-export = écrire l’article dans un fichier : Markdown, texte, HTML ou EPUB
command-export-list = écrire tous les articles de la liste dans un fichier
command-edit = ouvrir une copie de l’article dans l’éditeur
command-pager = ouvrir une copie de l’article dans le visionneur
command-pipe = passer l’article au programme que nomme la configuration
command-source-browse = ouvrir son adresse, même si elle est dans la bibliothèque
command-source-copy-markdown = en copier une référence en Markdown
command-source-copy-bibtex = en copier une référence en BibTeX
command-source-copy-csl = en copier une référence en CSL-JSON
command-outlet-show = lister ce qu’il a publié et ce qui le cite
    .hint = afficher
command-outlet-sort = trier par nom, ou de nouveau par nombre
    .hint = trier
command-related-open = ouvrir l’article
    .hint = ouvrir
counting-outlets = examen des journaux
looking-for-related = recherche d’articles proches
outlets-heading = Journaux ({ $count })
no-outlets = aucun article ne nomme son journal ni de source
related-heading = Proches ({ $count })
no-related = aucun article ne partage de sources ni de mots rares avec celui-ci
citations =
    { $count ->
        [one] cité une fois
       *[other] cité { $count } fois
    }
shares-sources =
    { $count ->
        [one] partage 1 source
       *[other] partage { $count } sources
    }
one-cites-other = l’un cite l’autre
both-mention = tous deux parlent de { $words }
in-your-library = dans votre bibliothèque : Entrée l’ouvre
cited-by-others =
    { $count ->
        [one] citée aussi par un autre de vos articles
       *[other] citée aussi par { $count } de vos articles
    }
cites-this = cite cet article
one-publisher = toutes les sources viennent d’un seul journal
publishers =
    { $count ->
        [one] { $count } journal
       *[other] { $count } journaux
    }
source-ages = de { $least } à { $most } avant l’article
nothing-to-quote = il n’y a pas de phrase ici
prompt-export = écrire dans :
unknown-form = type de fichier inconnu : terminez son nom par { $known }
ask-over = Ce fichier existe déjà. L’écraser ?
exported =
    { $count ->
        [one] { $count } article écrit dans { $path }
       *[other] { $count } articles écrits dans { $path }
    }
not-exported = non écrit : { $path } : { $why }
not-over-article = { $path } est un article, et rien n’y est jamais écrit : choisissez un autre nom
not-remembered = pas gardé pour le prochain lancement : { $path } : { $why }
failed-inside = ceci a échoué dans newsprint ; R relit la bibliothèque
not-started = { $program } n’a pas pu démarrer : { $why } ; réglez `editor` ou `pager` dans la configuration
piped = passé à { $program }
not-piped = { $program } a échoué : { $why }
no-pipe = aucun programme à qui passer les articles : réglez `pipe` dans la configuration

# Ce qui se dit des fichiers, des requêtes et de la configuration.
problem-binary = semble être un fichier binaire
problem-missing = n’existe pas
problem-forbidden = accès refusé
problem-folder = est un dossier
problem-irregular = n’est pas un fichier ordinaire
problem-loop = est un lien qui mène à lui-même
problem-large = dépasse { $size } Mo
problem-vanished = a disparu pendant la lecture
problem-broken = n’a pas pu être lu : { $why }
problem-parser = l’analyse de ce fichier a échoué
problem-packed = compressé plus de deux fois
problem-no-articles = aucun article dans ce fichier
problem-cut-early = abîmé ou tronqué avant le premier article
problem-nested-parts = trop de parties imbriquées
problem-no-headers = pas d’en-têtes de page enregistrée
problem-no-message = aucun message dans cette boîte
problem-no-table = aucune entrée dans ce tableau
problem-no-feed-entries = aucune entrée dans ce flux
problem-no-feed = ce fichier XML n’est pas un flux
problem-no-book = pas de livre dedans : { $why }
problem-no-page = aucune page dans cette archive
problem-no-text = ne contient aucun article lisible
problem-gone = l’article n’est plus dans le fichier ; R relit les fichiers
warning-no-text = aucun texte : il n’y a rien sous le titre
warning-empty = le fichier est vide
warning-nothing = rien à lire dans ce fichier
warning-only-matter = rien à lire sous l’en-tête du fichier
warning-no-day = la date { $date } de l’en-tête ne dit pas le jour et a été laissée de côté
warning-matter = l’en-tête du fichier est abîmé : lu autant que possible
warning-empty-page = aucun texte lisible dans cette page
warning-deep = trop imbriqué : seul le texte brut a été gardé
warning-deep-or-long = trop imbriqué ou trop long : seul le texte brut a été gardé
warning-tags = trop de balises : seul le texte brut a été gardé
warning-open-tags = trop de balises laissées ouvertes : seul le texte brut a été gardé
warning-huge-tag = une balise démesurée : seul le texte brut a été gardé
warning-packed = les données compressées sont abîmées ou tronquées
warning-unpacked = trop grand une fois décompressé : la fin manque
warning-empty-letter = aucun texte lisible dans ce message
warning-knotted = trop de parties emboîtées : lu comme du texte brut
warning-long-letter = un message très long : la fin manque
warning-no-page = aucune page dans ce fichier
warning-feed-link = lien seul : le flux ne contient pas le texte de cette entrée
warning-export-link = lien seul : l’export ne contient pas le texte de cet article
warning-feed-cut = le flux est abîmé ou tronqué : voici ce qui a pu être lu
warning-export-cut = l’export est abîmé ou tronqué : voici ce qui a pu être lu
warning-marked = les passages marqués seulement : l’export n’en contient pas plus
warning-empty-book = aucun texte lisible dans ce livre
warning-chapter = le chapitre { $name } manque, est abîmé ou trop grand
warning-sealed = le chapitre { $name } n’est pas du texte : il est peut-être chiffré
warning-long-book = trop grand : { $name } et la suite ont été laissés de côté
warning-lines = plus de { $count } lignes : les autres sont réunies
warning-entries = plus de 10 000 entrées : le reste a été laissé de côté
warning-first-bytes = seuls les 16 premiers Mo ont été lus
warning-changed = modifié pendant la lecture
warning-beside = trop de texte à côté de cette liste : lecture arrêtée
warning-links = plus de liens qu’on ne peut en garder : les autres sont des mots
warning-messages = { $count } autres messages ont été laissés de côté
warning-large-entry = { $name } est trop grand et a été laissé de côté
query-no-field = pas de champ { $name }: — vouliez-vous dire { $meant }: ? Entre guillemets, ce sont des mots
query-language = lang: prend le nom court d’une langue : en, fr, de …
query-date = pas une date ; écrivez 2016, 2016-12 ou 2016-12-08
query-nested = plus de { $levels } parenthèses imbriquées
query-regex-open = pas de / après l’expression régulière
query-regex-wrong = pas une expression régulière : { $what }
query-takes = { $field } prend { $names }
slip-unreadable = la configuration ne peut être lue : { $file } : { $why } ; les valeurs par défaut servent
slip-at = { $what } : { $file }, ligne { $line }, colonne { $column } : { $advice }
slip-preset = pas de jeu `{ $name }` ; { $hint }
slip-place = pas de tel endroit ; { $hint }
slip-there-are = il y a { $known }
slip-keys = keys.{ $place } : { $what }
slip-theme = thème : { $what }
slip-marks = les marques ne peuvent être lues : { $why }
slip-theme-at = { $theme }.toml, ligne { $line }, colonne { $column } : { $what }
slip-theme-near = pas de thème { $name } ; vouliez-vous dire { $near } ?
slip-theme-unknown = pas de thème { $name }
slip-theme-circle = le thème { $name } hérite de lui-même, ou de trop loin
slip-theme-role-near = rien ne s’appelle { $name } ; vouliez-vous dire { $near } ?
slip-theme-role = rien ne s’appelle { $name }
slip-theme-colour = { $name } n’est pas une couleur ; écrivez #rrggbb, un nombre jusqu’à 255, un nom comme red, ou l’une de [palette]
slip-unknown-option = option inconnue { $name }
slip-unknown-library = bibliothèque inconnue { $name }
slip-near = vouliez-vous dire { $name } ?
slip-known = il y a { $names }
slip-unicode = la configuration n’est pas en UTF-8
slip-until = rien n’y est pris en compte tant que ce n’est pas corrigé
slip-libraries = libraries n’est pas une table
slip-write-libraries = écrivez [libraries], puis des lignes nom = "dossier"
slip-no-folder = la bibliothèque { $name } n’a pas de dossier
slip-write-folder = écrivez le dossier entre guillemets
slip-searches = searches n’est pas une table
slip-write-searches = écrivez [searches], puis des lignes nom = "mots"
slip-no-words = la recherche { $name } n’a pas de mots
slip-write-words = écrivez-les entre guillemets, comme vous les taperiez
slip-no-keys = keys n’est ni un jeu ni une table
slip-write-keys = écrivez keys = "vim", ou [keys.ENDROIT], puis des lignes "touche" = "commande"
slip-outside = la touche { $key } est hors de tout endroit
slip-write-scope = mettez-la sous [keys.ENDROIT]
slip-no-command = la touche { $key } n’a pas de commande
slip-write-command = écrivez le nom d’une commande entre guillemets
slip-cannot-be = { $name } ne peut pas être { $value }
slip-takes = il faut { $what }
slip-takes-flag = true ou false
slip-takes-library = un nom de [libraries]
slip-takes-theme = le nom d’un thème
slip-takes-number = un entier de { $least } à { $most }
slip-takes-address = une adresse web contenant { $slot }
slip-takes-words = une liste de mots, comme { $example }
slip-takes-one = { $first } ou { $last }
slip-command-near = `{ $keys }` : commande inconnue `{ $name }` ; vouliez-vous dire `{ $near }` ?
slip-command = `{ $keys }` : commande inconnue `{ $name }`
slip-does-nothing = `{ $keys }` : `{ $name }` ne fait rien ici
slip-is-typed = `{ $keys }` : ce par quoi elle commence s’y tape
slip-clash = `{ $keys }` : `{ $short }` ne peut être une commande et commencer `{ $long }` ; libérez `{ $other }` (`{ $name }`) par "none"
slip-no-key = `{ $key }` n’est pas une touche ; écrivez `j`, `G`, `ctrl-d`, `shift-tab`, `space`, `pagedown`, `f5` ou deux comme `gg`
# Les versions d’un article enregistré plusieurs fois.
scope-versions = Dans les versions
scope-difference = Dans les changements
command-versions = lister les versions de l’article, s’il a été enregistré plusieurs fois
command-version-open = ouvrir cette version
    .hint = ouvrir
command-version-compare = montrer ce qui change entre cette version et celle qui est ouverte
    .hint = comparer
command-next-change = aller au changement suivant
    .hint = suivant
command-previous-change = aller au changement précédent
command-changes-on = lire la suite
command-changes-close = revenir aux versions
    .hint = retour
versions-heading = Versions ({ $count })
words-long =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
version-listed = dans la liste
version-open = ouverte
one-version = cet article n’a été enregistré qu’une fois
hit-beside-text = trouvé à côté du texte : { $line }
lit-in-version = ceci est une autre version : celle de la liste n’a pas ces mots · { $key } les montre toutes
comparing = comparaison des versions
same-words = les deux versions ont les mêmes mots
changes-heading =
    { $count ->
        [one] { $count } changement
       *[other] { $count } changements
    }
version-older = seulement dans
version-newer = nouveau dans

# Les articles de la liste dans le temps.
scope-timeline = Dans la chronologie
command-timeline = montrer les articles de la liste dans le temps
command-time-narrow = ne montrer que les articles de la période choisie
    .hint = restreindre
command-time-extend-down = étendre le choix vers le passé
    .hint = étendre
command-time-extend-up = reculer moins loin, ou étendre vers le présent
command-time-longer = des barres plus longues : années au lieu de mois
    .hint = plus long
command-time-shorter = des barres plus courtes : jours au lieu de mois
    .hint = plus court
command-time-close = fermer
    .hint = fermer
timeline-heading =
    { $count ->
        [one] Chronologie de { $count } article
       *[other] Chronologie de { $count } articles
    }
undated =
    { $count ->
        [one] { $count } sans date
       *[other] { $count } sans date
    }
no-days = aucun article de la liste n’a de date

# Ce qui a été lu.
scope-statistics = Dans les statistiques
command-statistics = montrer ce que vous avez lu : jours, minutes, journaux, langues
command-statistics-on = lire la suite
statistics = Ce que vous avez lu
counting-reading = décompte de vos lectures
nothing-read = rien n’a encore été lu
weekday-1 = lun
weekday-2 = mar
weekday-3 = mer
weekday-4 = jeu
weekday-5 = ven
weekday-6 = sam
weekday-7 = dim
minutes-a-day = minutes par jour
this-month =
    Ce mois-ci : { $opened ->
        [one] { $opened } ouvert
       *[other] { $opened } ouverts
    }, { $finished ->
        [one] { $finished } lu jusqu’au bout
       *[other] { $finished } lus jusqu’au bout
    }, environ { $time }
opened-finished =
    { $opened ->
        [one] { $opened } ouvert
       *[other] { $opened } ouverts
    } : { $finished ->
        [one] { $finished } lu jusqu’au bout
       *[other] { $finished } lus jusqu’au bout
    }, { $begun ->
        [one] { $begun } commencé
       *[other] { $begun } commencés
    }
hours =
    { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
about-time = environ { $time }, { $words } mots
estimated = Minutes et mots sont des estimations : la longueur de chaque article à { $rate } mots par minute, jusqu’où vous êtes allé. Chaque article compte une fois, le jour où vous l’avez quitté en dernier.
ticked =
    { $count ->
        [one] { $count } autre est marqué comme lu sans avoir été ouvert
       *[other] { $count } autres sont marqués comme lus sans avoir été ouverts
    }
missing =
    { $count ->
        [one] { $count } article ouvert n’est pas dans cette bibliothèque : il est sans minutes
       *[other] { $count } articles ouverts ne sont pas dans cette bibliothèque : ils sont sans minutes
    }
by-outlet = Journaux
by-language = Langues
and-more = et { $count } de plus

# About the open article.
scope-about = Dans la fiche de l’article
command-about = montrer la fiche de l’article : champs, fichier, avertissements
about-heading = Fiche de l’article
about-headline = Titre
about-standfirst = Chapeau
about-authors = Auteurs
about-outlet = Journal
about-published = Publié
about-updated = Mis à jour
about-language = Langue
about-address = Adresse
about-tags = Étiquettes
about-caption = Légende
about-length = Longueur
about-file = Fichier
about-item = Place dedans
about-collection = Recueil
about-format = Format
about-warning = Avertissement
about-not-given =
    { $field ->
        [about-authors] non indiqués
        [about-language] non indiquée
        [about-address] non indiquée
       *[other] non indiqué
    }
about-words =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
from-metadata = métadonnées
from-json-ld = JSON-LD
from-front-matter = en-tête du fichier
from-heading = titre dans le texte
from-text = ligne du texte
from-address = adresse
from-file-name = nom du fichier
from-sources = supposé d’après ses sources
from-container = fichier qui le contient
from-words = supposée d’après ses mots

# How to add one's own articles, while no library is configured.
add-articles = Vos articles : newsprint DOSSIER · libraries dans config.toml · … | newsprint -
add-articles-short = Vos articles : newsprint DOSSIER · libraries · … | newsprint -

# Ce que dit un premier lancement.
welcome = Bienvenue
welcome-short = Bienvenue · guide en anglais
welcome-what = newsprint lit les articles enregistrés : tout fichier ou dossier, hors ligne.
welcome-what-short = newsprint lit des articles.
welcome-where = Aucune bibliothèque n’est nommée dans { $config } ; voici donc les articles fournis, dont le premier explique, en anglais, comment lire.
welcome-where-short = Pas de bibliothèque dans { $config }
welcome-ways = Trois façons de lire les vôtres :
welcome-ways-short = Pour lire les vôtres :
welcome-name = newsprint ~/articles : nommez fichiers ou dossiers au lancement
welcome-name-short = newsprint DOSSIER
welcome-drop = déposez un fichier ou un dossier sur cette fenêtre, ou collez son chemin
welcome-drop-short = déposez un fichier ici
welcome-config = dans config.toml, écrivez [libraries] puis news = "~/articles"
welcome-config-short = [libraries] dans config.toml
welcome-keys = Entrée lit le premier · ? montre toutes les touches · Échap ferme
welcome-keys-short = Entrée lit · ? touches · Échap ferme
no-such-place = il n’y a ni fichier ni dossier { $place }

# Avertissements et défauts que d’autres modules disent en anglais.
problem-around = mène à un dossier qui contient celui-ci
problem-deep = est à { $levels } dossiers de profondeur et n’a pas été ouvert
problem-dangling = est un lien vers rien
problem-closed = n’a pas pu être ouvert
warning-packed-pages = { $count } pages sont compressées d’une façon illisible
warning-pages = trop grand : les pages suivantes ont été omises
marks-line = la ligne { $line } n’est pas comprise et reste telle quelle
marks-lines = { $lines } lignes ne sont pas comprises (la première est la ligne { $first }) et restent telles quelles
marks-torn = sa dernière ligne est inachevée et ne compte pas
marks-unread = ne peut pas être lu : { $why }
uncached = { $why } ; rien n’est mis en cache
cache-missing = il n’y a pas de cache
cache-busy = un autre newsprint écrit le cache
cache-broken = le cache : { $why }
slip-theme-palette = il faut une table de couleurs nommées
slip-theme-table = il faut une table comme { $example }
slip-theme-quotes = il faut des mots entre guillemets
slip-theme-switch = { $name } prend true ou false
slip-theme-style = un style n’a pas de { $name } ; il a { $known }
slip-theme-look = look prend "light" ou "dark"

# Le nom des touches sur le clavier.
key-enter = Entrée
key-space = Espace
key-esc = Échap
key-backspace = Retour arrière
key-home = Début
key-end = Fin
key-pageup = PgPréc
key-pagedown = PgSuiv
key-delete = Suppr
key-ctrl = Ctrl
key-shift = Maj

# Sur la page elle-même : ce que newsprint ajoute à un article.
picture = image :
picture-numbered = image { $number } :
updated-on = mis à jour le { $day }
sources-title = Sources
notes-title = Notes
quote-gone = L’article ne le dit plus.
links-title = Liens
leftover-lines =
    { $count ->
        [one] { $count } ligne de reste
       *[other] { $count } lignes de reste
    }
no-text = Aucun texte n’a été enregistré avec ce titre.
no-text-but-page = Aucun texte n’a été enregistré avec ce titre, seulement l’adresse de sa page :
hours-about = { $count } h
hours-left = encore { $count } h
source-age = { $most } avant l’article
age-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
age-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
age-months =
    { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
age-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
follow-lettered = suivre un lien
leave-letters = quitter
open-page = ouvrir sa page
look-up = chercher
typed-done = valider
typed-dropped = abandonner
in-articles-of = dans des articles du
labelled = { $name } : { $text }

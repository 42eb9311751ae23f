# What newsprint says, in English: the language every other falls back to. Keys are grouped by where
# they are shown. Keep every key in every language; a test finds the ones that are missing or unused.

# Days: 8 Dec 2016. A guess is marked.
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
day = { $day } { $month } { $year }
day-guessed = c. { $day }

# Headings of the help, one for each place keys go.
scope-headlines = In the headlines
scope-article = In the article
scope-sources = In the sources
scope-passage = While choosing words
scope-notes = In the notes
scope-note = While writing a note
scope-prompt = While typing a search
scope-palette = In the palette
scope-help = In this help
scope-problems = In the problems
scope-places = In the places
scope-question = Asked a question

# Commands: what each does, and in a word or two for the footer.
command-open = open the selected article
    .hint = open
command-search = search all articles as you type
    .hint = search
command-back = go back to the headlines
    .hint = back
command-find = find words in the article
    .hint = find
command-toggle-read = mark as read, or as unread again
    .hint = read
command-toggle-star = star, or take the star away
    .hint = star
command-sources = show the sources and links of the article
    .hint = sources
command-toggle-later = put by for later, or no longer
command-tag = put tags on, or take them off with a hyphen before them
command-toggle-hidden = hide from lists, or show again
command-range = begin a range: the next mark is for all of it
command-pick = pick one by one: the next mark is for all picked
command-note = write a note on the article
command-notes = list all notes and highlights
command-choose-words = choose words, to light them up or note them
command-next-highlight = go to the next highlight
command-previous-highlight = go to the previous highlight
command-passage-light = light the chosen words up
    .hint = light up
command-passage-note = write a note on the chosen words
    .hint = note
command-passage-copy = copy the chosen words with their source
    .hint = copy
command-passage-darken = put out what is lit there
    .hint = put out
command-passage-next = go to the next sentence
command-passage-previous = go to the previous sentence
command-passage-longer = a word more at the end
command-passage-shorter = a word less at the end
command-passage-more = a sentence more at the end
command-passage-fewer = a sentence less at the end
command-passage-earlier = begin a word earlier
command-passage-later = begin a word later
command-passage-paragraph = choose the whole paragraph
command-passage-next-paragraph = go to the next paragraph
command-passage-previous-paragraph = go to the previous paragraph
command-passage-end = choose nothing any more
    .hint = end
command-note-open = open the article there
    .hint = open
command-note-edit = write or change the note
    .hint = edit
command-note-keep = keep the note
    .hint = keep
command-note-outside = write it in your editor
    .hint = editor
command-note-drop = drop what was typed
    .hint = drop
command-undo = take back the last mark
    .hint = undo
command-redo = do again what was taken back
command-down = go down a line or a headline
command-up = go up a line or a headline
command-page-down = go down a screen
command-page-up = go up a screen
command-half-down = go down half a screen
command-half-up = go up half a screen
command-top = go to the top
command-bottom = go to the bottom
command-read-on = page through the article; at its end, open the next unread one
command-read-back = page the article back
command-next = go to the next match or, without a search, the next unread article
command-previous = go to the previous match or unread article
command-follow = follow the link that is lit or whose number was typed; else go down a line
command-escape = put out the lit matches; without any, go back
command-next-article = open the next article
command-previous-article = open the previous article
command-next-crosshead = go to the next heading
command-previous-crosshead = go to the previous heading
command-leftovers = unfold what newsprint took for web-page leftovers
command-mark-all-read = mark every article of the list as read, after asking
command-mark-above-read = mark what stands above as read, after asking
command-mark-below-read = mark what stands below as read, after asking
command-unread-only = show unread articles only, or all again
command-starred-only = show starred articles only, or all again
command-order = sort by date, unread, title, outlet or relevance
command-reverse = turn the order round
command-clear = end the choice, or clear the search
command-browse = open the article's own page in the browser, after asking
command-copy-link = copy the article's address
command-copy-citation = copy headline, outlet, day and address
command-other-pane = go from headlines to article and back
command-zen = show the article alone, or the headlines again
command-narrower = narrow the measure
command-wider = widen the measure
command-rescan = look at the files again
command-problems = list the files that could not be read
command-places = go to a library, a section or a saved search
command-go = go there
    .hint = go
command-palette = find a command by name
command-source-open = open the source, or look it up on the web
    .hint = open
command-source-copy = copy its address
    .hint = copy
command-source-copy-citation = copy publisher, title, day and address
command-source-archive = look for it in the web archive, as of its day
    .hint = archive
command-source-search = search the web for it
    .hint = search
command-overlay-down = go down
command-overlay-up = go up
command-typed-down = go down
command-typed-up = go up
command-overlay-page-down = go down a screen
command-overlay-page-up = go up a screen
command-run = run the selected command
    .hint = run
command-close = close
    .hint = close
command-close-typed = close
    .hint = close
command-yes = do it
    .hint = yes
command-no = leave it
    .hint = no
command-search-done = keep the search and go on
    .hint = done
command-search-cancel = drop the search
    .hint = cancel
command-complete = complete what is typed: a tag, a field, a value
command-complete-back = choose the completion before
command-search-next = go to the next hit
command-search-previous = go to the previous hit
command-suspend = step back to the shell; `fg` returns
command-mouse = leave the mouse to the terminal, or take it again, until you quit
command-redraw = draw the screen again
command-quit = quit
    .hint = quit
command-quit-now = quit from anywhere
command-interrupt = quit
command-help = show all keys
    .hint = keys

# The line at the bottom.
next-match = next match
no-match = no match
prompt-search = search all:
prompt-tags = tags:
prompt-replaces = a letter replaces it, an arrow edits it
prompt-find = find:
field-title = words of the headline
field-author = who wrote it
field-source = outlet or works cited
field-tag = a tag
field-note = words of your notes
field-in = folder or path
field-lang = language
field-is = what you did with it
field-has = what it has
field-before = earlier than a day
field-after = later than a day
field-date = a day, month or year
articles =
    { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
read-so-far = { $percent } %
minutes-left = { $count } min left
unsaved = marks are not being saved: { $why }
not-bound = { $key } does nothing here
help-by = { $key } shows the keys

# The line at the top.
unread-of = { $unread } unread of { $total }
found-of = { $found } of { $total }
reading-files = reading files: { $count }
problems-there =
    { $count ->
        [one] 1 problem (!)
       *[other] { $count } problems (!)
    }
standard-input = standard input
shipped-articles = the articles that come with newsprint
place-and-more = { $place } and { $count } more
too-small = newsprint needs { $columns }x{ $rows }

# The list of headlines.
minutes = { $count } min
sources =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }
link-only = link only
nothing-has = Nothing has “{ $query }”.
everything-by = { $key } shows everything.
no-articles = There are no articles here.
no-articles-place = Give a file or a folder:
no-articles-config = or name one in the config:
reading = Reading files
still-reading = still reading files

# Overlays: help, palette, problems, sources and links, questions.
keys = Keys
type-to-search = type to search
nothing-by-that-name = nothing by that name
commands = Commands
problems-heading = Problems ({ $count })
no-problems = everything could be read
configuration = configuration
sources-heading = Sources ({ $count })
links-heading = Links ({ $count })
pictures-heading = Pictures ({ $count })
not-web-address = not a web address: { $address }
ask-open = Open { $host }
ask-picture = Open the picture { $name }
ask-search = Search the web for { $words }: { $host }
ask-archive = Look in the archive: { $host }
question-too-small = The window is too small to show where this leads.
ask-all =
    { $count ->
        [one] Mark 1 unread article of this list as read?
       *[other] Mark { $count } unread articles of this list as read?
    }
ask-above =
    { $count ->
        [one] Mark 1 unread article above this one as read?
       *[other] Mark { $count } unread articles above this one as read?
    }
ask-below =
    { $count ->
        [one] Mark 1 unread article below this one as read?
       *[other] Mark { $count } unread articles below this one as read?
    }

# Notices: what was done, or why nothing was.
looking-again = looking at the files again
nothing-to-open = nothing to open
no-leftovers = newsprint left nothing out of this article
no-unread-below = no unread article below
no-unread-above = no unread article above
first-article = this is the first article
last-article = this is the last article
no-heading-below = no heading below
no-heading-above = no heading above
measure = measure { $cells }
still-showing = { $wrong }; still showing “{ $query }”
not-in-article = “{ $words }” is not in this article
search-all-instead = Search all articles for it?
sorted-by-date = sorted by date
sorted-by-unread = sorted by unread
sorted-by-title = sorted by title
sorted-by-outlet = sorted by outlet
sorted-by-relevance = sorted by relevance
order-turned = , turned round
no-sources = this article cites no source and links to nothing
no-address = this article gives no address of its own
no-number = there is no [{ $number }] here
archive-needs-address = the archive needs an address, and this source gives none
copied = sent to the clipboard: { $text }
too-long-to-copy = too long for the clipboard of a terminal
opened = opened { $host }
not-opened = not opened: { $why }; set `opener` in the config to a program that opens links
not-web = not opened: only web addresses are, and this is `{ $address }`
no-opener = no program to open links was found
no-picture = not opened: there is no picture { $name } beside the article
marks-not-kept = marks are not kept: no home folder is known; set HOME or XDG_CONFIG_HOME
marks-unreadable = marks could not be read: { $why }

# Marks: what was done to articles, and taken back.
undo-by = { $key } takes it back
taken-back = taken back: { $deed }
done-again = done again: { $deed }
nothing-to-take-back = nothing to take back
nothing-to-do-again = nothing to do again
all-read = everything shown is read already
all-read-above = everything above is read already
all-read-below = everything below is read already
deed-to-many = { $deed }: { $count } articles
deed-to-one = { $deed }: { $headline }
deed-read = marked as read
deed-unread = marked as unread
deed-finished = marked as finished
deed-unfinished = marked as not finished
deed-starred = starred
deed-unstarred = star taken away
deed-later = put by for later
deed-not-later = no longer put by for later
deed-hidden = hidden
deed-unhidden = no longer hidden
deed-tagged =
    { $count ->
       *[other] tagged { $tag }
    }
deed-untagged =
    { $count ->
        [one] tag { $tag } taken off
       *[other] tags { $tag } taken off
    }
deed-noted = note written
deed-note-gone = note taken away
deed-highlighted = highlighted
deed-highlight-gone = highlight taken away
deed-other = marked
chosen-articles =
    { $count ->
        [one] 1 article chosen: the next mark is for it; Esc ends
       *[other] { $count } articles chosen: the next mark is for all of them; Esc ends
    }
ask-choice = { $count } articles: { $deed }?
all-so-already = nothing to change: it is so already
nothing-to-mark = nothing to mark here
clear-search = show all

nothing-lit = nothing is lit there
no-highlight-below = no highlight below
no-highlight-above = no highlight above
no-notes = no notes and no highlights yet
not-in-library = not in the library
note-on-words = Note on these words
note-again = what you had typed is here again
note-on-article = Note on the article
notes-heading = Notes and highlights ({ $count })

# Reading files that takes long, and files that cannot be watched.
reading-some = { $files } files · { $rate }/s
reading-most = { $bar } { $files }/{ $total } · { $rate }/s · { $left }
seconds-left = { $count } s left
unwatched = changes are not noticed: { $why }; { $key } looks again
unwatched-full = the system watches no more folders
unwatched-folder = a folder is not there
unwatched-over = the process that watches folders has ended
place-absent = { $place } is not there; its articles are listed as they were
place-not-there = { $place } is not there
absent-elsewhere = { $key } goes to another library
absent-again = { $key } looks again
absent-problems = { $key } lists the problems
article-gone = its file is gone; what you read stays until you leave it
article-changed = its file says something else now; what you read stays until you leave it

# The open article: headings, places kept under letters, links.
scope-outline = In the headings
command-outline = show the headings of the article
command-outline-go = go to the heading
    .hint = go
command-next-link = light the next link; Enter follows it
command-previous-link = light the previous link
command-link-hints = put letters on the links that show, to follow one
command-history-back = go back to where you read before
command-history-forward = go forward again
command-keep-place = keep this place under a letter
command-go-to-place = go to a place kept under a letter
right-to-left = from right to left · if its letters stand the wrong way round, set bidi = "visual"
outline = Headings
any-letter = keeps this place
keep-place = Keep this place
go-to-place = Go to a place
place-before = where you were before
letters-only = places are kept under letters, a to z and A to Z
no-place = no place is kept under { $letter }
no-lettered = no link has { $letters }
no-links-here = no link shows here
no-places = no place is kept yet
place-kept = kept under { $letter }: { $headline }
nothing-before = nowhere to go back to
nothing-after = nowhere to go forward to
no-headings = this article has no headings
no-link-below = no link below
no-link-above = no link above
themes = Themes
theme-is-light = light
theme-is-dark = dark
theme-is-terminal = your terminal’s
theme-is-colourless = no colour
theme-kept = theme { $theme } from now on, until the config names another
mouse-off = the mouse is the terminal’s until you quit or ask again
mouse-on = the mouse works here again
no-themes = no colour is wanted here, so there is no theme to choose
scope-themes = In the themes
command-themes = choose a theme
command-theme-keep = keep this theme
    .hint = keep
command-theme-leave = go back to the theme before
    .hint = back

# The linear mode (--plain): what is said, and what can be typed. Command words are not translated.
plain-list = list the articles from the first
plain-more = go on with the list or the article; Enter alone does too
plain-open = open an article by its number or, among sources, a source; the number alone does too
plain-search = list the articles that have these words; without words, all
plain-leftovers = read out what newsprint took for web-page leftovers
plain-read = mark as read: the open article, or the one of this number
plain-unread = mark as unread: the open article, or the one of this number
plain-note = write a note on the open article; without words, read it out
plain-tags = read out the tags of the open article
plain-tag = put a tag on the open article
plain-untag = take a tag off the open article
plain-help = say this
plain-welcome = Type help for the commands.
plain-unreadable =
    { $count ->
        [one] 1 file cannot be read: newsprint check says why
       *[other] { $count } files cannot be read: newsprint check says why
    }
plain-reading =
    { $count ->
        [one] Reading 1 file; this takes a while.
       *[other] Reading { $count } files; this takes a while.
    }
plain-is-unread = unread
plain-is-starred = starred
plain-is-later = for later
plain-list-end = That was all: { $total }.
plain-list-more = { $shown } of { $total }; Enter for more.
plain-page = Page { $page } of { $pages }, { $count } min left; Enter for more.
plain-article-end = End of the article. next, sources, star or back.
plain-no-number = There is nothing by that number here.
plain-open-first = Open an article first.
plain-no-note = There is no note.
plain-name-tag = Name a tag: tag NAME.
plain-no-tags = There are no tags.
plain-sources-open = open and a number opens one: the article itself where it is in your library, else the browser; back returns to the list.
plain-is-here = in your library
plain-unknown = I do not know “{ $word }”; did you mean { $near }? help lists the commands.
plain-or = or
takes-number = N
takes-words = WORDS
takes-text = TEXT
takes-name = NAME
places-heading = Places
libraries = Libraries
sections = Sections
saved-searches = Searches
place-open = open
nowhere-to-go = nothing to go to: name libraries and searches in the config
config-reloaded = the config was read again
config-broken = the config is not taken over: { $why }

# Looking at the library as a whole, and leaving the screen.
scope-outlets = In the outlets
scope-related = In the related articles
command-copy-citation-markdown = copy a citation of the article as Markdown
command-copy-citation-bibtex = copy a citation of the article as BibTeX
command-copy-citation-csl = copy a citation of the article as CSL-JSON
command-quote = copy the sentence at the match, or at the top, with where it is from
command-related = list articles that share sources or rare words with this one
command-outlets = list the outlets: who published, who is cited
command-export = write the article to a file: Markdown, text, HTML or EPUB
command-export-list = write all articles of the list to one file
command-edit = open a copy of the article in the editor
command-pager = open a copy of the article in the pager
command-pipe = hand the article to the program that the config names
command-source-browse = open its address, even if it is in the library
command-source-copy-markdown = copy a citation of it as Markdown
command-source-copy-bibtex = copy a citation of it as BibTeX
command-source-copy-csl = copy a citation of it as CSL-JSON
command-outlet-show = list what it published and what cites it
    .hint = show
command-outlet-sort = sort by name, or by count again
    .hint = sort
command-related-open = open the article
    .hint = open
counting-outlets = looking at the outlets
looking-for-related = looking for related articles
outlets-heading = Outlets ({ $count })
no-outlets = no article names its outlet or a source
related-heading = Related ({ $count })
no-related = no article shares sources or rare words with this one
citations =
    { $count ->
        [one] cited once
       *[other] cited { $count } times
    }
shares-sources =
    { $count ->
        [one] shares 1 source
       *[other] shares { $count } sources
    }
one-cites-other = one cites the other
both-mention = both mention { $words }
in-your-library = in your library: Enter opens it
cited-by-others =
    { $count ->
        [one] also cited by another of your articles
       *[other] also cited by { $count } of your articles
    }
cites-this = cites this article
one-publisher = all sources are from one publisher
publishers =
    { $count ->
        [one] 1 publisher
       *[other] { $count } publishers
    }
source-ages = { $least } to { $most } before the article
nothing-to-quote = there is no sentence here
prompt-export = write to:
unknown-form = unknown kind of file: end its name in { $known }
ask-over = This file is there already. Write over it?
exported =
    { $count ->
        [one] wrote 1 article to { $path }
       *[other] wrote { $count } articles to { $path }
    }
not-exported = not written: { $path }: { $why }
not-over-article = { $path } is an article and is never written over: give another name
not-remembered = not kept for the next start: { $path }: { $why }
failed-inside = this failed inside newsprint; R reads the library anew
not-started = { $program } could not be started: { $why }; set `editor` or `pager` in the config
piped = handed to { $program }
not-piped = { $program } failed: { $why }
no-pipe = no program to hand articles to: set `pipe` in the config

# What modules below say in English and the screen says again: files, queries, the config. The English
# must be to the letter what src says; a test compares.
problem-binary = looks binary
problem-missing = does not exist
problem-forbidden = no permission
problem-folder = is a folder
problem-irregular = is not a regular file
problem-loop = is a link that leads back to itself
problem-large = is larger than { $size } MB
problem-vanished = vanished while it was read
problem-broken = could not be read: { $why }
problem-parser = the parser failed on this file
problem-packed = packed more than twice
problem-no-articles = no articles in this file
problem-cut-early = broken or cut short before the first article
problem-nested-parts = too many parts inside one another
problem-no-headers = no headers of a saved page
problem-no-message = no message in this mailbox
problem-no-table = no entries in this table
problem-no-feed-entries = no entries in this feed
problem-no-feed = this XML file is no feed
problem-no-book = no book inside: { $why }
problem-no-page = no page in this archive
problem-no-text = has no readable article
problem-gone = the article is not in the file any more; rescan with R
warning-no-text = no text: there is nothing under the headline
warning-empty = the file is empty
warning-nothing = nothing to read in this file
warning-only-matter = nothing to read below the front matter
warning-no-day = the date { $date } in the front matter names no day and was left out
warning-matter = the front matter is broken: read as far as it could be
warning-empty-page = no readable text in this page
warning-deep = nested too deep: only the plain text was kept
warning-deep-or-long = nested too deep or too long: only the plain text was kept
warning-tags = too many tags: only the plain text was kept
warning-open-tags = tags left open too often: only the plain text was kept
warning-huge-tag = a tag out of all measure: only the plain text was kept
warning-packed = the packed data is damaged or cut short
warning-unpacked = too large once unpacked: the end is missing
warning-empty-letter = no readable text in this message
warning-knotted = too many parts inside one another: read as plain text
warning-long-letter = a very long message: its end is missing
warning-no-page = no page in this file
warning-feed-link = link only: the feed holds no text of this entry
warning-export-link = link only: the export holds no text of this article
warning-feed-cut = the feed is broken or cut short: what could be read is here
warning-export-cut = the export is broken or cut short: what could be read is here
warning-marked = only the marked passages: the export holds no more
warning-empty-book = no readable text in this book
warning-chapter = chapter { $name } is missing, damaged or too large
warning-sealed = chapter { $name } is no text: it may be encrypted
warning-long-book = too large: { $name } and what follows it was left out
warning-lines = more than { $count } lines: the others are joined
warning-entries = more than 10,000 entries: the rest was left out
warning-first-bytes = only the first 16 MB were read
warning-changed = changed while it was read
warning-beside = too much text beside this list: read no further
warning-links = more links than can be kept: the others are words
warning-messages = { $count } more messages were left out
warning-large-entry = { $name } is too large and was left out
query-no-field = no field { $name }: — did you mean { $meant }: ? In quotes it is words
query-language = lang: takes the short name of a language: en, fr, de …
query-date = not a date; write 2016, 2016-12 or 2016-12-08
query-nested = more than { $levels } parentheses inside each other
query-regex-open = no / after the regular expression
query-regex-wrong = no regular expression: { $what }
query-takes = { $field } takes { $names }
slip-unreadable = the config cannot be read: { $file }: { $why }; defaults are used
slip-at = { $what }: { $file }, line { $line }, column { $column }: { $advice }
slip-preset = there is no preset `{ $name }`; { $hint }
slip-place = no such place; { $hint }
slip-there-are = there are { $known }
slip-keys = keys.{ $place }: { $what }
slip-theme = theme: { $what }
slip-marks = marks cannot be read: { $why }
slip-theme-at = { $theme }.toml, line { $line }, column { $column }: { $what }
slip-theme-near = there is no theme { $name }; did you mean { $near }?
slip-theme-unknown = there is no theme { $name }
slip-theme-circle = the theme { $name } inherits itself, or from too far away
slip-theme-role-near = there is nothing called { $name } to style; did you mean { $near }?
slip-theme-role = there is nothing called { $name } to style
slip-theme-colour = { $name } is no colour; write #rrggbb, a number up to 255, a name such as red, or one of [palette]
slip-unknown-option = unknown option { $name }
slip-unknown-library = unknown library { $name }
slip-near = did you mean { $name }?
slip-known = known are { $names }
slip-unicode = the config is not UTF-8
slip-until = nothing in it counts until it is mended
slip-libraries = libraries is no table
slip-write-libraries = write [libraries], then name = "folder" lines
slip-no-folder = the library { $name } has no folder
slip-write-folder = write the folder in quotes
slip-searches = searches is no table
slip-write-searches = write [searches], then name = "words" lines
slip-no-words = the search { $name } has no words
slip-write-words = write them in quotes, as you would type them
slip-no-keys = keys is neither a preset nor a table
slip-write-keys = write keys = "vim", or [keys.SCOPE], then "chord" = "command" lines
slip-outside = the key { $key } stands outside a scope
slip-write-scope = put it under [keys.SCOPE]
slip-no-command = the key { $key } has no command
slip-write-command = write the name of a command in quotes
slip-cannot-be = { $name } cannot be { $value }
slip-takes = it takes { $what }
slip-takes-flag = true or false
slip-takes-library = a name from [libraries]
slip-takes-theme = the name of a theme
slip-takes-number = a whole number from { $least } to { $most }
slip-takes-address = a web address with { $slot } in it
slip-takes-words = a list of words, such as { $example }
slip-takes-one = { $first } or { $last }
slip-command-near = `{ $keys }`: unknown command `{ $name }`; did you mean `{ $near }`?
slip-command = `{ $keys }`: unknown command `{ $name }`
slip-does-nothing = `{ $keys }`: `{ $name }` does nothing there
slip-is-typed = `{ $keys }`: what it begins with is typed there
slip-clash = `{ $keys }`: `{ $short }` cannot be a command and begin `{ $long }`; unbind `{ $other }` (`{ $name }`) with "none"
slip-no-key = `{ $key }` is no key; write `j`, `G`, `ctrl-d`, `shift-tab`, `space`, `pagedown`, `f5` or two such as `gg`
# The versions of an article that was saved more than once.
scope-versions = In the versions
scope-difference = In what changed
command-versions = list the versions of the article, where it was saved more than once
command-version-open = open this version
    .hint = open
command-version-compare = show what changed between this version and the open one
    .hint = what changed
command-next-change = go to the next change
    .hint = next
command-previous-change = go to the previous change
command-changes-on = read on
command-changes-close = go back to the versions
    .hint = back
versions-heading = Versions ({ $count })
words-long =
    { $count ->
        [one] 1 word
       *[other] { $count } words
    }
version-listed = in the list
version-open = open
one-version = this article was saved once only
hit-beside-text = found beside the text: { $line }
lit-in-version = this is another version: the one in the list does not have the words · { $key } lists all
comparing = comparing the versions
same-words = both versions have the same words
changes-heading =
    { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
version-older = only in
version-newer = new in

# The articles of the list over time.
scope-timeline = In the timeline
command-timeline = show the articles of the list over time
command-time-narrow = show only the articles of the time selected
    .hint = narrow
command-time-extend-down = select further back in time
    .hint = extend
command-time-extend-up = select less far back, or later
command-time-longer = a bar for longer: years instead of months
    .hint = longer
command-time-shorter = a bar for less: days instead of months
    .hint = shorter
command-time-close = close
    .hint = close
timeline-heading =
    { $count ->
        [one] Timeline of 1 article
       *[other] Timeline of { $count } articles
    }
undated =
    { $count ->
        [one] 1 has no date
       *[other] { $count } have no date
    }
no-days = no article of the list has a date

# What was read.
scope-statistics = In the statistics
command-statistics = show what you read: days, minutes, outlets, languages
command-statistics-on = read on
statistics = What you read
counting-reading = counting what you read
nothing-read = nothing was read yet
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
minutes-a-day = minutes a day
this-month = This month: { $opened } opened, { $finished } read to the end, about { $time }
opened-finished = { $opened } opened: { $finished } read to the end, { $begun } begun
hours =
    { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
about-time = about { $time }, { $words } words
estimated = Minutes and words are estimates: the length of each article at { $rate } words a minute, as far as you got. Each article counts once, on the day you left it last.
ticked =
    { $count ->
        [one] 1 more is marked as read and was never opened
       *[other] { $count } more are marked as read and were never opened
    }
missing =
    { $count ->
        [one] 1 that was opened is not in this library: it has no minutes
       *[other] { $count } that were opened are not in this library: they have no minutes
    }
by-outlet = Outlets
by-language = Languages
and-more = and { $count } more

# About the open article.
scope-about = In what there is to know about the article
command-about = show what is known about the article: fields, file, warnings
about-heading = About this article
about-headline = Headline
about-standfirst = Standfirst
about-authors = Authors
about-outlet = Outlet
about-published = Published
about-updated = Updated
about-language = Language
about-address = Address
about-tags = Tags
about-caption = Caption
about-length = Length
about-file = File
about-item = Place in it
about-collection = Collection
about-format = Format
about-warning = Warning
about-not-given =
    { $field ->
       *[other] not given
    }
about-words =
    { $count ->
        [one] 1 word
       *[other] { $count } words
    }
from-metadata = metadata
from-json-ld = JSON-LD
from-front-matter = front matter
from-heading = heading
from-text = line of the text
from-address = address
from-file-name = file name
from-sources = guessed from its sources
from-container = file that holds it
from-words = guessed from its words

# How to add one's own articles, while no library is configured.
add-articles = Your own: newsprint FOLDER · libraries in config.toml · … | newsprint -
add-articles-short = Yours: newsprint FOLDER · libraries · … | newsprint -

# What a first start says.
welcome = Welcome
welcome-short = Welcome
welcome-what = newsprint reads saved articles: any file or folder, offline.
welcome-what-short = newsprint reads saved articles.
welcome-where = No library is named in { $config }, so here are the articles that come with it; the first one tells how to read.
welcome-where-short = No library in { $config }
welcome-ways = Three ways to your own articles:
welcome-ways-short = To read your own:
welcome-name = newsprint ~/articles: name files or folders when you start it
welcome-name-short = newsprint FOLDER
welcome-drop = drop a file or folder on this window, or paste its path
welcome-drop-short = drop a file here, or its path
welcome-config = in config.toml write [libraries], then news = "~/articles"
welcome-config-short = [libraries] in config.toml
welcome-keys = Enter reads the first one · ? shows all keys · Esc closes this
welcome-keys-short = Enter reads · ? keys · Esc closes
no-such-place = there is no file or folder { $place }

# Warnings and faults that modules below say in English, as above.
problem-around = leads to a folder around this one
problem-deep = is { $levels } folders deep and was not entered
problem-dangling = is a link to nothing
problem-closed = could not be entered
warning-packed-pages = { $count } pages are packed in a way that cannot be read
warning-pages = too large: the pages behind this one were left out
marks-line = line { $line } is not understood and kept as it is
marks-lines = { $lines } lines are not understood (the first is line { $first }) and kept as they are
marks-torn = its last line is unfinished and not counted
marks-unread = cannot be read: { $why }
uncached = { $why }; nothing is cached
cache-missing = there is no cache
cache-busy = another newsprint writes the cache
cache-broken = the cache: { $why }
slip-theme-palette = this takes a table of colours by name
slip-theme-table = this takes a table such as { $example }
slip-theme-quotes = this takes words in quotes
slip-theme-switch = { $name } takes true or false
slip-theme-style = a style has no { $name }; it has { $known }
slip-theme-look = look takes "light" or "dark"

# What keys are called on the keyboard.
key-enter = Enter
key-space = Space
key-esc = Esc
key-backspace = Backspace
key-home = Home
key-end = End
key-pageup = PgUp
key-pagedown = PgDn
key-delete = Del
key-ctrl = Ctrl
key-shift = Shift

# On the page itself: what newsprint adds to an article.
picture = picture:
picture-numbered = picture { $number }:
updated-on = updated { $day }
sources-title = Sources
notes-title = Notes
quote-gone = The article no longer says so.
links-title = Links
leftover-lines =
    { $count ->
        [one] 1 leftover line
       *[other] { $count } leftover lines
    }
no-text = No text was saved with this headline.
no-text-but-page = No text was saved with this headline, only the address of its page:
hours-about = { $count } h
hours-left = { $count } h left
source-age = { $most } before the article
age-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
age-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
age-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
age-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
follow-lettered = follow a link
leave-letters = leave
open-page = open its page
look-up = look up
typed-done = done
typed-dropped = drop
in-articles-of = in articles of
labelled = { $name }: { $text }

# Lo que dice newsprint, en español. Las explicaciones están en en.ftl.

month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sept
month-10 = oct
month-11 = nov
month-12 = dic
day = { $day } { $month } { $year }
day-guessed = h. { $day }

scope-headlines = En la lista de titulares
scope-article = En el artículo
scope-sources = En las fuentes
scope-passage = Al elegir palabras
scope-notes = En las notas
scope-note = Al escribir una nota
scope-prompt = Al escribir una búsqueda
scope-palette = En la paleta
scope-help = En esta ayuda
scope-problems = En los problemas
scope-places = En los lugares
scope-question = Ante una pregunta

command-open = abrir el artículo seleccionado
    .hint = abrir
command-search = buscar en todos los artículos mientras se escribe
    .hint = buscar
command-back = volver a los titulares
    .hint = volver
command-find = buscar palabras en el artículo
    .hint = buscar
command-toggle-read = marcar como leído, o de nuevo como no leído
    .hint = leído
command-toggle-star = poner una estrella, o quitarla
    .hint = estrella
command-sources = mostrar las fuentes y los enlaces del artículo
    .hint = fuentes
command-toggle-later = dejar para más tarde, o ya no
command-tag = poner etiquetas, o quitarlas con un guion delante
command-toggle-hidden = ocultar de las listas, o mostrar de nuevo
command-range = empezar un intervalo: la próxima marca vale para todo él
command-pick = elegir uno a uno: la próxima marca vale para todos
command-note = escribir una nota sobre el artículo
command-notes = listar todas las notas y los resaltados
command-choose-words = elegir palabras, para resaltarlas o anotarlas
command-next-highlight = ir al resaltado siguiente
command-previous-highlight = ir al resaltado anterior
command-passage-light = resaltar las palabras elegidas
    .hint = resaltar
command-passage-note = escribir una nota sobre las palabras elegidas
    .hint = nota
command-passage-copy = copiar las palabras elegidas con su fuente
    .hint = copiar
command-passage-darken = quitar el resaltado de ahí
    .hint = quitar
command-passage-next = ir a la frase siguiente
command-passage-previous = ir a la frase anterior
command-passage-longer = una palabra más al final
command-passage-shorter = una palabra menos al final
command-passage-more = una frase más al final
command-passage-fewer = una frase menos al final
command-passage-earlier = empezar una palabra antes
command-passage-later = empezar una palabra después
command-passage-paragraph = elegir todo el párrafo
command-passage-next-paragraph = ir al párrafo siguiente
command-passage-previous-paragraph = ir al párrafo anterior
command-passage-end = no elegir nada más
    .hint = terminar
command-note-open = abrir el artículo ahí
    .hint = abrir
command-note-edit = escribir o cambiar la nota
    .hint = cambiar
command-note-keep = guardar la nota
    .hint = guardar
command-note-outside = escribirla en el editor propio
    .hint = editor
command-note-drop = descartar lo escrito
    .hint = descartar
command-undo = deshacer la última marca
    .hint = deshacer
command-redo = rehacer lo deshecho
command-down = bajar una línea o un titular
command-up = subir una línea o un titular
command-page-down = bajar una pantalla
command-page-up = subir una pantalla
command-half-down = bajar media pantalla
command-half-up = subir media pantalla
command-top = ir al principio
command-bottom = ir al final
command-read-on = pasar página en el artículo; al final, abrir el siguiente no leído
command-read-back = volver una página en el artículo
command-next = ir a la coincidencia siguiente o, sin búsqueda, al siguiente artículo no leído
command-previous = ir a la coincidencia o al artículo no leído anterior
command-follow = seguir el enlace iluminado o el del número tecleado; si no, bajar una línea
command-escape = apagar las coincidencias; si no las hay, volver
command-next-article = abrir el artículo siguiente
command-previous-article = abrir el artículo anterior
command-next-crosshead = ir al ladillo siguiente
command-previous-crosshead = ir al ladillo anterior
command-leftovers = desplegar lo que newsprint tomó por restos de página web
command-mark-all-read = marcar como leídos todos los artículos de la lista, previa pregunta
command-mark-above-read = marcar como leído lo que está arriba, previa pregunta
command-mark-below-read = marcar como leído lo que está abajo, previa pregunta
command-unread-only = mostrar solo los artículos no leídos, o todos otra vez
command-starred-only = mostrar solo los artículos con estrella, o todos otra vez
command-order = ordenar por fecha, no leídos, título, medio o relevancia
command-reverse = invertir el orden
command-clear = terminar la selección, o borrar la búsqueda
command-browse = abrir la página del artículo en el navegador, previa pregunta
command-copy-link = copiar la dirección del artículo
command-copy-citation = copiar titular, medio, día y dirección
command-other-pane = pasar de los titulares al artículo y volver
command-zen = mostrar solo el artículo, o de nuevo la lista
command-narrower = acortar las líneas
command-wider = alargar las líneas
command-rescan = releer los archivos
command-problems = listar los archivos que no se pudieron leer
command-places = ir a una biblioteca, una sección o una búsqueda guardada
command-go = ir allí
    .hint = ir
command-palette = encontrar una orden por su nombre
command-source-open = abrir la fuente, o buscarla en la web
    .hint = abrir
command-source-copy = copiar su dirección
    .hint = copiar
command-source-copy-citation = copiar editor, título, día y dirección
command-source-archive = buscarla en el archivo de la web, en su día
    .hint = archivo
command-source-search = buscarla en la web
    .hint = buscar
command-overlay-down = bajar
command-overlay-up = subir
command-typed-down = bajar
command-typed-up = subir
command-overlay-page-down = bajar una pantalla
command-overlay-page-up = subir una pantalla
command-run = ejecutar la orden seleccionada
    .hint = ejecutar
command-close = cerrar
    .hint = cerrar
command-close-typed = cerrar
    .hint = cerrar
command-yes = hacerlo
    .hint = sí
command-no = dejarlo
    .hint = no
command-search-done = conservar la búsqueda y seguir
    .hint = listo
command-search-cancel = abandonar la búsqueda
    .hint = abandonar
command-complete = completar lo escrito: etiqueta, campo o valor
command-complete-back = elegir la propuesta anterior
command-search-next = ir al resultado siguiente
command-search-previous = ir al resultado anterior
command-suspend = volver al shell; `fg` regresa
command-mouse = dejar el ratón a la terminal, o recuperarlo, hasta salir
command-redraw = redibujar la pantalla
command-quit = salir
    .hint = salir
command-quit-now = salir desde cualquier lugar
command-interrupt = salir
command-help = mostrar todas las teclas
    .hint = teclas

next-match = siguiente
no-match = sin coincidencias
prompt-search = buscar en todo:
prompt-replaces = una letra lo sustituye, una flecha lo edita
prompt-tags = etiquetas:
prompt-find = buscar:
field-title = palabras del titular
field-author = quién lo escribió
field-source = medio u obras citadas
field-tag = una etiqueta
field-note = palabras de tus notas
field-in = carpeta o ruta
field-lang = idioma
field-is = lo que hiciste con él
field-has = lo que contiene
field-before = antes de un día
field-after = después de un día
field-date = un día, mes o año
articles =
    { $count ->
        [one] 1 artículo
       *[other] { $count } artículos
    }
read-so-far = { $percent } %
minutes-left = quedan { $count } min
unsaved = las marcas no se guardan: { $why }
not-bound = { $key } no hace nada aquí
help-by = { $key } muestra las teclas

unread-of =
    { $unread ->
        [one] 1 no leído de { $total }
       *[other] { $unread } no leídos de { $total }
    }
found-of = { $found } de { $total }
reading-files = leyendo archivos: { $count }
problems-there =
    { $count ->
        [one] 1 problema (!)
       *[other] { $count } problemas (!)
    }
standard-input = entrada estándar
shipped-articles = los artículos que vienen con newsprint
place-and-more = { $place } y { $count } más
too-small = hace falta { $columns }x{ $rows }

minutes = { $count } min
sources =
    { $count ->
        [one] 1 fuente
       *[other] { $count } fuentes
    }
link-only = solo enlace
nothing-has = Nada contiene «{ $query }».
everything-by = { $key } muestra todo.
no-articles = Aquí no hay artículos.
no-articles-place = Indique un archivo o una carpeta:
no-articles-config = o nómbrela en la configuración:
reading = Leyendo archivos
still-reading = aún se leen archivos

keys = Teclas
type-to-search = escriba para buscar
nothing-by-that-name = nada con ese nombre
commands = Órdenes
problems-heading = Problemas ({ $count })
no-problems = se pudo leer todo
configuration = configuración
sources-heading = Fuentes ({ $count })
links-heading = Enlaces ({ $count })
pictures-heading = Imágenes ({ $count })
not-web-address = no es una dirección web: { $address }
ask-open = Abrir { $host }
ask-picture = Abrir la imagen { $name }
ask-search = Buscar { $words } en la web: { $host }
ask-archive = Buscar en el archivo: { $host }
question-too-small = La ventana es demasiado pequeña para mostrar adónde lleva esto.
ask-all =
    { $count ->
        [one] ¿Marcar como leído 1 artículo no leído de esta lista?
       *[other] ¿Marcar como leídos { $count } artículos no leídos de esta lista?
    }
ask-above =
    { $count ->
        [one] ¿Marcar como leído 1 artículo no leído encima de este?
       *[other] ¿Marcar como leídos { $count } artículos no leídos encima de este?
    }
ask-below =
    { $count ->
        [one] ¿Marcar como leído 1 artículo no leído debajo de este?
       *[other] ¿Marcar como leídos { $count } artículos no leídos debajo de este?
    }

looking-again = releyendo los archivos
nothing-to-open = nada que abrir
no-leftovers = newsprint no dejó nada fuera de este artículo
no-unread-below = ningún artículo no leído más abajo
no-unread-above = ningún artículo no leído más arriba
first-article = este es el primer artículo
last-article = este es el último artículo
no-heading-below = ningún ladillo más abajo
no-heading-above = ningún ladillo más arriba
measure = líneas de { $cells }
still-showing = { $wrong }; se sigue mostrando «{ $query }»
not-in-article = «{ $words }» no está en este artículo
search-all-instead = ¿Buscarlo en todos los artículos?
sorted-by-date = ordenado por fecha
sorted-by-unread = ordenado por no leídos
sorted-by-title = ordenado por título
sorted-by-outlet = ordenado por medio
sorted-by-relevance = ordenado por relevancia
order-turned = , invertido
no-sources = este artículo no cita fuentes ni tiene enlaces
no-address = este artículo no da su propia dirección
no-number = aquí no hay [{ $number }]
archive-needs-address = el archivo necesita una dirección, y esta fuente no da ninguna
copied = enviado al portapapeles: { $text }
too-long-to-copy = demasiado largo para el portapapeles de un terminal
opened = abierto: { $host }
not-opened = no abierto: { $why }; ponga en `opener`, en la configuración, un programa que abra enlaces
not-web = no abierto: solo se abren direcciones web, y esto es `{ $address }`
no-opener = no se encontró ningún programa que abra enlaces
no-picture = no abierto: no hay ninguna imagen { $name } junto al artículo
marks-not-kept = las marcas no se guardan: no se conoce la carpeta personal; defina HOME o XDG_CONFIG_HOME
marks-unreadable = no se pudieron leer las marcas: { $why }

undo-by = { $key } lo deshace
taken-back = deshecho: { $deed }
done-again = rehecho: { $deed }
nothing-to-take-back = nada que deshacer
nothing-to-do-again = nada que rehacer
all-read = todo lo mostrado ya está leído
all-read-above = todo lo de arriba ya está leído
all-read-below = todo lo de abajo ya está leído
deed-to-many = { $deed }: { $count } artículos
deed-to-one = { $deed }: { $headline }
deed-read = marcado como leído
deed-unread = marcado como no leído
deed-finished = marcado como terminado
deed-unfinished = marcado como no terminado
deed-starred = estrella puesta
deed-unstarred = estrella quitada
deed-later = dejado para más tarde
deed-not-later = ya no se deja para más tarde
deed-hidden = oculto
deed-unhidden = ya no oculto
deed-tagged =
    { $count ->
        [one] etiqueta { $tag } puesta
       *[other] etiquetas { $tag } puestas
    }
deed-untagged =
    { $count ->
        [one] etiqueta { $tag } quitada
       *[other] etiquetas { $tag } quitadas
    }
deed-noted = nota escrita
deed-note-gone = nota quitada
deed-highlighted = resaltado
deed-highlight-gone = resaltado quitado
deed-other = marcado
chosen-articles =
    { $count ->
        [one] 1 artículo elegido: la próxima marca es para él; Esc termina
       *[other] { $count } artículos elegidos: la próxima marca es para todos; Esc termina
    }
ask-choice = { $count } artículos: { $deed }?
all-so-already = nada que cambiar: ya es así
nothing-to-mark = nada que marcar aquí
clear-search = mostrar todo

nothing-lit = ahí no hay nada resaltado
no-highlight-below = no hay resaltado más abajo
no-highlight-above = no hay resaltado más arriba
no-notes = aún no hay notas ni resaltados
not-in-library = no está en la biblioteca
note-on-words = Nota sobre estas palabras
note-again = aquí está de nuevo lo que había escrito
note-on-article = Nota sobre el artículo
notes-heading = Notas y resaltados ({ $count })

# La lectura que dura, y las carpetas que no se vigilan.
reading-some = { $files } archivos · { $rate }/s
reading-most = { $bar } { $files }/{ $total } · { $rate }/s · { $left }
seconds-left = quedan { $count } s
unwatched = no se notan los cambios: { $why }; { $key } vuelve a mirar
unwatched-full = el sistema no vigila más carpetas
unwatched-folder = una carpeta no está
unwatched-over = el proceso que vigila las carpetas ha terminado
place-absent = { $place } no está; sus artículos siguen en la lista
place-not-there = { $place } no está
absent-elsewhere = { $key } lleva a otra biblioteca
absent-again = { $key } vuelve a mirar
absent-problems = { $key } muestra los problemas
article-gone = su archivo ya no está; lo que lee se queda hasta que lo deje
article-changed = su archivo dice ahora otra cosa; lo que lee se queda hasta que lo deje

scope-outline = En los intertítulos
command-outline = mostrar los intertítulos del artículo
command-outline-go = ir al intertítulo
    .hint = ir
command-next-link = iluminar el enlace siguiente; Intro lo sigue
command-previous-link = iluminar el enlace anterior
command-link-hints = poner letras en los enlaces visibles para seguir uno
command-history-back = volver adonde leía antes
command-history-forward = avanzar de nuevo
command-keep-place = guardar este lugar con una letra
command-go-to-place = ir a un lugar guardado con una letra
right-to-left = de derecha a izquierda · si las letras salen al revés, ponga bidi = "visual"
outline = Intertítulos
any-letter = guarda este lugar
keep-place = Guardar este lugar
go-to-place = Ir a un lugar
place-before = donde estaba antes
letters-only = los lugares se guardan con letras, de la a a la z y de la A a la Z
no-place = no hay ningún lugar guardado con { $letter }
no-lettered = ningún enlace tiene { $letters }
no-links-here = aquí no se ve ningún enlace
no-places = todavía no hay lugares guardados
place-kept = guardado con { $letter }: { $headline }
nothing-before = no hay adónde volver
nothing-after = no hay adónde avanzar
no-headings = este artículo no tiene intertítulos
no-link-below = no hay enlaces más abajo
no-link-above = no hay enlaces más arriba
themes = Temas
theme-is-light = claro
theme-is-dark = oscuro
theme-is-terminal = colores del terminal
theme-is-colourless = sin color
theme-kept = tema { $theme } desde ahora, hasta que la configuración nombre otro
mouse-off = el ratón es de la terminal hasta salir o hasta pedirlo de nuevo
mouse-on = el ratón vuelve a actuar aquí
no-themes = aquí no se quiere color, así que no hay tema que elegir
scope-themes = En los temas
command-themes = elegir un tema
command-theme-keep = conservar este tema
    .hint = conservar
command-theme-leave = volver al tema anterior
    .hint = volver

# El modo lineal (--plain).
plain-list = listar los artículos desde el primero
plain-more = seguir con la lista o el artículo; Intro sola también
plain-open = abrir un artículo por su número o, entre las fuentes, una fuente; basta el número
plain-search = listar los artículos que tienen estas palabras; sin palabras, todos
plain-leftovers = leer lo que newsprint tomó por restos de la página web
plain-read = marcar como leído: el artículo abierto, o el de ese número
plain-unread = marcar como no leído: el artículo abierto, o el de ese número
plain-note = escribir una nota en el artículo abierto; sin palabras, decirla
plain-tags = decir las etiquetas del artículo abierto
plain-tag = poner una etiqueta al artículo abierto
plain-untag = quitar una etiqueta del artículo abierto
plain-help = decir esto
plain-welcome = Escriba help para ver las órdenes.
plain-unreadable =
    { $count ->
        [one] No se puede leer { $count } archivo: newsprint check dice por qué
       *[other] No se pueden leer { $count } archivos: newsprint check dice por qué
    }
plain-reading =
    { $count ->
        [one] Leyendo { $count } archivo; tardará un poco.
       *[other] Leyendo { $count } archivos; tardará un poco.
    }
plain-is-unread = no leído
plain-is-starred = con estrella
plain-is-later = para más tarde
plain-list-end = Eso es todo: { $total }.
plain-list-more = { $shown } de { $total }; Intro para seguir.
plain-page = Página { $page } de { $pages }, quedan { $count } min; Intro para seguir.
plain-article-end = Fin del artículo. next, sources, star o back.
plain-no-number = Aquí no hay nada con ese número.
plain-open-first = Abra primero un artículo.
plain-no-note = No hay nota.
plain-name-tag = Nombre una etiqueta: tag NOMBRE.
plain-no-tags = No hay etiquetas.
plain-sources-open = open y un número abre una: el artículo mismo si está en su biblioteca, si no, el navegador; back vuelve a la lista.
plain-is-here = en su biblioteca
plain-unknown = No conozco «{ $word }»; ¿quiso decir { $near }? help da las órdenes.
plain-or = o
takes-number = N
takes-words = PALABRAS
takes-text = TEXTO
takes-name = NOMBRE
places-heading = Lugares
libraries = Bibliotecas
sections = Secciones
saved-searches = Búsquedas
place-open = abierta
nowhere-to-go = ningún sitio adonde ir: nombre bibliotecas y búsquedas en la configuración
config-reloaded = se releyó la configuración
config-broken = la configuración no se adopta: { $why }

# La biblioteca entera, y lo que sale de la pantalla.
scope-outlets = En los medios
scope-related = En los artículos afines
command-copy-citation-markdown = copiar una referencia del artículo en Markdown
command-copy-citation-bibtex = copiar una referencia del artículo en BibTeX
command-copy-citation-csl = copiar una referencia del artículo en CSL-JSON
command-quote = copiar la frase encontrada, o la de arriba, con su procedencia
command-related = listar artículos que comparten fuentes o palabras raras con este
command-outlets = listar los medios: quién publica, quién es citado
command-export = escribir el artículo en un archivo: Markdown, texto, HTML o EPUB
command-export-list = escribir todos los artículos de la lista en un archivo
command-edit = abrir una copia del artículo en el editor
command-pager = abrir una copia del artículo en el paginador
command-pipe = pasar el artículo al programa que nombra la configuración
command-source-browse = abrir su dirección, aunque esté en la biblioteca
command-source-copy-markdown = copiar una referencia suya en Markdown
command-source-copy-bibtex = copiar una referencia suya en BibTeX
command-source-copy-csl = copiar una referencia suya en CSL-JSON
command-outlet-show = listar lo que publicó y lo que lo cita
    .hint = mostrar
command-outlet-sort = ordenar por nombre, o de nuevo por número
    .hint = ordenar
command-related-open = abrir el artículo
    .hint = abrir
counting-outlets = mirando los medios
looking-for-related = buscando artículos afines
outlets-heading = Medios ({ $count })
no-outlets = ningún artículo nombra su medio ni una fuente
related-heading = Afines ({ $count })
no-related = ningún artículo comparte fuentes ni palabras raras con este
citations =
    { $count ->
        [one] citado una vez
       *[other] citado { $count } veces
    }
shares-sources =
    { $count ->
        [one] comparte 1 fuente
       *[other] comparte { $count } fuentes
    }
one-cites-other = uno cita al otro
both-mention = ambos mencionan { $words }
in-your-library = en su biblioteca: Intro la abre
cited-by-others =
    { $count ->
        [one] citada también por otro de sus artículos
       *[other] citada también por { $count } de sus artículos
    }
cites-this = cita este artículo
one-publisher = todas las fuentes son de un mismo medio
publishers =
    { $count ->
        [one] 1 medio
       *[other] { $count } medios
    }
source-ages = de { $least } a { $most } antes del artículo
nothing-to-quote = aquí no hay ninguna frase
prompt-export = escribir en:
unknown-form = tipo de archivo desconocido: termine su nombre en { $known }
ask-over = Este archivo ya existe. ¿Sobrescribirlo?
exported =
    { $count ->
        [one] 1 artículo escrito en { $path }
       *[other] { $count } artículos escritos en { $path }
    }
not-exported = no escrito: { $path }: { $why }
not-over-article = { $path } es un artículo y nunca se sobrescribe: elija otro nombre
not-remembered = no se guarda para el próximo inicio: { $path }: { $why }
failed-inside = esto ha fallado dentro de newsprint; R relee la biblioteca
not-started = { $program } no se pudo iniciar: { $why }; ponga `editor` o `pager` en la configuración
piped = pasado a { $program }
not-piped = { $program } falló: { $why }
no-pipe = no hay programa al que pasar artículos: ponga `pipe` en la configuración

# Lo que se dice de archivos, consultas y la configuración.
problem-binary = parece binario
problem-missing = no existe
problem-forbidden = sin permiso
problem-folder = es una carpeta
problem-irregular = no es un archivo corriente
problem-loop = es un enlace que lleva a sí mismo
problem-large = supera los { $size } MB
problem-vanished = desapareció durante la lectura
problem-broken = no se pudo leer: { $why }
problem-parser = falló el análisis de este archivo
problem-packed = comprimido más de dos veces
problem-no-articles = ningún artículo en este archivo
problem-cut-early = dañado o cortado antes del primer artículo
problem-nested-parts = demasiadas partes anidadas
problem-no-headers = sin cabeceras de página guardada
problem-no-message = ningún mensaje en este buzón
problem-no-table = ninguna entrada en esta tabla
problem-no-feed-entries = ninguna entrada en este canal
problem-no-feed = este archivo XML no es un canal
problem-no-book = no contiene un libro: { $why }
problem-no-page = ninguna página en este archivo
problem-no-text = no contiene ningún artículo legible
problem-gone = el artículo ya no está en el archivo; R vuelve a leer los archivos
warning-no-text = sin texto: no hay nada bajo el titular
warning-empty = el archivo está vacío
warning-nothing = nada que leer en este archivo
warning-only-matter = nada que leer bajo la cabecera del archivo
warning-no-day = la fecha { $date } de la cabecera no dice el día y se omitió
warning-matter = la cabecera del archivo está dañada: se leyó lo posible
warning-empty-page = ningún texto legible en esta página
warning-deep = demasiado anidado: solo se conservó el texto
warning-deep-or-long = demasiado anidado o largo: solo se conservó el texto
warning-tags = demasiadas marcas: solo se conservó el texto
warning-open-tags = demasiadas marcas sin cerrar: solo se conservó el texto
warning-huge-tag = una marca desmesurada: solo se conservó el texto
warning-packed = los datos comprimidos están dañados o cortados
warning-unpacked = demasiado grande al descomprimir: falta el final
warning-empty-letter = ningún texto legible en este mensaje
warning-knotted = demasiadas partes anidadas: leído como texto
warning-long-letter = un mensaje muy largo: falta el final
warning-no-page = ninguna página en este archivo
warning-feed-link = solo un enlace: el canal no contiene el texto de esta entrada
warning-export-link = solo un enlace: la exportación no contiene el texto de este artículo
warning-feed-cut = el canal está dañado o cortado: aquí está lo que se pudo leer
warning-export-cut = la exportación está dañada o cortada: aquí está lo que se pudo leer
warning-marked = solo los pasajes marcados: la exportación no contiene más
warning-empty-book = ningún texto legible en este libro
warning-chapter = el capítulo { $name } falta, está dañado o es demasiado grande
warning-sealed = el capítulo { $name } no es texto: quizá esté cifrado
warning-long-book = demasiado grande: se omitió { $name } y lo que sigue
warning-lines = más de { $count } líneas: las demás están unidas
warning-entries = más de 10 000 entradas: se omitió el resto
warning-first-bytes = solo se leyeron los primeros 16 MB
warning-changed = cambió mientras se leía
warning-beside = demasiado texto junto a esta lista: no se leyó más
warning-links = más enlaces de los que caben: los demás son palabras
warning-messages = se omitieron { $count } mensajes más
warning-large-entry = { $name } es demasiado grande y se omitió
query-no-field = no hay campo { $name }: — ¿quería decir { $meant }:? Entre comillas son palabras
query-language = lang: toma el nombre corto de un idioma: en, fr, de …
query-date = no es una fecha; escriba 2016, 2016-12 o 2016-12-08
query-nested = más de { $levels } paréntesis anidados
query-regex-open = falta / tras la expresión regular
query-regex-wrong = no es una expresión regular: { $what }
query-takes = { $field } toma { $names }
slip-unreadable = no se puede leer la configuración: { $file }: { $why }; valen los valores por omisión
slip-at = { $what }: { $file }, línea { $line }, columna { $column }: { $advice }
slip-preset = no hay juego `{ $name }`; { $hint }
slip-place = no hay tal lugar; { $hint }
slip-there-are = hay { $known }
slip-keys = keys.{ $place }: { $what }
slip-theme = tema: { $what }
slip-marks = no se pueden leer las marcas: { $why }
slip-theme-at = { $theme }.toml, línea { $line }, columna { $column }: { $what }
slip-theme-near = no hay tema { $name }; ¿quería decir { $near }?
slip-theme-unknown = no hay tema { $name }
slip-theme-circle = el tema { $name } hereda de sí mismo, o de demasiado lejos
slip-theme-role-near = nada se llama { $name }; ¿quería decir { $near }?
slip-theme-role = nada se llama { $name }
slip-theme-colour = { $name } no es un color; escriba #rrggbb, un número hasta 255, un nombre como red o uno de [palette]
slip-unknown-option = opción desconocida { $name }
slip-unknown-library = biblioteca desconocida { $name }
slip-near = ¿quería decir { $name }?
slip-known = se conocen { $names }
slip-unicode = la configuración no es UTF-8
slip-until = nada de lo que dice vale hasta que se corrija
slip-libraries = libraries no es una tabla
slip-write-libraries = escriba [libraries] y luego líneas nombre = "carpeta"
slip-no-folder = la biblioteca { $name } no tiene carpeta
slip-write-folder = escriba la carpeta entre comillas
slip-searches = searches no es una tabla
slip-write-searches = escriba [searches] y luego líneas nombre = "palabras"
slip-no-words = la búsqueda { $name } no tiene palabras
slip-write-words = escríbalas entre comillas, como las teclearía
slip-no-keys = keys no es ni un juego ni una tabla
slip-write-keys = escriba keys = "vim", o [keys.LUGAR] y luego líneas "tecla" = "orden"
slip-outside = la tecla { $key } está fuera de todo lugar
slip-write-scope = póngala bajo [keys.LUGAR]
slip-no-command = la tecla { $key } no tiene orden
slip-write-command = escriba el nombre de una orden entre comillas
slip-cannot-be = { $name } no puede ser { $value }
slip-takes = toma { $what }
slip-takes-flag = true o false
slip-takes-library = un nombre de [libraries]
slip-takes-theme = el nombre de un tema
slip-takes-number = un entero de { $least } a { $most }
slip-takes-address = una dirección web que contenga { $slot }
slip-takes-words = una lista de palabras, como { $example }
slip-takes-one = { $first } o { $last }
slip-command-near = `{ $keys }`: orden desconocida `{ $name }`; ¿quería decir `{ $near }`?
slip-command = `{ $keys }`: orden desconocida `{ $name }`
slip-does-nothing = `{ $keys }`: `{ $name }` no hace nada ahí
slip-is-typed = `{ $keys }`: lo que la empieza se teclea ahí
slip-clash = `{ $keys }`: `{ $short }` no puede ser una orden y empezar `{ $long }`; libere `{ $other }` (`{ $name }`) con "none"
slip-no-key = `{ $key }` no es una tecla; escriba `j`, `G`, `ctrl-d`, `shift-tab`, `space`, `pagedown`, `f5` o dos como `gg`
# Las versiones de un artículo guardado varias veces.
scope-versions = En las versiones
scope-difference = En los cambios
command-versions = mostrar las versiones del artículo, si se guardó varias veces
command-version-open = abrir esta versión
    .hint = abrir
command-version-compare = mostrar qué cambia entre esta versión y la abierta
    .hint = comparar
command-next-change = ir al cambio siguiente
    .hint = siguiente
command-previous-change = ir al cambio anterior
command-changes-on = seguir leyendo
command-changes-close = volver a las versiones
    .hint = volver
versions-heading = Versiones ({ $count })
words-long =
    { $count ->
        [one] 1 palabra
       *[other] { $count } palabras
    }
version-listed = en la lista
version-open = abierta
one-version = este artículo se guardó una sola vez
hit-beside-text = encontrado junto al texto: { $line }
lit-in-version = esta es otra versión: la de la lista no tiene esas palabras · { $key } las muestra todas
comparing = comparando las versiones
same-words = las dos versiones tienen las mismas palabras
changes-heading =
    { $count ->
        [one] 1 cambio
       *[other] { $count } cambios
    }
version-older = solo en
version-newer = nuevo en

# Los artículos de la lista en el tiempo.
scope-timeline = En la cronología
command-timeline = mostrar los artículos de la lista en el tiempo
command-time-narrow = mostrar solo los artículos del periodo elegido
    .hint = acotar
command-time-extend-down = ampliar la elección hacia el pasado
    .hint = ampliar
command-time-extend-up = retroceder menos, o ampliar hacia el presente
command-time-longer = barras más largas: años en vez de meses
    .hint = más largo
command-time-shorter = barras más cortas: días en vez de meses
    .hint = más corto
command-time-close = cerrar
    .hint = cerrar
timeline-heading =
    { $count ->
        [one] Cronología de 1 artículo
       *[other] Cronología de { $count } artículos
    }
undated =
    { $count ->
        [one] 1 sin fecha
       *[other] { $count } sin fecha
    }
no-days = ningún artículo de la lista tiene fecha

# Lo que se ha leído.
scope-statistics = En las estadísticas
command-statistics = mostrar lo que ha leído: días, minutos, medios, idiomas
command-statistics-on = seguir leyendo
statistics = Lo que ha leído
counting-reading = contando lo leído
nothing-read = todavía no se ha leído nada
weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
minutes-a-day = minutos al día
this-month =
    Este mes: { $opened ->
        [one] { $opened } abierto
       *[other] { $opened } abiertos
    }, { $finished ->
        [one] { $finished } leído hasta el final
       *[other] { $finished } leídos hasta el final
    }, unos { $time }
opened-finished =
    { $opened ->
        [one] { $opened } abierto
       *[other] { $opened } abiertos
    }: { $finished ->
        [one] { $finished } leído hasta el final
       *[other] { $finished } leídos hasta el final
    }, { $begun ->
        [one] { $begun } empezado
       *[other] { $begun } empezados
    }
hours =
    { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
about-time = unos { $time }, { $words } palabras
estimated = Los minutos y las palabras son estimaciones: la longitud de cada artículo a { $rate } palabras por minuto, hasta donde llegó. Cada artículo cuenta una vez, el día en que lo dejó por última vez.
ticked =
    { $count ->
        [one] 1 más está marcado como leído y nunca se abrió
       *[other] { $count } más están marcados como leídos y nunca se abrieron
    }
missing =
    { $count ->
        [one] 1 de los abiertos no está en esta biblioteca: no tiene minutos
       *[other] { $count } de los abiertos no están en esta biblioteca: no tienen minutos
    }
by-outlet = Medios
by-language = Idiomas
and-more = y { $count } más

# About the open article.
scope-about = En la ficha del artículo
command-about = mostrar la ficha del artículo: campos, archivo, avisos
about-heading = Sobre este artículo
about-headline = Titular
about-standfirst = Entradilla
about-authors = Autores
about-outlet = Medio
about-published = Publicado
about-updated = Actualizado
about-language = Idioma
about-address = Dirección
about-tags = Etiquetas
about-caption = Pie de foto
about-length = Extensión
about-file = Archivo
about-item = Lugar en él
about-collection = Colección
about-format = Formato
about-warning = Aviso
about-not-given = no consta
about-words =
    { $count ->
        [one] 1 palabra
       *[other] { $count } palabras
    }
from-metadata = metadatos
from-json-ld = JSON-LD
from-front-matter = cabecera del archivo
from-heading = título en el texto
from-text = línea del texto
from-address = dirección
from-file-name = nombre del archivo
from-sources = estimado por sus fuentes
from-container = archivo que lo contiene
from-words = estimado por sus palabras

# How to add one's own articles, while no library is configured.
add-articles = Sus artículos: newsprint CARPETA · libraries en config.toml · … | newsprint -
add-articles-short = Suyos: newsprint CARPETA · libraries · … | newsprint -

# Lo que dice un primer inicio.
welcome = Bienvenida
welcome-short = Bienvenida · guía en inglés
welcome-what = newsprint lee artículos guardados: cualquier archivo o carpeta, sin red.
welcome-what-short = newsprint lee artículos.
welcome-where = No hay biblioteca en { $config }; por eso están aquí los artículos que vienen con él. El primero explica, en inglés, cómo leer.
welcome-where-short = Sin biblioteca en { $config }
welcome-ways = Tres maneras de leer los suyos:
welcome-ways-short = Para leer los suyos:
welcome-name = newsprint ~/articles: nombre archivos o carpetas al empezar
welcome-name-short = newsprint CARPETA
welcome-drop = suelte un archivo o una carpeta en esta ventana, o pegue su ruta
welcome-drop-short = suelte aquí un archivo
welcome-config = en config.toml escriba [libraries] y news = "~/articles"
welcome-config-short = [libraries] en config.toml
welcome-keys = Intro lee el primero · ? muestra las teclas · Esc cierra
welcome-keys-short = Intro lee · ? teclas · Esc cierra
no-such-place = no hay ningún archivo ni carpeta { $place }

# Avisos y fallos que otros módulos dicen en inglés.
problem-around = lleva a una carpeta que contiene esta
problem-deep = está a { $levels } carpetas de profundidad y no se abrió
problem-dangling = es un enlace a nada
problem-closed = no se pudo abrir
warning-packed-pages = { $count } páginas están comprimidas de un modo ilegible
warning-pages = demasiado grande: se omitieron las páginas siguientes
marks-line = la línea { $line } no se entiende y se deja como está
marks-lines = { $lines } líneas no se entienden (la primera es la línea { $first }) y se dejan como están
marks-torn = su última línea está incompleta y no cuenta
marks-unread = no se puede leer: { $why }
uncached = { $why }; no se guarda nada en caché
cache-missing = no hay caché
cache-busy = otro newsprint escribe la caché
cache-broken = la caché: { $why }
slip-theme-palette = aquí va una tabla de colores con nombre
slip-theme-table = aquí va una tabla como { $example }
slip-theme-quotes = aquí van palabras entre comillas
slip-theme-switch = { $name } toma true o false
slip-theme-style = un estilo no tiene { $name }; tiene { $known }
slip-theme-look = look toma "light" o "dark"

# Cómo se llaman las teclas.
key-enter = Intro
key-space = Espacio
key-esc = Esc
key-backspace = Retroceso
key-home = Inicio
key-end = Fin
key-pageup = RePág
key-pagedown = AvPág
key-delete = Supr
key-ctrl = Ctrl
key-shift = Mayús

# En la página misma: lo que newsprint añade a un artículo.
picture = imagen:
picture-numbered = imagen { $number }:
updated-on = actualizado el { $day }
sources-title = Fuentes
notes-title = Notas
quote-gone = El artículo ya no lo dice.
links-title = Enlaces
leftover-lines =
    { $count ->
        [one] 1 línea sobrante
       *[other] { $count } líneas sobrantes
    }
no-text = No se guardó ningún texto con este titular.
no-text-but-page = No se guardó ningún texto con este titular, solo la dirección de su página:
hours-about = { $count } h
hours-left = quedan { $count } h
source-age = { $most } antes del artículo
age-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
age-weeks =
    { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }
age-months =
    { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
age-years =
    { $count ->
        [one] { $count } año
       *[other] { $count } años
    }
follow-lettered = seguir un enlace
leave-letters = salir
open-page = abrir su página
look-up = buscar
typed-done = listo
typed-dropped = descartar
in-articles-of = en artículos del
labelled = { $name }: { $text }

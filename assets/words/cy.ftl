# Geiriau’r ffenestr yn Gymraeg: yr un negeseuon ag yn `en-GB.ftl`.
#
# TO BE READ THROUGH BY A WELSH SPEAKER BEFORE A RELEASE. It was written with the terms of Windows and Office in Welsh and
# of councils, and no speaker has read it yet.
#
# - Messages are whole sentences and labels. Names and words of other messages stand after a colon or in quotation marks,
#   where nothing mutates them; counts choose their form by [zero] [one] [two] [few] (3) [many] (6) and *[other], so that
#   what a numeral mutates is written out.
# - What is lacking here is said in English.

## Ieithoedd, dyddiau a misoedd

date = { $day } { $month } { $year }
date-in-year = { $day } { $month }
month-name = { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
}
when-today = heddiw, { $time }
when-yesterday = ddoe
when-weekday = { $day ->
    [1] dydd Llun
    [2] dydd Mawrth
    [3] dydd Mercher
    [4] dydd Iau
    [5] dydd Gwener
    [6] dydd Sadwrn
   *[7] dydd Sul
}

## Yr hyn sydd ar lawer sgrin

cancel = Canslo
close = Cau
copied = Wedi’i gopïo
kind-of-file = Excel, OpenDocument neu CSV, fel y mae
kinds-of-files = Excel, OpenDocument neu CSV, fel y maent
list-find = Teipiwch i chwilio
list-find-in = Chwilio, { $list }
list-nothing = Dim byd yn cyfateb
chip-only-one = Dim dewis arall, { $list }
field-empty = Gwagio’r maes
toast-dismiss = Diystyru
tabs-more = Rhagor
tabs-more-one = Rhagor: { $tab }
tabs-more-others = { $count ->
    [zero] Rhagor: { $count } tabiau eraill
    [one] Rhagor: { $count } tab arall
    [two] Rhagor: { $count } dab arall
    [few] Rhagor: { $count } thab arall
    [many] Rhagor: { $count } thab arall
   *[other] Rhagor: { $count } tab arall
}
direction-up = i fyny
direction-down = i lawr
bar-own-area = { $words }, eich ardal chi
colour-choose = Dewis yn ôl arlliw, cryfder a disgleirdeb
colour-name = { $colour }: { $code }, dewis un arall
colour-hue = Arlliw
colour-strength = Cryfder
colour-brightness = Disgleirdeb

## Y ddewislen a’r bar ar y brig

menu = Dewislen
menu-opener = Dewislen Bellwether
menu-undo = Dadwneud: { $step }
menu-redo = Ailwneud: { $step }
recent-projects = Prosiectau diweddar
recent-project = Prosiect diweddar
recent-forget = Tynnu oddi ar y rhestr
bar-saved = { $project } — wedi’i gadw
bar-not-saved = { $project } — heb ei gadw
bar-copy = { $project }, copi i’w rannu
bar-locked = { $project }, wedi’i gloi

## Y gorchmynion, pob un â’r hyn y mae’n ei wneud

command-new-project = Prosiect newydd
command-new-project-does = Dechrau prosiect gwag
command-open-project = Agor prosiect…
command-open-project-does = Agor prosiect o’r ddisg
command-save = Cadw
command-save-does = Ysgrifennu’r prosiect i’w ffeil
command-save-as = Cadw fel…
command-save-as-does = Ysgrifennu’r prosiect i ffeil arall
command-share-copy = Cadw copi i’w rannu…
command-share-copy-does = Yr hyn y caiff eich siartiau ei ddangos, heb atebion neb; cewch weld yn gyntaf beth sydd ynddo
command-lock-project = Cloi â chyfrinymadrodd…
command-lock-project-does = Nid oes neb yn agor y prosiect heb y cyfrinymadrodd yr ydych chi’n ei ddewis
command-remove-lock = Tynnu’r clo…
command-remove-lock-does = Mae’r prosiect yn agor heb gyfrinymadrodd eto
command-show-shared-note = Yr hyn sydd yn y copi hwn
command-show-shared-note-does = Beth sydd yn y copi hwn i’w rannu, a beth a adawyd allan ohono
command-show-versions = Adfer fersiwn cynharach…
command-show-versions-does = Mae pob cadw yn cadw’r fersiwn blaenorol: edrychwch ar un, neu ewch yn ôl ato
command-import = Mewnforio llyfr gwaith…
command-import-does = Excel, OpenDocument neu CSV, fel y maent
command-load-boundaries = Llwytho ffiniau…
command-load-boundaries-does = Ffiniau ardaloedd o GeoJSON, i lunio mapiau â nhw
command-open-example = Agor yr enghraifft
command-open-example-does = Swydd Nottingham: ffigurau cyhoeddedig ac arolwg enghreifftiol
command-save-picture = Cadw’r siart fel…
command-save-picture-does = Ysgrifennu’r siart fel llun, lluniad, PDF, sleid, llyfr gwaith Excel neu CSV, gyda’i deitl a’i ffynonellau
command-copy-picture = Copïo’r llun
command-copy-picture-does = Rhoi’r siart ar y clipfwrdd fel llun
command-copy-data = Copïo’r data
command-copy-data-does = Rhoi gwerthoedd y siart ar y clipfwrdd fel celloedd
command-undo = Dadwneud
command-undo-does = Cymryd y cam diwethaf yn ôl
command-redo = Ailwneud
command-redo-does = Gwneud y cam a ddadwnaed eto
command-find-anything = Chwilio am unrhyw beth
command-find-anything-does = Mesurau, gorchmynion a phrosiectau diweddar
command-show-findings = Canfyddiadau’r mewnforio
command-show-findings-does = Yr hyn a adawyd allan wrth fewnforio neu y dylech ei weld, gyda’r celloedd
command-show-dictionary = Mesurau, lleoedd a grwpiau…
command-show-dictionary-does = Eu hailenwi, cyfuno dau enw ar yr un peth, cywiro uned neu beth sy’n well
command-make-group = Eich grŵp eich hun…
command-make-group-does = Menywod 16 i 24 oed mewn un lle, er enghraifft: yn ôl oedran, rhyw, lle ac atebion
command-show-stories = Straeon
command-show-stories-does = Cyflwyniadau: sleidiau â siartiau, negeseuon a nodiadau
command-add-to-story = Ychwanegu’r siart at stori
command-add-to-story-does = Ychwanegu’r siart a ddangosir at y stori fel sleid
command-present = Cyflwyno
command-present-does = Y stori ar y sgrin gyfan: mae saethau neu gliciwr yn mynd ymlaen, Esc yn gorffen
command-present-from-slide = Cyflwyno o’r sleid hon
command-present-from-slide-does = Y stori ar y sgrin gyfan, o’r sleid a ddangosir
command-publish = Cyhoeddi…
command-publish-does = Y stori fel PowerPoint, PDF, neu ffolder o luniau a gwerthoedd
command-refresh-deck = Adnewyddu PowerPoint…
command-refresh-deck-does = Rhoi ffigurau heddiw mewn cyflwyniad a gyhoeddwyd o’r prosiect hwn, a chadw’r hyn a wnaed iddo ers hynny
command-add-event = Ychwanegu digwyddiad…
command-add-event-does = Nodi ar yr echelin amser beth a ddigwyddodd, a phryd
command-declare-break = Datgan toriad yn y gyfres…
command-declare-break-does = O gyfnod penodol ymlaen, ni ellir cymharu’r gwerthoedd â’r rhai o’i flaen: ni chymherir dim ar ei draws
command-load-harm-weights = Llwytho pwysau niwed…
command-load-harm-weights-does = O lyfr gwaith â cholofn o droseddau ac un o bwysau; yna gellir trefnu troseddau yn ôl niwed
command-toggle-full-screen = Sgrin lawn
command-toggle-full-screen-does = Defnyddio’r sgrin gyfan
command-zoom-in = Closio
command-zoom-in-does = Gwneud popeth yn fwy
command-zoom-out = Pellhau
command-zoom-out-does = Gwneud popeth yn llai
command-zoom-reset = Maint arferol
command-zoom-reset-does = Dangos popeth yn ei faint arferol
command-toggle-theme = Golau neu dywyll
command-toggle-theme-does = Newid rhwng yr olwg olau a’r olwg dywyll
command-toggle-motion = Llai o symudiad, neu beidio
command-toggle-motion-does = Nid oes dim yn llithro nac yn pylu; eto er mwyn cael symudiad
command-toggle-contrast = Cyferbyniad uchel, neu beidio
command-toggle-contrast-does = Gwyn ar ddu â llinellau cryf; eto er mwyn cael yr olwg arferol
command-show-values = Gwerthoedd fel tabl…
command-show-values-does = Gwerthoedd y siart fel tabl, i’w ddarllen fesul rhes
command-show-shortcuts = Llwybrau byr bysellfwrdd…
command-show-shortcuts-does = Yr holl fysellau a’r hyn y maent yn ei wneud; mae popeth yn gweithio o’r bysellfwrdd
command-show-guide = Canllaw…
command-show-guide-does = Beth sydd ar y sgrin, a beth yw ystyr y geiriau; heb unrhyw rwydwaith
command-take-tour = Dilyn y daith (10 munud)
command-take-tour-does = Deg cam drwy’r enghraifft; mae pob un yn dweud beth i’w wneud
command-set-brand = Brand…
command-set-brand-does = Enw, lliwiau, logo a ffont ar gyfer siartiau, sleidiau ac adroddiadau
command-preview-black-and-white = Rhagolwg du a gwyn
command-preview-black-and-white-does = Dangos siartiau fel y mae pecyn agenda yn eu hargraffu; eto er mwyn cael lliw
command-show-welcome = Sgrin gychwyn
command-show-welcome-does = Prosiectau diweddar a’r enghraifft
command-about = Ynghylch Bellwether
command-about-does = Fersiwn, trwyddedau a’r rendrwr sydd ar waith
command-quit = Cau Bellwether
command-quit-does = Cau’r rhaglen; gofynnir am waith nad yw wedi’i gadw
command-change-language = English (Saesneg)
command-change-language-does = Y ffenestr yn Saesneg

## Y palet

palette-hint = Chwiliwch am fesur, prosiect diweddar, neu rywbeth i’w wneud
palette-measures = Mesurau
palette-commands = Gorchmynion

## Y sgrin gychwyn

welcome-headline = Siartiau diogelwch, hyder a throsedd
welcome-headline-second = y gallwch sefyll wrth eu cefn
welcome-promise = Gollyngwch lyfr gwaith partner unrhyw le ar y ffenestr hon. Nid oes dim yn gadael y cyfrifiadur hwn.
welcome-drop = Gollyngwch lyfrau gwaith yma
welcome-choose = Dewis llyfr gwaith…
welcome-look-around = Edrychwch o gwmpas yn gyntaf
welcome-example = Enghraifft Swydd Nottingham: ffigurau cyhoeddedig ac arolwg enghreifftiol o 17,600 o drigolion
welcome-or-open = Neu agor prosiect…

## Yr hyn sydd dros y sgrin

unsaved-title = Cadw’r newidiadau i { $project }?
unsaved-text = Byddai’r hyn a fewnforiwyd neu a newidiwyd gennych ers ei gadw ddiwethaf yn cael ei golli.
unsaved-do-not = Peidio â chadw
find-the-file = Dod o hyd i’r ffeil…
about-licence = Nid yw Bellwether yn agor unrhyw gysylltiad rhwydwaith. Trwyddedwyd o dan MIT neu Apache-2.0; y ffurfdeip yw Inter, o dan SIL Open Font License 1.1.
about-copy = Copïo’r manylion
drop-boundaries = Gollyngwch i lwytho’r ffiniau
drop-boundaries-note = Yna caiff ardaloedd eu llunio ar fap â nhw
drop-project = Gollyngwch i agor y prosiect
drop-project-note = Gofynnir yn gyntaf am yr un sydd ar agor
drop-one = Gollyngwch i fewnforio
drop-several = Gollyngwch i’w mewnforio i gyd

## Bysellau a’r hyn y maent yn ei wneud

shortcuts-title = Llwybrau byr bysellfwrdd
shortcuts-find = Chwilio am lwybr byr
shortcuts-none = Nid oes llwybr byr â’r geiriau hyn
keys-either = { $one } neu { $other }
keys-everywhere = Ym mhobman
keys-in-cross-tab = Mewn croesdabl
keys-in-list = Mewn rhestr neu dabl
keys-on-chart = Ar siart
keys-on-slide = Ar sleid mewn stori
keys-on-event = Ar ddigwyddiad mewn siart
keys-on-sheet = Ar daflen mewn llyfr gwaith
keys-presenting = Wrth gyflwyno
key-black-screen = Sgrin ddu, neu’r sleid eto
key-month = Mis yn gynharach neu’n hwyrach
key-page = Tudalen i fyny neu i lawr
key-white-screen = Sgrin wen, neu’r sleid eto
key-all-slides = Pob sleid yn fach
key-ask = Gofyn rhywbeth i’r siart ar y sleid
key-back-or-on = Yn ôl neu ymlaen
key-back = Yn ôl
key-back-or-digit = Yn ôl, neu dynnu digid
key-choose-none = Dewis dim un
key-choose-periods = Dewis y cyfnodau i’w dangos
key-close = Cau’r hyn sydd ar agor, neu fynd yn ôl at y siart
key-copy = Ei gopïo
key-delete = Ei ddileu
key-end-show = Gorffen y sioe
key-cell-to-cell = O gell i gell; darllenir pob un yn uchel
key-line-to-line = O linell i linell, neu o res i res
key-value-to-value = O werth i werth; darllenir pob un yn uchel
key-hide = Ei guddio, neu ei ddangos eto
key-import = Mewnforio’r hyn a ddarllenwyd
key-move = Ei symud i fyny neu i lawr
key-next-slide = Y sleid nesaf, neu ei llinell nesaf
key-on-or-number = Ymlaen, neu at y sleid y teipiwyd ei rhif
key-press = Ei bwyso
key-select-cells = Dewis yr holl gelloedd ar y ffordd yno
key-select-nothing = Dewis dim byd
key-whole-row = Dewis y rhes gyfan, neu’r golofn gyfan
key-show-periods = Dangos y cyfnodau a ddewiswyd
key-swap = Cyfnewid y ddwy ffenestr
key-take-off = Ei dynnu oddi ar y siart
key-slide-number = Rhif sleid, yna Enter: at y sleid honno
key-presenter = Ffenestr y cyflwynydd, neu hebddi
key-next-screen = Y sleidiau i’r sgrin nesaf
key-full-screen = Y sgrin gyfan, neu hebddi
key-row-ends = I gell gyntaf neu olaf y rhes
key-sheet-ends = I gell gyntaf neu olaf y daflen
key-first-of-row = I’r gyntaf neu’r olaf mewn rhes
key-first-row = I’r rhes gyntaf neu olaf
key-first-slide = I’r sleid gyntaf neu olaf
key-next-pane = I’r cwarel nesaf
key-next = At y peth nesaf y gellir ei ddefnyddio
key-before = At yr un blaenorol
key-pane-before = I’r cwarel blaenorol: y bar, y rhestr, y siart, y manylion
key-row = I’r rhes uwchben neu oddi tani
key-menu = Yr hyn y gellir ei wneud â rhes, sleid neu siart

## Niferoedd o bethau

count-values = { $count ->
    [two] { $count } werth
   *[other] { $count } gwerth
}
count-measures = { $count ->
    [two] { $count } fesur
   *[other] { $count } mesur
}
count-periods = { $count ->
    [two] { $count } gyfnod
    [few] { $count } chyfnod
    [many] { $count } chyfnod
   *[other] { $count } cyfnod
}
count-places = { $count ->
    [two] { $count } le
   *[other] { $count } lle
}
count-targets = { $count ->
    [two] { $count } darged
    [few] { $count } tharged
    [many] { $count } tharged
   *[other] { $count } targed
}
count-priorities = { $count ->
    [one] { $count } flaenoriaeth
    [two] { $count } flaenoriaeth
   *[other] { $count } blaenoriaeth
}
count-filled-cells = { $count ->
    [one] { $count } gell lawn
    [two] { $count } gell lawn
    [many] { $count } chell lawn
   *[other] { $count } cell lawn
}
count-incidents = { $count ->
    [two] { $count } ddigwyddiad
   *[other] { $count } digwyddiad
}
count-types = { $count ->
    [two] { $count } fath
   *[other] { $count } math
}
count-months = { $count ->
    [two] { $count } fis
   *[other] { $count } mis
}
count-rows = { $count ->
    [two] { $count } res
   *[other] { $count } rhes
}
count-columns = { $count ->
    [one] { $count } golofn
    [two] { $count } golofn
    [many] { $count } cholofn
   *[other] { $count } colofn
}
count-criteria = { $count ->
    [two] { $count } faen prawf
   *[other] { $count } maen prawf
}
count-respondents = { $count } ymatebydd
count-questions = { $count ->
    [two] { $count } gwestiwn
    [few] { $count } chwestiwn
    [many] { $count } chwestiwn
   *[other] { $count } cwestiwn
}
count-countries = { $count ->
    [one] { $count } wlad
    [two] { $count } wlad
   *[other] { $count } gwlad
}
count-regions = { $count ->
    [two] { $count } ranbarth
   *[other] { $count } rhanbarth
}
count-police-forces = { $count } ardal heddlu
count-counties = { $count } sir
count-partnerships = { $count ->
    [one] { $count } bartneriaeth diogelwch cymunedol
    [two] { $count } bartneriaeth diogelwch cymunedol
    [many] { $count } phartneriaeth diogelwch cymunedol
   *[other] { $count } partneriaeth diogelwch cymunedol
}
count-districts = { $count ->
    [two] { $count } ddosbarth
   *[other] { $count } dosbarth
}
count-wards = { $count } ward
count-small-areas = { $count } ardal fach
count-areas = { $count } ardal
times = { $count ->
    [one] unwaith
    [two] ddwywaith
    [few] deirgwaith
   *[other] { $count } gwaith
}
and-more = a { $count } arall

## Statws gwerthoedd, mathau o ardaloedd

status-provisional = dros dro
status-revised = diwygiedig
status-suppressed = wedi’i atal
status-not-available = ddim ar gael
status-awaiting-data = yn aros am ddata
status-not-applicable = ddim yn berthnasol
status-low-reliability = dibynadwyedd isel
status-low-base = sail isel
status-estimated = amcangyfrif
status-break = toriad yn y gyfres
status-near-zero = yn agos at sero
status-cell-error = gwall yn y gell
area-country = gwlad
area-region = rhanbarth
area-police-force = ardal heddlu
area-county = sir
area-partnership = partneriaeth diogelwch cymunedol
area-district = dosbarth
area-ward = ward
area-small = ardal fach
area-unassigned = heb ei bennu i le
area-total = cyfanswm
area-other = ardal

## Beth yw celloedd, rhesi a cholofnau

role-title = Teitl
role-value = Gwerth
role-values = Gwerthoedd
role-measure = Mesur
role-period = Cyfnod
role-period-across = Cyfnod (ar draws)
role-period-down = Cyfnod (i lawr)
role-place = Lle
role-place-code = Cod y lle
role-group = Grŵp o bobl
role-kind-of-group = Math o grŵp
role-answer = Ateb
role-unit = Uned
role-base = Nifer yr ymatebwyr
role-status = Statws y gwerthoedd
role-marked = Marciwyd: wedi’i atal…
role-note = Nodyn
role-note-or-source = Nodyn neu ffynhonnell
role-change = Newid, i’w gyfrifo eto
role-left-out = Wedi’i adael allan
role-eye = Angen eich sylw
group-sex = Rhyw
group-age = Oedran
group-ethnicity = Ethnigrwydd
group-disability = Anabledd
group-orientation = Cyfeiriadedd rhywiol
group-deprivation = Amddifadedd
group-other = Grŵp arall o bobl
roles-figures = Ffigurau
roles-labels = Labeli
roles-groups = Grwpiau o bobl
roles-aside = O’r neilltu
choices-in-workbook = Yn y llyfr gwaith hwn
choices-financial-years = Blynyddoedd ariannol
choices-calendar-years = Blynyddoedd calendr
choices-years-to = 12 mis hyd at
choices-quarters = Chwarteri
choices-months = Misoedd
choices-known-places = Lleoedd hysbys
unit-counts = Cyfrifon
unit-percentages = Canrannau
unit-per-1000 = Cyfraddau fesul 1,000
unit-per-100000 = Cyfraddau fesul 100,000
unit-pounds = Punnoedd
unit-mean-scores = Sgorau cymedrig
unit-points = Pwyntiau canran
unit-changes = Newidiadau canrannol

## Y sgrin fewnforio: ei bar, y taflenni a’r celloedd

import-one = Mewnforio llyfr gwaith — { $file }
import-several = { $count ->
    [two] Mewnforio { $count } lyfr gwaith
   *[other] Mewnforio { $count } llyfr gwaith
}
import-short = Mewnforio
import-contents = Mewnforio: { $contents }
import-nothing = Dim byd i’w fewnforio
import-hint = Cliciwch gell i weld fel beth y’i darllenwyd; dewiswch resi neu golofnau i ddweud beth ydynt
pane-sheet = Taflen
pane-sheets = Taflenni
pane-to-check = I’w wirio
key-title = Sut y’i darllenir
sheet-no-cells = dim celloedd
sheet-damaged = wedi’i difrodi
sheet-to-check = { $count } i’w wirio
sheet-left-out = wedi’i gadael
sheet-empty = gwag
sheet-notes = nodiadau
sheet-nothing = dim i’w ddarllen
sheet-chart = Mae siart yn y daflen hon, a dim celloedd
sheet-damaged-help = Ni ellid darllen y daflen hon ({ $reason }). Gellir mewnforio’r taflenni eraill hebddi; neu agorwch y llyfr gwaith yn Excel, ei gadw o’r newydd, a mewnforio hwnnw
sheet-cell = { $sheet }, { $cell }
sheet-cells = { $sheet }, y celloedd; ewch atynt â’r bysellau saeth
cell-empty = gwag
cell-known-by = { $role }: { $reason }
cell-spoken = { $cell }: { $text }; { $explained }
cell-spoken-empty = { $cell }: gwag

## Y sgrin fewnforio: y frawddeg uwchben y daflen, yr hyn a ddywedir am gelloedd

sentence-no-table = Ni chafwyd tabl o ffigurau ar y daflen hon. Cliciwch y rhes â’r penawdau, ac yna “Rhes penawdau”.
sentence-read = Ei ddarllen fel ffigurau
sentence-leave-out = Gadael y tabl hwn allan
sentence-rows = Rhesi:
sentence-no-labels = Nid oes labeli i’r rhesi
sentence-and = a hefyd:
sentence-both = { $one } a hefyd { $other }
sentence-columns = Colofnau:
sentence-one-column = Un golofn o werthoedd
sentence-years = Blynyddoedd:
sentence-area = Ardal:
sentence-period = Cyfnod:
sentence-values = Gwerthoedd:
sentence-shares = wedi’u hysgrifennu fel cyfrannau o 1
sentence-not-said = heb ei ddweud
chip-columns = Colofnau
chip-years = Blynyddoedd
chip-area = Ardal
years-calendar = blynyddoedd calendr
years-from-april = blynyddoedd ariannol o’r Ebrill hwnnw
years-to-march = blynyddoedd ariannol hyd at y Mawrth hwnnw
unit-in-row = yr uned yn eu rhes
unit-unknown = rhifau heb uned hysbys
unit-several = sawl uned
column-name = Colofn { $column }
column-is = Colofn { $column }:
column-is-what = Beth yw colofn { $column }?
column-said = Colofn { $column }: “{ $role }”
cells-menu = Celloedd
copy = Copïo
take-in-row = Cymryd rhes { $row } i mewn
take-in-rows = { $count ->
    [two] Cymryd { $count } res i mewn
   *[other] Cymryd { $count } rhes i mewn
}
leave-out-row = Gadael rhes { $row } allan
leave-out-rows = { $count ->
    [two] Gadael { $count } res allan
   *[other] Gadael { $count } rhes allan
}
leave-out-column = Gadael colofn { $column } allan
leave-out-columns = { $count ->
    [one] Gadael { $count } golofn allan
    [two] Gadael { $count } golofn allan
    [many] Gadael { $count } cholofn allan
   *[other] Gadael { $count } colofn allan
}
heading-row = Rhes penawdau
heading-rows = Rhesi penawdau
said-read-table = Darllen y tabl fel ffigurau
said-leave-table-out = Gadael tabl allan
said-columns = Pob colofn: { $role }
said-years = Blynyddoedd: { $years }
said-area = Ardal: { $area }
said-period = Cyfnod: { $period }
said-values = Gwerthoedd: { $unit }
said-last-time = Fel y tro diwethaf ar gyfer “{ $partner }”

## Y sgrin fewnforio: yr hyn a fewnforir

preview-title = Rhagolwg o’r hyn a fewnforir
preview-nothing = dim byd o’r daflen hon
preview-behind = { $contents }, yn cael ei ddarllen eto
preview-group = Grŵp
preview-base = Sail
preview-cell = Cell

## Y sgrin fewnforio: yr hyn sydd i’w wirio, a’r hyn a wiriwyd

questions-title = { $count ->
    [0] Dim byd i’w wirio
    [one] { $count } peth i’w wirio
    [two] { $count } beth i’w gwirio
    [few] { $count } pheth i’w gwirio
    [many] { $count } pheth i’w gwirio
   *[other] { $count } peth i’w gwirio
}
questions-more = { $count } arall, a ddangosir wrth i’r rhain gael eu hateb
questions-cautions = Gwerth cael golwg
questions-sheet = Y daflen
questions-said = Eich geiriau chi
questions-take-back = Cymryd yr un diwethaf yn ôl
questions-checked = Gwiriwyd ar eich rhan
questions-disagree = { $count ->
    [one] Mae { $count } o ffigurau’r anfonwr ei hun yn anghytuno â’r celloedd y mae’n seiliedig arnynt:
   *[other] Mae { $count } o ffigurau’r anfonwr ei hun yn anghytuno â’r celloedd y maent yn seiliedig arnynt:
}
questions-should-be = { $printed }, dylai fod yn { $worked_out }
questions-notes-more = a { $count } nodyn arall, a gedwir gyda’r canfyddiadau
places-and-more = { $place } a { $count } arall
checked-no-values = Ni ddarllenwyd dim fel gwerth
checked-values = { $values } mewn { $measures }
checked-period = Un cyfnod, { $period }
checked-periods = { $periods }, o { $first } hyd { $last }
checked-periods-month = { $periods } o fis yr un, o { $first } hyd { $last }
checked-periods-months = { $months ->
    [two] { $periods } o { $months } fis yr un, o { $first } hyd { $last }
   *[other] { $periods } o { $months } mis yr un, o { $first } hyd { $last }
}
checked-places-known = { $places }, pob un yn hysbys yn ôl ei god
checked-places-some-known = { $places }, { $known } ohonynt yn hysbys yn ôl eu cod
checked-total = Cadwyd “{ $name }” fel cyfanswm, heb ei adio
checked-bases = { $values } gyda nifer yr ymatebwyr y tu ôl iddo
checked-worked-out = Gadewir allan newidiadau a chyfrannau a gyfrifodd yr anfonwr; fe’u cyfrifir eto o’r gwerthoedd
checked-shorthand = Cadwyd “{ $text }” fel: { $status }; byth fel sero
checked-cells = Cyfrifwyd am bob un: { $cells }

## Y sgrin fewnforio: y cynllun a gofir

remember-as = Cofio’r cynllun hwn fel
remember-partner = Llyfr gwaith y partner
remember-not = heb ei gofio
remember-name = Partner
drift-title = O’i gymharu â’r cynllun
drift-known-again = { $count ->
    [0] Fel yr oedd “{ $name }” y tro diwethaf
    [one] Adnabuwyd eto fel “{ $name }”, gydag un gwahaniaeth:
    [two] Adnabuwyd eto fel “{ $name }”, gyda { $count } wahaniaeth:
   *[other] Adnabuwyd eto fel “{ $name }”, gyda { $count } gwahaniaeth:
}
drift-one = { $part ->
    [sheet] y daflen “{ $name }”
    [table] y tabl “{ $name }”
    [column] y golofn “{ $name }”
   *[row] y rhes “{ $name }”
}
drift-one-bare = { $part ->
    [sheet] taflen heb enw
    [table] tabl heb enw
    [column] colofn heb enw
   *[row] rhes heb enw
}
drift-several = { $part ->
    [sheet] y taflenni “{ $name }” a { $more } arall
    [table] y tablau “{ $name }” a { $more } arall
    [column] y colofnau “{ $name }” a { $more } arall
   *[row] y rhesi “{ $name }” a { $more } arall
}
drift-several-bare = { $part ->
    [sheet] taflenni heb enwau, { $count } ohonynt
    [table] tablau heb enwau, { $count } ohonynt
    [column] colofnau heb enwau, { $count } ohonynt
   *[row] rhesi heb enwau, { $count } ohonynt
}
drift-renamed = enw newydd, “{ $name }”: { $what }
drift-moved = wedi symud: { $what }
drift-moved-from = wedi symud yma o’r daflen “{ $from }”: { $what }
drift-new = newydd: { $what }
drift-gone = wedi mynd: { $what }
drift-not-carried = nid yw’r hyn a ddywedasoch yn ffitio’r llyfr gwaith hwn, am { $what }: fe’i darllenir fel y mae’r rhaglen yn casglu
drift-periods = { $count ->
    [one] un cyfnod newydd
    [two] { $count } gyfnod newydd
    [few] { $count } chyfnod newydd
    [many] { $count } chyfnod newydd
   *[other] { $count } cyfnod newydd
}

## Y sgrin fewnforio: ers y tro diwethaf

compared-title = Ers y tro diwethaf
compared-new = Gwerthoedd newydd
compared-unchanged = Heb newid
compared-revised = Diwygiwyd
compared-vanished = Diflannodd
compared-kept = O gyfnodau eraill, cadwyd
compared-kept-note = Mae gwerthoedd cyfnodau nad yw’r llyfr hwn yn eu cwmpasu yn aros fel y maent
compared-first = Nid oes llyfr gwaith cynharach o’r math hwn yn y prosiect
compared-with = O’i gymharu â { $file }
compared-earlier = Yn gynharach na { $file }, sy’n cyfrif lle mae’r ddau yn rhoi gwerth
compared-same = Mae’r ffeil hon yn y prosiect yn barod
compared-close = Cau’r rhestr
compared-show = Dangos pob un ohonynt
compared-decimals = degolion eraill
compared-no-base = dim
compared-base = sail { $before } → { $after }
compared-same-value = yr un gwerth
compared-no-mark = dim marc
renamed-alike = Mae “{ $name }” yn edrych fel “{ $before }” dan enw newydd: mae’r enwau’n debyg
renamed-same = Mae “{ $name }” yn edrych fel “{ $before }” dan enw newydd: mae { $alike } o { $common } gwerth yr un fath

## Y rhesi y tu ôl i werth

rows-imported-on = { $file }, fel y’i mewnforiwyd ar { $day }
rows-cell-of = Cell { $place } o { $count }
rows-previous = Cell flaenorol
rows-next = Cell nesaf
rows-read-otherwise = Nid yw’r hyn a ddywedwyd am y llyfr gwaith hwn wrth ei fewnforio yn hysbys mwyach, felly gall y lliwiau fod yn wahanol; y celloedd a farciwyd yw’r rhai a ddarllenwyd
rows-no-cells = Nid oes celloedd yn y daflen hon
back-to-chart = Yn ôl at y siart

## Yr hyn y gellir ei ateb i ganfyddiad

answer-not-available = Ddim ar gael
answer-awaiting-data = Yn aros am ddata
answer-suppressed = Wedi’i atal
answer-not-applicable = Ddim yn berthnasol
answer-zero = Sero
answer-remark = Sylw, nid ffigur
answer-first = Yr un sydd gyntaf
answer-last = Yr un sydd olaf
answer-neither = Gadael y ddau allan
answer-share = 0.5 yw 50%
answer-as-written = 0.5 yw hanner un y cant
answer-yes-share = Ie, 0.5 yw 50%
answer-no-as-written = Na, 0.5 yw hanner un y cant
answer-calendar-years = Blynyddoedd calendr
answer-years-from = 2021 yw 2021/22
answer-years-to = 2021 yw 2020/21
answer-read-as-table = Ei ddarllen fel tabl o ffigurau
answer-leave-out = Ei adael allan
answer-read-after-all = Ei ddarllen wedi’r cyfan
answer-leave-rows-out = Gadael y rhesi hyn allan
answer-without-sheet = Mynd ymlaen heb y daflen hon
answer-without-heading = Mynd ymlaen heb y pennawd hwn
answer-right = Mae hynny’n gywir
answer-go-on = Mynd ymlaen

## Yr hyn a gafodd y mewnforio

finding-shorthand = darllenwyd “{ $text }” fel: { $status }; { $times }
finding-dash = darllenwyd llinell doriad, nad oes allwedd yn ei hesbonio, fel: ddim ar gael; { $times }
finding-zero-by-key = darllenwyd “{ $text }” fel 0, fel y dywed yr allwedd, { $times }
finding-printed-change = gadawyd “{ $heading }” allan: cyfrifir newidiadau eto o’r ffigurau
finding-printed-share = gadawyd “{ $heading }” allan: cyfrifir cyfrannau eto o’r ffigurau
finding-about-values = gadawyd “{ $heading }” allan: mae’n disgrifio’r ffigurau wrth ei ochr
finding-adds-to-all = gadawyd “{ $label }” allan: mae’n 100% drwy ddiffiniad
finding-column-unused = ni ddefnyddiwyd “{ $heading }”: { $reason }
finding-period-from = cymerwyd y cyfnod, { $period }, o: { $place }
finding-no-period = ni chafwyd cyfnod: pa amser y mae’r ffigurau hyn yn ei gwmpasu?
finding-period-caution = “{ $text }”: { $words }
finding-not-a-period = nid cyfnod yw “{ $text }”: gadawyd allan, { $times }
finding-shares-as-percent = yn “{ $heading }” mae ffigurau rhwng 0 ac 1, a ddarllenwyd fel canrannau: 0.5 fel 50%
finding-percent-scale = yn “{ $heading }” mae canrannau sydd i gyd o dan 1: ai hanner yw 0.5, neu hanner un y cant? Gadewir allan nes i rywun ddweud
finding-unit-unknown = { $count ->
    [one] nid oes dim yn dweud beth yw uned “{ $measure }”
    [two] nid oes dim yn dweud beth yw uned { $count } fesur, “{ $measure }” yn gyntaf ohonynt
   *[other] nid oes dim yn dweud beth yw uned { $count } mesur, “{ $measure }” yn gyntaf ohonynt
}
finding-conflict = { $count ->
    [one] ffigurau gwahanol ar gyfer yr un peth ({ $what }), yn gyntaf yn { $first }: pa un sy’n gywir? Gadawyd { $count } gell allan
    [two] ffigurau gwahanol ar gyfer yr un peth ({ $what }), yn gyntaf yn { $first }: pa un sy’n gywir? Gadawyd { $count } gell allan i gyd
    [many] ffigurau gwahanol ar gyfer yr un peth ({ $what }), yn gyntaf yn { $first }: pa un sy’n gywir? Gadawyd { $count } chell allan i gyd
   *[other] ffigurau gwahanol ar gyfer yr un peth ({ $what }), yn gyntaf yn { $first }: pa un sy’n gywir? Gadawyd { $count } cell allan i gyd
}
finding-repeated = mae “{ $heading }” yn ailadrodd yr un ffigurau: gadawyd { $count } allan
finding-respondents = gadawyd allan: mae’n edrych fel un rhes i bob person ({ $reason })
finding-incidents = gadawyd allan: mae’n edrych fel un rhes i bob digwyddiad ({ $reason })
finding-break-noted = { $count ->
    [one] “{ $words }”: o { $from } ymlaen, ni chymherir un mesur â’r cyfnod cynt; os oes modd ei gymharu, rhowch hyn o’r neilltu wrth ymyl y siart
    [two] “{ $words }”: o { $from } ymlaen, ni chymherir { $count } fesur â’r cyfnod cynt; os oes modd eu cymharu, rhowch hyn o’r neilltu wrth ymyl y siart
   *[other] “{ $words }”: o { $from } ymlaen, ni chymherir { $count } mesur â’r cyfnod cynt; os oes modd eu cymharu, rhowch hyn o’r neilltu wrth ymyl y siart
}
finding-break-unclear = “{ $words }”: gall fod yn doriad yn y gyfres, ond nid yw’n dweud yn glir ym mha beth nac o ba bryd; os yw, datganwch ef wrth ymyl y siart
finding-lookup = gadawyd allan: rhestr o enwau a chodau, heb ffigurau
finding-targets = gadawyd allan: mae’n edrych fel tabl o dargedau
finding-matrix = gadawyd allan: mae’n edrych fel matrics o farnau ar raddfeydd
finding-margins-of-error = gadawyd allan: tabl ar gyfer cyfrifo lled gwallau
finding-in-notes = gadawyd allan: ffigurau ymhlith nodiadau
finding-stated-twice = { $what }: yn wahanol i { $other }, sy’n honni bod yr un peth, { $times }
finding-heading-unclear = ni all neb ddweud pa golofnau y mae “{ $heading }” yn bennawd iddynt: nis defnyddiwyd
finding-no-headings = gadawyd allan: nid oes penawdau i’r ffigurau hyn
finding-loose-numbers = gadawyd allan rifau y tu allan i unrhyw dabl, { $times }
finding-not-understood = nid ffigur yw “{ $text }”: gadawyd allan, { $times }
finding-not-worked-out = mae fformiwlâu nad yw’r ffeil yn dal eu canlyniadau lle dylai ffigurau fod, { $times }: agorwch y llyfr gwaith yn Excel, ei gadw, a’i fewnforio eto
finding-excel-errors = mae gwallau Excel ({ $error }) lle dylai ffigurau fod, { $times }
finding-area-ambiguous = gallai “{ $name }” fod yn sawl lle; fe’i darllenwyd fel: { $read_as }
finding-conflict-settled = ffigurau gwahanol ar gyfer yr un peth, wedi’u setlo fel y dywedasoch, { $times }
finding-table-left-out = gadewir y tabl hwn allan, fel y dywedasoch
finding-rows-left-out = gadewir y rhesi hyn allan, fel y dywedasoch
finding-sheet-left-out = gadewir y daflen hon allan, fel y dywedasoch
finding-rows-unclear = nid oes dim yn hysbys am labeli’r rhesi: fe’u darllenwyd fel enwau mesurau
finding-hidden-sheet = mae’r daflen hon wedi’i chuddio yn y llyfr gwaith
finding-no-cells = nid oes celloedd yn y daflen hon
finding-sheet-damaged = ni ellid darllen y daflen hon ({ $reason })
finding-incidents-counted = { $incidents }, wedi’u cyfrif yn ôl { $by }: { $types }, { $places }, { $months }; ni chedwir dim arall o’r rhesi
finding-incidents-undated = { $rows } heb ddyddiad: heb eu cyfrif
finding-incidents-unplaced = { $rows } heb le: heb eu cyfrif
finding-incidents-uncounted = { $undated } heb ddyddiad, { $unplaced } heb le: heb eu cyfrif
finding-incidents-repeated = { $rows } â chyfeirnod sydd mewn rhes gynharach: fe’u cyfrifwyd unwaith
finding-places-read = rhestr o enwau a chodau, y mae lleoedd yn hysbys drwyddi: { $places }
finding-targets-read = darllenwyd: { $targets }
finding-targets-some = darllenwyd: { $targets }; heb yr un: { $measures }
finding-target-unclear = gallai “{ $text }” olygu y cant o’r llinell sylfaen neu bwyntiau canran: cadwyd fel geiriau, { $times }
finding-matrix-read = barnwyd: { $priorities }, yn ôl { $criteria }
finding-rows-unused = { $rows } heb eu defnyddio: nid oes dim yn dweud am beth y mae’r ffigurau neu’r barnau
finding-scale-unknown = nid yw’r barnau o dan “{ $criterion }” ar raddfa hysbys: cadwyd fel geiriau
finding-survey = darllenwyd fel arolwg: { $respondents }, wedi’u pwysoli yn ôl “{ $weight }”, { $questions }
finding-survey-bare = darllenwyd fel arolwg: { $respondents }, heb bwysau, { $questions }
finding-survey-by = { $read }, yn ôl { $dimensions }
finding-unweighted = ni chafwyd colofn o bwysau: mae pob ymatebydd yn cyfrif yr un fath
finding-weights-unusable = { $respondents } wedi’u gadael allan, na ellir defnyddio eu pwysau yn “{ $heading }” ({ $reasons })
weights-blank = { $count } yn wag
weights-zero = { $count } yn sero
weights-negative = { $count } o dan sero
weights-text = { $count } heb fod yn rhif
finding-weights-extreme = mae’r pwysau mwyaf yn “{ $heading }” { $times } gwaith yr un canol: a yw’n gywir?
finding-weight-unclear = gadawyd allan: un rhes i bob ymatebydd, ond { $reason }: pa bwysau sy’n gywir?
finding-personal = gadawyd “{ $heading }” allan: { $what }, na chedwir
finding-not-read = gadawyd “{ $heading }” allan: { $reason }
finding-entry-unknown = “{ $entry }” yn “{ $heading }”, { $reason }: gadawyd allan, { $respondents }
finding-outside-base = y tu allan i sail pob canran: { $answers }
finding-blank-only-ticked = darllenir bwlch yn “{ $heading }” a’r blychau gydag ef ({ $options } i gyd) fel heb ei dicio, a phawb a diciodd un ohonynt fel rhai y gofynnwyd iddynt
finding-blank-everybody = darllenir bwlch yn “{ $heading }” a’r blychau gydag ef ({ $options } i gyd) fel heb ei dicio, a phawb fel rhai y gofynnwyd iddynt
finding-one-is-yes = “{ $heading }”: darllenir 1 fel ie, 0 fel na
finding-ages-banded = “{ $heading }”: rhoddir oedrannau mewn bandiau o ddeng mlynedd
finding-part-of-quarter = nid yw’r cyfweliadau’n cwmpasu ond rhan o { $quarter }: ni chyfrifir deuddeg mis ag ef
finding-codebook = darllenwyd fel y llyfr codau: mae’n esbonio { $columns }

## Pam y darllenwyd neu y gadawyd rhywbeth allan

reason-its-heading-and-its-years = ei phennawd a’i blynyddoedd
reason-its-heading = ei phennawd
reason-its-years = ei blynyddoedd
reason-it-counts-the-rows = mae’n rhifo’r rhesi
reason-its-codes-of-the-ons = ei chodau SYG
reason-its-words = ei geiriau
reason-its-heading-or-its-words = ei phennawd neu ei geiriau
reason-its-dates = ei dyddiadau
reason-its-periods = ei chyfnodau
reason-names-under-a-heading-of-codes = enwau o dan bennawd codau
reason-its-words-are-units = unedau yw ei geiriau
reason-text-beside-the-figures = testun wrth ymyl y ffigurau
reason-its-names-of-places = ei henwau lleoedd
reason-its-answers = ei hatebion
reason-its-groups-of-people = ei grwpiau o bobl
reason-the-title-speaks-of-places = mae’r teitl yn sôn am leoedd
reason-its-long-texts = ei thestunau hir
reason-few-words-beside-many-places = ychydig eiriau wrth ymyl llawer o leoedd
reason-it-divides-the-measures = mae’n rhannu’r mesurau
reason-nothing-else-fits = dim byd arall yn ffitio
reason-its-numbers = ei rhifau
reason-you-said-so = dywedasoch hynny
reason-it-is-each-row-share-of-the = cyfran pob rhes o’r golofn flaenorol ydyw
reason-a-running-number-or-code = rhif neu god rhedegol
reason-codes-that-are-not-those-of-the = codau nad ydynt yn rhai SYG
reason-a-running-number = rhif rhedegol
reason-it-says-what-kind-of-place-the = mae’n dweud pa fath o le yw’r rhes
reason-it-groups-the-places = mae’n grwpio’r lleoedd
reason-it-describes-the-place-in-the-row = mae’n disgrifio’r lle yn y rhes
reason-are-read-as-calendar-years-they-could = darllenir fel blynyddoedd calendr: gallent fod yn flynyddoedd ariannol hefyd
reason-the-sheet-title = teitl y daflen
reason-the-sheet-name = enw’r daflen
reason-the-workbook-title = teitl y llyfr gwaith
reason-another-column-says-when-people-were-asked = mae colofn arall yn dweud pryd y gofynnwyd i bobl
reason-does-not-say-when-people-were-asked = nid yw’n dweud pryd y gofynnwyd i bobl
reason-another-column-says-where-people-live = mae colofn arall yn dweud ble mae pobl yn byw
reason-can-be-nobody-age = ni all fod yn oedran neb
reason-is-not-in-the-codebook = nid yw yn y llyfr codau
reason-it-has-too-many-different-entries = mae ynddi ormod o gofnodion gwahanol
reason-another-column-says-the-same-of-the = mae colofn arall yn dweud yr un peth am y sampl
reason-another-column-has-the-same-heading = mae gan golofn arall yr un pennawd
reason-another-column-gives-ages-in-bands = mae colofn arall yn rhoi oedrannau mewn bandiau
reason-it-has-no-heading = nid oes pennawd iddi
reason-nothing-says-what-it-holds = nid oes dim yn dweud beth sydd ynddi
reason-nobody-gives-an-answer = nid oes neb yn rhoi ateb
reason-its-numbers-are-codes-that-no-codebook = codau nad oes llyfr codau yn eu hesbonio yw ei rhifau
reason-cannot-be-the-day-of-an-interview = ni all fod yn ddiwrnod cyfweliad
reason-the-number-of-a-respondent-or-interview = rhif ymatebydd neu gyfweliad
reason-names-of-people = enwau pobl
reason-ways-to-reach-people = ffyrdd o gysylltu â phobl
reason-where-people-live-too-closely = ble mae pobl yn byw, yn rhy fanwl
reason-dates-of-birth-or-death = dyddiadau geni neu farw
reason-a-number-that-nearly-everybody-has-alone = rhif sydd gan bron bawb iddynt eu hunain
reason-it-has-coordinates = mae ynddi gyfesurynnau
reason-several-columns-hold-answers = mae atebion mewn sawl colofn
reason-each-row-has-a-date-and-several = mae dyddiad a sawl disgrifiad ym mhob rhes, a dim ffigur
reason-no-column-holds-dates = nid oes colofn o ddyddiadau
reason-no-column-holds-districts-wards-or-small = nid oes colofn o ddosbarthau, wardiau nac ardaloedd bach
reason-its-heading-does-not-say-what-it = nid yw ei phennawd yn dweud beth ydyw i darged

## Canfyddiadau’r mewnforio

weight-question = i’w wirio
weight-caution = cael golwg
weight-note = nodyn
findings-pane = Canfyddiadau
findings-title = Yr hyn a gafodd y mewnforio
findings-title-of = Yr hyn a gafodd y mewnforio yn { $file }
findings-about = Ni ollyngir dim yn ddistaw: mae’r hyn na ddarllenwyd fel gwerth yma gyda’i gell.
findings-to-check = I gael golwg
findings-all = Popeth
findings-all-workbooks = Pob llyfr gwaith
findings-no-workbook = Ni fewnforiwyd unrhyw lyfr gwaith ers agor y prosiect hwn
findings-not-kept = Cedwir canfyddiadau nes i’r prosiect gael ei gau; mewnforiwch y llyfr gwaith eto i’w gweld
findings-nothing = Nid oes dim angen sylw
finding-menu = Canfyddiad

## Ar ôl methiant

crash-title = Daeth Bellwether i stop y tro diwethaf
crash-about = Ni ddylai hynny ddigwydd. Mae’r adroddiad hwn yn dweud ble yn y rhaglen yr oedd. Nid yw’n dal dim o’ch prosiectau na’ch llyfrau gwaith, ac nis anfonir i unman: rhowch ef i bwy bynnag sy’n gofalu am Bellwether i chi, os dymunwch.
recovery-title = Adfer gwaith heb ei gadw ar “{ $project }”?
recovery-about = Daeth Bellwether i ben cyn i’r gwaith hwn gael ei gadw: methiant, neu’r trydan yn diffodd.
recovery-about-kept = Daeth Bellwether i ben cyn i’r gwaith hwn gael ei gadw: methiant, neu’r trydan yn diffodd. Fe’i cadwyd ar y cyfrifiadur hwn { $when }.
recovery-changed = Cadwyd y ffeil gan rywun ers dechrau’r gwaith hwn: mae’r gwaith a adferwyd yn wahanol i’r ffeil ddiweddarach fel y rhestrir. Cadwch ef dan enw arall os oes eisiau’r ddau
recovery-gone = Nid yw’r ffeil yno mwyach. Bydd cadw’r prosiect a adferwyd yn ei hysgrifennu o’r newydd
recovery-unreadable = Ni ellir darllen y ffeil ar hyn o bryd, felly rhestrir popeth yn y prosiect a adferwyd
recovery-never-saved = Ni chadwyd mohono erioed i ffeil
recovery-differences = Yr hyn nad yw yn ei ffeil
recovery-contents = Yr hyn sydd ynddo
recovery-recover = Adfer
recovery-later = Yn nes ymlaen
recovery-later-does = Gofyn eto y tro nesaf
recovery-discard = Gwaredu…
recovery-discard-does = Dileu’r hyn na chadwyd
recovery-further = { $count ->
    [two] { $count } brosiect arall ar ôl hwn
    [few] { $count } phrosiect arall ar ôl hwn
    [many] { $count } phrosiect arall ar ôl hwn
   *[other] { $count } prosiect arall ar ôl hwn
}

## Cadw: fersiynau, a ffeiliau a newidiwyd gan rywun arall

changed-title = Newidiwyd { $file } gan rywun arall
changed-about = Fe’i cadwyd { $when }, ar ôl ei agor yma. Beth bynnag a ddewiswch, ni chollir dim: cedwir yr hyn a drosysgrifir neu a adewir ymhlith y fersiynau cynharach.
changed-theirs = Eu newidiadau nhw
changed-ours = Eich newidiadau chi
changed-nothing-told = Dim byd y gellir ei wahaniaethu
changed-nothing = Dim byd
changed-open = Agor eu fersiwn nhw
changed-overwrite = Trosysgrifo
changed-save-copy = Cadw fel copi…
differences-more = … a { $count } arall
versions-title = Fersiynau cynharach o { $file }
versions-none = Nid oes rhai eto: mae pob cadw yn cadw’r un blaenorol
versions-reading = Wrthi’n darllen…
versions-changed = Newidiwyd rhwng hynny a nawr
versions-same = Dim byd: dyma’r hyn sydd ar agor nawr
versions-open = Agor fel copi
versions-restore = Adfer

## Cloeon, a chopïau i’w rhannu

passphrase = Cyfrinymadrodd
lock-title = Cloi â chyfrinymadrodd
lock-about = Yna dim ond â’r cyfrinymadrodd y gellir agor ffeil y prosiect, ei ffeil adfer, copïau wrth gefn a fersiynau cynharach. Cedwir y prosiect ar unwaith. Nid yw siartiau na chopïau a gadwyd gennych o’r blaen wedi’u cloi.
lock-too-short = Teipiwch gyfrinymadrodd o 8 nod o leiaf
lock-not-the-same = Teipiwch yr un cyfrinymadrodd eto
lock-good = Da
lock-again = Yr un peth eto
lock-and-save = Cloi a chadw
unlock-title = Mae { $file } wedi’i gloi
unlock-about = Teipiwch ei gyfrinymadrodd. Cewch geisio mor aml ag y dymunwch; hebddo, ni all neb agor y prosiect.
unlock-open = Agor
share-title = Cadw copi i’w rannu
share-about = Mae’r copi yn agor fel prosiect ar ei ben ei hun. Mae ynddo’r hyn y caiff eich siartiau ei ddangos, heb atebion neb.
shared-title = Copi i’w rannu yw hwn
shared-about = Mae ynddo’r ffigurau y caiff siartiau’r gwreiddiol eu dangos, heb atebion neb. Ni ellir croesi grwpiau na dangos graddfeydd atebion yma; gofynnwch i bwy bynnag a’i hanfonodd am y rheini.
share-holds = Mae’n cynnwys
share-leaves-out = Mae’n hepgor
share-save = Cadw’r copi…

## O gwmpas y siart

add-to-story = Ychwanegu at stori
pane-chart = Siart
pane-details = Manylion
question-hide = Cuddio’r cwestiwn
question-change = Newid y cwestiwn
chart-from = O ble y daeth hwn
chart-from-does = Gweld y ffigurau gyda llyfr gwaith, taflen a chell pob un
chart-choose-period = Dewis cyfnod
chart-choose-period-does = O’r pwynt a ddewiswyd ymlaen: Shift a’r saethau, yna Enter
chart-choose-period-keys = Shift+llusgo, Shift+→
chart-all-periods = Dangos pob cyfnod
values-title = Gwerthoedd y siart
values-copy = Copïo fel celloedd
values-copy-does = I’w gludo yn Excel
explore-reading = Wrthi’n darllen drwy’r data…
explore-reading-note = Mae llyfr gwaith mawr yn cymryd ychydig eiliadau y tro cyntaf.
explore-empty = Mae’r prosiect hwn yn wag
explore-empty-note = Gollyngwch lyfr gwaith partner unrhyw le ar y ffenestr hon, neu dewiswch un.
explore-no-charts = Ni ellir llunio siart o ddim yn y llyfrau gwaith hyn eto
explore-no-charts-note = Mae’r canfyddiadau yn dweud beth a adawyd allan, a pham.
explore-choose = Dewiswch fesur ar y chwith
explore-choose-note = Mae pob un yn dangos ei werth diweddaraf, ei gyfeiriad a’i siâp.
explore-working = Wrthi’n gweithio…
explore-no-values = Nid oes gwerthoedd ar gyfer y cwestiwn hwn
tabs-show-all = Dangos y cyfan
tabs-show-all-does = Dangos pob cyfnod a gwerth eto; mae clicio ddwywaith ar y siart yn gwneud yr un peth
tabs-show-before = Dangos y cyfnodau o’r blaen eto
tabs-in-colour = Dangos mewn lliw

## Straeon a’u sleidiau

back = Yn ôl
delete = Dileu
rename = Ailenwi…
count-slides = { $count } sleid
pane-slide = Sleid
pane-slides = Sleidiau
pane-message = Neges
slide-number = Sleid { $number }
slide-name = Sleid { $number }: { $title }
slide-name-hidden = Sleid { $number }: { $title }, wedi’i chuddio
slide-name-untrue = Sleid { $number }: { $title }, nid yw ei neges yn wir mwyach
slide-name-hidden-untrue = Sleid { $number }: { $title }, wedi’i chuddio, nid yw ei neges yn wir mwyach
slide-is-hidden = Cuddiwyd
slide-show = Dangos
slide-hide = Cuddio
slide-move-up = Symud i fyny
slide-move-down = Symud i lawr
slide-moved = Symudwyd i le { $place } o { $count }
slide-copied = Copïwyd y sleid
slide-shown = Dangosir y sleid eto
slide-hidden = Cuddiwyd y sleid
slide-deleted = Dilëwyd sleid { $number }
slide-overfull = Mae mwy ar y sleid hon nag sy’n ffitio: byrhewch hi, neu gwnewch ddwy ohoni
slide-explore = Dangos ar sgrin y siart
slide-title = Teitl
slide-subtitle = O dan y teitl
slide-text-hint = Llinell yr un; dechreuwch linell â “-” ar gyfer pwynt
slide-step-by-step = Un llinell ar y tro wrth gyflwyno
slide-reveal = Datgelu
slide-lines-first = yn gyntaf: { $lines }
slide-lines-then = yna: { $lines }
slide-text-size = Maint y testun
slide-follows = Yn dilyn
slide-latest = y cyfnod diweddaraf
slide-always = bob amser: { $period }
slide-shows = Yn dangos
slide-data-to = Data hyd at
slide-refreshed = Adnewyddwyd
slide-over-both = Uwchben y ddau siart
message-by-data = Gadael i’r data ei ysgrifennu
message-true = Yn wir am y data fel y maent heddiw
message-unchecked = Ni all y data wirio dim yn y geiriau hyn
message-not-in-chart = Ni ellir darllen hyn o’r siart; gwiriwch ef eich hun: { $facts }
message-untrue = Nid yw’n wir am y data mwyach. Mae’r sleid yn dangos y neges wir:
message-use-true = Defnyddio’r neges wir
message-use-true-on = Defnyddio’r neges wir ar sleid { $number }
message-slide-changed = Mae sleid { $number } wedi newid.
message-said-now = Dywedodd “{ $said }”; mae’r data bellach yn dweud “{ $now }”.
story = Stori
story-add = Ychwanegu sleid
story-from-chart = O sgrin y siart
story-chart = Y siart
story-table = Ei werthoedd fel tabl
story-message-about = Neges amdano
story-beside = Y siart, wrth ochr yr un yma
story-own-words = Eich geiriau eich hun
story-message = Neges
story-message-text = Yr hyn yr ydym am iddo gael ei gofio
story-text = Testun
story-heading = Pennawd
story-section = Teitl adran
story-section-title = Adran
story-new = Stori newydd…
story-others = Straeon eraill
story-this = Y stori hon
story-notes = Nodiadau i’r siaradwr
story-notes-hint = Yr hyn yr ydych am ei ddweud; dim ond chi sy’n ei weld
story-empty = Nid oes sleidiau yn y stori hon eto
story-empty-note = Ychwanegwch un uchod, neu ychwanegwch siart o sgrin y siart
story-none = Dim stori eto
story-none-note = Cyflwyniad yw stori y mae ei sleidiau’n dilyn y data ac yn dweud pan nad ydynt yn wir mwyach
story-new-title = Stori newydd
story-rename-title = Ailenwi’r stori
story-rename = Ailenwi
story-begin-with = Dechrau â
story-no-places = Nid oes lleoedd o’r fath yn llyfrau gwaith y prosiect hwn: gwneir y sleidiau wedi’u cuddio, a dywedant hynny
story-about = Ynghylch
story-make = Gwneud y stori
story-name = Enw
story-name-hint = Panel yr Heddlu a Throseddu, 28 Mawrth
asked-title = Gofynnwyd wrth gyflwyno
asked-copy = Copïo’r rhestr
asked-clear = Clirio’r rhestr
asked-on-slide = { $day }, sleid { $number }
asked-make-slide = Ei wneud yn sleid
asked-make-slide-of = Ei wneud yn sleid: { $question }
asked-take-off = Tynnu oddi ar y rhestr
asked-take-off-of = Tynnu oddi ar y rhestr: { $question }
asked-step = Gwneud sleid o gwestiwn

## Cyhoeddi

theme-light = Golau
theme-dark = Tywyll
theme-high-contrast = Cyferbyniad uchel
theme-print = Argraffu, du ar wyn
sharpness-screens = 1×, ar gyfer sgriniau
sharpness-documents = 2×, ar gyfer dogfennau a sgriniau clir
sharpness-print = 300 dpi, ar gyfer argraffu
size-slide = Sleid, 16:9
size-standard-slide = Sleid, 4:3
size-half-page = Hanner tudalen A4
size-landscape = Tudalen A4 ar ei hochr
size-square = Sgwâr
size-window = Fel yn y ffenestr
chart-file-title = Cadw’r siart
chart-file-size = Maint
chart-file-sharpness = Eglurder
chart-file-pixels = { $width } wrth { $height } picsel
chart-file-save = Cadw…
refresh-title = Adnewyddu { $file }
refresh-about = Mae lleoedd, lliwiau a ffontiau’n aros. Cedwir y ffeil fel y mae nawr wrth ei hochr, fel .bak.
refresh-nothing = Mae popeth ynddi fel y mae’r data heddiw: nid oes dim i’w newid
refresh-do = Adnewyddu
publish-title = Cyhoeddi “{ $story }”
publish-as = Fel
publish-colours = Lliwiau
publish-hidden = { $count ->
    [one] Gyda’r sleid guddiedig
   *[other] Gyda’r sleidiau cuddiedig ({ $count })
}
publish-notes = Gyda’r nodiadau i’r siaradwr
publish-presentation = Siartiau, tablau a geiriau y gellir eu golygu yn PowerPoint, a’u hadnewyddu o’r fan hon
publish-slides = Sleidiau i’w darllen neu eu hargraffu, sy’n edrych yr un fath ym mhobman
publish-report = Cynnwys, siartiau â’r hyn y maent yn ei ddangos, tablau o werthoedd, ffynonellau
publish-folder = Llun a CSV ar gyfer pob sleid, gyda thudalen sy’n eu rhestru
publish-untrue = Ddim yn wir mwyach
publish-untrue-note = Cyhoeddir y neges wir yn lle’r hyn a ysgrifennwyd
publish-it-says = Mae’n dweud “{ $said }”
publish-left-out = Gadawyd allan
publish-to-know = I’w nodi
publish-count = Cyhoeddi { $count } sleid…

## Rhestr y mesurau, grwpiau, adolygiadau a ffynonellau

library-find = Chwilio am fesur
library-nothing = Nid oes mesur â’r geiriau hyn yn ei enw
library-menu = Dewislen { $name }
library-no-value = dim gwerth
library-merge = Cyfuno â…
library-unit = Uned…
library-polarity = Beth sy’n well…
library-theme = Thema…
library-no-clear-change = dim newid clir
library-as-before = fel o’r blaen
library-not-tested = { $change }, heb ei brofi
library-groups = Eich grwpiau chi
library-group-hint = Cliciwch i’w newid, ei ailenwi neu ei ddileu
library-reviews = Asesiadau risg
library-sources = Ffynonellau
review-about = { $priorities }, wedi’u barnu yn ôl { $criteria }, o { $file }
source-about = { $values }, a ddarllenwyd o { $file } ar { $day }. Cliciwch i weld beth a gafodd y mewnforio ynddo
source-more = Rhagor am { $file }
source-remove = Tynnu o’r prosiect

## Archwilio: y brawddegau uwchben y siartiau

ask-show = Dangos
ask-show-answers = Dangos yr atebion i:
ask-as = fel:
ask-by = yn ôl
ask-in = ardal:
ask-from = o:
ask-to = hyd at:
ask-for = cyfnod:
ask-up-to = hyd at:
ask-compared = o’i gymharu â:
ask-against-rest = yn erbyn y gweddill
ask-against = yn erbyn
ask-change-since = a’r newid ers:
ask-down = i lawr, ac ar draws:
ask-across = ,
ask-in-time = cyfnod:
ask-among = ymhlith:
chip-split = Rhaniad
chip-from = O
chip-to = Hyd at
chip-length = Hyd y cyfnodau
chip-comparator = Cymharydd
chip-question = Cwestiwn
chip-by = Yn ôl
chip-people = Pobl
chip-cohorts = Carfannau
chip-since = Ers
chip-theme-or-table = Thema neu dabl
chip-rows = Rhesi
chip-against = O’i gymharu â
chip-grouping = Grwpiad { $number }
chip-add-grouping = Ychwanegu grwpiad
section-given = Fel y’i rhoddwyd
section-worked-out = Wedi’i gyfrifo
section-side-by-side = Dau grwpiad ochr yn ochr
section-not-listed = Ddim yn y rhestr
section-several = Mwy nag un
section-one = Un
section-groups = Grwpiau
section-answers-to = Atebion i
section-own-groups = Eich grwpiau chi
section-crossed = Wedi’i groesi: { $grouping }
section-tables = Tablau
section-themes = Themâu
section-baseline = Llinell sylfaen
shown-as-per-100000 = fesul 100,000 lle mae hynny’n llai nag 1
split-area = ardal
split-two = { $one } a hefyd { $other }
split-every = pob grwpiad
areas-districts = pob dosbarth
areas-partnerships = pob partneriaeth
areas-forces = pob ardal heddlu
areas-regions = pob rhanbarth
areas-others = pob ardal arall
areas-everywhere = ym mhobman
count-lines = { $count ->
    [two] { $count } linell
   *[other] { $count } llinell
}
compared-nothing = dim byd
compared-everyone = pob ymatebydd
by-period = cyfnod
all-interviews = pob cyfweliad
among-everyone = pawb
cohorts-single = pob carfan
cohorts-pairs = pob pâr o garfannau
cohorts-both = pob carfan a phob pâr
cohorts-none = dim carfan
against-year-before = y flwyddyn flaenorol
against-period-before = y cyfnod blaenorol
against-nothing = dim byd cynharach
banner-take-out = tynnu allan
banner-take-out-from = o’r tabl

## Archwilio: sut y dangosir gwerthoedd, a pham na ddangosir rhai

shown-as-given = fel y’i rhoddwyd
shown-as-rate = cyfradd fesul 1,000 o bobl
shown-as-small-rate = cyfradd fesul 100,000 o bobl
shown-as-standardised = cyfradd wedi’i safoni yn ôl oedran fesul 1,000 o bobl
shown-as-small-standardised = cyfradd wedi’i safoni yn ôl oedran fesul 100,000 o bobl
shown-as-year-to-date = y flwyddyn ariannol hyd yma
shown-as-rolling = 12 mis treigl
shown-as-three-years = cyfartaledd tair blynedd
shown-as-share = cyfran o’r cyfanswm
shown-as-index = mynegai, y cyfnod cyntaf = 100
gap-small-base = sail o dan 30, ni ddangosir
gap-small-sensitive-base = sail o dan 50, ni ddangosir
gap-unreliable = rhy annibynadwy i’w roi
gap-break = byddai’n croesi toriad yn y gyfres

## Archwilio: y tabiau uwchben y siart

tab-trend = Tuedd
tab-breakdown = Dadansoddiad
tab-change = Newid
tab-priority = Carfannau blaenoriaeth
tab-cross-tab = Croesdabl
tab-answers = Atebion
tab-districts = Dosbarthau
tab-concerns = Pryderon
tab-harm = Niwed
tab-change-table = Tabl newid
tab-scorecard = Cerdyn sgorio
tab-matrix = Matrics
tab-data = Data

## Archwilio: y panel wrth ymyl y siart

panel-show = Dangos
panel-highlight = Amlygu
panel-lines = Llinellau
panel-take = Mynd ag ef gyda chi
panel-copy-or-send = Copïo neu anfon
panel-target = Gosod targed…
panel-copy-as-table = Copïo fel tabl
panel-copy-as-table-does = Rhesi’r siart fel celloedd, i’w gludo yn Excel
panel-copy-table = Copïo’r tabl
panel-copy-table-does = I’w gludo yn Excel, gyda phenawdau a nodiadau
panel-intervals = Cyfyngau hyder
panel-label-ends = Labelu pennau’r llinellau
panel-events = Digwyddiadau a nodiadau
panel-no-line = dim llinell
panel-what-this-shows = Yr hyn a ddangosir.
line-highlight = Amlygu: { $line }
line-to-front = { $line }: cliciwch i ddod ag ef i’r blaen
line-put-back = { $line }: cliciwch i’w roi’n ôl ymhlith y lleill
brush-begun = { $period }: mae Shift a’r saethau’n dewis rhagor, Esc yn gorffen
brush-chosen = { $count ->
    [two] O { $first } hyd { $last }, { $count } gyfnod: mae Enter yn eu dangos, Esc yn gorffen
    [few] O { $first } hyd { $last }, { $count } chyfnod: mae Enter yn eu dangos, Esc yn gorffen
    [many] O { $first } hyd { $last }, { $count } chyfnod: mae Enter yn eu dangos, Esc yn gorffen
   *[other] O { $first } hyd { $last }, { $count } cyfnod: mae Enter yn eu dangos, Esc yn gorffen
}
rows-show = Dangos y rhesi
rows-show-does = Mae’n agor y llyfr gwaith, i edrych arno, gyda chelloedd y gwerth hwn wedi’u marcio
rows-compared = { $measure } · { $line } · { $later }, o’i gymharu â { $earlier } ({ $period })
panel-target-milestone = Llinell darged (carreg filltir { $value })
panel-target-line = Llinell darged ({ $value })
panel-target-baseline = Llinell sylfaen ({ $value })

## Archwilio: y pwynt a ddewiswyd

point-selected = Y pwynt a ddewiswyd
point-from = O:
point-from-does = Cliciwch i’w weld ymhlith y data
point-interval = Cyfwng hyder 95%
point-base = Ymatebwyr (sail)
point-effective-base = Sail effeithiol
point-effective-base-about = tua { $number }
point-design = Yn ôl yr haenau a’r clystyrau y mae’r arolwg yn eu datgan
point-design-effect = Effaith y cynllun
point-design-effect-assumed = Nid yw’r ffynhonnell yn rhoi sail effeithiol; rhagdybir mai { $effect } yw effaith y cynllun
point-base-unknown = anhysbys
point-base-unknown-why = Nid yw’r ffynhonnell yn rhoi sail: ni ellir llunio cyfwng na gwneud prawf
point-status = Statws
point-versus = yn erbyn { $other }
point-difference-why = Y gwahaniaeth plaen; ni chaiff ei brofi, gan fod y naill yn rhan o’r llall
point-not-comparable = ni ellir cymharu
test-clear = Yn ystadegol arwyddocaol ar y lefel 5% (p { $p })
test-clear-adjusted = Yn ystadegol arwyddocaol ar y lefel 5% (p { $p }, wedi’i addasu ar gyfer cymariaethau eraill y siart)
test-chance = O fewn yr hyn y gallai siawns yn unig ei achosi (p { $p })
test-chance-adjusted = O fewn yr hyn y gallai siawns yn unig ei achosi (p { $p }, wedi’i addasu ar gyfer cymariaethau eraill y siart)
test-none = Ni ellir gwneud prawf: nid yw’r ffynhonnell yn rhoi sail
revised-from = Diwygiwyd, cynt: { $values }
revised-first = { $value } (cyhoeddwyd gyntaf yn { $place })
revised-then = { $value } (wedyn yn { $place })

## Archwilio: grwpiau o bobl, mewn un cyfnod, mewn dau ac ym mhob un

group-drawn = Fel
group-drawn-as = Lluniwyd fel
group-dots = dotiau un cyfnod
group-heatmap = map gwres
group-small-charts = siartiau bach
group-dumbbell = dotiau mewn rhesi
group-slope = siart goledd
group-sorted = Trefn
group-order = Trefn
group-usual-order = yn eu trefn arferol
group-by-size = yn ôl maint
group-cells = Celloedd
group-cells-show = Mae’r celloedd yn dangos
group-cells-values = gwerthoedd
group-cells-rest = yn erbyn y gweddill
group-cells-year = newid ers blwyddyn
group-selected = Y grŵp a ddewiswyd
group-of-total = O’r cyfanswm
group-rest = Y gweddill
group-versus-rest = yn erbyn y gweddill
group-not-compared = heb ei gymharu
group-not-compared-why = Mae’r sail yn isel neu’n anhysbys, neu nid oes dim yn hysbys am y gweddill
group-rest-about = tua { $value }
group-rest-why = Pawb ond y grŵp hwn: yr unig gategori arall
group-rest-why-about = Pawb ond y grŵp hwn; bras, gan y’i cyfrifir o seiliau heb eu pwysoli
group-no-clear-difference = dim gwahaniaeth clir
group-no-figure = dim ffigur
group-change = Newid
group-interval-points = { $lower } i { $upper } pp
group-bases = Seiliau
group-bases-two = { $then }, yna { $now }
group-effective-bases = Seiliau effeithiol
group-seen-from = Gellid ei weld o
group-seen-from-why = Byddai newid llai yn cael ei fethu’n amlach nag un tro mewn pump
points-short = { $points } pp

## Archwilio: carfannau blaenoriaeth

priority-title = Carfannau i edrych arnynt gyntaf
priority-none = Nid yw’r ffigurau’n tynnu sylw at yr un
priority-others = Y lleill i gyd
priority-over-time = Ei ddangos dros amser
priority-over-time-does = Tuedd: { $cohort }; mae Enter yn gwneud yr un peth
priority-low-base = sail isel, heb ei brofi
priority-no-base = sail anhysbys, heb ei brofi
priority-break = toriad yn y gyfres, heb ei brofi
priority-deeper = Edrych yn ddyfnach
priority-singles = Carfannau unigol ({ $count })
priority-pairs = { $count ->
    [0] Parau, e.e. menywod 16–24 oed (dim yn y llyfrau gwaith hyn)
   *[other] Parau, e.e. menywod 16–24 oed ({ $count })
}
priority-hide = Cuddio
priority-bases-below = Seiliau o dan { $base }
priority-copy-does = Mae’n copïo’r hyn y mae’r siart yn ei ddangos, fesul rhes, ar gyfer Excel
priority-ranked-fall = Yn ôl lefel a gostyngiad
priority-ranked-rise = Yn ôl lefel a chynnydd
priority-by-level = Yn ôl lefel
class-lowest-falling = isaf ac yn gostwng
class-highest-rising = uchaf ac yn codi
class-lower = yn is nag eraill; nid yw’r newid yn ystadegol glir
class-higher = yn uwch nag eraill; nid yw’r newid yn ystadegol glir
class-falling = yn gostwng
class-rising = yn codi
class-falling-similar = yn gostwng; lefel debyg i eraill
class-rising-similar = yn codi; lefel debyg i eraill
class-falling-higher = yn gostwng; lefel uwch nag eraill
class-rising-lower = yn codi; lefel is nag eraill
class-watch = arwydd yn unig
class-faster = { $class }, yn gyflymach nag eraill

## Archwilio: tablau newid a’r hyn a argraffodd yr anfonwr

check-title = Gwirio Ffigurau
check-note = Copïo nodyn i’r anfonwr
check-note-does = Testun cwrtais sy’n enwi’r celloedd, i’w gludo mewn e-bost
check-none-printed = Nid argraffodd yr anfonwr unrhyw newidiadau ar gyfer y tabl hwn
check-agrees = Fel y mae ei gelloedd yn ei roi
check-worked-out = Wedi’i gyfrifo eto
check-printed = Fel yr argraffwyd, â marc ✗
check-one-right = Mae’r un newid a argraffwyd yn gywir
check-one-wrong = Mae’r un newid a argraffwyd yn anghywir
check-all-right = { $count ->
    [two] Mae’r { $count } newid a argraffwyd yn gywir
   *[other] Mae’r { $count } newid a argraffwyd i gyd yn gywir
}
check-wrong = Mae { $wrong } o’r { $count } newid a argraffwyd yn anghywir
check-new-year = Rhannwyd { $count } â’r flwyddyn newydd yn lle’r hen un
check-row-printed = Argraffwyd
check-row-against = { $now } yn erbyn { $before }
check-row-new-year = { $size }: â’r flwyddyn newydd
check-row-wrong-way = { $size }: y ffordd anghywir
check-row-ratio = { $size }: y gymhareb, nid y newid
check-row-rounding = talgrynnwyd yn anghywir
rows-offence = trosedd
rows-measure = mesur
rows-offence-group = grŵp troseddau
rows-measure-group = grŵp o fesurau
rows-district = dosbarth
rows-partnership = partneriaeth
rows-ward = ward
rows-force = ardal heddlu
rows-county = sir
rows-region = rhanbarth
rows-area = ardal

## Archwilio: croesdablau a graddfeydd atebion

survey-percentages = Canrannau
survey-down = I lawr pob colofn
survey-across = Ar draws pob rhes
survey-letters = Llythrennau arwyddocâd
survey-intervals = Cyfyngau 95%
survey-effective-bases = Seiliau effeithiol
survey-nets = Symiau net a chymedrau
survey-shade = Tywyllu celloedd
survey-tests = Prawf o bob grwpiad
survey-tests-does = Prawf Rao–Scott a V Cramér yn y nodiadau o dan y tabl
survey-order = Trefn
survey-usual-order = Yn eu trefn arferol
survey-by-net = Yn ôl y swm net
survey-weight = Pwysau
survey-unweighted = Heb eu pwysoli
survey-unweighted-does = mae pawb yn cyfrif yr un fath
survey-table = Croesdabl: { $title }, { $rows } wrth { $columns }
survey-table-selected = Croesdabl: { $title }, { $rows } wrth { $columns }. Dewiswyd: { $cell }
survey-none = Mewnforiwch lyfr gwaith ag un rhes i bob ymatebydd; bydd ei gwestiynau wedyn yma
not-surveyed = O dabl y daw’r mesur hwn, nid o ymatebwyr arolwg
not-surveyed-period = Nid oes ymatebwyr yn yr arolwg yn y cyfnod hwn: { $period }
not-surveyed-name = Ni ellir cyfyngu’r arolwg fel y gofynnwyd: { $why }
not-surveyed-few = Mae’r dewis o bobl yn gadael allan lai na phum ymatebydd, y gellid eu hadnabod drwy gymharu tablau
not-surveyed-many = Mae gormod o golofnau ar unwaith: tynnwch grwpiad allan
not-surveyed-scale = Nid oes graddfa o atebion i’r cwestiwn hwn: gallai ymatebwyr dicio sawl un, neu rhoesant rif
not-surveyed-no-periods = Nid yw’r arolwg yn dweud pryd y gofynnwyd i bob ymatebydd
not-surveyed-nobody = Nid oes ymatebwyr sy’n cyfateb i’r dewis hwn
instead-question = Dewiswch gwestiwn o arolwg y mewnforiwyd ei ymatebwyr.
instead-period = Dewiswch gyfnod arall.
instead-people = Dewiswch bobl eraill.
instead-everyone = Dewiswch bawb, neu grŵp llai.
instead-fewer = Gellir dangos llai o grwpiadau ar unwaith.
instead-scale = Dewiswch gwestiwn y rhoddodd ymatebwyr un ateb iddo.

## Archwilio: y gwerthoedd y tu ôl i’r siart

data-line = Llinell
data-first-published = Cyhoeddwyd gyntaf
data-table = Y gwerthoedd y tu ôl i’r siart

## Archwilio: eich grŵp eich hun o bobl

own-title-new = Eich grŵp eich hun
own-title-change = Newid y grŵp
own-who = Pwy sydd ynddo
own-no-survey = Gwneir eich grŵp eich hun o ymatebwyr arolwg, ac nid oes llyfr gwaith yn y prosiect hwn sy’n eu rhoi fesul un. Mewnforiwch yr arolwg ag un rhes i bob ymatebydd
own-new = grŵp newydd
own-of-project = Yn y prosiect hwn
own-work-on = Gweithio ar:
own-group = Grŵp
own-name-hint = Menywod 16–24 oed yn Nottingham
own-rule = Rheol
own-rule-hint = Rhyw=Benyw & (Oed=16-24 | Oed=25-34) & !Ardal=Ashfield
own-rule-signs = & yw a, | yw neu, ! yw nid; mae’r grŵp hwn yn dweud mwy nag y gall llinellau
own-people-of-whom = Pobl y mae’r canlynol yn wir amdanynt:
own-all = pob un o’r rhain
own-any = unrhyw un o’r rhain
own-together = Amodau gyda’i gilydd
own-add = Ychwanegu amod
own-first = Pobl sydd
own-and = a hefyd
own-or = neu
own-are-in = yn perthyn i
own-are-not-in = heb fod yn perthyn i
own-live-in = yn byw yn
own-do-not-live-in = heb fod yn byw yn
own-said = wedi ateb i
own-did-not-say = heb ateb i
own-where = Ble maent yn byw
own-answered = Yr hyn a atebasant
own-condition-holds = Amod { $number }: yn wir neu beidio
own-condition-about = Amod { $number }: ynghylch
own-condition-entries = Amod { $number }: { $column }
own-condition-remove = Dileu amod { $number }
own-choose = dewis…
own-chosen = dewiswyd
own-chosen-unknown = dewiswyd, ac nid yw mewn unrhyw arolwg
own-entries-does = Dewiswch un arall i’w ychwanegu, yr un peth eto i’w dynnu allan
own-delete = Dileu’r grŵp
own-keep = Cadw’r grŵp
own-rule-wrong = Y rheol: { $why }
own-no-condition = Ychwanegwch amod: hebddo, mae pawb yn y grŵp
own-condition-what = Amod { $number }: dewiswch beth y mae’n ymwneud ag ef
own-condition-which = Amod { $number }: dewiswch pa un o’i grwpiau neu atebion y mae’n ei olygu
own-nobody = Nid oes neb mewn unrhyw arolwg yn y grŵp hwn
own-fit-none = Nid oes neb yn cyfateb
own-fit-few = Llai na { $least } ymatebydd
own-fit-latest = { $respondents }; { $count } ({ $period })
own-fit-latest-few = { $respondents }; llai na { $least } ({ $period })
own-fit-in = { $workbook }: { $fitting }
own-lacks = Nid oes “{ $wanted }” yn { $workbook }
own-lacks-in = Nid oes “{ $wanted }” o dan { $column } yn { $workbook }
own-one-of-several = Gall “{ $wanted }” fod yn un o sawl peth yn { $workbook }: { $there }
own-too-few = Rhy ychydig: ni ddangosir gwerthoedd ar lai na { $least } ymatebydd
own-too-few-in = Rhy ychydig ({ $period }): ni ddangosir gwerthoedd ar lai na { $least } ymatebydd. Mae seiliau cyfnodau hwy yn fwy
own-low-base = Sail isel: dangosir gwerthoedd ar lai na { $least } ymatebydd gyda rhybudd
own-low-base-in = Sail isel ({ $period }): dangosir gwerthoedd ar lai na { $least } ymatebydd gyda rhybudd. Mae seiliau cyfnodau hwy yn fwy
own-name-missing = Rhowch enw i’r grŵp
own-name-taken = “{ $name }” yw enw grŵp arall yn barod

## Yr hyn a gyfrifodd yr anfonwr, a pham y mae’n debygol o fod yn anghywir

discrepancy-about = argraffwyd “{ $printed }”, cyfrifwyd { $worked_out }: { $why }
why-new-year-as-base = rhannwyd â’r flwyddyn newydd yn lle’r hen un
why-wrong-way-round = cymharwyd yr hen ffigur â’r un newydd, nid y newydd â’r hen
why-sign-missing = mae’r arwydd yn anghywir neu ar goll
why-ratio-for-change = y ffigur newydd fel canran o’r hen un yw hwn, nid y newid
why-points-as-percent = y gwahaniaeth, { $points }, yw hwn, ac nid y cant
why-decimal-point = mae’r pwynt degol yn y lle anghywir
why-other-period = mae hwn yn edrych fel y newid ers { $period }
why-rounding-slip = talgrynnwyd i’r digid olaf anghywir
why-change-differs = mae’r ffigurau wrth ei ochr yn rhoi newid arall
why-signs-disagree = mae arwyddion gwahanol gan y ganran a’r rhif wrth ei hochr, { $number }
why-forced-to-add = addaswyd mae’n debyg fel bod y cyfrannau’n adio i 100
why-share-differs = mae’r ffigurau wrth ei ochr yn rhoi cyfran arall
why-total-differs = nid yw’r rhannau’n adio iddo, y gwahaniaeth yw { $by }
why-digit-slip = mae un digid yn un arall
why-digits-swapped = cyfnewidiwyd dau ddigid
why-other-table = mae’r rhesi o dan “{ $title }” yn adio i hynny
why-period-length = yn cwmpasu { $months } mis lle mae’r cyfnodau wrth ei ochr yn cwmpasu { $others }
why-out-of-sequence = yn torri dilyniant y cyfnodau o’i gwmpas
why-stated-twice = rhoddir yr un peth yn wahanol yn { $elsewhere }

### Gweddill B: cyflwyno, brand, enwau, a hanner arall sgrin y siart

## Cyflwyno

present-number-hidden = { $number } wedi’i chuddio
present-stays = Mae’r sleid yn aros fel y mae; cedwir yr hyn a ofynnir yma gyda’r stori
present-back-to-slide = Yn ôl at y sleid
present-chart = Siart
present-left-chart = Y siart ar y chwith
present-right-chart = Y siart ar y dde
present-since = { $time } ers y dechrau
present-slide-of = Sleid { $number } o { $count }
present-slide-of-titled = Sleid { $number } o { $count }: { $title }
present-slide-of-adding = Sleid { $number } o { $count }: { $title }. { $added }
present-end-of-story = Diwedd y stori
present-leave = Mae Esc yn gadael, mae’r saeth chwith yn mynd yn ôl
present-on-screen = Ar y sgrin
present-on-screen-black = Ar y sgrin: du
present-on-screen-white = Ar y sgrin: gwyn
present-on-screen-question = Ar y sgrin: cwestiwn
present-next-line = Nesaf: un llinell arall
present-next-slide = Y sleid nesaf
present-notes = Nodiadau
present-no-notes = Dim nodiadau ar y sleid hon
present-show-slide = Dangos y sleid
present-black = Du
present-slides-in-first = Sleidiau yn y ffenestr gyntaf
present-slides-here = Sleidiau yn y ffenestr hon
present-next = Nesaf
present-all-slides = Pob sleid
present-ask = Gofyn
present-slides-to-next = Sleidiau i’r sgrin nesaf
present-end = Gorffen
present-window-slides = Sleidiau — Bellwether
present-window-presenter = Cyflwynydd — Bellwether
present-shown = Wedi’u dangos: { $lines }
present-is-hidden = Mae’r sleid wedi’i chuddio; cliciwch i’w dangos
present-go-to = Mynd i sleid { $number }
present-black-screen = Sgrin ddu
present-white-screen = Sgrin wen

## Y brand

brand-title = Brand
brand-about = Gosodwch ef unwaith ar gyfer y prosiect hwn: mae ei siartiau, ei sleidiau, ei adroddiadau a’i ffeiliau Office yn ei ddilyn
brand-organisation = Sefydliad
brand-organisation-hint = Ar waelod sleidiau ac adroddiadau
brand-font = Ffont ffeiliau PowerPoint ac Excel
brand-colours = Lliwiau
brand-logo = Logo
brand-logo-other = Logo arall…
brand-logo-choose = Dewis logo…
brand-logo-kinds = Ffeil PNG neu SVG hyd at 4 MB
brand-logo-colours = Cymryd lliwiau o’r logo
brand-logo-no-colours = Nid oes lliwiau yn y logo hwn
brand-logo-remove = Tynnu’r logo
brand-look-print = Argraffu
brand-print-note = Mae argraffu’n aros yn ddu a gwyn, fel y gall pob argraffydd ei wneud
brand-contrast-note = Dim ond lle maent yn sefyll allan ar ddu y mae cyferbyniad uchel yn defnyddio’r lliwiau hyn
brand-better-note = Mae gwell a gwaeth yn aros yn wyrddlas ▲ a magenta ▼, y gall pawb wahaniaethu rhyngddynt
brand-remove = Tynnu’r brand
brand-use = Defnyddio’r brand hwn
brand-no-chart = Agorwch siart i’w weld yn y lliwiau hyn
brand-preview = Rhagolwg. { $title }
brand-add-colour = Ychwanegu lliw
brand-add-colour-about = Ar gyfer llinellau a barrau pellach. Mae’r rhai heb liw gennych chi yn cymryd lliwiau’r rhaglen
brand-main-colour = Prif liw
brand-colour = Lliw { $number }
brand-take-out = Tynnu allan: { $colour }
brand-darken = Tywyllu { $colour } i { $code }
brand-lighten = Goleuo { $colour } i { $code }
brand-good = Gellir eu darllen ar wyn, a gall pawb wahaniaethu rhwng y rhai sydd ochr yn ochr
brand-place-main = y prif liw
brand-place-further = lliw { $number }
brand-pale-marks = { $colour } ar wyn: { $contrast } i 1, ac mae ar linellau a dotiau angen { $least } i 1
brand-pale-words = { $colour } ar wyn: { $contrast } i 1, ac mae ar eiriau angen { $least } i 1
brand-alike = Mae’r rhain yn edrych yr un fath: { $one }, { $other }
brand-alike-red-blind = Mae’r rhain yn edrych yr un fath i bobl na allant weld coch: { $one }, { $other }
brand-alike-green-blind = Mae’r rhain yn edrych yr un fath i bobl na allant weld gwyrdd: { $one }, { $other }
brand-dark-one = Yn yr olwg dywyll lluniadir y canlynol yn oleuach, gan fod angen 3 i 1 ar farciau yno hefyd: { $colour }
brand-dark-several = Yn yr olwg dywyll lluniadir y canlynol yn oleuach, gan fod angen 3 i 1 ar farciau yno hefyd: { $colours }, { $last }
logo-unreadable = Ni ellid agor y ffeil. Efallai ei bod wedi’i symud, neu nad oes gennych hawl i’w darllen
logo-too-large = Mae’r ffeil yn fwy na 4 MB. Cadwch y logo yn llai: mae 1,000 picsel ar draws yn ddigon
logo-too-many-pixels = Mae’r llun yn { $width } wrth { $height } picsel. Cadwch y logo yn llai: mae 1,000 picsel ar draws yn ddigon
logo-other-kind = Ffeil PNG neu SVG yw logo. Agorwch hon mewn rhaglen luniau a’i chadw fel PNG
logo-damaged = Ni ellir darllen y ffeil fel llun: mae wedi’i difrodi neu ei thorri’n fyr. Gofynnwch am y logo eto
logo-has-text = Testun mewn ffont nad yw efallai ar gyfrifiaduron eraill yw’r geiriau yn yr SVG hwn. Gofynnwch am y logo â’i eiriau fel amlinellau, neu fel PNG
logo-has-pictures = Mae lluniau eraill yn yr SVG hwn, ac ni ddarllenir y rheini. Gofynnwch am y logo fel PNG
logo-too-intricate = Mae’r SVG hwn yn rhy gymhleth i’w luniadu’n ddiogel. Gofynnwch am y logo fel PNG
logo-empty = Ni welir dim yn y llun hwn: mae’n wag neu’n gwbl dryloyw

## Mesurau, lleoedd a grwpiau’r prosiect

dictionary-title = Mesurau, lleoedd a grwpiau
dictionary-about = Yr hyn y mae’r prosiect hwn yn ei alw ar gynnwys ei lyfrau gwaith. Mae’r llyfrau gwaith yn aros fel y daethant, a gellir dadwneud popeth yma.
dictionary-names = Enwau
dictionary-chosen = Yr un a ddewiswyd
dictionary-nothing-chosen = Ni ddewiswyd dim
dictionary-measures = Mesurau
dictionary-places = Lleoedd
dictionary-groups = Grwpiau o bobl
dictionary-find-place = Chwilio am le
dictionary-find-group = Chwilio am grŵp
dictionary-empty = Nid oes rhai yn llyfrau gwaith y prosiect hwn
dictionary-none-found = Nid oes un â’r geiriau hyn yn ei enw
dictionary-hidden = cuddiwyd
dictionary-names-in-one = { $count } enw mewn un
dictionary-changed = newidiwyd
dictionary-kind-of-group = math o grŵp
dictionary-alike = { $count ->
    [one] Mae dau enw’n edrych fel un peth
    [two] Mae { $count } bâr o enwau, a phob pâr yn edrych fel un peth
    [few] Mae { $count } phâr o enwau, a phob pâr yn edrych fel un peth
    [many] Mae { $count } phâr o enwau, a phob pâr yn edrych fel un peth
   *[other] Mae { $count } pâr o enwau, a phob pâr yn edrych fel un peth
}
dictionary-pair = “{ $one }” a “{ $other }”
dictionary-merge = Cyfuno
dictionary-merge-pair = Cyfuno “{ $one }” a “{ $other }”
dictionary-keep-apart = Cadw ar wahân
dictionary-keep-pair-apart = Cadw “{ $one }” a “{ $other }” ar wahân
dictionary-written-alike = wedi’u hysgrifennu’n debyg
dictionary-same-code = yr un cod gan y ddau, { $code }
dictionary-value-agrees = mae’r gwerth sydd gan y ddau yn cytuno
dictionary-values-agree = mae { $agreeing } o’r { $shared } gwerth sydd gan y ddau yn cytuno
dictionary-name = Enw
dictionary-also-called = Enwau eraill arno
dictionary-also-called-hint = Enwau eraill, gyda ; rhyngddynt
dictionary-unit = Uned
dictionary-better = Gwell
dictionary-theme = Thema
dictionary-higher-is-better = Uwch sy’n well
dictionary-lower-is-better = Is sy’n well
dictionary-neither-is-better = Nid yw’r naill na’r llall yn well
dictionary-as-in-workbook = Fel yn y llyfr gwaith
dictionary-forget = Anghofio popeth a ddywedwyd yma: yr enw, yr uned a’r gweddill, a’r hyn a gyfunwyd
dictionary-hide = Cuddio o’r rhestri
dictionary-unit-note = Mae’r uned yn dweud beth yw’r gwerthoedd; ni chânt eu trosi
dictionary-made-of = Cynnwys
dictionary-in-workbooks = Mewn llyfrau gwaith
dictionary-joined = Fe’u cysylltir, byth eu hadio. Lle mae sawl un yn rhoi gwerth ar gyfer yr un pwynt, gwerth y cyntaf sy’n cyfrif, ac mae’r pwynt yn dweud hynny.
dictionary-in-no-workbook = Ddim mewn unrhyw lyfr gwaith yn y prosiect hwn mwyach
dictionary-in-more-workbooks = { $file } a { $more } llyfr gwaith arall
dictionary-split-off = Gwahanu
dictionary-split-off-name = Gwahanu “{ $name }”

## Yr hyn y gelwir data mewn dewislenni a rhestri

unit-is-number = nifer
unit-is-per-1000 = fesul 1,000 o bobl
unit-is-per-100000 = fesul 100,000 o bobl
unit-is-mean-score = sgôr gymedrig
unit-is-points = pwyntiau canran
unit-is-percent-change = newid canrannol
unit-is-index = mynegai
unit-is-value = gwerth
theme-of-safety = Teimlo’n ddiogel
theme-of-confidence = Hyder
theme-of-experience = Profiad o drosedd
theme-of-recorded-crime = Troseddau a gofnodwyd
theme-of-environment = Amgylchedd
theme-of-others = Mesurau eraill
length-on-days = ar ddiwrnodau unigol
length-days = { $count ->
    [two] { $count } ddiwrnod
   *[other] { $count } diwrnod
}
length-monthly = misol
length-quarterly = chwarterol
length-months = { $count ->
    [two] { $count } fis
   *[other] { $count } mis
}

## Siart i dechnoleg gynorthwyol

chart-described = { $chart } Dewiswyd: { $said }

## Ardaloedd ochr yn ochr: y frawddeg uwch eu pennau

districts-shown-as = wedi’i ddangos fel:
districts-chip-kind = Math o ardal
districts-chip-shown-as = Dangosir fel
districts-count = { $count } ohonynt
districts-kind-district = Dosbarth
districts-kind-partnership = Partneriaeth
districts-kind-ward = Ward
districts-kind-force = Heddlu
districts-kind-county = Sir
districts-kind-region = Rhanbarth
districts-kind-area = Ardal
districts-as-small-charts = siartiau bach
districts-as-ranking = rhestr yn ôl safle
districts-as-tiles = map teils
districts-as-map = map
districts-as-one-chart = un siart
districts-as-funnel = twndis

## Ardaloedd ochr yn ochr: y panel

districts-own = Eich ardal chi
districts-own-none = heb ddewis
districts-arrange = Trefnu
districts-not-shown = heb ei ddangos
districts-against-mean = Yn erbyn y cymedr
districts-against-mean-about = Eich ardal chi o’i chymharu â’r cymedr syml: ei chyfradd, a nifer y digwyddiadau y mae hynny’n ei olygu
districts-small-multiples = Siartiau bach ochr yn ochr
districts-ranking = Yn ôl safle
districts-map-of-tiles = Map (teils)
districts-map-of-boundaries = Map (ffiniau)
districts-one-chart = Un siart
districts-one-chart-in-front = Un siart, yn y blaen: { $area }
districts-funnel = Twndis
districts-weighted-mean = Lluniadu’r cymedr wedi’i bwysoli
peers-title = Cymheiriaid
peers-all = Pob un: { $areas }
peers-some = { $count } o blith { $areas }
peers-count-partnerships = { $count ->
    [one] { $count } bartneriaeth
    [two] { $count } bartneriaeth
    [many] { $count } phartneriaeth
   *[other] { $count } partneriaeth
}
peers-count-forces = { $count } heddlu
peers-done = Wedi gorffen
peers-done-named = Wedi gorffen dewis cymheiriaid
peers-choose = Dewis cymheiriaid…
peers-none = Dim un
peers-none-named = Dad-dicio pob un
peers-every = Pob un
peers-every-named = Pob un i fod yn gymheiriaid
boundaries-title = Ffiniau
boundaries-map-shows = Mae’r map yn dangos
boundaries-values = Gwerthoedd
boundaries-against-others = Yn erbyn y lleill
boundaries-changes = Newidiadau
boundaries-file = { $file }, { $areas }
boundaries-source = Ffynhonnell, fel y mae siartiau’n ei hargraffu
boundaries-source-hint = Yn cynnwys data’r OS © Hawlfraint y Goron …
boundaries-remove = Tynnu
boundaries-remove-named = Tynnu’r ffiniau: { $file }

## Y pryderon: y frawddeg uwch eu pennau

concerns-show-top = Dangos y
concerns-noun = prif bryder,
concerns-wider-area = yr ardal ehangach
concerns-chip-most = Sawl un
concerns-chip-period = Cyfnod

## Y pryderon: y panel

concerns-with-wider = Yr ardal ehangach wrth ei hochr
concerns-over-time = Ei ddangos dros amser

## Digwyddiadau ar yr echelin amser

event-add = Ychwanegu digwyddiad
event-change = Newid y digwyddiad
event-what = Beth a ddigwyddodd
event-what-hint = Goleuadau Strydoedd Saffach
event-when = Pryd
event-when-hint = 31 March 2021, Mar 2021 neu 2020/21
event-what-missing = Teipiwch beth a ddigwyddodd, mewn ychydig eiriau
event-when-missing = Teipiwch pryd y digwyddodd
event-when-unread = Pryd: ni ellir darllen “{ $words }”
event-remove = Tynnu’r digwyddiad
event-add-it = Ychwanegu’r digwyddiad
event-named = Digwyddiad: { $event }, { $day }. Mae’r saethau chwith a de yn ei symud o fis, Enter yn ei newid, Delete yn ei dynnu
event-about = { $event }, { $day }
event-about-drag = Llusgwch ef ar hyd yr echelin, neu cliciwch i’w newid
keep-changes = Cadw’r newidiadau
read-as = Fe’i darllenir fel: { $day }

## Toriadau yn y gyfres

break-declare-title = Datgan toriad yn y gyfres
break-change-title = Newid y toriad yn y gyfres
break-about = Ni chymherir gwerthoedd o hynny ymlaen â’r rhai o’i flaen: dim newid, dim prawf, dim swm ar ei draws. Mae’r siart yn dangos ble, a pham.
break-of = Ar gyfer
break-everything-in = popeth yn { $file }
break-where = Ble
break-every-area = pob ardal
break-from = O
break-choose-period = dewiswch gyfnod
break-because = Oherwydd
break-wording = geiriad y cwestiwn
break-mode = y dull casglu
break-definition = y diffiniad
break-counting = y rheolau cyfrif
break-boundary = ffin yr ardal
break-other = rheswm arall
break-words = Yn eich geiriau eich hun
break-words-hint = Ar-lein ers Ebrill 2019, wyneb yn wyneb cyn hynny
break-from-missing = Dewiswch y cyfnod cyntaf na ellir ei gymharu â’r rhai o’i flaen
break-declare = Datgan y toriad
break-remove = Tynnu’r toriad
break-comparable = Gellir eu cymharu wedi’r cyfan
breaks-title = Toriadau yn y gyfres
breaks-begin = Ni ellir cymharu cyn hwn…
breaks-begin-about = Datgan na ellir cymharu gwerthoedd o’r cyfnod hwn ymlaen â’r rhai o’i flaen
breaks-set-aside = Rhoddwyd o’r neilltu nodyn mewn llyfr gwaith am doriad
breaks-heed = Dilyn y nodyn eto
breaks-quoted = “{ $words }”
breaks-change = Newid…
breaks-change-named = Newid y toriad, o: { $since }…
breaks-remove = Tynnu
breaks-remove-named = Tynnu: y toriad, o: { $since }
breaks-comparable-named = Gellir eu cymharu wedi’r cyfan: y toriad, o: { $since }

## Pwysau niwed, a throseddau yn ôl nifer, niwed a phryder

harm-load-title = Llwytho pwysau niwed
harm-summary = Pwysau o dan “{ $heading }” yn { $file }: { $count }. Troseddau’r prosiect hwn sydd â phwysau: { $matched } o { $offences }.
harm-taken-for = Cymerir “{ $there }” fel: { $here }
harm-otherwise = Wedi’u hysgrifennu’n wahanol yno
harm-left-out = Gadawyd allan
harm-without = Troseddau’r prosiect hwn heb bwysau
harm-unused = Pwysau nad oes trosedd ar eu cyfer yma
harm-where = Ble i gael pwysau
harm-where-about = Nid yw pwysau’n rhan o Bellwether. Mae’r Swyddfa Ystadegau Gwladol yn cyhoeddi rhai ei Sgôr Difrifoldeb Troseddau (Trwydded Llywodraeth Agored); gwaith ei awduron yw’r Cambridge Crime Harm Index.
harm-use = Defnyddio’r pwysau hyn
weight-left-out-none = { $cell }, { $offence }: ni roddir pwysau
weight-left-out-text = { $cell }, { $offence }: nid rhif yw “{ $text }”
weight-left-out-negative = { $cell }, { $offence }: ni all pwysau fod yn negatif
weight-left-out-other = { $cell }, { $offence }: mae { $other } yn rhoi pwysau arall ar ei gyfer
harm-rank = Trefnu
harm-by-two = yn ôl nifer ac yn ôl niwed
harm-by-three = yn ôl nifer, yn ôl niwed ac yn ôl pryder
harm-weight-from = Pwysau “{ $offence }” o: { $place }
harm-which-concern = Pa bryder ydyw
harm-chip-concern = Pryder
harm-concerns = Pryderon
harm-concern-by-name = yr un o’r un enw
harm-concern-none = dim un ohonynt
harm-concern-none-of-name = dim un o’r enw hwnnw
harm-concern-gone = un na ofynnir amdano mwyach
harm-weights = Pwysau
harm-set = Set
harm-column = Colofn
harm-offences = Troseddau
harm-load-others = Llwytho pwysau eraill…
harm-take-out = Tynnu’r pwysau allan
harm-take-out-about = Mae’r prosiect yn eu hanghofio; mae dadwneud yn dod â nhw yn ôl

## Adolygiadau o flaenoriaethau

matrix-show = Dangos:
matrix-of-review = o’r adolygiad:
matrix-since = ers yr adolygiad:
matrix-by = yn ôl:
matrix-and = a hefyd:
matrix-chip-drawing = Lluniad
matrix-chip-review = Adolygiad
matrix-chip-since = Ers
matrix-chip-up = I fyny’r ochr
matrix-chip-across = Ar hyd y gwaelod
matrix-as-matrix = matrics
matrix-as-movement = symudiadau
matrix-as-grid = grid o ddau faen prawf
lineage-title = Beth ddaeth o beth
lineage-missing = Ticiwch flaenoriaeth ym mhob adolygiad; mewn un yn unig, i ddweud iddi gael ei gollwng neu ei bod yn newydd
lineage-unsound = Gall un ddod yn sawl un, a sawl un yn un: dad-diciwch ar un ochr nes bod un ar ôl
lineage-declare = Datgan
lineage-became = { $from } ({ $earlier }) → { $to } ({ $later })
lineage-new = Newydd: { $names } ({ $review })
lineage-dropped = Gollyngwyd: { $names } ({ $review })
lineage-names = { $names }, { $last }
lineage-more-names = { $names } a { $count } arall
lineage-asked = { $became }?
lineage-declared = { $became } (datganwyd)
lineage-yes = Ie
lineage-yes-named = Ie: { $became }
lineage-no = Na
lineage-no-named = Na: { $became }
lineage-no-about = Gollyngwyd y rhai cynharach, mae’r rhai diweddarach yn newydd
lineage-otherwise = Fel arall…
lineage-otherwise-named = Fel arall…: { $became }
lineage-unlink = Datgysylltu
lineage-unlink-named = Datgysylltu: { $became }
lineage-link = Cysylltu blaenoriaethau…
lineage-link-about = Dweud pa flaenoriaethau yn y ddau adolygiad sy’n perthyn i’w gilydd: wedi’u hailenwi, eu hollti, eu cyfuno, yn newydd neu wedi’u gollwng
matrix-differences = Barnau sy’n wahanol
matrix-difference = { $priority }: { $criterion }, { $then } → { $now }

## Targedau: y frawddeg uwchben y cerdyn sgorio

scorecard-against = o’i gymharu â:
scorecard-all-targets = pob targed
scorecard-latest-period = y cyfnod diweddaraf
scorecard-against-both = llinell sylfaen a tharged
scorecard-against-target = targed
scorecard-chip-targets = Targedau
scorecard-chip-period = Cyfnod
scorecard-chip-against = O’i gymharu â

## Targedau: y cerdyn sgorio a’i banel

scorecard-none = Dim targedau eto
scorecard-none-about = Cymherir pob targed â’i linell sylfaen a’r ffigur diweddaraf: ar y trywydd, oddi ar y trywydd, neu, yn onest, y naill na’r llall
scorecard-targets = Targedau
scorecard-to-read-here = Yma y darllenir beth mae targed yn ei ddweud, ble mae’n sefyll a pham
scorecard-take-over = Cymryd targedau drosodd…
scorecard-take-over-from = { $count ->
    [two] Cymryd { $count } darged drosodd o { $file }
    [few] Cymryd { $count } tharged drosodd o { $file }
    [many] Cymryd { $count } tharged drosodd o { $file }
   *[other] Cymryd { $count } targed drosodd o { $file }
}
target-target = Targed
target-of = { $measure }, { $area }
target-edit = Golygu…
target-edit-named = Golygu’r targed: { $target }
target-remove = Tynnu
target-remove-named = Tynnu’r targed: { $target }
target-show-trend = Dangos y duedd
target-data-due = Data disgwyliedig
target-baseline = Llinell sylfaen
target-baseline-none = dim
target-baseline-period = Llinell sylfaen: { $period }
target-aim-from = { $aim }, o:
target-that-is = Hynny yw
target-as-per-cent = Fel y cant ohoni
target-as-points = Fel pwyntiau canran
target-wanted = Y nod
target-due-by = Erbyn
target-milestone-by = Carreg filltir erbyn { $when }
target-now = Nawr
target-now-in = Nawr ({ $period })
target-interval-from-to = { $from } – { $to }
target-against-baseline = Ers y llinell sylfaen
target-owner = Perchennog
target-quoted = “{ $words }”
target-last-return = Data diwethaf i law
target-no-return = dim
target-next-expected = Disgwylir nesaf
target-not-known = ddim yn hysbys
target-overdue-since = Yn hwyr ers
target-figure-from = Ffigur o: { $cells }
target-from = Targed o: { $cell }
standing-on-track = Ar y trywydd
standing-off-track = Oddi ar y trywydd
standing-cannot-tell = Ni ellir dweud
standing-data-due = Data disgwyliedig
standing-overdue = Yn hwyr
aim-reach-at-least = Cyrraedd { $value } neu fwy
aim-reach-at-most-counted = Cyrraedd { $value } neu lai
aim-reach-at-most = Cyrraedd { $value } neu lai
aim-reach-more-than = Cyrraedd mwy na { $value }
aim-reach-less-than-counted = Cyrraedd llai na { $value }
aim-reach-less-than = Cyrraedd llai na { $value }
aim-reduce-per-cent = Gostwng { $size }%
aim-increase-per-cent = Cynyddu { $size }%
aim-reduce-points = Gostwng: { $size } pwynt canran
aim-increase-points = Cynyddu: { $size } pwynt canran
aim-reduce = Gostwng: { $size }
aim-increase = Cynyddu: { $size }
aim-reduce-unclear = Gostwng “{ $size }%”
aim-increase-unclear = Cynyddu “{ $size }%”
aim-fewer = Llai
aim-lower = Is
aim-more = Mwy
aim-higher = Uwch
aim-hold = Aros fel yr oedd
aim-in-words = Mewn geiriau
rule-at-least = { $value } neu fwy
rule-at-most-counted = { $value } neu lai
rule-at-most = { $value } neu lai
rule-more-than = mwy na { $value }
rule-less-than-counted = llai na { $value }
rule-less-than = llai na { $value }

## Targedau: y blwch deialog

target-set-title = Gosod targed
target-change-title = Newid y targed
target-what-is-wanted = Y nod
target-for-the-record = Ar gyfer y cofnod
target-measure = Mesur
target-no-figures = Nid oes gan unrhyw lyfr gwaith yn y prosiect hwn ffigurau ar gyfer y mesur hwn. Os oes enw arall arno yma, dewiswch hwnnw
target-area = Ardal
target-people = Pobl
target-period = Cyfnod
target-no-period = dim cyfnod
target-baseline-value = Gwerth y llinell sylfaen
target-baseline-value-hint = Fel yn y data am y cyfnod hwnnw; teipiwch un i ddefnyddio un arall
target-aim = Nod
target-size-of-change = Maint y newid
target-value = Gwerth
target-in-plans-words = Yng ngeiriau’r cynllun ei hun
target-in-plans-words-hint = Gostwng ymddygiad gwrthgymdeithasol 25%
target-is-at-least = o leiaf (≥)
target-is-at-most = ar y mwyaf (≤)
target-is-more-than = mwy na (>)
target-is-fewer-than = llai na (<)
target-is-less-than = llai na (<)
target-is-reduce = gostwng
target-is-increase = cynyddu
target-is-fewer-than-baseline = llai na’r llinell sylfaen
target-is-lower-than-baseline = is na’r llinell sylfaen
target-is-more-than-baseline = mwy na’r llinell sylfaen
target-is-higher-than-baseline = uwch na’r llinell sylfaen
target-is-hold = fel y llinell sylfaen
target-is-in-words = mewn geiriau’n unig
target-meant-as = Fe’i golygir
target-as-per-cent-of = y cant o’r llinell sylfaen
target-as-per-cent-gives = y cant o’r llinell sylfaen: { $before } → { $after }
target-as-percentage-points = pwyntiau canran
target-as-points-gives = pwyntiau canran: { $before } → { $after }
target-as-numbers = mewn niferoedd
target-as-numbers-gives = mewn niferoedd: { $before } → { $after }
target-not-settled = heb ei setlo eto
target-two-things = Gall newid mewn canran olygu dau beth. Y cant o’r llinell sylfaen. Pwyntiau canran. Dywedwch pa un o dan “Fe’i golygir”
target-two-things-give = Gall newid mewn canran olygu dau beth. Y cant o’r llinell sylfaen: { $before } → { $per_cent }. Pwyntiau canran: { $before } → { $points }. Dywedwch pa un o dan “Fe’i golygir”
target-by-when = Erbyn pryd
target-by-when-hint = Mar 2026, 2025/26 neu 31 March 2026
target-milestone-value = Carreg filltir { $number }: gwerth
target-milestone-when = Carreg filltir { $number }: erbyn pryd
target-milestone-when-hint = Mar 2025
target-milestone-remove = Tynnu carreg filltir { $number }
target-milestone-add = Ychwanegu carreg filltir
target-owner-hint = Pwy sy’n atebol amdano
target-plan = Cynllun
target-plan-hint = Cynllun Diogelwch Cymunedol 2024–27
target-next-figure-on = Disgwylir y ffigur nesaf ar
target-next-figure-hint = 12 January 2026
target-next-figure = Y ffigur nesaf
target-set-it = Gosod y targed
target-preview-baseline = Llinell sylfaen: { $value }.
target-preview-baseline-in = Llinell sylfaen: { $value } ({ $period }).
target-preview-wanted = Y nod: { $wanted }.
target-preview-now = Nawr: { $value }.
target-preview-now-in = Nawr: { $value } ({ $period }).
target-preview-standing = { $standing }: { $why }
target-needs-baseline = Mae angen llinell sylfaen ar newid: dewiswch ei chyfnod, neu teipiwch ei gwerth
target-milestone-no-number = Nid yw “{ $words }” yn rhif ar gyfer carreg filltir
target-milestone-no-date = Mae angen dyddiad ar garreg filltir: Mar 2026, 2025/26 neu 31 March 2026
target-needs-words = Teipiwch y targed yng ngeiriau’r cynllun ei hun
target-needs-number = Teipiwch y rhif i’w gyrraedd
target-no-number = Nid rhif yw “{ $words }”
target-change-of-none = Nid newid yw newid o 0
target-cannot-be-read = { $field }: ni ellir darllen “{ $words }”

## Y canllaw, geiriau sy’n eu hesbonio eu hunain, a’r daith

guide-title = Canllaw
guide-contents = Cynnwys
guide-back-named = Yn ôl at y dudalen flaenorol
guide-find = Chwilio yn y canllaw
guide-nothing = Nid oes tudalen â’r geiriau hyn
guide-pages = Tudalennau
guide-words = Geiriau
terms-title = Ystyr y geiriau
terms-what-it-means = { $term }: yr ystyr
terms-asked-of = { $row }: { $question }
terms-more = Rhagor yn y canllaw…
tour-title = Taith
tour-step = Cam { $number } o { $count }
tour-said = { $step }: { $title }. { $text }
tour-end = Gorffen y daith
tour-next = Nesaf
tour-finish = Gorffen
tour-measures = Eich mesurau
tour-measures-text = Popeth sydd yn y llyfrau gwaith, gyda’i werth diweddaraf, ei gyfeiriad a’i siâp. Dewiswch fesur arall.
tour-question = Cwestiwn mewn geiriau
tour-question-text = Mae’r hyn y mae’r siart yn ei ddangos yma fel brawddeg, ac mae pob gair lliw yn ddewislen. Newidiwch un, fel y lle.
tour-chart = Y siart
tour-chart-text = Dim ond lle na fyddai hap yn unig bron byth wedi gwneud hynny y mae’r teitl yn dweud “rose” (cododd) neu “fell” (gostyngodd); mae’r band yn dangos pa mor sicr yw’r ffigurau. Cliciwch bwynt.
tour-sure = Pa mor sicr, ac o ble
tour-sure-text = Y gwerth, faint o bobl a atebodd, beth a newidiodd, a’r gell yn y llyfr gwaith. Cliciwch air â llinell ddotiog i weld ei ystyr.
tour-differs = Pwy sy’n wahanol?
tour-differs-text = Mae’r tabiau’n dangos yr un mesur mewn ffyrdd eraill. Agorwch y tab Dadansoddiad i weld pa grwpiau sy’n amlwg yn wahanol i’r gweddill.
tour-districts = Dosbarth wrth ochr dosbarth
tour-districts-text = Agorwch y tab Dosbarthau: pob dosbarth wrth ochr ardal yr heddlu, a rhestr yn ôl safle sy’n dweud i ba raddau y gellir ymddiried yn ei threfn.
tour-targets = Targedau
tour-targets-text = Agorwch y tab Cerdyn sgorio: dim ond lle gall y ffigurau ddweud hynny y nodir bod targed ar y trywydd neu oddi arno, a nodir hefyd yr hyn na allant ei ddweud.
tour-slide = Ei wneud yn sleid
tour-slide-text = Daw siart yn sleid sy’n dilyn ei data ac yn rhybuddio pan nad yw ei neges yn wir mwyach. Ychwanegwch hwn at y stori.
tour-story = Ei adrodd, ei anfon
tour-story-text = Dyma’r stori gyda’i sleidiau. Mae Cyhoeddi’n gwneud PowerPoint y gellir golygu ei siartiau, neu PDF; mae Cyflwyno’n ei dangos ar y sgrin gyfan.
tour-own = Nawr eich un chi
tour-own-text = Dewiswch lyfr gwaith partner yma, neu gollyngwch ef ar y ffenestr. Cewch weld sut y darllenwyd ef cyn i ddim gael ei gymryd i mewn, ac mae F1 yn helpu ar bob sgrin.

## Targedau: pam y mae pob un yn sefyll lle y mae

target-why-interval = mae’r cyfwng hyder 95%, { $from } i { $to }, yn gadael y targed allan
target-why-interval-by-months = mae’r cyfwng hyder 95% yn ôl ei fisoedd, { $from } i { $to }, yn gadael y targed allan
target-why-left-out = mae’r targed y tu allan
target-why-change-is-clear = mae’r newid ers y llinell sylfaen yn glir
target-why-within-interval = mae’r targed o fewn y cyfwng hyder 95%
target-why-no-interval = nid yw’r ffynhonnell yn rhoi sail, felly nid oes cyfwng
target-why-no-clear-change = dim newid clir ers y llinell sylfaen
target-why-not-tested = ni ellir cynnal prawf yn erbyn y llinell sylfaen
target-why-two-readings = y cant o’r ffigur neu bwyntiau canran: dywedwch pa un
target-why-in-words = mewn geiriau’n unig y mae’r targed
target-why-no-baseline = nid yw’r llinell sylfaen yn hysbys
target-why-withheld = ni ddangosir y ffigur
target-why-not-comparable = ni ellir ei brofi yn erbyn y llinell sylfaen
target-why-break = ni ellir ei brofi yn erbyn y llinell sylfaen: { $why }
target-why-none-since = dim ffigur i’w farnu ers y llinell sylfaen
target-why-still-to-come = nid yw’r ffigur diweddaraf wedi dod eto
target-why-no-figure = nid oes ffigur mewn unrhyw lyfr gwaith
target-by = erbyn { $when }
target-milestone-due = carreg filltir erbyn { $when }
target-with-change = { $target } ({ $change })
target-either = { $one } neu { $other }
target-change-in-points = { $change } pwynt canran
target-change-unclear = { $change }% neu bwynt canran
target-fewer = llai
target-lower = is
target-more = mwy
target-higher = uwch
target-as-before = fel o’r blaen
target-a-change = newid
target-in-words = mewn geiriau

## Ardaloedd ochr yn ochr: yr hyn y mae’r panel yn ei ddweud am eu trefn

ranking-latest-values = Gwerthoedd diweddaraf
ranking-latest-month = Y mis diweddaraf, yn ôl safle
ranking-latest-quarter = Y chwarter diweddaraf, yn ôl safle
ranking-latest-year = Y flwyddyn ddiweddaraf, yn ôl safle
ranking-latest-period = Y cyfnod diweddaraf, yn ôl safle
ranking-counts = Ni roddir niferoedd yn ôl safle, gan fod mwy yn digwydd lle mae mwy o bobl; gellir gwneud hynny â chyfradd fesul 1,000 o bobl
ranking-too-few = Mae rhy ychydig o werthoedd i’w rhoi yn ôl safle
ranking-safest-first = 1 = mwyaf diogel
ranking-highest-first = 1 = uchaf
ranking-highest-rate-first = 1 = cyfradd uchaf
ranking-lowest-first = 1 = isaf
ranking-lowest-rate-first = 1 = cyfradd isaf
ranking-not-tested = { $first }. Ni ellir profi’r gwahaniaethau hyn: gall y drefn fod yn hap
ranking-overlaps = { $first }. Mae safleoedd yn gorgyffwrdd lle nad yw gwerthoedd yn amlwg yn wahanol
ranking-overlaps-as = { $first }. Mae safleoedd yn gorgyffwrdd lle nad yw gwerthoedd yn amlwg yn wahanol: { $example }
ranking-of-area = safle { $area } yw { $rank } o { $count }
ranking-range = { $first } i { $last }
ranking-tied = ={ $rank }
ranking-st = { $number }
ranking-nd = { $number }
ranking-rd = { $number }
ranking-th = { $number }
peers-mean-of-others = Cymedr y { $count } arall
peers-mean-of-all = Cymedr pob un ({ $areas })
peers-mean-by-respondents = … yn ôl ymatebwyr
peers-mean-by-people = … yn ôl pobl
peers-mean-simple = Cymedr syml: mae pob ardal yn cyfrif unwaith
peers-mean-both-respondents = Mae’r cymedr syml yn cyfrif pob ardal unwaith; mae “yn ôl ymatebwyr” yn cyfrif pob un yn ôl nifer ei hymatebwyr
peers-mean-both-people = Mae’r cymedr syml yn cyfrif pob ardal unwaith; cyfradd pob un ohonynt gyda’i gilydd yw “yn ôl pobl”
peers-excess-more = { $rate } yn fwy, tua { $events }
peers-excess-less = { $rate } yn llai, tua { $events }

## Y pryderon: yr hyn y mae’r panel yn ei ddweud am un

concern-percent = %
concern-not-available = Ddim ar gael
concern-from-to = { $from } i { $to }
concern-base = Sail
concern-base-not-given = heb ei rhoi
concern-change = Newid
concern-change-by = { $change } ({ $points })
concern-against-rest = Yn erbyn y gweddill
concern-against-rest-of = { $words } ({ $rest })
concern-more = mwy
concern-fewer = llai
concern-same = tua’r un fath
concern-not-tested = heb ei brofi
concern-break = toriad yn y gyfres
concern-none-before = dim ffigur cyn hyn
concern-above = uwch
concern-below = is
concern-similar = tebyg

## Troseddau yn ôl nifer, niwed a phryder: yr hyn y mae’r panel yn ei ddweud am un

harm-number = Nifer
harm-weight = Pwysau
harm-harm = Niwed
harm-concerned = Yn pryderu
harm-none = dim
harm-not-asked = ni ofynnwyd
harm-with-rank = { $value } ({ $rank })
harm-rank-of = { $place } o { $count }
harm-joint-rank-of = { $place } ar y cyd o { $count }
harm-no-rank = dim safle
harm-number-to-harm = O nifer i niwed
harm-harm-to-concern = O niwed i bryder
harm-up = { $count ->
    [two] i fyny { $count } le
   *[other] i fyny { $count } lle
}
harm-down = { $count ->
    [two] i lawr { $count } le
   *[other] i lawr { $count } lle
}
harm-same-place = yr un lle

## Targedau: y ffigur diweddaraf

target-awaiting-data = Yn aros am ddata
target-due-on = disgwylir { $when }
target-since = ers { $when }

## Y rhaglen: gwaith ar y gweill

job-opening = Wrthi’n agor { $file }
job-saving = Wrthi’n cadw { $file }
job-reading = Wrthi’n darllen { $file }
job-reading-again = Wrthi’n darllen { $file } eto
job-reading-several = Wrthi’n darllen { $workbooks }
job-looking-at = Wrthi’n edrych ar { $file }
job-comparing = Wrthi’n cymharu â { $file }
job-keeping-version = Wrthi’n cadw’r hyn sydd ar agor fel fersiwn
job-looking-for-whole = Wrthi’n chwilio am gopi cyfan
job-listing-versions = Wrthi’n rhestru fersiynau cynharach
job-reading-version = Wrthi’n darllen fersiwn cynharach
job-preparing-copy = Wrthi’n paratoi copi i’w rannu
job-exploring = Wrthi’n darllen drwy’r data
job-working-out = Wrthi’n cyfrifo
job-slides = Wrthi’n cyfrifo’r sleidiau
job-story = Wrthi’n gwneud “{ $story }”
job-laying-out = Wrthi’n gosod “{ $story }”
job-publishing = Wrthi’n cyhoeddi { $file }
job-looking-through = Wrthi’n edrych drwy { $file }
job-refreshing = Wrthi’n adnewyddu { $file }
job-writing = Wrthi’n ysgrifennu { $file }
job-opening-folder = Wrthi’n agor y ffolder
job-copying-chart = Wrthi’n copïo’r siart
job-remembering-layout = Wrthi’n cofio’r gosodiad
job-broken-title = Aeth rhywbeth o’i le yn Bellwether
job-broken = Daeth “{ $work }” i stop. Nid effeithiwyd ar eich prosiect; cadwch ef, a rhowch gynnig arall arni.
job-too-busy = Mae’r cyfrifiadur yn rhy brysur
job-not-started = Ni ellid dechrau unrhyw waith yn y cefndir: { $error }

## Y rhaglen: deialogau’r system ar gyfer ffeiliau

ask-open-project = Agor prosiect
ask-import = Mewnforio llyfrau gwaith
ask-boundaries = Llwytho ffiniau
ask-harm-weights = Llwytho pwysau niwed
ask-find-workbook = Dod o hyd i’r llyfr gwaith
ask-save-project = Cadw’r prosiect
ask-share-copy = Cadw copi i’w rannu
ask-save-chart = Cadw’r siart
ask-publish-folder = Cyhoeddi’r stori mewn ffolder
ask-publish = Cyhoeddi’r stori
ask-refresh-deck = Adnewyddu cyflwyniad
ask-logo = Dewis logo
ask-failed = Ni ellid agor y deialog ffeiliau
files-projects = Prosiectau Bellwether
files-project = Prosiect Bellwether
files-workbooks = Llyfrau gwaith
files-boundaries = Ffiniau (GeoJSON)
files-logos = Logos
files-presentations = Cyflwyniadau PowerPoint
file-png = Llun (PNG)
file-svg = Lluniad (SVG)
file-pdf = Tudalen (PDF)
file-pptx = Sleid (PowerPoint)
file-xlsx = Llyfr gwaith Excel
file-csv = Gwerthoedd (CSV)
publication-presentation = Cyflwyniad PowerPoint
publication-slides = PDF, tudalen ar gyfer pob sleid
publication-report = PDF, adroddiad A4
publication-folder = Ffolder o luniau a gwerthoedd
files-all = Pob ffeil

## Y rhaglen: yr hyn a wnaed, a’r hyn nad oes dim ohono

undo-done = Dadwnaed: { $step }
undo-nothing = Nid oes dim i’w ddadwneud
redo-done = Gwnaed eto: { $step }
redo-nothing = Nid oes dim i’w ailwneud
motion-less = Nid oes dim yn llithro nac yn pylu mwyach
motion-more = Mae pethau’n llithro ac yn pylu eto
black-and-white-on = Dangosir siartiau mewn du a gwyn, fel y’u hargreffir
black-and-white-off = Dangosir siartiau mewn lliw eto
guide-key = Mae F1 yn agor y canllaw ar unrhyw sgrin
nothing-to-break = Dewiswch fesur yn gyntaf
nothing-to-copy-chart = Nid oes siart i’w gopïo eto
nothing-to-copy-values = Nid oes gwerthoedd i’w copïo eto
nothing-to-show-values = Nid oes gwerthoedd i’w dangos eto
nothing-to-save-chart = Nid oes siart i’w gadw eto
nothing-to-add = Nid oes siart i’w ychwanegu eto
nothing-to-present = Nid oes stori i’w chyflwyno eto
nothing-to-present-hidden = Mae pob sleid o’r stori hon wedi’i chuddio
nothing-to-publish = Nid oes stori i’w chyhoeddi eto
nothing-to-refresh = Nid oes stori yn y prosiect hwn, felly ni chyhoeddwyd unrhyw gyflwyniad ohono
example-not-opened = Ni ellid agor yr enghraifft
clipboard-chart = Mae’r siart ar y clipfwrdd fel llun
clipboard-chart-failed = Ni ellid copïo’r siart
clipboard-values = Mae’r gwerthoedd ar y clipfwrdd fel celloedd
clipboard-values-failed = Ni ellid copïo’r gwerthoedd
values-not-shown = Ni ellid dangos y gwerthoedd
folder-show = Dangos yn y ffolder
folder-not-shown = Nid oes rhaglen yma sy’n dangos ffolderi. Mae yma: { $place }
written-not = Ni ellid ysgrifennu { $file }
story-added = Ychwanegwyd at “{ $story }”
story-screen = Straeon
story-screen-one = Stori — { $story }

## Y rhaglen: mewnforio

count-workbooks = { $count ->
    [two] { $count } lyfr gwaith
   *[other] { $count } llyfr gwaith
}
take-one-kind = Gollyngwch lyfrau gwaith a phrosiectau fesul un math: agorir y prosiect
import-stopped = Stopiwyd; ni fewnforiwyd dim
import-left = Ni fewnforiwyd dim
import-left-again = Mewnforio eto
import-done = Mewnforiwyd o { $from }: { $contents }
import-done-to-check = Mewnforiwyd o { $from }: { $contents }; { $count } ar ôl i’w gwirio
import-done-findings = Yr hyn a ganfuwyd
import-failed = Ni fewnforiwyd { $file }
import-failed-several = Heb eu mewnforio: { $workbooks }
weights-none = Nid yw { $file } yn rhoi pwysau niwed
boundaries-not-loaded = Ni lwythwyd { $file }
boundaries-loaded = Llwythwyd ffiniau { $count } ardal o { $file }
boundaries-loaded-notes = { $loaded }. { $notes }

## Y rhaglen: y llyfr gwaith y tu ôl i werth

rows-stopped = Stopiwyd
rows-unreadable = Ni ellid darllen { $file }
rows-not-found = Ni chafwyd hyd i { $file }
rows-no-longer-at = Nid yw yma mwyach: { $place }.
rows-not-beside = Nid yw wrth ymyl ffeil y prosiect.
rows-place-unknown = Nid yw’n hysbys ble mae.
rows-why-find = Mae prosiect yn cadw ffigurau llyfr gwaith ac nid y llyfr gwaith ei hun. Dewch o hyd i’r ffeil i weld ei rhesi; rhaid iddi fod yr un a fewnforiwyd, heb ei newid.
rows-changed = Mae { $file } wedi newid ers ei fewnforio
rows-another = Nid { $wanted } yw { $file }
rows-differs = Mae’r ffeil sydd yn { $place } yn wahanol i’r { $wanted } a fewnforiwyd ar { $day }, felly gall fod ffigurau eraill yn ei chelloedd. Dewch o hyd i’r ffeil fel yr oedd bryd hynny. Os yw hwn yn llyfr gwaith mwy newydd, mewnforiwch ef.

## Y rhaglen: straeon a gyhoeddir

publish-stopped = Ni chyhoeddwyd dim
publish-cannot = Ni ellir cyhoeddi “{ $story }”
publish-done = Cyhoeddwyd { $file }
refresh-stopped = Ni adnewyddwyd dim
refresh-cannot = Ni ellir adnewyddu { $file }
refresh-done = Adnewyddwyd { $file }
refresh-failed = Ni adnewyddwyd { $file }

## Y rhaglen: agor prosiect

when-yesterday-at = ddoe, { $time }
when-day-at = { $day }, { $time }
open-read-only = Dim ond darllen { $file } sy’n bosibl lle mae. Cadwch ef o dan enw arall i gadw newidiadau
open-elsewhere = Mae’r prosiect hwn ar agor gan { $holder } hefyd. Gofynnir i’r sawl sy’n cadw olaf cyn trosysgrifo dim
open-copy = Copi yw hwn heb ei ffeil ei hun eto: wrth gadw, gofynnir ble i’w roi
open-failed = Nid agorwyd { $file }
open-gone = Nid oes ffeil yma mwyach: { $place }. Cafodd ei symud, ei hailenwi neu ei dileu; fe’i tynnir oddi ar y prosiectau diweddar.
open-not-kept = Ni ellid cadw’r hyn sydd ar agor fel fersiwn
in-use-title = Mae { $file } yn cael ei defnyddio
in-use-about = Fe’i hagorwyd gan { $holder }, ac mae ar agor yno o hyd. Mewn copi gallwch edrych ar bopeth a’i newid heb fynd ar draws eich gilydd. Os byddwch yn ei agor beth bynnag, cewch wybod cyn i’r naill gadw dros waith y llall.
in-use-about-since = Fe’i hagorwyd gan { $holder } ({ $when }), ac mae ar agor yno o hyd. Mewn copi gallwch edrych ar bopeth a’i newid heb fynd ar draws eich gilydd. Os byddwch yn ei agor beth bynnag, cewch wybod cyn i’r naill gadw dros waith y llall.
holder-somebody = rhywun
holder-on = { $user } ar { $computer }
in-use-copy = Agor copi
in-use-anyway = Agor beth bynnag
whole-before = Mae’r fersiwn o’i blaen yn gyfan a gellir ei agor yn ei lle.
whole-before-of = Mae’r fersiwn o’i blaen ({ $when }) yn gyfan a gellir ei agor yn ei lle.
whole-earlier = Mae fersiwn cynharach ohoni yn gyfan a gellir ei agor yn ei lle.
whole-earlier-of = Mae fersiwn cynharach ohoni ({ $when }) yn gyfan a gellir ei agor yn ei lle.
whole-open = Agor y fersiwn cynharach
whole-opened = Dyma’r fersiwn cynharach. Cadwch ef i’w roi yn lle’r ffeil
file-damaged = Mae { $file } wedi’i difrodi
file-damaged-all-read = Gellid darllen pob llyfr gwaith. Mae’r hyn y gellid ei ddarllen ar agor fel copi, nad yw mewn unrhyw ffeil eto: cadwch ef o dan enw arall. Mae { $file } yn aros fel y mae.
file-damaged-some-read = Llyfrau gwaith y gellid eu darllen: { $read } o { $all }. Mae’r hyn y gellid ei ddarllen ar agor fel copi, nad yw mewn unrhyw ffeil eto: cadwch ef o dan enw arall. Mae { $file } yn aros fel y mae.
file-damaged-more = A { $count } arall …
file-changed = Nid yw { $file } fel y’i cadwyd
file-changed-workbooks = Wedi newid y tu allan i Bellwether, neu wedi’i ddifrodi: { $parts }. Os na olygodd neb y ffeil â llaw, gall rhifau ynddi fod yn anghywir: mewnforiwch y llyfrau gwaith a enwir yma eto, neu agorwch fersiwn cynharach
file-changed-others = Wedi newid y tu allan i Bellwether, neu wedi’i ddifrodi: { $parts }. Os na olygodd neb y ffeil â llaw, agorwch fersiwn cynharach
file-newer-parts = Gwnaed rhannau o’r prosiect hwn gan Bellwether mwy newydd. Nid ydynt i’w gweld yma, ac maent yn aros yn y ffeil: { $parts }
parts-and-more = { $parts } a { $count } arall

## Y rhaglen: cadw prosiect, a’i fersiynau cynharach

saved = Cadwyd { $file }
saved-not = Ni chadwyd { $file }
saved-not-open-here = Mae eich gwaith ar agor yma o hyd.
saved-elsewhere = Cadw yn rhywle arall…
saved-try-again = Rhoi cynnig arall arni
saved-version-not-kept = Ni ellid cadw’r fersiwn blaenorol ymhlith y fersiynau cynharach: { $why }
saved-left-unlocked = Nid yw fersiwn hŷn wedi’i gloi ac ni ellid ei dynnu. Dilëwch ef eich hun: { $place }
changed-noticed = Cadwyd { $file } gan rywun arall ers i chi ei hagor
changed-show = Beth sy’n wahanol
changed-meanwhile = yn y cyfamser
versions-rule = Cedwir y { $latest } diwethaf, o’u blaen un y dydd am { $days } diwrnod, { $megabytes } MB ar y mwyaf i gyd
versions-save-first = Cadwch y prosiect yn gyntaf: o hynny ymlaen mae pob cadw yn cadw’r fersiwn blaenorol
versions-not-listed = Ni ellid rhestru’r fersiynau cynharach
versions-save-or-restore = Cadwch y prosiect yn gyntaf, neu adferwch y fersiwn
versions-restored = Dyma’r fersiwn hwn eto: { $when }. Cadwch i’w gadw, dadwnewch i fynd yn ôl
count-stories = { $count } stori
versions-contents = { $workbooks }, { $values }, { $stories } â { $slides }
size-kilobytes = { $count } KB
size-megabytes = { $count } MB

## Y rhaglen: cloeon, a chopïau i’w rhannu

locked-from-now = Wedi’i gloi â’r cyfrinymadrodd o’r cadw hwn ymlaen; tynnir fersiynau hŷn wrth ymyl y ffeil nad ydynt wedi’u cloi
unlock-remove-title = Tynnu’r clo?
unlock-remove-about = Yna gall pwy bynnag sydd â’r ffeil ei hagor heb gyfrinymadrodd. Fe’i cedwir ar unwaith.
unlock-remove = Tynnu a chadw
share-not-saved = Ni chadwyd y copi
share-own-place = Byddai’n cymryd lle’r prosiect ei hun, gyda phopeth y mae’n ei hepgor. Dewiswch enw arall.

## Y rhaglen: ar ôl methiant

recovery-renderer = Ni ellid agor y ffenestr y tro diwethaf â { $failed }; fe’i lluniadir nawr â { $drawn }
recovery-cannot-keep = Ni ellir cadw gwaith heb ei gadw rhag methiant neu doriad trydan: { $error }. Cadwch y prosiect eich hun
recovery-damaged = { $count ->
    [one] Mae ffeil adfer wedi’i difrodi ac ni ellir ei darllen
    [two] Mae { $count } ffeil adfer wedi’u difrodi ac ni ellir eu darllen
   *[other] Mae { $count } ffeil adfer wedi’u difrodi ac ni ellir eu darllen
}
recovery-locked = Cadwyd gwaith heb ei gadw ar “{ $project }”, ac mae wedi’i gloi. Agorwch y prosiect â’i gyfrinymadrodd i’w adfer
recovery-discard-title = Gwaredu’r gwaith heb ei gadw ar “{ $project }”?
recovery-discard-about = Caiff ei ddileu am byth. Mae’r hyn a gadwyd o’r blaen yn aros fel y mae.
recovery-discard-not = Ei gadw
recovery-discard-now = Gwaredu
recovery-done = Adferwyd “{ $project }”. Cadwch ef i’w gadw’n barhaol
crash-ended = Daeth Bellwether i ben y tro diwethaf heb gael ei gau
crash-show = Dangos yr adroddiad

## Y rhaglen: yr hyn sy’n lluniadu’r ffenestr, o dan Ynghylch

about-renderer = Rendrwr: { $renderer }
about-renderer-none = Rendrwr: dim (wedi’i luniadu heb ffenestr)
about-backend = Ôl-system: { $name }
about-adapter = Addasydd: { $name }
about-driver = Gyrrwr: { $name }
about-scale = Graddfa: { $percent }%
about-system = System: { $system } ({ $architecture })
about-read-here = Darllenir llyfrau gwaith yn y broses hon, gan na ellid dechrau un arall ar eu cyfer: { $reason }

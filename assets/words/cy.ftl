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
command-import-does = Darllen llyfrau gwaith i’r prosiect: Excel, OpenDocument neu CSV, fel y maent
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

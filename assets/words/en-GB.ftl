# The words of the window in English as it is written in Britain: the one place where they stand.
#
# - Sentence case, councillors' English, no full stop after one sentence, … where more is asked before anything happens.
# - A message is a whole sentence or a whole label. What goes into one is a number, a name, or words that another message
#   gives; never a piece of a sentence, since other languages change the beginnings and the order of words.
# - Numbers come with their commas. Counts choose their words by [one] and *[other].
# - The name of a message is the name of its function in `words::say`. `cy.ftl` is the same in Welsh.

## Languages, days and months

date = { $day } { $month } { $year }
date-in-year = { $day } { $month }
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
when-today = today, { $time }
when-yesterday = yesterday
when-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

## What stands on many screens

cancel = Cancel
close = Close
copied = Copied
kind-of-file = Excel, OpenDocument or CSV, as it comes
kinds-of-files = Excel, OpenDocument or CSV, as they come
list-find = Type to find
list-find-in = Find in { $list }
list-nothing = Nothing matches
chip-only-one = There is no other { $list } to choose
field-empty = Empty the field
toast-dismiss = Dismiss
tabs-more = More
tabs-more-one = More: { $tab }
tabs-more-others = More: { $count } other tabs
direction-up = up
direction-down = down
bar-own-area = { $words }, your area
colour-choose = Choose by hue, strength and brightness
colour-name = { $colour }: { $code }, choose another
colour-hue = Hue
colour-strength = Strength
colour-brightness = Brightness

## The menu and the bar at the top

menu = Menu
menu-opener = Bellwether menu
menu-undo = Undo: { $step }
menu-redo = Redo: { $step }
recent-projects = Recent projects
recent-project = Recent project
recent-forget = Take off this list
bar-saved = { $project } — saved
bar-not-saved = { $project } — not saved
bar-copy = { $project }, a copy to share
bar-locked = { $project }, locked

## The commands, each with what it does

command-new-project = New project
command-new-project-does = Begin an empty project
command-open-project = Open project…
command-open-project-does = Open a project from the disk
command-save = Save
command-save-does = Write the project to its file
command-save-as = Save as…
command-save-as-does = Write the project to another file
command-share-copy = Save a copy to share…
command-share-copy-does = What your charts may show, without anybody’s answers; you see first what is in it
command-lock-project = Lock with a passphrase…
command-lock-project-does = Nobody opens the project without the passphrase, which you choose
command-remove-lock = Remove the lock…
command-remove-lock-does = The project opens without a passphrase again
command-show-shared-note = What this copy holds
command-show-shared-note-does = What this copy to share holds, and what was left out of it
command-show-versions = Restore an earlier version…
command-show-versions-does = Each save keeps the version before: look at one, or go back to it
command-import = Import workbook…
command-import-does = Read workbooks into the project: Excel, OpenDocument or CSV, as they come
command-load-boundaries = Load boundaries…
command-load-boundaries-does = Boundaries of areas from GeoJSON, to draw maps with
command-open-example = Open the example
command-open-example-does = Nottinghamshire: published figures and an illustrative survey
command-save-picture = Save chart as…
command-save-picture-does = Write the chart as a picture, drawing, PDF, slide, Excel workbook or CSV, with its title and sources
command-copy-picture = Copy picture
command-copy-picture-does = Put the chart on the clipboard as a picture
command-copy-data = Copy data
command-copy-data-does = Put the values of the chart on the clipboard as cells
command-undo = Undo
command-undo-does = Take the last step back
command-redo = Redo
command-redo-does = Make the last undone step again
command-find-anything = Find anything
command-find-anything-does = Measures, commands and recent projects
command-show-findings = Import findings
command-show-findings-does = What the import left out or wants you to look at, with the cells
command-show-dictionary = Measures, places and groups…
command-show-dictionary-does = Rename them, merge two names for the same, correct a unit or what is better
command-make-group = A group of your own…
command-make-group-does = Women aged 16 to 24 in one place, say: by age, sex, place and answers
command-show-stories = Stories
command-show-stories-does = Presentations: slides with charts, messages and notes
command-add-to-story = Add chart to story
command-add-to-story-does = Add the chart on show as a slide to the story
command-present = Present
command-present-does = The story on the whole screen: arrows or a clicker go on, Esc ends
command-present-from-slide = Present from this slide
command-present-from-slide-does = The story on the whole screen, from the slide on show
command-publish = Publish…
command-publish-does = The story as PowerPoint, PDF, or a folder of pictures and values
command-refresh-deck = Refresh a PowerPoint…
command-refresh-deck-does = Put today’s figures into a presentation published from this project, and keep what was done to it since
command-add-event = Add an event…
command-add-event-does = Mark on the time axis what happened, and when
command-declare-break = Declare a break in series…
command-declare-break-does = From a period on, values are not comparable with those before: nothing is compared across it
command-load-harm-weights = Load harm weights…
command-load-harm-weights-does = From a workbook with a column of offences and one of weights; offences can then be ranked by harm
command-toggle-full-screen = Full screen
command-toggle-full-screen-does = Use the whole screen
command-zoom-in = Zoom in
command-zoom-in-does = Make everything larger
command-zoom-out = Zoom out
command-zoom-out-does = Make everything smaller
command-zoom-reset = Ordinary size
command-zoom-reset-does = Show everything in its ordinary size
command-toggle-theme = Light or dark
command-toggle-theme-does = Change between the light and the dark look
command-toggle-motion = Reduce motion, or not
command-toggle-motion-does = Nothing slides or fades; again for movement
command-toggle-contrast = High contrast, or not
command-toggle-contrast-does = White on black with strong lines; again for the usual look
command-show-values = Values as a table…
command-show-values-does = The values of the chart as a table, to be read row by row
command-show-shortcuts = Keyboard shortcuts…
command-show-shortcuts-does = All keys and what they do; everything works from the keyboard
command-show-guide = Guide…
command-show-guide-does = What is on the screen, and what the words mean; without any network
command-take-tour = Take the tour (10 minutes)
command-take-tour-does = Ten steps through the example; each says what to do
command-set-brand = Brand…
command-set-brand-does = Name, colours, logo and font for charts, slides and reports
command-preview-black-and-white = Preview in black and white
command-preview-black-and-white-does = Show charts as an agenda pack prints them; again for colour
command-show-welcome = Start screen
command-show-welcome-does = Recent projects and the example
command-about = About Bellwether
command-about-does = Version, licences and the renderer in use
command-quit = Close Bellwether
command-quit-does = Close the program; unsaved work is asked about
command-change-language = Cymraeg (Welsh)
command-change-language-does = The window in Welsh; charts, the guide and files stay English

## The palette

palette-hint = Find a measure, a recent project, or something to do
palette-measures = Measures
palette-commands = Commands

## The start screen

welcome-headline = Charts of safety, confidence and crime
welcome-headline-second = that you can stand behind
welcome-promise = Drop a partner’s workbook anywhere on this window. Nothing leaves this computer.
welcome-drop = Drop workbooks here
welcome-choose = Choose a workbook…
welcome-look-around = Look around first
welcome-example = The Nottinghamshire example: published figures and an illustrative survey of 17,600 residents
welcome-or-open = Or open a project…

## What lies over the screen

unsaved-title = Save the changes to { $project }?
unsaved-text = What you imported or changed since it was saved last would be lost.
unsaved-do-not = Don’t save
find-the-file = Find the file…
about-licence = Bellwether opens no network connection. Licensed under MIT or Apache-2.0; the typeface is Inter, under the SIL Open Font License 1.1.
about-copy = Copy details
drop-boundaries = Drop to load the boundaries
drop-boundaries-note = Districts are then drawn on a map with them
drop-project = Drop to open the project
drop-project-note = The one that is open is asked about first
drop-one = Drop to import
drop-several = Drop to import all of them

## Keys and what they do

shortcuts-title = Keyboard shortcuts
shortcuts-find = Find a shortcut
shortcuts-none = No shortcut has these words
keys-either = { $one } or { $other }
keys-everywhere = Everywhere
keys-in-cross-tab = In a cross-tab
keys-in-list = In a list or table
keys-on-chart = On a chart
keys-on-slide = On a slide of a story
keys-on-event = On an event of a chart
keys-on-sheet = On the sheet of a workbook
keys-presenting = While presenting
key-black-screen = A black screen, or the slide again
key-month = A month earlier or later
key-page = A page up or down
key-white-screen = A white screen, or the slide again
key-all-slides = All slides in small
key-ask = Ask something of the chart on the slide
key-back-or-on = Back or on
key-back = Back
key-back-or-digit = Back, or take a digit away
key-choose-none = Choose none
key-choose-periods = Choose the periods to be shown
key-close = Close what is open, or go back to the chart
key-copy = Copy it
key-delete = Delete it
key-end-show = End the show
key-cell-to-cell = From cell to cell; each is read out
key-line-to-line = From line to line, or row to row
key-value-to-value = From value to value; each is read out
key-hide = Hide it, or show it again
key-import = Import what was read
key-move = Move it up or down
key-next-slide = Next slide, or the next line of it
key-on-or-number = On, or to the slide whose number was typed
key-press = Press it
key-select-cells = Select all cells on the way there
key-select-nothing = Select nothing
key-whole-row = Select the whole row, or the whole column
key-show-periods = Show the periods that were chosen
key-swap = Swap the two windows
key-take-off = Take it off the chart
key-slide-number = The number of a slide, then Enter: to that slide
key-presenter = The presenter’s window, or no longer
key-next-screen = The slides to the next screen
key-full-screen = The whole screen, or no longer
key-row-ends = To the first or last cell of the row
key-sheet-ends = To the first or last cell of the sheet
key-first-of-row = To the first or last of a row
key-first-row = To the first or last row
key-first-slide = To the first or last slide
key-next-pane = To the next pane
key-next = To the next thing that can be used
key-before = To the one before
key-pane-before = To the pane before: the bar, the list, the chart, the details
key-row = To the row above or below
key-menu = What can be done with it: with a row, a slide, a chart

## Counts of things

count-values = { $count ->
    [one] 1 value
   *[other] { $count } values
}
count-measures = { $count ->
    [one] 1 measure
   *[other] { $count } measures
}
count-periods = { $count ->
    [one] 1 period
   *[other] { $count } periods
}
count-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
count-targets = { $count ->
    [one] 1 target
   *[other] { $count } targets
}
count-priorities = { $count ->
    [one] 1 priority
   *[other] { $count } priorities
}
count-filled-cells = { $count ->
    [one] 1 filled cell
   *[other] { $count } filled cells
}
count-incidents = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
count-types = { $count ->
    [one] 1 type
   *[other] { $count } types
}
count-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
count-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
count-columns = { $count ->
    [one] 1 column
   *[other] { $count } columns
}
count-criteria = { $count ->
    [one] 1 criterion
   *[other] { $count } criteria
}
count-respondents = { $count ->
    [one] 1 respondent
   *[other] { $count } respondents
}
count-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
count-countries = { $count ->
    [one] 1 country
   *[other] { $count } countries
}
count-regions = { $count ->
    [one] 1 region
   *[other] { $count } regions
}
count-police-forces = { $count ->
    [one] 1 police force area
   *[other] { $count } police force areas
}
count-counties = { $count ->
    [one] 1 county
   *[other] { $count } counties
}
count-partnerships = { $count ->
    [one] 1 community safety partnership
   *[other] { $count } community safety partnerships
}
count-districts = { $count ->
    [one] 1 district
   *[other] { $count } districts
}
count-wards = { $count ->
    [one] 1 ward
   *[other] { $count } wards
}
count-small-areas = { $count ->
    [one] 1 small area
   *[other] { $count } small areas
}
count-areas = { $count ->
    [one] 1 area
   *[other] { $count } areas
}
times = { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}
and-more = and { $count } more

## Statuses of values, kinds of areas

status-provisional = provisional
status-revised = revised
status-suppressed = suppressed
status-not-available = not available
status-awaiting-data = awaiting data
status-not-applicable = not applicable
status-low-reliability = low reliability
status-low-base = low base
status-estimated = estimated
status-break = break in series
status-near-zero = near zero
status-cell-error = cell error
area-country = country
area-region = region
area-police-force = police force area
area-county = county
area-partnership = community safety partnership
area-district = district
area-ward = ward
area-small = small area
area-unassigned = not assigned to a place
area-total = total
area-other = area

## What cells, rows and columns are

role-title = Title
role-value = Value
role-values = Values
role-measure = Measure
role-period = Period
role-period-across = Period (across)
role-period-down = Period (down)
role-place = Place
role-place-code = Code of the place
role-group = Group of people
role-kind-of-group = Kind of group
role-answer = Answer
role-unit = Unit
role-base = Number of respondents
role-status = Status of the values
role-marked = Marked: suppressed, awaited…
role-note = Note
role-note-or-source = Note or source
role-change = Change, worked out again
role-left-out = Left out
role-eye = Needs your eye
group-sex = Sex
group-age = Age
group-ethnicity = Ethnicity
group-disability = Disability
group-orientation = Sexual orientation
group-deprivation = Deprivation
group-other = Other group of people
roles-figures = Figures
roles-labels = Labels
roles-groups = Groups of people
roles-aside = Aside
choices-in-workbook = In this workbook
choices-financial-years = Financial years
choices-calendar-years = Calendar years
choices-years-to = 12 months to
choices-quarters = Quarters
choices-months = Months
choices-known-places = Known places
unit-counts = Counts
unit-percentages = Percentages
unit-per-1000 = Rates per 1,000
unit-per-100000 = Rates per 100,000
unit-pounds = Pounds
unit-mean-scores = Mean scores
unit-points = Percentage points
unit-changes = Percentage changes

## The import screen: its bar, sheets and cells

import-one = Import workbook — { $file }
import-several = Import { $count } workbooks
import-short = Import
import-contents = Import { $contents }
import-nothing = Nothing to import
import-hint = Click a cell to see what it was read as; select rows or columns to say what they are
pane-sheet = Sheet
pane-sheets = Sheets
pane-to-check = To check
key-title = How it is read
sheet-no-cells = no cells
sheet-damaged = damaged
sheet-to-check = { $count } to check
sheet-left-out = left out
sheet-empty = empty
sheet-notes = kept as notes
sheet-nothing = nothing to read
sheet-chart = This sheet holds a chart and no cells
sheet-damaged-help = This sheet could not be read ({ $reason }). The other sheets can be imported without it; or open the workbook in Excel, save it anew, and import that
sheet-cell = { $sheet }, { $cell }
sheet-cells = { $sheet }, the cells; go to them with the arrow keys
cell-empty = empty
cell-known-by = { $role }, known by { $reason }
cell-spoken = { $cell }: { $text }; { $explained }
cell-spoken-empty = { $cell }: empty

## The import screen: the sentence over the sheet, what is said of cells

sentence-no-table = No table of figures was found on this sheet. Click the row with the headings, then “Heading row”.
sentence-read = Read it as figures
sentence-leave-out = Leave this table out
sentence-rows = Each row is a
sentence-no-labels = Rows have no labels
sentence-and = and a
sentence-both = { $one } and a { $other }
sentence-columns = and each column is a
sentence-one-column = with one column of values
sentence-years = in
sentence-area = for the area
sentence-period = for the period
sentence-values = with values as
sentence-shares = written as shares of 1
sentence-not-said = not said
chip-columns = Columns
chip-years = Years
chip-area = Area
years-calendar = calendar years
years-from-april = financial years from that April
years-to-march = financial years to that March
unit-in-row = the unit in their row
unit-unknown = numbers of no known unit
unit-several = several units
column-name = Column { $column }
column-is = Column { $column } is
column-is-what = Column { $column } is …
column-said = Column { $column } is “{ $role }”
cells-menu = Cells
copy = Copy
take-in-row = Take in row { $row }
take-in-rows = Take in { $count } rows
leave-out-row = Leave out row { $row }
leave-out-rows = Leave out { $count } rows
leave-out-column = Leave out column { $column }
leave-out-columns = Leave out { $count } columns
heading-row = Heading row
heading-rows = Heading rows
said-read-table = Read the table as figures
said-leave-table-out = Leave a table out
said-columns = Each column is a { $role }
said-years = Years are { $years }
said-area = The area is { $area }
said-period = The period is { $period }
said-values = Values are { $unit }
said-last-time = As last time for “{ $partner }”

## The import screen: what will be imported

preview-title = Preview of what will be imported
preview-nothing = nothing from this sheet
preview-behind = { $contents }, being read again
preview-group = Group
preview-base = Base
preview-cell = Cell

## The import screen: what is to be checked, what was

questions-title = { $count ->
    [0] Nothing to check
    [one] 1 thing to check
   *[other] { $count } things to check
}
questions-more = { $count } more, shown as these are answered
questions-cautions = Worth a look
questions-sheet = The sheet
questions-said = You said
questions-take-back = Take the last one back
questions-checked = Checked for you
questions-disagree = { $count ->
    [one] 1 of the sender’s own figures disagrees with the cells it rests on:
   *[other] { $count } of the sender’s own figures disagree with the cells they rest on:
}
questions-should-be = { $printed }, should be { $worked_out }
questions-notes-more = and { $count } notes more, kept with the findings
places-and-more = { $place } and { $count } more
checked-no-values = Nothing was read as a value
checked-values = { $values } in { $measures }
checked-period = One period, { $period }
checked-periods = { $periods }, from { $first } to { $last }
checked-periods-month = { $periods } of a month, from { $first } to { $last }
checked-periods-months = { $periods } of { $months } months, from { $first } to { $last }
checked-places-known = { $places }, all known by their code
checked-places-some-known = { $places }, { $known } of them known by their code
checked-total = “{ $name }” kept as a total, not added up
checked-bases = { $values } with the number of respondents behind it
checked-worked-out = Changes and shares that the sender worked out are left out; they are worked out again from the values
checked-shorthand = “{ $text }” kept as { $status }, never as zero
checked-cells = Every one of { $cells } is accounted for

## The import screen: the layout that is remembered

remember-as = Remember this layout as
remember-partner = Partner’s return
remember-not = not remembered
remember-name = Partner
drift-title = Against the layout
drift-known-again = { $count ->
    [0] As “{ $name }” looked last time
    [one] Known again as “{ $name }”, with one difference:
   *[other] Known again as “{ $name }”, with { $count } differences:
}
drift-one = { $part ->
    [sheet] the sheet “{ $name }”
    [table] the table “{ $name }”
    [column] the column “{ $name }”
   *[row] the row “{ $name }”
}
drift-one-bare = { $part ->
    [sheet] a sheet without a name
    [table] a table without a name
    [column] a column without a name
   *[row] a row without a name
}
drift-several = { $part ->
    [sheet] the sheets “{ $name }” and { $more } more
    [table] the tables “{ $name }” and { $more } more
    [column] the columns “{ $name }” and { $more } more
   *[row] the rows “{ $name }” and { $more } more
}
drift-several-bare = { $part ->
    [sheet] { $count } sheets without names
    [table] { $count } tables without names
    [column] { $count } columns without names
   *[row] { $count } rows without names
}
drift-renamed = { $what } is now called “{ $name }”
drift-moved = { $count ->
    [one] { $what } has moved
   *[other] { $what } have moved
}
drift-moved-from = { $count ->
    [one] { $what } has moved here from the sheet “{ $from }”
   *[other] { $what } have moved here from the sheet “{ $from }”
}
drift-new = { $count ->
    [one] { $what } is new
   *[other] { $what } are new
}
drift-gone = { $count ->
    [one] { $what } is gone
   *[other] { $what } are gone
}
drift-not-carried = what you said of { $what } does not fit this workbook: it is read as the program concludes
drift-periods = { $count ->
    [one] one new period
   *[other] { $count } new periods
}

## The import screen: since the last return

compared-title = Since the last return
compared-new = New values
compared-unchanged = Unchanged
compared-revised = Revised
compared-vanished = Vanished
compared-kept = Of other periods, kept
compared-kept-note = Values of periods that this return does not cover stay as they are
compared-first = No earlier return of this kind is in the project
compared-with = Compared with { $file }
compared-earlier = An earlier return than { $file }, which counts where both give a value
compared-same = This file is in the project already
compared-close = Close the list
compared-show = Show each of them
compared-decimals = other decimals
compared-no-base = none
compared-base = base { $before } → { $after }
compared-same-value = same value
compared-no-mark = no mark
renamed-alike = “{ $name }” looks like “{ $before }” renamed: the names are alike
renamed-same = “{ $name }” looks like “{ $before }” renamed: { $alike } of { $common } values are the same

## The rows behind a value

rows-imported-on = { $file }, as imported on { $day }
rows-cell-of = Cell { $place } of { $count }
rows-previous = Previous cell
rows-next = Next cell
rows-read-otherwise = What was said of this workbook when it was imported is no longer known, so the colours may differ; the marked cells are those that were read
rows-no-cells = This sheet holds no cells
back-to-chart = Back to the chart

## What can be answered to a finding

answer-not-available = Not available
answer-awaiting-data = Awaiting data
answer-suppressed = Suppressed
answer-not-applicable = Not applicable
answer-zero = Zero
answer-remark = A remark, not a figure
answer-first = The one that stands first
answer-last = The one that stands last
answer-neither = Leave both out
answer-share = 0.5 is 50%
answer-as-written = 0.5 is half of one per cent
answer-yes-share = Yes, 0.5 is 50%
answer-no-as-written = No, 0.5 is half of one per cent
answer-calendar-years = Calendar years
answer-years-from = 2021 is 2021/22
answer-years-to = 2021 is 2020/21
answer-read-as-table = Read it as a table of figures
answer-leave-out = Leave it out
answer-read-after-all = Read it after all
answer-leave-rows-out = Leave these rows out
answer-without-sheet = Go on without this sheet
answer-without-heading = Go on without this heading
answer-right = That is right
answer-go-on = Go on

## What an import found
##
## In English these are also what a finding is known again by once somebody has answered it: other words for one make
## the program ask again.

finding-shorthand = “{ $text }” read as { $status }, { $times }
finding-dash = a dash, which no key explains, read as not available, { $times }
finding-zero-by-key = “{ $text }” read as 0, as the key says, { $times }
finding-printed-change = “{ $heading }” left out: changes are worked out again from the figures
finding-printed-share = “{ $heading }” left out: shares are worked out again from the figures
finding-about-values = “{ $heading }” left out: it describes the figures beside it
finding-adds-to-all = “{ $label }” left out: it is 100% by definition
finding-column-unused = “{ $heading }” not used: { $reason }
finding-period-from = the period, { $period }, was taken from { $place }
finding-no-period = no period found: which time do these figures cover?
finding-period-caution = “{ $text }” { $words }
finding-not-a-period = “{ $text }” is no period: left out, { $times }
finding-shares-as-percent = “{ $heading }” holds figures between 0 and 1, read as percentages: 0.5 as 50%
finding-percent-scale = “{ $heading }” holds percentages that are all below 1: is 0.5 a half or half of one per cent? Left out until somebody says
finding-unit-unknown = { $count ->
    [one] nothing says what unit “{ $measure }” has
   *[other] nothing says what unit { $count } measures have, “{ $measure }” the first of them
}
finding-conflict = different figures for the same thing ({ $what }), first in { $first }: which one holds? Left out, { $count } cells in all
finding-repeated = “{ $heading }” repeats the same figures: { $count } left out
finding-respondents = left out: looks like one row a person ({ $reason })
finding-incidents = left out: looks like one row an incident ({ $reason })
finding-break-noted = { $count ->
    [one] “{ $words }”: from { $from } on, one measure not compared with before; if they are comparable, set it aside beside the chart
   *[other] “{ $words }”: from { $from } on, { $count } measures not compared with before; if they are comparable, set it aside beside the chart
}
finding-break-unclear = “{ $words }”: may be a break in series, and does not say clearly of what or from when on; if it is one, declare it beside the chart
finding-lookup = left out: a list of names and codes, without figures
finding-targets = left out: looks like a table of targets
finding-matrix = left out: looks like a matrix of judgements on scales
finding-margins-of-error = left out: a table for working out margins of error
finding-in-notes = left out: figures among notes
finding-stated-twice = { $what } differs from { $other }, which claims to be the same, { $times }
finding-heading-unclear = nobody can tell which columns “{ $heading }” is meant to head: not used
finding-no-headings = left out: these figures have no headings
finding-loose-numbers = numbers outside any table left out, { $times }
finding-not-understood = “{ $text }” is not a figure: left out, { $times }
finding-not-worked-out = formulas whose results the file does not hold stand where figures should, { $times }: open the workbook in Excel, save it, and import it again
finding-excel-errors = errors of Excel ({ $error }) stand where figures should, { $times }
finding-area-ambiguous = “{ $name }” could be several places, read as the { $read_as }
finding-conflict-settled = different figures for the same thing, settled as you said, { $times }
finding-table-left-out = this table is left out, as you said
finding-rows-left-out = these rows are left out, as you said
finding-sheet-left-out = this sheet is left out, as you said
finding-rows-unclear = nothing is known of the labels of the rows: read as names of measures
finding-hidden-sheet = this sheet is hidden in the workbook
finding-no-cells = this sheet holds no cells
finding-sheet-damaged = this sheet could not be read ({ $reason })
finding-incidents-counted = { $incidents } counted by { $by }: { $types }, { $places }, { $months }; nothing else of the rows is kept
finding-incidents-undated = { $rows } without a date: not counted
finding-incidents-unplaced = { $rows } without a place: not counted
finding-incidents-uncounted = { $undated } without a date and { $unplaced } without a place: not counted
finding-incidents-repeated = { $rows } with a reference that stands in a row before: counted once
finding-places-read = a list of names and codes, by which places are known: { $places }
finding-targets-read = { $targets } read
finding-targets-some = { $targets } read, and { $measures } without one
finding-target-unclear = “{ $text }” could mean per cent of the baseline or percentage points: kept as words, { $times }
finding-matrix-read = { $priorities } judged by { $criteria }
finding-rows-unused = { $rows } not used: nothing says what the figures or judgements are of
finding-scale-unknown = the judgements under “{ $criterion }” stand on no scale that is known: kept as words
finding-survey = read as a survey: { $respondents }, weighted by “{ $weight }”, { $questions }
finding-survey-bare = read as a survey: { $respondents }, without weights, { $questions }
finding-survey-by = { $read }, by { $dimensions }
finding-unweighted = no column of weights was found: every respondent counts the same
finding-weights-unusable = { $respondents } left out, whose weight in “{ $heading }” cannot be used ({ $reasons })
weights-blank = { $count } blank
weights-zero = { $count } zero
weights-negative = { $count } below zero
weights-text = { $count } no number
finding-weights-extreme = the largest weight in “{ $heading }” is { $times } times the middle one: is it right?
finding-weight-unclear = left out: one row a respondent, but { $reason }: which weight holds?
finding-personal = “{ $heading }” left out: { $what }, which is not kept
finding-not-read = “{ $heading }” left out: { $reason }
finding-entry-unknown = “{ $entry }” in “{ $heading }” { $reason }: left out, { $respondents }
finding-outside-base = outside the base of every percentage: { $answers }
finding-blank-only-ticked = a blank in “{ $heading }” and the boxes with it ({ $options } in all) is read as not ticked, and whoever ticked one of them as asked
finding-blank-everybody = a blank in “{ $heading }” and the boxes with it ({ $options } in all) is read as not ticked, and everybody as asked
finding-one-is-yes = “{ $heading }”: 1 is read as yes, 0 as no
finding-ages-banded = “{ $heading }”: ages are put into bands of ten years
finding-part-of-quarter = the interviews cover only a part of { $quarter }: no twelve months are worked out with it
finding-codebook = read as the codebook: it explains { $columns }

## Why something was read or left out as it was

reason-its-heading-and-its-years = its heading and its years
reason-its-heading = its heading
reason-its-years = its years
reason-it-counts-the-rows = it counts the rows
reason-its-codes-of-the-ons = its codes of the ONS
reason-its-words = its words
reason-its-heading-or-its-words = its heading or its words
reason-its-dates = its dates
reason-its-periods = its periods
reason-names-under-a-heading-of-codes = names under a heading of codes
reason-its-words-are-units = its words are units
reason-text-beside-the-figures = text beside the figures
reason-its-names-of-places = its names of places
reason-its-answers = its answers
reason-its-groups-of-people = its groups of people
reason-the-title-speaks-of-places = the title speaks of places
reason-its-long-texts = its long texts
reason-few-words-beside-many-places = few words beside many places
reason-it-divides-the-measures = it divides the measures
reason-nothing-else-fits = nothing else fits
reason-its-numbers = its numbers
reason-you-said-so = you said so
reason-it-is-each-row-share-of-the = it is each row’s share of the column before
reason-a-running-number-or-code = a running number or code
reason-codes-that-are-not-those-of-the = codes that are not those of the ONS
reason-a-running-number = a running number
reason-it-says-what-kind-of-place-the = it says what kind of place the row is
reason-it-groups-the-places = it groups the places
reason-it-describes-the-place-in-the-row = it describes the place in the row
reason-are-read-as-calendar-years-they-could = are read as calendar years: they could also be financial years
reason-the-sheet-title = the sheet’s title
reason-the-sheet-name = the sheet’s name
reason-the-workbook-title = the workbook’s title
reason-another-column-says-when-people-were-asked = another column says when people were asked
reason-does-not-say-when-people-were-asked = does not say when people were asked
reason-another-column-says-where-people-live = another column says where people live
reason-can-be-nobody-age = can be nobody’s age
reason-is-not-in-the-codebook = is not in the codebook
reason-it-has-too-many-different-entries = it has too many different entries
reason-another-column-says-the-same-of-the = another column says the same of the sample
reason-another-column-has-the-same-heading = another column has the same heading
reason-another-column-gives-ages-in-bands = another column gives ages in bands
reason-it-has-no-heading = it has no heading
reason-nothing-says-what-it-holds = nothing says what it holds
reason-nobody-gives-an-answer = nobody gives an answer
reason-its-numbers-are-codes-that-no-codebook = its numbers are codes that no codebook explains
reason-cannot-be-the-day-of-an-interview = cannot be the day of an interview
reason-the-number-of-a-respondent-or-interview = the number of a respondent or interview
reason-names-of-people = names of people
reason-ways-to-reach-people = ways to reach people
reason-where-people-live-too-closely = where people live, too closely
reason-dates-of-birth-or-death = dates of birth or death
reason-a-number-that-nearly-everybody-has-alone = a number that nearly everybody has alone
reason-it-has-coordinates = it has coordinates
reason-several-columns-hold-answers = several columns hold answers
reason-each-row-has-a-date-and-several = each row has a date and several descriptions, and no figure
reason-no-column-holds-dates = no column holds dates
reason-no-column-holds-districts-wards-or-small = no column holds districts, wards or small areas
reason-its-heading-does-not-say-what-it = its heading does not say what it is to a target

## The findings of the import

weight-question = to check
weight-caution = worth a look
weight-note = note
findings-pane = Findings
findings-title = What the import found
findings-title-of = What the import found in { $file }
findings-about = Nothing is dropped in silence: what was not read as a value stands here with its cell.
findings-to-check = To look at
findings-all = Everything
findings-all-workbooks = All workbooks
findings-no-workbook = No workbook has been imported since this project was opened
findings-not-kept = Findings are kept until the project is closed; import the workbook again to see them
findings-nothing = Nothing needs an eye
finding-menu = Finding

## After a crash

crash-title = Bellwether came to a stop last time
crash-about = That should not happen. This report says where in the program it was. It holds nothing of your projects and workbooks, and it is sent nowhere: pass it on to whoever looks after Bellwether for you, if you want to.
recovery-title = Recover unsaved work on “{ $project }”?
recovery-about = Bellwether ended before this work was saved: a crash, or the power went.
recovery-about-kept = Bellwether ended before this work was saved: a crash, or the power went. It was kept on this computer { $when }.
recovery-changed = The file was saved by somebody since this work was begun: recovered work differs from the newer file as listed. Save it under another name if both are wanted
recovery-gone = The file is no longer there. Saving the recovered project writes it anew
recovery-unreadable = The file cannot be read at the moment, so that everything in the recovered project is listed
recovery-never-saved = It was never saved to a file
recovery-differences = What its file does not have
recovery-contents = What is in it
recovery-recover = Recover
recovery-later = Later
recovery-later-does = Ask again at the next start
recovery-discard = Discard…
recovery-discard-does = Delete what was not saved
recovery-further = { $count ->
    [one] 1 more project after this
   *[other] { $count } more projects after this
}

## Saving: versions, and files that somebody else changed

changed-title = { $file } was changed by somebody else
changed-about = It was saved { $when }, after it was opened here. Whatever you choose, nothing is lost: what is overwritten or left is kept among the earlier versions.
changed-theirs = They changed
changed-ours = You changed
changed-nothing-told = Nothing that is told apart
changed-nothing = Nothing
changed-open = Open theirs
changed-overwrite = Overwrite theirs
changed-save-copy = Save as a copy…
differences-more = … and { $count } more
versions-title = Earlier versions of { $file }
versions-none = There are none yet: each save keeps the one before
versions-reading = Reading it…
versions-changed = Changed from then to now
versions-same = Nothing: it is what is open now
versions-open = Open as a copy
versions-restore = Restore

## Locks, and copies to share

passphrase = Passphrase
lock-title = Lock with a passphrase
lock-about = The project’s file, its recovery file, backups and earlier versions can then be opened only with the passphrase. The project is saved at once. Charts and copies that you saved before are not locked.
lock-too-short = Type a passphrase of at least 8 characters
lock-not-the-same = Type the same passphrase again
lock-good = Good
lock-again = The same again
lock-and-save = Lock and save
unlock-title = { $file } is locked
unlock-about = Type its passphrase. You may try as often as you like; without it, nobody can open the project.
unlock-open = Open
share-title = Save a copy to share
share-about = The copy opens as a project of its own. It holds what your charts may show, and nobody’s answers.
shared-title = This is a copy to share
shared-about = It holds the figures that charts of the original may show, and nobody’s answers. Groups cannot be crossed and scales of answers cannot be shown here; ask whoever sent it for those.
share-holds = It holds
share-leaves-out = It leaves out
share-save = Save the copy…

## Around the chart

add-to-story = Add to story
pane-chart = Chart
pane-details = Details
question-hide = Hide the question
question-change = Change the question
chart-from = Where is this from
chart-from-does = See the figures with the workbook, sheet and cell of each
chart-choose-period = Choose a period
chart-choose-period-does = From the selected point on: Shift and the arrows, then Enter
chart-choose-period-keys = Shift+drag, Shift+→
chart-all-periods = Show all periods
values-title = Values of the chart
values-copy = Copy as cells
values-copy-does = For pasting into Excel
explore-reading = Reading through the data…
explore-reading-note = A large workbook takes a few seconds the first time.
explore-empty = This project is empty
explore-empty-note = Drop a partner’s workbook anywhere on this window, or choose one.
explore-no-charts = Nothing in these workbooks can be charted yet
explore-no-charts-note = The findings say what was left out, and why.
explore-choose = Choose a measure on the left
explore-choose-note = Each shows its latest value, its direction and its shape.
explore-working = Working it out…
explore-no-values = There are no values for this question
tabs-show-all = Show all
tabs-show-all-does = Show all periods and values again; double-click on the chart does the same
tabs-show-before = Show the periods from before again
tabs-in-colour = Show in colour

## Stories and their slides

back = Back
delete = Delete
rename = Rename…
count-slides = { $count ->
    [one] 1 slide
   *[other] { $count } slides
}
pane-slide = Slide
pane-slides = Slides
pane-message = Message
slide-number = Slide { $number }
slide-name = Slide { $number }: { $title }
slide-name-hidden = Slide { $number }: { $title }, hidden
slide-name-untrue = Slide { $number }: { $title }, its message is no longer true
slide-name-hidden-untrue = Slide { $number }: { $title }, hidden, its message is no longer true
slide-is-hidden = Hidden
slide-show = Show
slide-hide = Hide
slide-move-up = Move up
slide-move-down = Move down
slide-moved = Moved to place { $place } of { $count }
slide-copied = Slide copied
slide-shown = Slide shown again
slide-hidden = Slide hidden
slide-deleted = Slide { $number } deleted
slide-overfull = There is more on this slide than fits: shorten it, or make two of it
slide-explore = Show on the chart’s screen
slide-title = Title
slide-subtitle = Under the title
slide-text-hint = A line each; begin a line with “-” for a point
slide-step-by-step = One line at a time when presented
slide-reveal = Reveal
slide-lines-first = { $lines } first
slide-lines-then = then { $lines }
slide-text-size = Size of the text
slide-follows = Follows
slide-latest = the latest period
slide-always = always { $period }
slide-shows = Shows
slide-data-to = Data to
slide-refreshed = Last refreshed
slide-over-both = Over both charts
message-by-data = Let the data write it
message-true = True of the data as they are today
message-unchecked = Nothing in these words can be checked by the data
message-not-in-chart = { $facts } cannot be read from the chart: check it yourself
message-untrue = No longer true of the data. The slide shows the true message:
message-use-true = Use the true message
message-use-true-on = Use the true message on slide { $number }
message-slide-changed = Slide { $number } has changed.
message-said-now = It said “{ $said }”; the data now say “{ $now }”.
story = Story
story-add = Add slide
story-from-chart = From the chart’s screen
story-chart = The chart
story-table = Its values as a table
story-message-about = A message about it
story-beside = The chart, beside the one here
story-own-words = Your own words
story-message = A message
story-message-text = What we want to be remembered
story-text = Text
story-heading = Heading
story-section = The title of a section
story-section-title = Section
story-new = New story…
story-others = Other stories
story-this = This story
story-notes = Notes for the speaker
story-notes-hint = What you want to say; only you see it
story-empty = This story has no slides yet
story-empty-note = Add one above, or add a chart from the chart’s screen
story-none = No story yet
story-none-note = A story is a presentation whose slides follow the data and say when they are no longer true
story-new-title = New story
story-rename-title = Rename the story
story-rename = Rename
story-begin-with = Begin with
story-no-places = No workbook of this project has such places: the slides are made hidden and say so
story-about = About
story-make = Make the story
story-name = Name
story-name-hint = Police and Crime Panel, 28 March
asked-title = Asked while presenting
asked-copy = Copy list
asked-clear = Clear list
asked-on-slide = { $day }, slide { $number }
asked-make-slide = Make it a slide
asked-make-slide-of = Make it a slide: { $question }
asked-take-off = Take off the list
asked-take-off-of = Take off the list: { $question }
asked-step = Make a slide of a question

## Publishing

theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
theme-print = Print, black on white
sharpness-screens = 1×, for screens
sharpness-documents = 2×, for documents and sharp screens
sharpness-print = 300 dpi, for print
size-slide = A slide, 16:9
size-standard-slide = A slide, 4:3
size-half-page = Half a page of A4
size-landscape = A page of A4 on its side
size-square = A square
size-window = As in the window
chart-file-title = Save the chart
chart-file-size = Size
chart-file-sharpness = Sharpness
chart-file-pixels = { $width } by { $height } pixels
chart-file-save = Save…
refresh-title = Refresh { $file }
refresh-about = Places, colours and fonts stay. The file as it is now is kept beside it, as .bak.
refresh-nothing = Everything in it is as the data are today: there is nothing to change
refresh-do = Refresh
publish-title = Publish “{ $story }”
publish-as = As
publish-colours = Colours
publish-hidden = { $count ->
    [one] With the hidden slide
   *[other] With the { $count } hidden slides
}
publish-notes = With the notes for the speaker
publish-presentation = Charts, tables and words that can be edited in PowerPoint, and refreshed from here
publish-slides = Slides to read or print, which look the same everywhere
publish-report = Contents, charts with what they show, tables of values, sources
publish-folder = A picture and a CSV for each slide, with a page that lists them
publish-untrue = No longer true
publish-untrue-note = The true message is published in place of what was written
publish-it-says = It says “{ $said }”
publish-left-out = Left out
publish-to-know = To be known
publish-count = { $count ->
    [one] Publish 1 slide…
   *[other] Publish { $count } slides…
}

## The list of measures, groups, reviews and sources

library-find = Find a measure
library-nothing = No measure has these words in its name
library-menu = Menu of { $name }
library-no-value = no value
library-merge = Merge with…
library-unit = Unit…
library-polarity = What is better…
library-theme = Theme…
library-no-clear-change = no clear change
library-as-before = as before
library-not-tested = { $change }, not tested
library-groups = Your own groups
library-group-hint = Click to change, rename or delete it
library-reviews = Risk assessments
library-sources = Sources
review-about = { $priorities } judged by { $criteria }, from { $file }
source-about = { $values } read from { $file } on { $day }. Click to see what the import found in it
source-more = More about { $file }
source-remove = Remove from the project

## Explore: the sentences over the charts
##
## Each is a row of words and menus: “Show [Feel safe] as [%] by [area] in [all districts] from [2019] to [2024] compared
## with [nothing]”. A word here stands between two menus. Nobody knows what the menu after it says, so no word may be one
## that changes what follows it, or that what follows would change: a colon helps. The names of the menus (chip-…) are
## read out, not seen.

# First in most of them; the measure, question or theme follows.
ask-show = Show
# First of all; the question that people were asked follows.
ask-show-answers = Show the answers to
# Between the measure and its unit.
ask-as = as
# Between the unit and the grouping: “area”, “sex”.
ask-by = by
# Before an area, or “all districts”.
ask-in = in
# Before the first period, where a last one follows.
ask-from = from
# Between the first period and the last.
ask-to = to
# Before the only period.
ask-for = for
# Before the last of all periods.
ask-up-to = up to
# Before an area, “all respondents” or “nothing”.
ask-compared = compared with
# At the end, after a period: each group stands against all the others.
ask-against-rest = against the rest
# Before an earlier period, or “the year before”.
ask-against = against
# Between the period and an earlier one, from which the change is counted.
ask-change-since = and change since
# Between the question, which stands down the side of the table, and the groupings across its head.
ask-down = down and
# After the groupings across the head of the table; a period or people follow.
ask-across = across
# Before the period in which people were asked, or “all interviews”.
ask-in-time = in
# At the end, before the people who are asked about: “everyone”, “women”.
ask-among = among
chip-split = Split
chip-from = From
chip-to = To
chip-length = Length of periods
chip-comparator = Comparator
chip-question = Question
chip-by = By
chip-people = People
chip-cohorts = Cohorts
chip-since = Since
chip-theme-or-table = Theme or table
chip-rows = Rows
chip-against = Compared with
chip-grouping = Grouping { $number }
chip-add-grouping = Add a grouping
section-given = As given
section-worked-out = Worked out
section-side-by-side = Two groupings side by side
section-not-listed = Not in the list
section-several = Several
section-one = One
section-groups = Groups
section-answers-to = Answers to
section-own-groups = Own groups
section-crossed = { $grouping } crossed with
section-tables = Tables
section-themes = Themes
section-baseline = A baseline
shown-as-per-100000 = per 100,000 where that is fewer than 1
split-area = area
split-two = { $one } and { $other }
split-every = every grouping
areas-districts = all districts
areas-partnerships = all partnerships
areas-forces = all police forces
areas-regions = all regions
areas-others = all other areas
areas-everywhere = everywhere
count-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
compared-nothing = nothing
compared-everyone = all respondents
by-period = period
all-interviews = all interviews
among-everyone = everyone
cohorts-single = every cohort
cohorts-pairs = every pair of cohorts
cohorts-both = every cohort and pair
cohorts-none = no cohort
against-year-before = the year before
against-period-before = the period before
against-nothing = nothing earlier
banner-take-out = take out
banner-take-out-from = from the table

## Explore: how values are shown, and why some are not

shown-as-given = as given
shown-as-rate = rate per 1,000 people
shown-as-small-rate = rate per 100,000 people
shown-as-standardised = age-standardised rate per 1,000 people
shown-as-small-standardised = age-standardised rate per 100,000 people
shown-as-year-to-date = financial year to date
shown-as-rolling = rolling 12 months
shown-as-three-years = three-year average
shown-as-share = share of the total
shown-as-index = index, first period = 100
gap-small-base = base under 30, not shown
gap-small-sensitive-base = base under 50, not shown
gap-unreliable = too unreliable to give
gap-break = would span a break in series

## Explore: the tabs over the chart

tab-trend = Trend
tab-breakdown = Breakdown
tab-change = Change
tab-priority = Priority cohorts
tab-cross-tab = Cross-tab
tab-answers = Answers
tab-districts = Districts
tab-concerns = Concerns
tab-harm = Harm
tab-change-table = Change table
tab-scorecard = Scorecard
tab-matrix = Matrix
tab-data = Data

## Explore: the panel beside the chart

panel-show = Show
panel-highlight = Highlight
panel-lines = Lines
panel-take = Take it with you
panel-copy-or-send = Copy or send
panel-target = Set a target…
panel-copy-as-table = Copy as a table
panel-copy-as-table-does = The rows of the chart as cells, to be pasted into Excel
panel-copy-table = Copy table
panel-copy-table-does = For pasting into Excel, with headings and notes
panel-intervals = Confidence intervals
panel-label-ends = Label line ends
panel-events = Events and notes
panel-no-line = no line
panel-what-this-shows = What this shows.
# On the chart: the name of a line, which is pressed to bring it to the front. First what it does, then its name.
line-highlight = Highlight { $line }
line-to-front = { $line }: click to bring it to the front
line-put-back = { $line }: click to put it back among the others
brush-begun = { $period }: Shift and the arrows choose more, Esc ends
brush-chosen = { $count ->
    [one] From { $first } to { $last }, 1 period: Enter shows it, Esc ends
   *[other] From { $first } to { $last }, { $count } periods: Enter shows them, Esc ends
}
rows-show = Show the rows
rows-show-does = Opens the workbook, to be looked at, with the cells of this value marked
rows-compared = { $measure } · { $line } · { $later }, from { $earlier } in { $period }
panel-target-milestone = Target line (milestone { $value })
panel-target-line = Target line ({ $value })
panel-target-baseline = Baseline ({ $value })

## Explore: the selected point
##
# { $values } are “1,234 (first published in …)” and others, with commas between them.
revised-from = Revised from { $values }
revised-first = { $value } (first published in { $place })
revised-then = { $value } (then in { $place })

## A word stands at the left of a row and its figure at the right: keep the words short.

point-selected = Selected point
# A link follows: workbook › sheet › cell.
point-from = From
point-from-does = Click to see it among the data
point-interval = 95% interval
point-base = Respondents (base)
point-effective-base = Effective base
point-effective-base-about = about { $number }
point-design = By the strata and clusters that the survey declares
point-design-effect = Design effect
point-design-effect-assumed = The source gives no effective base; a design effect of { $effect } is assumed
point-base-unknown = unknown
point-base-unknown-why = The source gives no base: no interval and no test can be made
point-status = Status
# { $other } is a period, an area, or “all respondents”; the change from it stands at the right.
point-versus = vs { $other }
point-difference-why = The plain difference; it is not tested, since the one is part of the other
point-not-comparable = not comparable
# { $p } is “= 0.012” or “< 0.001”, as statistics write it.
test-clear = Statistically significant at the 5% level (p { $p })
test-clear-adjusted = Statistically significant at the 5% level (p { $p }, adjusted for the other comparisons of the chart)
test-chance = Within what chance alone may bring (p { $p })
test-chance-adjusted = Within what chance alone may bring (p { $p }, adjusted for the other comparisons of the chart)
test-none = No test can be made: the source gives no base

## Explore: groups of people, in one period, in two and in all

# Before a menu: “dots of one period”, “a heatmap”.
group-drawn = As
group-drawn-as = Drawn as
group-dots = dots of one period
group-heatmap = a heatmap
group-small-charts = small charts
group-dumbbell = dots in rows
group-slope = a slope chart
# Before a menu: “by size”.
group-sorted = Sorted
group-order = Order
group-usual-order = in their usual order
group-by-size = by size
group-cells = Cells
group-cells-show = Cells show
group-cells-values = values
group-cells-rest = against the rest
group-cells-year = change on the year
group-selected = Selected group
group-of-total = Of the total
group-rest = The rest
group-versus-rest = vs the rest
group-not-compared = not compared
group-not-compared-why = The base is low or not known, or nothing is known of the rest
group-rest-about = about { $value }
group-rest-why = Everybody but this group: the one other category
group-rest-why-about = Everybody but this group; approximate, since it is worked out from unweighted bases
group-no-clear-difference = no clear difference
group-no-figure = no figure
group-change = Change
# Percentage points, as the charts write them.
group-interval-points = { $lower } to { $upper } pp
group-bases = Bases
group-bases-two = { $then }, then { $now }
group-effective-bases = Effective bases
group-seen-from = Could be seen from
group-seen-from-why = A smaller change would be missed more often than one time in five
points-short = { $points } pp

## Explore: priority cohorts

priority-title = Cohorts to look at first
priority-none = None that the figures single out
priority-others = All the others
priority-over-time = Show it over time
priority-over-time-does = The trend of { $cohort }; Enter does the same
priority-low-base = low base, not tested
priority-no-base = base not known, not tested
priority-break = break in series, not tested
priority-deeper = Look deeper
priority-singles = Single cohorts ({ $count })
priority-pairs = { $count ->
    [0] Pairs, e.g. women aged 16–24 (none in these workbooks)
   *[other] Pairs, e.g. women aged 16–24 ({ $count })
}
priority-hide = Hide
priority-bases-below = Bases below { $base }
priority-copy-does = Copies what the chart shows, row by row, for Excel
priority-ranked-fall = Ranked by level and fall
priority-ranked-rise = Ranked by level and rise
priority-by-level = By level
# Of a group’s level and change, beside those of the others. Where more is better, the low and falling are looked at;
# where less is better, the high and rising.
class-lowest-falling = lowest and falling
class-highest-rising = highest and rising
class-lower = lower than others; change not statistically clear
class-higher = higher than others; change not statistically clear
class-falling = falling
class-rising = rising
class-falling-similar = falling; level similar to others
class-rising-similar = rising; level similar to others
class-falling-higher = falling; level higher than others
class-rising-lower = rising; level lower than others
class-watch = indicative only
class-faster = { $class }, faster than others

## Explore: change tables and what a sender printed

check-title = Figure Check
check-note = Copy a note to the sender
check-note-does = A polite text that names the cells, for pasting into an e-mail
check-none-printed = The sender printed no changes for this table
check-agrees = As its cells give it
check-worked-out = Worked out again
check-printed = As printed, marked ✗
check-one-right = The one printed change is right
check-one-wrong = The one printed change is wrong
check-all-right = All { $count } printed changes are right
check-wrong = { $wrong ->
    [one] 1 of { $count } printed changes is wrong
   *[other] { $wrong } of { $count } printed changes are wrong
}
check-new-year = { $count ->
    [one] 1 was divided by the new year instead of the old one
   *[other] { $count } were divided by the new year instead of the old one
}
check-row-printed = Printed
check-row-against = { $now } against { $before }
check-row-new-year = { $size }: new year as base
check-row-wrong-way = { $size }: the wrong way round
check-row-ratio = { $size }: the ratio, not the change
check-row-rounding = last digit rounded wrongly
# What the rows of a change table are, in its sentence: “by offence”.
rows-offence = offence
rows-measure = measure
rows-offence-group = offence group
rows-measure-group = group of measures
rows-district = district
rows-partnership = partnership
rows-ward = ward
rows-force = police force
rows-county = county
rows-region = region
rows-area = area

## Explore: cross-tabs and scales of answers

survey-percentages = Percentages
survey-down = Down each column
survey-across = Across each row
survey-letters = Significance letters
survey-intervals = 95% intervals
survey-effective-bases = Effective bases
survey-nets = Nets and means
survey-shade = Shade cells
survey-tests = Test of each grouping
survey-tests-does = Rao–Scott test and Cramér’s V in the notes under the table
survey-order = Order
survey-usual-order = In their usual order
survey-by-net = By the net
survey-weight = Weight
survey-unweighted = Unweighted
survey-unweighted-does = everybody counts the same
survey-table = Cross-tab: { $title }, { $rows } by { $columns }
survey-table-selected = Cross-tab: { $title }, { $rows } by { $columns }. Selected: { $cell }
survey-none = Import a workbook with one row for each respondent; its questions then stand here
# Why there is no table, and below it what to do.
not-surveyed = This measure comes from a table, not from a survey’s respondents
not-surveyed-period = The survey has no respondents in { $period }
not-surveyed-name = The survey cannot be narrowed as asked: { $why }
not-surveyed-few = The choice of people leaves out fewer than five respondents, who could be told by comparing tables
not-surveyed-many = There are too many columns at once: take a grouping out
not-surveyed-scale = This question has no scale of answers: respondents could tick several, or gave a number
not-surveyed-no-periods = The survey does not say when each respondent was asked
not-surveyed-nobody = No respondents answer to this choice
instead-question = Choose a question of a survey whose respondents were imported.
instead-period = Choose another period.
instead-people = Choose other people.
instead-everyone = Choose everyone, or a smaller group.
instead-fewer = Fewer groupings at once can be shown.
instead-scale = Choose a question of which respondents gave one answer.

## Explore: the values behind the chart

data-line = Line
data-first-published = First published
data-table = Values behind the chart

## Explore: a group of people of one’s own

own-title-new = A group of your own
own-title-change = Change the group
own-who = Who is in it
own-no-survey = A group of your own is made of a survey’s respondents, and no workbook of this project has them one by one. Import the survey with one row for each respondent
own-new = a new group
own-of-project = Of this project
# Before a menu: “a new group”, or one that there is.
own-work-on = Work on
own-group = Group
# An example of a name.
own-name-hint = Women aged 16–24 in Nottingham
own-rule = Rule
# An example of a rule: names of columns, and what stands in them.
own-rule-hint = Sex=Female & (Age=16-24 | Age=25-34) & !Area=Ashfield
own-rule-signs = & is and, | is or, ! is not; this group says more than lines can
# Before a menu: “all of these are true”.
own-people-of-whom = People of whom
own-all = all of these are true
own-any = any of these is true
own-together = Conditions together
own-add = Add a condition
# At the beginning of the first line: “Who [live in] [Area]: [Nottingham]”.
own-first = Who
# At the beginning of another line, all of which are true.
own-and = and
# At the beginning of another line, any of which is true.
own-or = or
own-are-in = are in
own-are-not-in = are not in
own-live-in = live in
own-do-not-live-in = do not live in
own-said = said to
own-did-not-say = did not say to
own-where = Where they live
own-answered = What they answered
own-condition-holds = Condition { $number } holds or not
own-condition-about = Condition { $number } about
own-condition-entries = Condition { $number } { $column }
own-condition-remove = Remove condition { $number }
own-choose = choose…
own-chosen = chosen
own-chosen-unknown = chosen, and in no survey
own-entries-does = Choose another to add it, the same again to take it out
own-delete = Delete the group
own-keep = Keep the group
own-rule-wrong = The rule: { $why }
own-no-condition = Add a condition: without one, everybody is in the group
own-condition-what = Condition { $number }: choose what it is about
own-condition-which = Condition { $number }: choose which of its groups or answers it means
own-nobody = Nobody of any survey is in this group
own-fit-none = Nobody fits
own-fit-few = Fewer than { $least } respondents
# { $respondents } is “431 respondents”; the rest is about the latest period.
own-fit-latest = { $respondents }; { $count } in { $period }
own-fit-latest-few = { $respondents }; fewer than { $least } in { $period }
own-fit-in = { $workbook }: { $fitting }
own-lacks = { $workbook } has no “{ $wanted }”
own-lacks-in = { $workbook } has no “{ $wanted }” in { $column }
own-one-of-several = “{ $wanted }” may be one of several in { $workbook }: { $there }
own-too-few = Too few: values on fewer than { $least } respondents are not shown
own-too-few-in = Too few in { $period }: values on fewer than { $least } respondents are not shown. Longer periods have larger bases
own-low-base = Low base: values on fewer than { $least } respondents are shown with a caution
own-low-base-in = Low base in { $period }: values on fewer than { $least } respondents are shown with a caution. Longer periods have larger bases
own-name-missing = Give the group a name
own-name-taken = Another group is called “{ $name }” already

## What a sender worked out, and why it is likely to be wrong

discrepancy-about = “{ $printed }” is printed, { $worked_out } worked out: { $why }
why-new-year-as-base = divided by the new year instead of the old
why-wrong-way-round = the old figure was compared with the new one, not the new with the old
why-sign-missing = the sign is the wrong one or missing
why-ratio-for-change = this is the new figure as a percentage of the old one, not the change
why-points-as-percent = this is the difference, { $points }, and not per cent
why-decimal-point = the decimal point stands in the wrong place
why-other-period = this looks like the change since { $period }
why-rounding-slip = rounded to the wrong last digit
why-change-differs = the figures beside it give another change
why-signs-disagree = the percentage and the number beside it, { $number }, have different signs
why-forced-to-add = probably adjusted so that the shares add to 100
why-share-differs = the figures beside it give another share
why-total-differs = the parts do not add to it, the difference is { $by }
why-digit-slip = one digit is another
why-digits-swapped = two digits are swapped
why-other-table = the rows under “{ $title }” add to that
why-period-length = covers { $months } months where the periods beside it cover { $others }
why-out-of-sequence = breaks the sequence of the periods around it
why-stated-twice = the same is given differently in { $elsewhere }

### Rest B: presenting, brand, names, and the other half of the explore screen

## Presenting

present-number-hidden = { $number } hidden
present-stays = The slide stays as it is; what is asked here is kept with the story
present-back-to-slide = Back to the slide
present-chart = Chart
present-left-chart = The left chart
present-right-chart = The right chart
present-since = { $time } since the beginning
present-slide-of = Slide { $number } of { $count }
present-slide-of-titled = Slide { $number } of { $count }: { $title }
# What has just appeared on the slide is read out after it.
present-slide-of-adding = Slide { $number } of { $count }: { $title }. { $added }
present-end-of-story = End of the story
present-leave = Esc leaves, the left arrow goes back
present-on-screen = On the screen
present-on-screen-black = On the screen: black
present-on-screen-white = On the screen: white
present-on-screen-question = On the screen: a question
present-next-line = Next: one more line
present-next-slide = Next slide
present-notes = Notes
present-no-notes = No notes on this slide
present-show-slide = Show the slide
present-black = Black
present-slides-in-first = Slides in the first window
present-slides-here = Slides in this window
present-next = Next
present-all-slides = All slides
present-ask = Ask
present-slides-to-next = Slides to the next screen
present-end = End
present-window-slides = Slides — Bellwether
present-window-presenter = Presenter — Bellwether
present-shown = Shown: { $lines }
present-is-hidden = The slide is hidden; click to show it
present-go-to = Go to slide { $number }
present-black-screen = Black screen
present-white-screen = White screen

## The brand

brand-title = Brand
brand-about = Set once for this project: its charts, slides, reports and office files follow
brand-organisation = Organisation
brand-organisation-hint = At the foot of slides and reports
brand-font = Font of PowerPoint and Excel files
brand-colours = Colours
brand-logo = Logo
brand-logo-other = Another logo…
brand-logo-choose = Choose a logo…
brand-logo-kinds = A PNG or SVG file of up to 4 MB
brand-logo-colours = Take colours from the logo
brand-logo-no-colours = There are no colours in this logo
brand-logo-remove = Remove the logo
brand-look-print = Print
brand-print-note = Print stays black and white, so that every printer can do it
brand-contrast-note = High contrast takes these colours only where they stand out on black
brand-better-note = Better and worse stay teal ▲ and magenta ▼, which everybody tells apart
brand-remove = Remove the brand
brand-use = Use this brand
brand-no-chart = Open a chart to see it in these colours
brand-preview = Preview. { $title }
brand-add-colour = Add a colour
brand-add-colour-about = For further lines and bars. Those without a colour of yours take those of the house
brand-main-colour = Main colour
brand-colour = Colour { $number }
brand-take-out = Take out { $colour }
brand-darken = Darken { $colour } to { $code }
brand-lighten = Lighten { $colour } to { $code }
brand-good = Can be read on white, and neighbours are told apart by everybody
# A colour by its place; it begins a sentence with its first letter as a capital.
brand-place-main = the main colour
brand-place-further = colour { $number }
# Contrasts as numbers.
brand-pale-marks = { $colour } on white: { $contrast } to 1, and lines and dots need { $least } to 1
brand-pale-words = { $colour } on white: { $contrast } to 1, and words need { $least } to 1
brand-alike = { $one } and { $other } look alike
brand-alike-red-blind = { $one } and { $other } look alike to people who are red-blind
brand-alike-green-blind = { $one } and { $other } look alike to people who are green-blind
brand-dark-one = In the dark look { $colour } is drawn lighter, since marks need 3 to 1 there, too
# Several colours, with commas between them, and the last.
brand-dark-several = In the dark look { $colours } and { $last } are drawn lighter, since marks need 3 to 1 there, too
logo-unreadable = The file could not be opened. It may have been moved, or you may not be allowed to read it
logo-too-large = The file is larger than 4 MB. Save the logo smaller: 1,000 pixels across are enough
logo-too-many-pixels = The picture is { $width } by { $height } pixels. Save the logo smaller: 1,000 pixels across are enough
logo-other-kind = A logo is a PNG or an SVG file. Open this one in a picture program and save it as PNG
logo-damaged = The file cannot be read as a picture: it is damaged or cut off. Ask for the logo again
logo-has-text = Words in this SVG are text in a font that other computers may not have. Ask for the logo with its words as outlines, or as PNG
logo-has-pictures = This SVG has other pictures in it, which are not read. Ask for the logo as PNG
logo-too-intricate = This SVG is too intricate to be drawn safely. Ask for the logo as PNG
logo-empty = Nothing is seen in this picture: it is empty or wholly transparent

## Measures, places and groups of the project

dictionary-title = Measures, places and groups
dictionary-about = What this project calls what its workbooks hold. The workbooks stay as they came, and everything here can be undone.
dictionary-names = Names
dictionary-chosen = The chosen one
dictionary-nothing-chosen = Nothing is chosen
dictionary-measures = Measures
dictionary-places = Places
dictionary-groups = Groups of people
dictionary-find-place = Find a place
dictionary-find-group = Find a group
dictionary-empty = The workbooks of this project hold none
dictionary-none-found = None has these words in its name
dictionary-hidden = hidden
dictionary-names-in-one = { $count } names in one
dictionary-changed = changed
dictionary-kind-of-group = kind of group
dictionary-alike = { $count ->
    [one] Two names look like one thing
   *[other] { $count } pairs of names look like one thing each
}
dictionary-pair = “{ $one }” and “{ $other }”
dictionary-merge = Merge
dictionary-merge-pair = Merge { $one } and { $other }
dictionary-keep-apart = Keep apart
dictionary-keep-pair-apart = Keep { $one } and { $other } apart
dictionary-written-alike = written alike
dictionary-same-code = both have the code { $code }
dictionary-value-agrees = the value they share agrees
dictionary-values-agree = { $agreeing } of { $shared } shared values agree
dictionary-name = Name
dictionary-also-called = Also called
dictionary-also-called-hint = Other names, with ; between them
dictionary-unit = Unit
dictionary-better = Better
dictionary-theme = Theme
dictionary-higher-is-better = Higher is better
dictionary-lower-is-better = Lower is better
dictionary-neither-is-better = Neither is better
dictionary-as-in-workbook = As in the workbook
dictionary-forget = Forget everything said here: the name, the unit and the rest, and what is merged
dictionary-hide = Hide from the lists
dictionary-unit-note = The unit says what the values are; they are not converted
dictionary-made-of = Made of
dictionary-in-workbooks = In workbooks
dictionary-joined = They are joined, never added up. Where several give a value for the same point, that of the first counts and the point says so.
dictionary-in-no-workbook = In no workbook of this project any more
dictionary-in-more-workbooks = { $file } and { $more } more workbooks
dictionary-split-off = Split off
dictionary-split-off-name = Split off { $name }

## What data are called in menus and lists

unit-is-number = number
unit-is-per-1000 = per 1,000 people
unit-is-per-100000 = per 100,000 people
unit-is-mean-score = mean score
unit-is-points = percentage points
unit-is-percent-change = % change
unit-is-index = index
unit-is-value = value
theme-of-safety = Feelings of safety
theme-of-confidence = Confidence
theme-of-experience = Experience of crime
theme-of-recorded-crime = Recorded crime
theme-of-environment = Environment
theme-of-others = Other measures
length-on-days = on single days
length-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
length-monthly = monthly
length-quarterly = quarterly
length-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}

## A chart to assistive technology

# The description of the chart, which ends with a full stop, and what is selected on it.
chart-described = { $chart } Selected: { $said }

## Areas side by side: the sentence over them
##
## It is a row of words and menus, as “Show [Robbery] as [number] by [District] from [2019] to [2024] compared with [nothing]
## shown as [small charts]”. Nobody knows what the menu after a word says: no word may be one that changes what follows it.

# Before the last menu: “small charts”, “a map”.
districts-shown-as = shown as
districts-chip-kind = Kind of area
districts-chip-shown-as = Shown as
districts-count = { $count } of them
districts-kind-district = District
districts-kind-partnership = Partnership
districts-kind-ward = Ward
districts-kind-force = Police force
districts-kind-county = County
districts-kind-region = Region
districts-kind-area = Area
districts-as-small-charts = small charts
districts-as-ranking = a ranking
districts-as-tiles = a map of tiles
districts-as-map = a map
districts-as-one-chart = one chart
districts-as-funnel = a funnel

## Areas side by side: the panel

districts-own = Your area
districts-own-none = none chosen
districts-arrange = Arrange
districts-not-shown = not shown
districts-against-mean = Against the mean
districts-against-mean-about = Your area against the simple mean: its rate, and the events that this comes to
districts-small-multiples = Small multiples
districts-ranking = Ranking
districts-map-of-tiles = Map (tiles)
districts-map-of-boundaries = Map (boundaries)
districts-one-chart = One chart
districts-one-chart-in-front = One chart, { $area } in front
districts-funnel = Funnel
districts-weighted-mean = Draw the weighted mean
peers-title = Peers
# Each is a count with its noun: “7 districts”.
peers-all = All { $areas }
peers-some = { $count } of { $areas }
peers-count-partnerships = { $count ->
    [one] 1 partnership
   *[other] { $count } partnerships
}
peers-count-forces = { $count ->
    [one] 1 police force
   *[other] { $count } police forces
}
peers-done = Done
peers-done-named = Done with choosing peers
peers-choose = Choose peers…
peers-none = None
peers-none-named = Untick all peers
peers-every = All
peers-every-named = All are peers
boundaries-title = Boundaries
boundaries-map-shows = The map shows
boundaries-values = Values
boundaries-against-others = Against the others
boundaries-changes = Changes
boundaries-file = { $file }, { $areas }
boundaries-source = Source, as charts print it
boundaries-source-hint = Contains OS data © Crown copyright …
boundaries-remove = Remove
boundaries-remove-named = Remove the boundaries { $file }

## The concerns: the sentence over them
##
## It is a row of words and menus, as “Show the top [10] concerns in [Ashfield] for [12 months to Jun 2022] compared with
## [nothing]”.

# Between them stands a number: 5, 10, 15 or 25.
concerns-show-top = Show the top
concerns-noun = concerns
concerns-wider-area = the wider area
concerns-chip-most = How many
concerns-chip-period = Period

## The concerns: the panel

concerns-with-wider = The wider area beside it
concerns-over-time = Show it over time

## Events on the time axis

event-add = Add an event
event-change = Change the event
event-what = What happened
event-what-hint = Safer Streets lighting
event-when = When
# What is typed is read in English: these are examples of it.
event-when-hint = 31 March 2021, Mar 2021 or 2020/21
event-what-missing = Type what happened, in a few words
event-when-missing = Type when it happened
event-when-unread = When: “{ $words }” cannot be read
event-remove = Remove the event
event-add-it = Add the event
event-named = Event: { $event }, { $day }. Left and right move it by a month, Enter changes it, Delete removes it
# In two lines.
event-about = { $event }, { $day }
event-about-drag = Drag it along, or click to change it
keep-changes = Keep the changes
# A day, as a date that was typed was read.
read-as = Read as { $day }

## Breaks in series

break-declare-title = Declare a break in series
break-change-title = Change the break in series
break-about = Values from then on are not compared with those before: no change, no test, no sum across it. The chart shows where, and why.
break-of = Of
break-everything-in = everything in { $file }
break-where = Where
break-every-area = every area
break-from = From
break-choose-period = choose a period
break-because = Because
break-wording = the question’s wording
break-mode = the mode of collection
break-definition = the definition
break-counting = the counting rules
break-boundary = the area’s boundary
break-other = another reason
break-words = In your own words
break-words-hint = Online since April 2019, before that face to face
break-from-missing = Choose the first period that is not comparable with those before
break-declare = Declare the break
break-remove = Remove the break
break-comparable = Comparable after all
breaks-title = Breaks in series
breaks-begin = Not comparable before this…
breaks-begin-about = Declare that values from this period on are not comparable with those before
breaks-set-aside = A workbook’s note of a break was set aside
breaks-heed = Heed the note again
breaks-quoted = “{ $words }”
breaks-change = Change…
breaks-change-named = Change the break from { $since }…
breaks-remove = Remove
breaks-remove-named = Remove: the break from { $since }
breaks-comparable-named = Comparable after all: the break from { $since }

## Harm weights, and offences by number, harm and concern

harm-load-title = Load harm weights
harm-summary = { $count ->
    [one] 1 weight under “{ $heading }” in { $file }; { $matched } of { $offences } offences of this project have one.
   *[other] { $count } weights under “{ $heading }” in { $file }; { $matched } of { $offences } offences of this project have one.
}
harm-taken-for = “{ $there }” is taken for { $here }
harm-otherwise = Written otherwise there
harm-left-out = Left out
harm-without = Offences of this project without a weight
harm-unused = Weights for which there is no offence here
harm-where = Where to get weights
harm-where-about = Weights are not part of Bellwether. The Office for National Statistics publishes those of its Crime Severity Score (Open Government Licence); the Cambridge Crime Harm Index is by its authors.
harm-use = Use these weights
weight-left-out-none = { $cell }, { $offence }: no weight is given
weight-left-out-text = { $cell }, { $offence }: “{ $text }” is no number
weight-left-out-negative = { $cell }, { $offence }: a weight cannot be negative
weight-left-out-other = { $cell }, { $offence }: { $other } gives another weight for it
# First; the table, the area and the period follow as menus.
harm-rank = Rank
# After the menus.
harm-by-two = by number and by harm
harm-by-three = by number, by harm and by concern
harm-weight-from = Weight of “{ $offence }” from { $place }
harm-which-concern = Which concern it is
harm-chip-concern = Concern
harm-concerns = Concerns
harm-concern-by-name = the one of the same name
harm-concern-none = none of them
harm-concern-none-of-name = none of that name
harm-concern-gone = one that is not asked any more
harm-weights = Weights
harm-set = Set
harm-column = Column
harm-offences = Offences
harm-load-others = Load other weights…
harm-take-out = Take the weights out
harm-take-out-about = The project forgets them; undo brings them back

## Reviews of priorities

# First; the drawing follows: “matrix”, “movement”.
matrix-show = Show the
# Between the drawing and the review, which is told by its year or name.
matrix-of-review = of the review of
# Between the review and an earlier one.
matrix-since = since that of
# Before the two criteria of the grid, with “and” between them.
matrix-by = by
matrix-and = and
matrix-chip-drawing = Drawing
matrix-chip-review = Review
matrix-chip-since = Since
matrix-chip-up = Up the side
matrix-chip-across = Along the bottom
matrix-as-matrix = matrix
matrix-as-movement = movement
matrix-as-grid = grid of two criteria
lineage-title = What became of what
lineage-missing = Tick a priority of each review; of one alone, to say that it was dropped or is new
lineage-unsound = One can become several, and several one: untick on one side until a single one is left
lineage-declare = Declare
# Names of priorities, with the review in which they stand.
lineage-became = { $from } ({ $earlier }) became { $to } ({ $later })
lineage-new = { $count ->
    [one] { $names } ({ $review }) is new
   *[other] { $names } ({ $review }) are new
}
lineage-dropped = { $count ->
    [one] { $names } ({ $review }) was dropped
   *[other] { $names } ({ $review }) were dropped
}
# Several names, with commas between them, and the last of them.
lineage-names = { $names } and { $last }
lineage-more-names = { $names } and { $count } more
# What may have become of a priority, as a question.
lineage-asked = { $became }?
lineage-declared = { $became } (declared)
lineage-yes = Yes
lineage-yes-named = Yes: { $became }
lineage-no = No
lineage-no-named = No: { $became }
lineage-no-about = The earlier were dropped, the later are new
lineage-otherwise = Otherwise…
lineage-otherwise-named = Otherwise…: { $became }
lineage-unlink = Unlink
lineage-unlink-named = Unlink: { $became }
lineage-link = Link priorities…
lineage-link-about = Say which priorities of the two reviews belong together: renamed, split, merged, new or dropped
matrix-differences = Judgements that differ
matrix-difference = { $priority }: { $criterion }, { $then } to { $now }

## Targets: the sentence over the scorecard

## It is a row of words and menus, as “Show [all targets] for [the latest period] against [baseline and target]”.

# Before “target”, or “baseline and target”.
scorecard-against = against
scorecard-all-targets = all targets
scorecard-latest-period = the latest period
scorecard-against-both = baseline and target
scorecard-against-target = target
scorecard-chip-targets = Targets
scorecard-chip-period = Period
scorecard-chip-against = Against

## Targets: the scorecard and its panel

scorecard-none = No targets yet
scorecard-none-about = Each target is held against its baseline and the latest figure: on track, off track, or honestly neither
scorecard-targets = Targets
scorecard-to-read-here = What a target says, where it stands and why will be read here
scorecard-take-over = Take over targets…
scorecard-take-over-from = { $count ->
    [one] Take over a target from { $file }
   *[other] Take over { $count } targets from { $file }
}
target-target = Target
# A measure and the name of an area.
target-of = { $measure }, { $area }
target-edit = Edit…
target-edit-named = Edit the target for { $target }
target-remove = Remove
target-remove-named = Remove the target for { $target }
target-show-trend = Show the trend
target-data-due = Data due
target-baseline = Baseline
target-baseline-none = none
target-baseline-period = Baseline: { $period }
# What is wanted, as “Reduce by 25%”, from the baseline, whose value stands beside it.
target-aim-from = { $aim } from
target-that-is = That is
target-as-per-cent = As per cent of it
target-as-points = As percentage points
target-wanted = Wanted
target-due-by = Due by
target-milestone-by = Milestone by { $when }
target-now = Now
target-now-in = Now ({ $period })
target-interval-from-to = { $from } – { $to }
target-against-baseline = Against baseline
target-owner = Owner
target-quoted = “{ $words }”
target-last-return = Last return
target-no-return = none
target-next-expected = Next expected
target-not-known = not known
target-overdue-since = Overdue since
target-figure-from = Figure from { $cells }
target-from = Target from { $cell }
standing-on-track = On track
standing-off-track = Off track
standing-cannot-tell = Cannot tell
standing-data-due = Data due
standing-overdue = Overdue
aim-reach-at-least = Reach { $value } or more
aim-reach-at-most-counted = Reach { $value } or fewer
aim-reach-at-most = Reach { $value } or less
aim-reach-more-than = Reach more than { $value }
aim-reach-less-than-counted = Reach fewer than { $value }
aim-reach-less-than = Reach less than { $value }
aim-reduce-per-cent = Reduce by { $size }%
aim-increase-per-cent = Increase by { $size }%
aim-reduce-points = Reduce by { $size } percentage points
aim-increase-points = Increase by { $size } percentage points
aim-reduce = Reduce by { $size }
aim-increase = Increase by { $size }
# Nobody has said whether per cent or percentage points are meant.
aim-reduce-unclear = Reduce by “{ $size }%”
aim-increase-unclear = Increase by “{ $size }%”
aim-fewer = Fewer
aim-lower = Lower
aim-more = More
aim-higher = Higher
aim-hold = Stay as it was
aim-in-words = In words
rule-at-least = { $value } or more
rule-at-most-counted = { $value } or fewer
rule-at-most = { $value } or less
rule-more-than = more than { $value }
rule-less-than-counted = fewer than { $value }
rule-less-than = less than { $value }

## Targets: the dialog

target-set-title = Set a target
target-change-title = Change the target
target-what-is-wanted = What is wanted
target-for-the-record = For the record
target-measure = Measure
target-no-figures = No workbook of this project has figures of this measure. If it goes by another name here, choose that
target-area = Area
target-people = People
target-period = Period
target-no-period = no period
target-baseline-value = Baseline value
target-baseline-value-hint = As in the data for that period; type one to use another
target-aim = Aim
target-size-of-change = Size of the change
target-value = Value
target-in-plans-words = In the plan’s own words
target-in-plans-words-hint = Reduce anti-social behaviour by 25%
target-is-at-least = at least (≥)
target-is-at-most = at most (≤)
target-is-more-than = more than (>)
target-is-fewer-than = fewer than (<)
target-is-less-than = less than (<)
target-is-reduce = reduce by
target-is-increase = increase by
target-is-fewer-than-baseline = fewer than the baseline
target-is-lower-than-baseline = lower than the baseline
target-is-more-than-baseline = more than the baseline
target-is-higher-than-baseline = higher than the baseline
target-is-hold = as the baseline
target-is-in-words = in words alone
target-meant-as = Meant as
target-as-per-cent-of = per cent of the baseline
target-as-per-cent-gives = per cent of the baseline: { $before } becomes { $after }
target-as-percentage-points = percentage points
target-as-points-gives = percentage points: { $before } becomes { $after }
target-as-numbers = in numbers
target-as-numbers-gives = in numbers: { $before } becomes { $after }
target-not-settled = not settled yet
target-two-things = A change of a percentage can mean two things. Per cent of the baseline. Percentage points. Say which under “Meant as”
target-two-things-give = A change of a percentage can mean two things. Per cent of the baseline: { $before } becomes { $per_cent }. Percentage points: { $before } becomes { $points }. Say which under “Meant as”
target-by-when = By when
# What is typed is read in English: these are examples of it.
target-by-when-hint = Mar 2026, 2025/26 or 31 March 2026
target-milestone-value = Milestone { $number }: value
target-milestone-when = Milestone { $number }: by when
target-milestone-when-hint = Mar 2025
target-milestone-remove = Remove milestone { $number }
target-milestone-add = Add a milestone
target-owner-hint = Who answers for it
target-plan = Plan
target-plan-hint = Community Safety Plan 2024–27
target-next-figure-on = Next figure expected on
target-next-figure-hint = 12 January 2026
target-next-figure = Next figure
target-set-it = Set the target
target-preview-baseline = Baseline { $value }.
target-preview-baseline-in = Baseline { $value } in { $period }.
target-preview-wanted = Wanted: { $wanted }.
target-preview-now = Now: { $value }.
target-preview-now-in = Now: { $value } ({ $period }).
target-preview-standing = { $standing }: { $why }
target-needs-baseline = A change needs a baseline: choose its period, or type its value
target-milestone-no-number = “{ $words }” is no number for a milestone
target-milestone-no-date = A milestone needs a date: Mar 2026, 2025/26 or 31 March 2026
target-needs-words = Type the target in the plan’s own words
target-needs-number = Type the number that is to be reached
target-no-number = “{ $words }” is no number
target-change-of-none = A change of 0 is none
# The name of a field, and what was typed into it.
target-cannot-be-read = { $field }: “{ $words }” cannot be read

## The guide, words that explain themselves, and the tour

guide-title = Guide
guide-contents = Contents
guide-back-named = Back to the page before
guide-find = Find in the guide
guide-nothing = No page has these words
guide-pages = Pages
guide-words = Words
terms-title = What the words mean
# The name of a term, which the guide explains.
terms-what-it-means = { $term }: what it means
# A row of facts, and the question that is asked about it.
terms-asked-of = { $row }: { $question }
terms-more = More in the guide…
tour-title = Tour
tour-step = Step { $number } of { $count }
# What is read out: which step, its title, and a few sentences.
tour-said = { $step }: { $title }. { $text }
tour-end = End the tour
tour-next = Next
tour-finish = Finish
tour-measures = Your measures
tour-measures-text = Everything that the workbooks hold, with its latest value, its direction and its shape. Choose another measure.
tour-question = A question in words
tour-question-text = What the chart shows stands here as a sentence, and every coloured word is a menu. Change one, such as the place.
tour-chart = The chart
tour-chart-text = The title says “rose” or “fell” only where chance alone would hardly have done it; the band is how sure the figures are. Click a point.
tour-sure = How sure, and where from
tour-sure-text = The value, how many people answered, what changed, and the workbook’s cell. Click a word with a dotted line to see what it means.
tour-differs = Who differs?
tour-differs-text = The tabs show the same measure in other ways. Open Breakdown to see which groups are clearly different from the rest.
tour-districts = District beside district
tour-districts-text = Open Districts: each district against the force, and a ranking that says how far its order can be trusted.
tour-targets = Targets
tour-targets-text = Open the Scorecard: on track or off track is said only where the figures can tell, and what they cannot tell is said too.
tour-slide = Make it a slide
tour-slide-text = A chart becomes a slide that follows its data and warns when its message is no longer true. Add this one to the story.
tour-story = Tell it, send it
tour-story-text = This is the story with its slides. Publish makes PowerPoint whose charts can be edited, or PDF; Present shows it on the whole screen.
tour-own = Now your own
tour-own-text = Choose a partner’s workbook here, or drop it on the window. You see how it was read before anything is taken in, and F1 helps on every screen.

## Targets: why each stands where it does

target-why-interval = the 95% interval, { $from } to { $to }, leaves the target out
target-why-interval-by-months = the 95% interval by its months, { $from } to { $to }, leaves the target out
target-why-left-out = the target is left out
target-why-change-is-clear = the change from the baseline is clear
target-why-within-interval = the target lies inside the 95% interval
target-why-no-interval = the source gives no base, so there is no interval
target-why-no-clear-change = no clear change from the baseline
target-why-not-tested = no test against the baseline can be made
target-why-two-readings = per cent of the figure or percentage points: say which
target-why-in-words = the target is in words alone
target-why-no-baseline = the baseline is not known
target-why-withheld = the figure is withheld
target-why-not-comparable = not testable against the baseline
target-why-break = not testable against the baseline: { $why }
target-why-none-since = no figure since the baseline to judge
target-why-still-to-come = the latest figure is still to come
target-why-no-figure = no workbook has a figure
target-by = by { $when }
target-milestone-due = milestone by { $when }
target-with-change = { $target } ({ $change })
target-either = { $one } or { $other }
target-change-in-points = { $change } pp
target-change-unclear = { $change }% or pp
target-fewer = fewer
target-lower = lower
target-more = more
target-higher = higher
target-as-before = as before
target-a-change = a change
target-in-words = in words

## Areas side by side: what the panel says of their order

ranking-latest-values = Latest values
ranking-latest-month = Latest month, ranked
ranking-latest-quarter = Latest quarter, ranked
ranking-latest-year = Latest year, ranked
ranking-latest-period = Latest period, ranked
ranking-counts = Numbers are not ranked, since more happens where more people are; a rate for each 1,000 people can be
ranking-too-few = There are too few values to rank
# What the first rank means, as a sentence of its own.
ranking-safest-first = 1 = safest
ranking-highest-first = 1 = highest
ranking-highest-rate-first = 1 = highest rate
ranking-lowest-first = 1 = lowest
ranking-lowest-rate-first = 1 = lowest rate
ranking-not-tested = { $first }. No test can be made of these differences: the order may be chance
ranking-overlaps = { $first }. Ranks overlap where values do not clearly differ
# Which area is where, as an example.
ranking-overlaps-as = { $first }. Ranks overlap where values do not clearly differ: { $example }
ranking-of-area = { $area } is { $rank } of { $count }
ranking-range = { $first } to { $last }
# A place that others share.
ranking-tied = ={ $rank }
# Numbers that end in 1, in 2, in 3, and all others.
ranking-st = { $number }st
ranking-nd = { $number }nd
ranking-rd = { $number }rd
ranking-th = { $number }th
peers-mean-of-others = Mean of the other { $count }
# “8 districts”
peers-mean-of-all = Mean of all { $areas }
peers-mean-by-respondents = … by respondents
peers-mean-by-people = … by people
peers-mean-simple = A simple mean: each area counts once
peers-mean-both-respondents = The simple mean counts each area once; “by respondents” counts each by its number of respondents
peers-mean-both-people = The simple mean counts each area once; “by people” is the rate of all of them together
peers-excess-more = { $rate } more, about { $events }
peers-excess-less = { $rate } less, about { $events }

## The concerns: what the panel says of one

concern-percent = %
concern-not-available = Not available
concern-from-to = { $from } to { $to }
concern-base = Base
concern-base-not-given = not given
concern-change = Change
concern-change-by = { $change } ({ $points })
concern-against-rest = Against the rest
concern-against-rest-of = { $words } ({ $rest })
concern-more = more
concern-fewer = fewer
concern-same = about the same
concern-not-tested = not tested
concern-break = break in series
concern-none-before = no figure before
concern-above = above
concern-below = below
concern-similar = similar

## Offences by number, harm and concern: what the panel says of one

harm-number = Number
harm-weight = Weight
harm-harm = Harm
harm-concerned = Concerned
harm-none = none
harm-not-asked = not asked
# A value and its rank.
harm-with-rank = { $value } ({ $rank })
harm-rank-of = { $place } of { $count }
harm-joint-rank-of = joint { $place } of { $count }
harm-no-rank = no rank
harm-number-to-harm = Number to harm
harm-harm-to-concern = Harm to concern
harm-up = { $count ->
    [one] up 1 place
   *[other] up { $count } places
}
harm-down = { $count ->
    [one] down 1 place
   *[other] down { $count } places
}
harm-same-place = the same place

## Targets: the latest figure

target-awaiting-data = Awaiting data
target-due-on = due { $when }
target-since = since { $when }

## The program: work under way
##
## Each stands over a bar at the bottom of the window while the work is done.

job-opening = Opening { $file }
job-saving = Saving { $file }
job-reading = Reading { $file }
job-reading-again = Reading { $file } again
job-reading-several = Reading { $workbooks }
job-looking-at = Looking at { $file }
job-comparing = Comparing with { $file }
job-keeping-version = Keeping what is open as a version
job-looking-for-whole = Looking for a whole copy
job-listing-versions = Listing earlier versions
job-reading-version = Reading an earlier version
job-preparing-copy = Preparing a copy to share
job-exploring = Reading through the data
job-working-out = Working it out
job-slides = Working out the slides
job-story = Making “{ $story }”
job-laying-out = Laying out “{ $story }”
job-publishing = Publishing { $file }
job-looking-through = Looking through { $file }
job-refreshing = Refreshing { $file }
job-writing = Writing { $file }
job-opening-folder = Opening the folder
job-copying-chart = Copying the chart
job-remembering-layout = Remembering the layout
job-broken-title = Something went wrong in Bellwether
job-broken = “{ $work }” came to a stop. Your project is untouched; save it, and try again.
job-too-busy = The computer is too busy
job-not-started = No background work could be started: { $error }

## The program: the system’s dialogs for files

ask-open-project = Open a project
ask-import = Import workbooks
ask-boundaries = Load boundaries
ask-harm-weights = Load harm weights
ask-find-workbook = Find the workbook
ask-save-project = Save the project
ask-share-copy = Save a copy to share
ask-save-chart = Save the chart
ask-publish-folder = Publish the story into a folder
ask-publish = Publish the story
ask-refresh-deck = Refresh a presentation
ask-logo = Choose a logo
ask-failed = The file dialog could not be opened
files-projects = Bellwether projects
files-project = Bellwether project
files-workbooks = Workbooks
files-boundaries = Boundaries (GeoJSON)
files-logos = Logos
files-presentations = PowerPoint presentations
file-png = Picture (PNG)
file-svg = Drawing (SVG)
file-pdf = Page (PDF)
file-pptx = Slide (PowerPoint)
file-xlsx = Excel workbook
file-csv = Values (CSV)
publication-presentation = PowerPoint presentation
publication-slides = PDF, a page for each slide
publication-report = PDF, an A4 report
publication-folder = Folder of pictures and values
files-all = All files

## The program: what was done, and what there is nothing of

undo-done = Undone: { $step }
undo-nothing = There is nothing to undo
redo-done = Done again: { $step }
redo-nothing = There is nothing to do again
motion-less = Nothing slides or fades any more
motion-more = Things slide and fade again
black-and-white-on = Charts are shown in black and white, as they are printed
black-and-white-off = Charts are shown in colour again
guide-key = F1 opens the guide on any screen
nothing-to-break = Choose a measure first
nothing-to-copy-chart = There is no chart to copy yet
nothing-to-copy-values = There are no values to copy yet
nothing-to-show-values = There are no values to show yet
nothing-to-save-chart = There is no chart to save yet
nothing-to-add = There is no chart to add yet
nothing-to-present = There is no story to present yet
nothing-to-present-hidden = Every slide of this story is hidden
nothing-to-publish = There is no story to publish yet
nothing-to-refresh = This project has no story, so no presentation was published from it
example-not-opened = The example could not be opened
clipboard-chart = The chart is on the clipboard as a picture
clipboard-chart-failed = The chart could not be copied
clipboard-values = The values are on the clipboard as cells
clipboard-values-failed = The values could not be copied
values-not-shown = The values could not be shown
folder-show = Show in folder
folder-not-shown = No program shows folders here. It is at { $place }
written-not = { $file } could not be written
story-added = Added to “{ $story }”
story-screen = Stories
story-screen-one = Story — { $story }

## The program: importing

count-workbooks = { $count ->
    [one] 1 workbook
   *[other] { $count } workbooks
}
take-one-kind = Drop workbooks and projects one kind at a time: the project is opened
import-stopped = Stopped; nothing was imported
import-left = Nothing was imported
import-left-again = Import again
import-done = { $contents } imported from { $from }
import-done-to-check = { $contents } imported from { $from }; { $count } left to check
import-done-findings = What was found
import-failed = { $file } was not imported
import-failed-several = { $workbooks } were not imported
weights-none = { $file } gives no harm weights
boundaries-not-loaded = { $file } was not loaded
boundaries-loaded = { $count ->
    [one] Boundaries of 1 area loaded from { $file }
   *[other] Boundaries of { $count } areas loaded from { $file }
}
boundaries-loaded-notes = { $loaded }. { $notes }

## The program: the workbook behind a value

rows-stopped = Stopped
rows-unreadable = { $file } could not be read
rows-not-found = { $file } was not found
rows-no-longer-at = It is no longer at { $place }.
rows-not-beside = It does not lie beside the project’s file.
rows-place-unknown = Where it lies is not known.
rows-why-find = A project keeps the figures of a workbook and not the workbook itself. Find the file to see its rows; it must be the one that was imported, unchanged.
rows-changed = { $file } has changed since it was imported
rows-another = { $file } is not { $wanted }
rows-differs = The file at { $place } differs from the { $wanted } that was imported on { $day }, so that its cells may hold other figures. Find the file as it was then. If this is a newer return, import it.

## The program: stories that are published

publish-stopped = Nothing was published
publish-cannot = “{ $story }” cannot be published
publish-done = Published { $file }
refresh-stopped = Nothing was refreshed
refresh-cannot = { $file } cannot be refreshed
refresh-done = Refreshed { $file }
refresh-failed = { $file } was not refreshed

## The program: opening a project

when-yesterday-at = yesterday, { $time }
when-day-at = { $day }, { $time }
open-read-only = { $file } can only be read where it is. Save it under another name to keep changes
open-elsewhere = { $holder } has this project open as well. Whoever saves last is asked before anything is overwritten
open-copy = This is a copy without a file of its own yet: saving asks where to keep it
open-failed = { $file } was not opened
open-gone = There is no file any more at { $place }. It was moved, renamed or deleted; it is taken off the recent projects.
open-not-kept = What is open could not be kept as a version
in-use-title = { $file } is in use
in-use-about = It was opened by { $holder }, and is still open there. In a copy you can look at everything and change it without getting in each other’s way. If you open it anyway, you are told before one of you saves over the other.
in-use-about-since = It was opened by { $holder } { $when }, and is still open there. In a copy you can look at everything and change it without getting in each other’s way. If you open it anyway, you are told before one of you saves over the other.
holder-somebody = somebody
holder-on = { $user } on { $computer }
in-use-copy = Open a copy
in-use-anyway = Open anyway
whole-before = The version before it is whole and can be opened in its place.
whole-before-of = The version before it, saved { $when }, is whole and can be opened in its place.
whole-earlier = An earlier version of it is whole and can be opened in its place.
whole-earlier-of = An earlier version of it, saved { $when }, is whole and can be opened in its place.
whole-open = Open the earlier version
whole-opened = This is the earlier version. Save it to put it in the place of the file
file-damaged = { $file } is damaged
file-damaged-all-read = All workbooks could be read. What could be read is open as a copy, which is in no file yet: save it under another name. { $file } stays as it is.
file-damaged-some-read = { $read } of { $all } workbooks could be read. What could be read is open as a copy, which is in no file yet: save it under another name. { $file } stays as it is.
file-damaged-more = And { $count } more …
file-changed = { $file } is not as it was saved
file-changed-workbooks = Changed outside of Bellwether, or damaged: { $parts }. If nobody edited the file by hand, numbers in it may be wrong: import the workbooks named here again, or open an earlier version
file-changed-others = Changed outside of Bellwether, or damaged: { $parts }. If nobody edited the file by hand, open an earlier version
file-newer-parts = Parts of this project were made by a newer Bellwether. They are not shown here, and stay in the file: { $parts }
parts-and-more = { $parts } and { $count } more

## The program: saving a project, and its earlier versions

saved = Saved { $file }
saved-not = { $file } was not saved
saved-not-open-here = Your work is still open here.
saved-elsewhere = Save elsewhere…
saved-try-again = Try again
saved-version-not-kept = The version before could not be kept among the earlier versions: { $why }
saved-left-unlocked = An older version is not locked and could not be removed. Delete it yourself: { $place }
changed-noticed = { $file } was saved by somebody else since you opened it
changed-show = What differs
changed-meanwhile = meanwhile
versions-rule = The last { $latest } are kept, before them one a day for { $days } days, at most { $megabytes } MB in all
versions-save-first = Save the project first: from then on each save keeps the version before
versions-not-listed = The earlier versions could not be listed
versions-save-or-restore = Save the project first, or restore the version
versions-restored = This is the version of { $when } again. Save to keep it, undo to go back
count-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
versions-contents = { $workbooks }, { $values }, { $stories } with { $slides }
size-kilobytes = { $count } KB
size-megabytes = { $count } MB

## The program: locks, and copies to share

locked-from-now = Locked with the passphrase from this save on; older versions beside the file that are not locked are removed
unlock-remove-title = Remove the lock?
unlock-remove-about = Whoever has the file can then open it without a passphrase. It is saved at once.
unlock-remove = Remove and save
share-not-saved = The copy was not saved
share-own-place = It would take the place of the project itself, with all that it leaves out. Choose another name.

## The program: after a crash

recovery-renderer = The window could not be opened with { $failed } last time; it is drawn with { $drawn } now
recovery-cannot-keep = Unsaved work cannot be kept for a crash or a power cut: { $error }. Save the project yourself
recovery-damaged = { $count ->
    [one] A recovery file is damaged and cannot be read
   *[other] { $count } recovery files are damaged and cannot be read
}
recovery-locked = Unsaved work on “{ $project }” was kept, and is locked. Open the project with its passphrase to recover it
recovery-discard-title = Discard the unsaved work on “{ $project }”?
recovery-discard-about = It is deleted for good. What was saved before stays as it is.
recovery-discard-not = Keep it
recovery-discard-now = Discard
recovery-done = Recovered “{ $project }”. Save it to keep it
crash-ended = Bellwether ended last time without being closed
crash-show = Show the report

## The program: what draws the window, in About

about-renderer = Renderer: { $renderer }
about-renderer-none = Renderer: none (drawn without a window)
about-backend = Backend: { $name }
about-adapter = Adapter: { $name }
about-driver = Driver: { $name }
about-scale = Scale: { $percent }%
about-system = System: { $system } ({ $architecture })
about-read-here = Workbooks are read in this process, since no other could be started for them: { $reason }

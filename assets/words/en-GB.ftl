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
command-change-language-does = The menus and the import screen in Welsh; the rest follows

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

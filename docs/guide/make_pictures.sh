#!/bin/sh
# Draws the pictures of the guide from the program itself, with the example project. Needs no display.
#
#   docs/guide/make_pictures.sh [BELLWETHER]
#
# BELLWETHER is the program; target/debug/bellwether where none is given.
set -eu
cd "$(dirname "$0")/../.."
program=${1:-target/debug/bellwether}
example=sample_data/Nottinghamshire.bellwether
out=docs/guide/pictures
mkdir -p "$out"

draw() { # NAME, then what the program is asked for
    name=$1
    shift
    "$program" snapshot "$@" --size 1200x760 --out "$out/$name.png"
}

draw welcome --screen welcome
draw import --import sample_data/ashfield_police_return.xlsx
for screen in explore breakdown cross-tab districts change-table scorecard priority-cohorts; do
    draw "$screen" "$example" --screen "$screen"
done
for screen in story present brand; do
    draw "$screen" "$example" --screen "$screen"
done

# Few colours make small files; the pictures are the same without.
if command -v oxipng >/dev/null; then
    oxipng --opt 4 --strip all --quiet "$out"/*.png
fi

#!/bin/sh
# Draws the pictures of the guide from the program itself, with the example project. Needs no display, and Python
# with Pillow.
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
for screen in story present; do
    draw "$screen" "$example" --screen "$screen" --slide 2
done
draw brand "$example" --screen brand

# Few colours make small files; the pictures look the same.
python3 - "$out" <<'PYTHON'
import pathlib, sys
from PIL import Image

for file in sorted(pathlib.Path(sys.argv[1]).glob("*.png")):
    picture = Image.open(file)
    if picture.mode != "P":
        few = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
PYTHON

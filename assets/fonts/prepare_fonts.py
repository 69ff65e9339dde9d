#!/usr/bin/env python3
"""Makes the four bundled Inter files from the Debian package `fonts-inter` (3.19).

    apt-get install fonts-inter && pip install fonttools==4.68.0
    python3 assets/fonts/prepare_fonts.py /usr/share/fonts/opentype/inter assets/fonts

Two changes are made, the same in all four weights:
* the digits are the tabular ones, so that figures line up in
  columns wherever they are drawn, in programs that know nothing of OpenType features;
* characters outside the European Latin, Greek and symbol blocks are left out, and of the
  layout features only kerning and accents are kept, so that every renderer draws the same glyphs.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]
BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x036F), (0x0370, 0x03FF), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x27BF), (0xFFFD, 0xFFFD),
]


def tabular_digits(font: TTFont) -> None:
    """Maps each character that has a tabular form to that form."""
    gsub = font["GSUB"].table
    forms = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                forms.update(getattr(table, "ExtSubTable", table).mapping)
    wanted = {ord(c) for c in "0123456789"}
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if code in wanted and glyph in forms:
                table.cmap[code] = forms[glyph]


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    for weight in WEIGHTS:
        font = TTFont(source / f"Inter-{weight}.otf")
        tabular_digits(font)
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
        options.name_IDs = ["*"]
        options.notdef_outline = True
        options.hinting = False
        options.desubroutinize = True
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for low, high in BLOCKS for c in range(low, high + 1)])
        subsetter.subset(font)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(target / f"Inter-{weight}.otf")


if __name__ == "__main__":
    main()

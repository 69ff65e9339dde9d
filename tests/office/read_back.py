#!/usr/bin/env python3
"""Reads presentations back with python-pptx and openpyxl and compares them with the numbers that they were
given (the .json beside each .pptx, which the tests of `tests/pptx` leave)."""

import io
import json
import pathlib
import sys

import openpyxl
from openpyxl.utils import range_boundaries
from pptx import Presentation
from pptx.oxml.ns import qn


class Wrong(Exception):
    pass


def same(found, wanted, what):
    if found != wanted:
        raise Wrong(f"{what}: {found!r}, wanted {wanted!r}")


def close(found, wanted, what):
    found, wanted = list(found), list(wanted)
    fits = len(found) == len(wanted) and all(
        (a is None and b is None) or (a is not None and b is not None and abs(a - b) < 1e-9)
        for a, b in zip(found, wanted)
    )
    if not fits:
        raise Wrong(f"{what}: {found!r}, wanted {wanted!r}")


def cells(book, formula):
    """The cells that a formula of a chart names."""
    sheet, area = formula.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    held = book[sheet.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in held for value in row]


def cached(reference):
    """What a chart remembers of the cells that it names, with nothing where there was nothing."""
    cache = next(child for child in reference if child.tag.endswith("Cache"))
    count = int(cache.find(qn("c:ptCount")).get("val"))
    held = {int(point.get("idx")): point.find(qn("c:v")).text for point in cache.findall(qn("c:pt"))}
    is_numbers = cache.tag == qn("c:numCache")
    return [
        (float(held[place]) if is_numbers else held[place]) if place in held else None
        for place in range(count)
    ]


def check_chart(shape, wanted, where):
    chart = shape.chart
    root = chart._chartSpace
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    same(shape._element.nvGraphicFramePr.cNvPr.get("descr"), wanted["alt"], f"{where}: alt text")
    # Every reference into the workbook names cells that hold what the chart remembers.
    for reference in [*root.iter(qn("c:numRef")), *root.iter(qn("c:strRef"))]:
        formula = reference.find(qn("c:f")).text
        held = [None if value == "" else value for value in cells(book, formula)]
        remembered = cached(reference)
        if reference.tag == qn("c:numRef"):
            close(remembered, held, f"{where}: {formula}")
        else:
            same([value or None for value in remembered], held, f"{where}: {formula}")
    series = [held for plot in chart.plots for held in plot.series]
    is_dots = wanted["kind"] in ("DotsInRows", "Scatter")
    if wanted["kind"] == "DotsInRows":
        rows, series = series[0], series[1:]
        names = [label.find(f".//{qn('a:t')}").text for label in rows._element.iter(qn("c:dLbl"))]
        same(names, wanted["categories"], f"{where}: names of rows")
    elif not is_dots:
        same(list(chart.plots[0].categories), wanted["categories"], f"{where}: categories")
    same([held.name for held in series], [held["name"] for held in wanted["series"]], f"{where}: series")
    for found, held in zip(series, wanted["series"]):
        name = f"{where}: {held['name']}"
        if wanted["kind"] == "DotsInRows":
            across = cached(found._element.find(qn("c:xVal"))[0])
            close(across, held["values"], name)
        else:
            close(found.values, held["values"], name)
        if wanted["kind"] == "Scatter":
            close(cached(found._element.find(qn("c:xVal"))[0]), held["across"], f"{name}, across")
        bars = found._element.find(qn("c:errBars"))
        intervals = 0
        if bars is not None:
            above, below = (cached(bars.find(qn(f"c:{end}"))[0]) for end in ("plus", "minus"))
            intervals = sum(value is not None for value in above)
            same(sum(value is not None for value in below), intervals, f"{name}: ends of intervals")
        same(intervals, held["intervals"], f"{name}: intervals")


def check(path):
    wanted = json.loads(path.with_suffix(".json").read_text())
    deck = Presentation(path)
    same(deck.core_properties.title, wanted["title"], "title of the file")
    same(len(deck.slides), len(wanted["slides"]), "slides")
    charts = 0
    for number, (slide, held) in enumerate(zip(deck.slides, wanted["slides"]), 1):
        where = f"slide {number}"
        same(slide.shapes.title.text_frame.text, held["title"], f"{where}: title")
        same(slide.shapes[0].shape_id, slide.shapes.title.shape_id, f"{where}: what is read first")
        same(slide._element.get("show") == "0", held["hidden"], f"{where}: hidden")
        if held["notes"]:
            text = slide.notes_slide.notes_text_frame.text
            same(text, "\n".join(held["notes"]), f"{where}: notes")
        found = [shape for shape in slide.shapes if shape.has_chart]
        same(len(found), len(held["charts"]), f"{where}: charts")
        for shape, chart in zip(found, held["charts"]):
            check_chart(shape, chart, where)
            charts += 1
        tables = [len(shape.table.rows) for shape in slide.shapes if shape.has_table]
        same(tables, held["tables"], f"{where}: rows of tables")
        pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
        same(len(pictures), held["pictures"], f"{where}: pictures")
        for shape in slide.shapes:
            described = shape.has_chart or shape.has_table or shape.shape_type == 13
            if described and not shape._element.xpath(".//p:cNvPr/@descr"):
                raise Wrong(f"{where}: {shape.name} has no alt text")
    return charts


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.pptx"))
    if not paths:
        sys.exit("there are no presentations to read")
    failed = 0
    for path in paths:
        try:
            print(f"{path.name}: {check(path)} charts say what they were given")
        except Wrong as error:
            failed += 1
            print(f"{path.name}: {error}")
    sys.exit(failed)


if __name__ == "__main__":
    main()

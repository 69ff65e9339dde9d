"""The bare sums of a weighted cross-tab of one question by eight dimensions, by polars: the time of each of
several rounds in milliseconds, the median printed."""

import random
import statistics
import sys
import time

import polars

ROWS = int(sys.argv[1])
draw = random.Random(42)
codes = {"answer": draw.choices(range(6), k=ROWS)}
for dimension in range(8):
    codes[f"d{dimension}"] = draw.choices(range(2 + dimension), k=ROWS)
frame = polars.DataFrame(codes, schema=dict.fromkeys(codes, polars.UInt8)).with_columns(
    polars.Series("weight", [0.25 + thousandths / 1000 for thousandths in draw.choices(range(1500), k=ROWS)])
)
weight = polars.col("weight")
tables = [
    frame.lazy()
    .group_by(f"d{dimension}", "answer")
    .agg(polars.len(), weight.sum().alias("w"), (weight * weight).sum().alias("w2"))
    for dimension in range(8)
]
times = []
for _ in range(9):
    start = time.perf_counter()
    polars.collect_all(tables)
    times.append(1000 * (time.perf_counter() - start))
print(f"{statistics.median(times):.2f} ms, at least {min(times):.2f} ms, polars {polars.__version__}")

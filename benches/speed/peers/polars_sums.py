"""The bare sums of a weighted cross-tab of one question by eight dimensions, by polars: the time of each of
several rounds in milliseconds, the median printed."""

import statistics
import sys
import time

import numpy
import polars

ROWS = int(sys.argv[1])
random = numpy.random.default_rng(42)
columns = {"answer": random.integers(0, 6, ROWS, dtype=numpy.uint8)}
for dimension in range(8):
    columns[f"d{dimension}"] = random.integers(0, 2 + dimension, ROWS, dtype=numpy.uint8)
columns["weight"] = 0.25 + random.integers(0, 1500, ROWS) / 1000
frame = polars.DataFrame(columns)
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

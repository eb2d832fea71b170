"""Runs a query of docs/sql over a Parquet export, in the current folder; a row a line, tabs between.

usage: sql.py FILE.sql
"""
import pathlib
import sys

import duckdb

for row in duckdb.sql(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")).fetchall():
    print(*("" if value is None else value for value in row), sep="\t")

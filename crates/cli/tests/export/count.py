"""Counts the values of an export, a line each: kind, variable, value, count.

usage: count.py csv|excel|pyarrow|duckdb    in the folder that has csv/ and parquet/
"""
import sys

import duckdb
import pandas
import pyarrow.parquet

CODES = {"not_asked": 7, "dont_know": 8, "wont_say": 9}


def with_duckdb(name):
    return duckdb.sql(f"select * from 'parquet/{name}.parquet'").df()


READERS = {
    "csv": lambda name: pandas.read_csv(f"csv/{name}.csv", encoding="utf-8"),
    "excel": lambda name: pandas.read_csv(
        f"csv/{name}-excel.csv", sep=";", decimal=",", encoding="utf-8-sig"
    ),
    "pyarrow": lambda name: pyarrow.parquet.read_table(f"parquet/{name}.parquet").to_pandas(),
    "duckdb": with_duckdb,
}

read = READERS[sys.argv[1]]
wide, lists, answers = read("wide"), read("lists"), read("answers")

# A byte order mark that was not understood would be part of the first name.
assert list(wide.columns[:2]) == ["case_id", "person"], wide.columns
assert len(wide) == lists[["case_id", "person"]].drop_duplicates().shape[0]

for name in wide.select_dtypes("number").columns:
    if name != "person":
        for value, count in wide[name].dropna().round(4).value_counts().items():
            print("valid", name, value, count, sep="\t")

counting = answers[answers.list_id.isin(lists[lists.in_wide == 1].list_id)]
missing = counting[counting.missing.notna()]
names = (
    missing.moment.str.lower() + "_" + missing.rater.str[:3] + "_" + missing["item"].str.replace(".", "_")
)
for (name, reason), count in missing.groupby([names, "missing"]).size().items():
    print("missing", name, CODES[reason], count, sep="\t")
assert (counting.value.isna() == counting.missing.notna()).all()

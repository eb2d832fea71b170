"""Runs every query of docs/sql over Parquet exports and compares each number with `tables`.

usage: sql.py DOCS_SQL EXPORTS tables.csv     (the CSV made with --small-cells)

A table must have a query, or a reason in README.md why it has none; a column too. Prints what was compared, what is
wrong, and whether a query says something of one to four people.
"""
import collections, csv, json, math, os, pathlib, re, sys
import duckdb

queries, exports, tables = (pathlib.Path(path).resolve() for path in sys.argv[1:])

# The README's table: | `table` | [file](file) or a sentence | columns without SQL |
documented = {}
for line in (queries / "README.md").read_text(encoding="utf-8").splitlines():
    if found := re.match(r"\| `(\w+)` \| (.+?) \| (.*?) ?\|$", line):
        name, query, without = found.groups()
        documented[name] = (query, set(re.findall(r"`(\w+)`", without)))

cells = collections.defaultdict(dict)
for line in csv.DictReader(open(tables, encoding="utf-8", newline="")):
    table = cells[line["table"]]
    if line["column"]:
        table[line["row"], line["column"]] = line

os.chdir(exports)
# What is no number of cases.
STATISTICS = ["alpha", "mean", "deviation", "f", "df_1", "df_2", "epsilon", "difference", "t", "df", "cut_off_competences",
              "cut_off_social_capital", "r", "kappa", "difference_raters", "r_change", "r_end", "mean_panel", "mean_dropouts",
              "icc", "partners"]
wrong, compared, told = [], collections.Counter(), []
connection = duckdb.connect()
for views in ["views.sql", "views_cases.sql", "views_conditions.sql"]:
    connection.sql((queries / views).read_text(encoding="utf-8"))

def run(name):
    result = connection.execute((queries / f"{name}.sql").read_text(encoding="utf-8"))
    return [(column[0], str(column[1]).lower()) for column in result.description], result.fetchall()

def place(name, labels, moment, measure):
    """The cell of the CSV: by its row, or by its row without the moment, which is then in the column."""
    row = ".".join(labels)
    if moment is not None:
        short = ".".join(label for at, label in enumerate(labels) if at != moment)
        for other in [(short, f"{measure}.{labels[moment]}"), (short, measure)]:
            if other in cells[name]:
                return other
    return (row, measure)

def rows_of(name):
    columns, rows = run(name)
    texts = [at for at, (_, kind) in enumerate(columns) if kind in ("varchar", "string")]
    moments = [at for at in texts if columns[at][0] == "moment"]
    for row in rows:
        for at, (measure, _) in enumerate(columns):
            if at not in texts:
                yield place(name, [row[t] for t in texts], texts.index(moments[0]) if moments else None, measure), row[at]

for name, (query, without) in documented.items():
    if query.startswith("["):
        # As it is: nothing of one to four people, neither a number of them nor a statistic over them.
        for where, value in rows_of(name):
            cell = cells[name].get(where)
            count = cell and where[1].split(".")[0] not in STATISTICS and cell["value"]
            if value is not None and cell and any(0 < float(few) < 5 for few in [cell["n"], count] if few):
                told.append([name, *where, value])
for macro in ["said(cases) as cases", "part(cases, n) as cases", "share(cases, n) as cases", "known(statistic, n) as finite(statistic)"]:
    connection.sql(f"create or replace macro {macro}")

for name in cells:
    if name not in documented:
        wrong.append(f"{name}: is not in README.md")
        continue
    query, without = documented[name]
    if not query.startswith("["):
        continue
    given = dict(rows_of(name))
    for where, cell in cells[name].items():
        measure = where[1].split(".")[0]
        if measure in without:
            if where in given:
                wrong.append(f"{name} {where}: README.md says that it is not in SQL")
            continue
        if cell["value"] == "":
            if given.get(where) is not None:
                wrong.append(f"{name} {where}: {given[where]}, and tables says nothing")
            continue
        value = given.get(where)
        # Of what nobody has there is no row.
        value = 0.0 if value is None and float(cell["value"]) == 0 and cell["n"] in ("0", "") else value
        if value is None or not math.isclose(float(value), float(cell["value"]), rel_tol=1e-6, abs_tol=1e-9):
            wrong.append(f"{name} {where}: {value}, and tables has {cell['value']} (n = {cell['n']})")
        compared[name] += 1
    for where in given.keys() - cells[name].keys():
        wrong.append(f"{name} {where}: tables has no such cell")
for file in queries.glob("*.sql"):
    if not file.stem.startswith("views") and file.stem not in documented:
        wrong.append(f"{file.name}: is not in README.md")
print(json.dumps({"wrong": wrong, "compared": compared, "told": told}))

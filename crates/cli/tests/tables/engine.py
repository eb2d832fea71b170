"""Computes every table again, from the opened records, with other people's programs.

usage: engine.py records.ndjson tables.csv   (the CSV made with --small-cells)

Cronbach's alpha, analysis of variance, partial correlations: pingouin. t tests and Pearson's r: scipy.
Kappa: scikit-learn. The one-way analysis of variance: statsmodels. Nothing is taken from the program but
the raw answers, the plans and the numbers that are compared. Prints how many were.
"""
import csv, json, math, sys
from itertools import combinations
import numpy as np, pandas as pd, pingouin as pg
from scipy import stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

RATERS, MOMENTS = ["resident", "professional"], ["T1", "T2", "T3"]
SIZES = {("resident", "competences"): 8, ("resident", "social_capital"): 7,
         ("professional", "competences"): 6, ("professional", "social_capital"): 6}
NEEDED = {8: 6, 7: 6, 6: 5}
DOMAINS = ["finances", "daytime", "housing", "safety", "physical_health", "mental_health", "parenting", "education"]
VARIABLES = ["competences", "social_capital", "burden"]
NORM = {("resident", "competences"): 378, ("resident", "social_capital"): 329,
        ("professional", "competences"): 335, ("professional", "social_capital"): 291}
TYPES = ["reduce_burden", "strengthen_competences", "strengthen_network", "network_competences",
         "local_provision_competences", "trust"]
ACTORS = ["professional", "network", "local_provision", "specialist_care"]

SCALES = {"openness": ["r", "r", ""], "time": ["r"], "knowledge": [""], "cooperation": ["r", "r", "r"]}

cases, lists, plans, asked, work = {}, {}, {}, {}, {}
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    if record["kind"] == "case":
        cases[record["case_id"]] = record
    elif record["kind"] == "response" and record["completed"]:
        lists[record["case_id"], record["rater"], record["moment"]] = record
    elif record["kind"] == "plan":
        known = plans.get(record["case_id"])
        if known is None or known["revision"] < record["revision"]:
            plans[record["case_id"]] = record
    elif record["kind"] == "form_response" and record["completed"]:
        if record["case"]:
            asked[record["case"]["case_id"]] = record["answers"]
        else:
            work[record["pseudonym"]] = record["answers"]
consenting = [c for c, record in cases.items() if record["consents"]["research"]["given"]]
there = lambda c, m: any((c, r, m) in lists for r in RATERS)
panel = [c for c in consenting if all(there(c, m) for m in MOMENTS)]

def items(c, r, m, v):
    """The values of a component's items, None where there is none."""
    record = lists.get((c, r, m))
    if record is None:
        return None
    names = [f"burden.{d}" for d in DOMAINS] if v == "burden" else [f"{v}.{i + 1}" for i in range(SIZES[r, v])]
    return [a if isinstance(a := record["answers"][n], int) else None for n in names]

def score(c, r, m, v):
    values = items(c, r, m, v)
    given = [x for x in values or [] if x is not None]
    if v == "burden":
        return float(sum(x >= 4 for x in given)) if len(given) == 8 else None
    return sum(given) / len(given) if values and len(given) >= NEEDED[len(values)] else None

def change(c, r, a, b, v):
    """Over the items answered at both moments."""
    one, other = items(c, r, a, v), items(c, r, b, v)
    if one is None or other is None:
        return None
    both = [(x, y) for x, y in zip(one, other) if x is not None and y is not None]
    if v == "burden":
        return float(sum(y >= 4 for _, y in both) - sum(x >= 4 for x, _ in both)) if len(both) == 8 else None
    return (sum(y for _, y in both) - sum(x for x, _ in both)) / len(both) if len(both) >= NEEDED[len(one)] else None

expected = {}
def put(table, row, column, value, n=None):
    expected[table, row, column] = (float(value), n)

def part(table, row, column, count, n):
    put(table, row, column, count, n)

# Reliability.
for r, v in SIZES:
    for m in MOMENTS:
        people = [x for c in panel if (x := items(c, r, m, v)) and None not in x]
        put("alpha", f"{r}.{v}", f"alpha.{m}", pg.cronbach_alpha(pd.DataFrame(people))[0], len(people))
        put("alpha", f"{r}.{v}", f"n.{m}", len(people))

# Means and their tests.
for r in RATERS:
    for v in VARIABLES:
        rows = [row for c in panel if None not in (row := [score(c, r, m, v) for m in MOMENTS])]
        frame, n = pd.DataFrame(rows, columns=MOMENTS), len(rows)
        table = "severe" if v == "burden" else "means"
        put(table, f"{r}.{v}", "n", n)
        for m in MOMENTS:
            put(table, f"{r}.{v}", f"mean.{m}", frame[m].mean(), n)
            put(table, f"{r}.{v}", f"deviation.{m}", frame[m].std(), n)
        long = frame.reset_index().melt(id_vars="index", var_name="moment", value_name="score")
        found = pg.rm_anova(long, dv="score", within="moment", subject="index", correction=True, detailed=True)
        top, rest = found.iloc[0], found.iloc[1]
        # Its epsilon and corrected p are printed rounded in some versions; so both are asked for themselves.
        epsilon = pg.epsilon(frame, correction="gg")
        put("anova", f"{r}.{v}", "n", n)
        put("anova", f"{r}.{v}", "f", top["F"], n)
        put("anova", f"{r}.{v}", "df_1", top["DF"], n)
        put("anova", f"{r}.{v}", "df_2", rest["DF"], n)
        put("anova", f"{r}.{v}", "p", stats.f.sf(top["F"], top["DF"], rest["DF"]), n)
        put("anova", f"{r}.{v}", "epsilon", epsilon, n)
        put("anova", f"{r}.{v}", "p_corrected", stats.f.sf(top["F"], epsilon * top["DF"], epsilon * rest["DF"]), n)
        for a, b in combinations(MOMENTS, 2):
            test = stats.ttest_rel(frame[b], frame[a])
            row = f"{r}.{v}.{a}-{b}"
            for column, value in [("n", n), ("difference", (frame[b] - frame[a]).mean()), ("t", test.statistic),
                                  ("df", test.df), ("p", test.pvalue), ("p_bonferroni", min(1, 3 * test.pvalue))]:
                put("pairwise", row, column, value, n)

# Types. Whole numbers: mean >= cut-off is sum * 100 >= cut-off * answered.
def sums(c, r, m):
    both = []
    for v in VARIABLES[:2]:
        given = [x for x in items(c, r, m, v) or [] if x is not None]
        if score(c, r, m, v) is None:
            return None
        both.append((sum(given), len(given)))
    return both

def kind(pairs, cuts):
    strong = [s * 100 >= cut * k for (s, k), cut in zip(pairs, cuts)]
    return 1 + 2 * strong[0] + strong[1]

for r in RATERS:
    own = [NORM[r, v] for v in VARIABLES[:2]]
    at_start = [s for c in panel if (s := sums(c, r, "T1"))]
    medians = [100 * float(np.median([s[i][0] / s[i][1] for s in at_start])) for i in range(2)]
    for m in MOMENTS:
        found = [s for c in panel if (s := sums(c, r, m))]
        for name, cuts in [("study-t1", own), ("median", [x - 1e-9 for x in medians]), ("midpoint", [300, 300])]:
            kinds = [kind(s, cuts) for s in found]
            for number in range(1, 5):
                if name == "study-t1":
                    part("types", f"{r}.{m}", f"type_{number}", kinds.count(number), len(kinds))
                if m != "T2":
                    part("types_cut_offs", f"{r}.{m}.{name}", f"type_{number}", kinds.count(number), len(kinds))

# Severe domains.
for r in RATERS:
    for m in MOMENTS:
        rows = [x for c in panel if (x := items(c, r, m, "burden"))]
        for i, d in enumerate(DOMAINS):
            given = [x[i] for x in rows if x[i] is not None]
            part("domains", f"{r}.{d}", f"severe_share.{m}", sum(x >= 4 for x in given), len(given))
        for start in [3, 4, 5]:
            counts = [sum(y >= start for y in x) for x in rows if None not in x]
            put("severe_cut_offs", f"{r}.{start}", f"mean.{m}", np.mean(counts), len(counts))

# Change.
side = lambda x: "lower" if x < 0 else "higher" if x > 0 else "same"
for v in VARIABLES:
    for r in RATERS:
        for a, b in combinations(MOMENTS, 2):
            found = [side(x) for c in panel if (x := change(c, r, a, b, v)) is not None]
            for name in ["lower", "same", "higher"]:
                part("change", f"{r}.{v}.{a}-{b}", name, found.count(name), len(found))
    both = [(side(x), side(y)) for c in panel if (x := change(c, "resident", "T1", "T3", v)) is not None
            and (y := change(c, "professional", "T1", "T3", v)) is not None]
    for one in ["lower", "same", "higher"]:
        for other in ["lower", "same", "higher"]:
            part("change_both", f"{v}.{one}", other, both.count((one, other)), sum(x == one for x, _ in both))

# Agreement.
def pairs(say):
    found = [(x, y) for c in panel if (x := say(c, "resident")) is not None and (y := say(c, "professional")) is not None]
    return [np.array(side) for side in zip(*found)]

def together(table, row, say):
    one, other = pairs(say)
    test = stats.pearsonr(one, other)
    put(table, row, "n", len(one))
    put(table, row, "r", test.statistic, len(one))
    put(table, row, "p", test.pvalue, len(one))

for v in VARIABLES:
    for m in MOMENTS:
        together("agreement", f"{v}.{m}", lambda c, r: score(c, r, m, v))
    together("agreement", f"{v}.T1-T3", lambda c, r: change(c, r, "T1", "T3", v))
for m in MOMENTS:
    one, other = pairs(lambda c, r: kind(s, [NORM[r, v] for v in VARIABLES[:2]]) if (s := sums(c, r, m)) else None)
    part("agreement_types", m, "same_share", sum(one == other), len(one))
    put("agreement_types", m, "kappa", cohen_kappa_score(one, other), len(one))
for i, d in enumerate(DOMAINS):
    for m in ["T1", "T3"]:
        one, other = pairs(lambda c, r: x[i] if (x := items(c, r, m, "burden")) else None)
        part("agreement_domains", f"{d}.{m}", "same_share", sum(one == other), len(one))
        put("agreement_domains", f"{d}.{m}", "difference_raters", np.mean(one - other), len(one))
        put("agreement_domains", f"{d}.{m}", "r", stats.pearsonr(one, other).statistic, len(one))

# What was done: as was said afterwards, where of each type it was said whether it was used; or else the plan.
said = lambda c, item: asked.get(c, {}).get(item)
one = lambda c, item, form: a[form] if isinstance(a := said(c, item), dict) else None
told = lambda c: all(one(c, f"interventions.{t}.used", "yes_no") is not None for t in TYPES)
planned = [c for c in panel if c in plans or told(c)]
NOT_SAID = {"?"}
def actors(c, t):
    """Who takes part in a type: None when it is not used."""
    if told(c):
        if not one(c, f"interventions.{t}.used", "yes_no"):
            return None
        who = said(c, f"interventions.{t}.actors")
        return set(who["several"]) if isinstance(who, dict) else NOT_SAID
    used = [i for i in plans[c]["interventions"] if i["type"] == t]
    return set().union(*(i["actors"] for i in used)) or NOT_SAID if used else None
def role(c, who):
    said = [a for t in TYPES if (a := actors(c, t)) is not None]
    return None if NOT_SAID in said else sum(who in a for a in said)
number = lambda c: sum(actors(c, t) is not None for t in TYPES)
for t in TYPES:
    part("interventions", t, "share", sum(actors(c, t) is not None for c in planned), len(planned))
    known = [a for c in planned if (a := actors(c, t)) not in (None, NOT_SAID)]
    for who in ACTORS:
        part("partners", t, who, sum(who in a for a in known), len(known))
    mine = [len(a & set(ACTORS)) for a in known if "professional" in a]
    part("partners", t, "solo", sum(k == 1 for k in mine), len(mine))
    put("partners", t, "partners", np.mean(mine), len(mine))
for k in range(7):
    part("interventions_number", "types_used", str(k), sum(number(c) == k for c in planned), len(planned))
    for who in ACTORS:
        roles = [x for c in planned if (x := role(c, who)) is not None]
        part("with_professional", who, str(k), roles.count(k), len(roles))
for v, t in [("burden", TYPES[0]), ("competences", TYPES[1])] + [("social_capital", t) for t in TYPES[2:]]:
    rows = [(x, float(actors(c, t) is not None)) for c in planned if (x := score(c, "professional", "T1", v)) is not None]
    test = stats.pearsonr(*zip(*rows))
    put("targeting", f"{v}.{t}", "r", test.statistic, len(rows))
    put("targeting", f"{v}.{t}", "p", test.pvalue, len(rows))
for r in RATERS:
    last = [[f["reached"] for f in g["followed"] if f["rater"] == r] for c in panel if c in plans for g in plans[c]["goals"]]
    last = [x[-1] for x in last if x]
    for name, column in [("reached", "reached"), ("partly", "partly"), ("not", "not_reached"), ("no_longer_wanted", "no_longer_wanted")]:
        part("goals", r, column, last.count(name), len(last))

# The case questionnaire.
for table, section, rows in [("attention", "attention_capacity", ["competences", "network", "local_provision", "burden"]),
                             ("resident_view", "attention_view", ["reach", "main_problem", "best_approach", "other_approach"])]:
    for row in rows:
        yes = [x for c in panel if (x := one(c, f"{section}.{row}.given", "yes_no")) is not None]
        part(table, row, "attention", sum(yes), len(yes))
emphasis = lambda c: one(c, "emphasis.value", "scale")
bands = [x for c in panel if (x := emphasis(c)) is not None]
for column, band in [("more_burden", range(0, 4)), ("about_equal", range(4, 7)), ("more_capacity", range(7, 11))]:
    part("emphasis", "emphasis", column, sum(x in band for x in bands), len(bands))
put("emphasis", "emphasis", "mean", np.mean(bands), len(bands))
put("emphasis", "emphasis", "deviation", np.std(bands, ddof=1), len(bands))
for on in ["problems", "approach"]:
    for r in RATERS:
        values = [x for c in panel if (x := one(c, f"influence.{on}.{r}", "scale")) is not None]
        put("influence", f"influence_{on}.{r}", "mean", np.mean(values), len(values))
        put("influence", f"influence_{on}.{r}", "deviation", np.std(values, ddof=1), len(values))
for v in VARIABLES:
    rows = [(x, y) for c in panel if (x := score(c, "professional", "T1", v)) is not None and (y := emphasis(c)) is not None]
    test = stats.pearsonr(*zip(*rows))
    put("targeting", f"{v}.emphasis", "r", test.statistic, len(rows))
    put("targeting", f"{v}.emphasis", "p", test.pvalue, len(rows))

# The working conditions; "r" is turned.
def scale(who, name):
    answers = [work.get(who, {}).get(f"{name}.{i + 1}") for i in range(len(SCALES[name]))]
    if not all(isinstance(a, dict) for a in answers):
        return None
    return sum(6 - a["scale"] if turned else a["scale"] for a, turned in zip(answers, SCALES[name])) / len(answers)
for name in SCALES:
    values = [x for who in work if (x := scale(who, name)) is not None]
    put("conditions", name, "professionals", len(values))
    put("conditions", name, "mean", np.mean(values), len(values))
    put("conditions", name, "deviation", np.std(values, ddof=1), len(values))
whose = lambda c: next((lists[c, "professional", m]["pseudonym"] for m in MOMENTS if (c, "professional", m) in lists), None)
site = lambda c: one(c, "site.kind", "one") if told(c) else None
of_case = {"social_team": lambda c: float(site(c) == "social_team") if site(c) else None,
           "knowledge": lambda c: scale(whose(c), "knowledge"), "cooperation": lambda c: scale(whose(c), "cooperation")}
beside = {"emphasis": emphasis, "types_used": lambda c: number(c) if c in planned else None,
          "influence_problems": lambda c: one(c, "influence.problems.professional", "scale"),
          "influence_approach": lambda c: one(c, "influence.approach.professional", "scale"),
          "openness": lambda c: scale(whose(c), "openness")}
for a in of_case:
    for b in beside:
        rows = [(x, y) for c in panel if (x := of_case[a](c)) is not None and (y := beside[b](c)) is not None]
        test = stats.pearsonr(*zip(*rows))
        put("sites", f"{a}.{b}", "r", test.statistic, len(rows))
        put("sites", f"{a}.{b}", "p", test.pvalue, len(rows))

# What goes with success.
J = "professional"
factors = {"better_use": lambda c: float(actors(c, "local_provision_competences") is not None), "types_used": number,
           "role_network": lambda c: role(c, "network"), "role_local_provision": lambda c: role(c, "local_provision")}
factors = {name: lambda c, f=f: f(c) if c in planned else None for name, f in factors.items()}
factors |= {name: lambda c, name=name: scale(whose(c), name) for name in ["time", "knowledge", "cooperation"]}
factors |= {name: beside[name] for name in ["influence_problems", "influence_approach"]}
for v in VARIABLES:
    for name, factor in factors.items():
        start = lambda c, of: {f"start_{w}": score(c, J, "T1", w) for w in of}
        for suffix, n_column, outcome, of in [("change", "n", lambda c: change(c, J, "T1", "T3", v), VARIABLES),
                                              ("end", "n_end", lambda c: score(c, J, "T3", v), [v])]:
            frame = pd.DataFrame([{"x": factor(c), "y": outcome(c), **start(c, of)} for c in panel], dtype=float).dropna()
            found = pg.partial_corr(frame, x="x", y="y", covar=[f"start_{w}" for w in of])
            put("success", f"{v}.{name}", n_column, len(frame))
            put("success", f"{v}.{name}", f"r_{suffix}", found["r"].iloc[0], len(frame))
            put("success", f"{v}.{name}", f"p_{suffix}", found[[c for c in found if c.startswith("p")][0]].iloc[0], len(frame))

# Dropouts, and cases of one professional.
professional = lambda c: next((lists[c, J, m]["pseudonym"] for m in MOMENTS if (c, J, m) in lists), None)
for r in RATERS:
    for v in VARIABLES:
        stayed, left = ([x for c in consenting if (c in panel) == is_in and (x := score(c, r, "T1", v)) is not None]
                        for is_in in [True, False])
        test = stats.ttest_ind(left, stayed, equal_var=False)
        for column, value, n in [("n_panel", len(stayed), None), ("n_dropouts", len(left), None),
                                 ("mean_panel", np.mean(stayed), len(stayed)), ("mean_dropouts", np.mean(left), len(left)),
                                 ("difference", np.mean(left) - np.mean(stayed), None), ("t", test.statistic, None),
                                 ("df", test.df, None), ("p", test.pvalue, None)]:
            put("dropouts", f"{r}.{v}", column, value, n)
        frame = pd.DataFrame([{"y": x, "who": professional(c)} for c in panel
                              if professional(c) and (x := score(c, r, "T1", v)) is not None])
        table = anova_lm(ols("y ~ C(who)", frame).fit())
        between, within = table["mean_sq"]
        sizes = frame.groupby("who").size()
        size = (sizes.sum() - (sizes ** 2).sum() / sizes.sum()) / (len(sizes) - 1)
        put("nesting", f"{r}.{v}", "professionals", len(sizes))
        put("nesting", f"{r}.{v}", "icc", (between - within) / (between + (size - 1) * within), len(frame))
        put("nesting", f"{r}.{v}", "f", table["F"].iloc[0], len(frame))
        put("nesting", f"{r}.{v}", "p", table["PR(>F)"].iloc[0], len(frame))

found = {}
for line in csv.DictReader(open(sys.argv[2], encoding="utf-8", newline="")):
    if line["column"]:
        found[line["table"], line["row"], line["column"]] = line
wrong = []
for place, (value, n) in expected.items():
    cell = found.get(place)
    if cell is None or cell["value"] == "":
        wrong.append(f"{place}: {value}, but there is {cell and cell['shown']}")
    elif not math.isclose(float(cell["value"]), value, rel_tol=1e-6, abs_tol=1e-9) or (n is not None and int(cell["n"]) != n):
        wrong.append(f"{place}: {value} (n = {n}), but there is {cell['value']} (n = {cell['n']})")
# What nobody computed again; numbers of cases are compared with each statistic.
rest = [place for place in found if place not in expected and place[2].split(".")[0] not in ("n", "n_professional", "n_goals")
        and place[0] != "received" and not place[2].startswith("cut_off")]
print(json.dumps({"compared": len(expected), "wrong": wrong, "not_compared": [" ".join(p) for p in rest]}))

-- How much cases of one professional are alike at the start: ICC(1) from one-way analysis of variance.
with cases_of as (
  select rater, variable, professional, count(*) as k, avg(score) as mean, sum(score) as total,
    var_pop(score) * count(*) as squares
  from scores join professionals using (case_id)
  where moment = 'T1'
  group by rater, variable, professional
),
sums as (
  select
    rater, variable, count(*) as groups, sum(k) as n, sum(squares) as inside,
    sum(k * mean * mean) - sum(total) * sum(total) / sum(k) as outside,
    (sum(k) - sum(k * k) * 1.0 / sum(k)) / (count(*) - 1) as size
  from cases_of
  group by rater, variable
  having count(*) > 1 and sum(k) > count(*)
),
squares as (
  select rater, variable, groups, n, size, outside / (groups - 1) as outside, inside / (n - groups) as inside
  from sums
)
select
  rater, variable, said(n) as n, said(groups) as professionals,
  known((outside - inside) / (outside + (size - 1) * inside), n) as icc,
  known(outside / nullif(inside, 0), n) as f
from squares
order by rater, variable;

-- Those who left beside those who stayed, at the start: Welch's t.
with groups as (
  select
    rater, variable,
    count(p.case_id) as n1,
    count(*) - count(p.case_id) as n2,
    avg(case when p.case_id is not null then score end) as m1,
    avg(case when p.case_id is null then score end) as m2,
    var_samp(case when p.case_id is not null then score end) / nullif(count(p.case_id), 0) as e1,
    var_samp(case when p.case_id is null then score end) / nullif(count(*) - count(p.case_id), 0) as e2
  from everyone e left join panel p on p.case_id = e.case_id
  where moment = 'T1'
  group by rater, variable
)
select
  rater, variable,
  said(n1) as n_panel, known(m1, n1) as mean_panel,
  said(n2) as n_dropouts, known(m2, n2) as mean_dropouts,
  known(m2 - m1, least(n1, n2)) as difference,
  known((m2 - m1) / sqrt(e1 + e2), least(n1, n2)) as t,
  known((e1 + e2) ** 2 / (e1 ** 2 / (n1 - 1) + e2 ** 2 / (n2 - 1)), least(n1, n2)) as df
from groups
order by rater, variable;

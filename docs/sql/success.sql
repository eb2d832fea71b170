-- Tables 5.5 and 5.6: what goes with the change in the professional's judgement from T1 to T3, their three scores
-- at the start kept the same; and with the score at T3, that at T1 kept the same. Partial correlations, one control
-- after another: r of x and y given a is (xy - xa ya) / sqrt((1 - xa^2) (1 - ya^2)).
with start as (
  select
    case_id,
    max(case when variable = 'competences' then score end) as a,
    max(case when variable = 'social_capital' then score end) as b,
    max(case when variable = 'burden' then score end) as c
  from scores
  where rater = 'professional' and moment = 'T1'
  group by case_id
  having count(*) = 3
),
changed as (
  select
    s.variable, f.factor, count(*) as n,
    corr(f.value, s.difference) as xy, corr(f.value, a) as xa, corr(f.value, b) as xb, corr(f.value, c) as xc,
    corr(s.difference, a) as ya, corr(s.difference, b) as yb, corr(s.difference, c) as yc,
    corr(a, b) as ab, corr(a, c) as ac, corr(b, c) as bc
  from shifts s join factors f using (case_id) join start using (case_id)
  where s.rater = 'professional' and s.between_moments = 'T1-T3'
  group by s.variable, f.factor
),
given_a as (
  select
    variable, factor, n,
    (xy - xa * ya) / sqrt((1 - xa * xa) * (1 - ya * ya)) as xy,
    (xb - xa * ab) / sqrt((1 - xa * xa) * (1 - ab * ab)) as xb,
    (xc - xa * ac) / sqrt((1 - xa * xa) * (1 - ac * ac)) as xc,
    (yb - ya * ab) / sqrt((1 - ya * ya) * (1 - ab * ab)) as yb,
    (yc - ya * ac) / sqrt((1 - ya * ya) * (1 - ac * ac)) as yc,
    (bc - ab * ac) / sqrt((1 - ab * ab) * (1 - ac * ac)) as bc
  from changed
),
given_ab as (
  select
    variable, factor, n,
    (xy - xb * yb) / sqrt((1 - xb * xb) * (1 - yb * yb)) as xy,
    (xc - xb * bc) / sqrt((1 - xb * xb) * (1 - bc * bc)) as xc,
    (yc - yb * bc) / sqrt((1 - yb * yb) * (1 - bc * bc)) as yc
  from given_a
),
ended as (
  select
    e.variable, f.factor, count(*) as n,
    corr(f.value, e.score) as xy, corr(f.value, s.score) as xa, corr(e.score, s.score) as ya
  from scores e
  join scores s using (case_id, rater, variable)
  join factors f using (case_id)
  where e.rater = 'professional' and e.moment = 'T3' and s.moment = 'T1'
  group by e.variable, f.factor
)
select
  variable, factor,
  said(given_ab.n) as n,
  known(correlation((given_ab.xy - xc * yc) / sqrt((1 - xc * xc) * (1 - yc * yc))), given_ab.n) as r_change,
  said(ended.n) as n_end,
  known(correlation((ended.xy - xa * ya) / sqrt((1 - xa * xa) * (1 - ya * ya))), ended.n) as r_end
from given_ab left join ended using (variable, factor)
where factor not in ('emphasis', 'openness', 'social_team')
order by variable, factor;

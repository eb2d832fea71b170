-- Table 2.3: Cronbach's alpha, over people who answered every item of the scale.
with complete as (
  select case_id, rater, variable, moment, count(*) as k, sum(value) as total
  from items
  where variable <> 'burden'
  group by case_id, rater, variable, moment
  having count(*) = case when rater = 'professional' then 6 when variable = 'competences' then 8 else 7 end
),
of_items as (
  select rater, variable, moment, sum(variance) as variances
  from (
    select i.rater, i.variable, i.moment, i.item, var_samp(i.value) as variance
    from items i join complete using (case_id, rater, variable, moment)
    group by i.rater, i.variable, i.moment, i.item
  )
  group by rater, variable, moment
),
of_totals as (
  select rater, variable, moment, count(*) as n, max(k) as k, var_samp(total) as variance
  from complete
  group by rater, variable, moment
)
select
  rater, variable, moment, said(n) as n,
  known(k / (k - 1.0) * (1 - variances / variance), n) as alpha
from of_totals join of_items using (rater, variable, moment)
order by rater, variable, moment;

-- The means of each two moments: paired t tests.
with pairs as (
  select rater, variable, 'T1-T2' as between_moments, t2 - t1 as difference from followed
  union all
  select rater, variable, 'T2-T3', t3 - t2 from followed
  union all
  select rater, variable, 'T1-T3', t3 - t1 from followed
)
select
  rater, variable, between_moments, said(count(*)) as n,
  known(avg(difference), count(*)) as difference,
  known(avg(difference) / nullif(stddev_samp(difference), 0) * sqrt(count(*)), count(*)) as t,
  known(count(*) - 1, count(*)) as df
from pairs
group by rater, variable, between_moments
order by rater, variable, between_moments;

-- Table 4.4: the resident's influence, 0 to 10, in the professional's judgement and in their own.
with answered as (
  select 'influence_problems' as about, 'professional' as rater, influence_problems_professional as influence from asked
  union all
  select 'influence_problems', 'resident', influence_problems_resident from asked
  union all
  select 'influence_approach', 'professional', influence_approach_professional from asked
  union all
  select 'influence_approach', 'resident', influence_approach_resident from asked
)
select
  about, rater, said(count(influence)) as n,
  known(avg(influence), count(influence)) as mean,
  known(stddev_samp(influence), count(influence)) as deviation
from answered
group by about, rater
order by about, rater;

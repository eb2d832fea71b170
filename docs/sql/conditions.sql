-- Figures 4.2 and 4.4 to 4.6: working conditions, a mean over professionals; high is favourable. Of fewer than ten
-- professionals nothing is said.
with scales as (
  select 'openness' as scale, openness as score from conditions
  union all
  select 'time', time from conditions
  union all
  select 'knowledge', knowledge from conditions
  union all
  select 'cooperation', cooperation from conditions
)
select
  scale, count(score) as professionals, avg(score) as mean, stddev_samp(score) as deviation
from scales
group by scale
having count(score) >= 10
order by scale;

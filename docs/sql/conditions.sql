-- Figures 4.2 and 4.4 to 4.6: working conditions, a mean over professionals; high is favourable. Of fewer than ten
-- professionals nothing is said.
with scales as (
  select 'openness' as scale, openness as score, employee from conditions
  union all
  select 'time', time, employee from conditions
  union all
  select 'knowledge', knowledge, employee from conditions
  union all
  select 'cooperation', cooperation, employee from conditions
)
select
  scale, count(score) as professionals, avg(score) as mean, stddev_samp(score) as deviation
from scales
group by scale
having count(distinct case when score is not null then employee end) >= 10
order by scale;

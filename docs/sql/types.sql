-- Types of capacity, per rater and moment: tables 3.3 and 3.6.
-- 1 weak, 2 single: social capital, 3 single: competences, 4 double capacity.
-- In the folder of a Parquet export: duckdb < types.sql
with typed as (
  select rater, moment, type
  from 'lists.parquet'
  where in_wide = 1 and type is not null
),
counted as (
  select rater, moment, type, count(*) as n
  from typed
  group by rater, moment, type
)
select
  rater,
  moment,
  type,
  -- Fewer than five people are not shown.
  case when n >= 5 then n end as n,
  case when n >= 5 then n / sum(n) over (partition by rater, moment) end as share
from counted
order by rater, moment, type;

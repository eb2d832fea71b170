-- Life domains with a severe problem (4 or 5), per rater and moment: the mean number, as in figures 3.7
-- and 3.9, under "all"; and for each domain the share of those who answered it, as in 3.8 and 3.10.
-- In the folder of a Parquet export: duckdb < severe_domains.sql
with domains as (
  select a.rater, a.moment, a.item, count(*) as n, avg((a.value >= 4)::int) as severe
  from 'answers.parquet' a
  join 'lists.parquet' l using (list_id)
  where l.in_wide = 1 and a.item like 'burden.%' and a.value is not null
  group by a.rater, a.moment, a.item
),
numbers as (
  select rater, moment, 'all' as item, count(severe_domains) as n, avg(severe_domains) as severe
  from 'lists.parquet'
  where in_wide = 1
  group by rater, moment
)
select * from numbers where n >= 5
union all
select * from domains where n >= 5
order by rater, moment, item;

-- The mean number of domains from 3, 4 and 5 on, of who answered all eight.
with answered as (
  select
    case_id, rater, moment,
    count(case when value >= 3 then 1 end) as from_3,
    count(case when value >= 4 then 1 end) as from_4,
    count(case when value >= 5 then 1 end) as from_5
  from items
  where variable = 'burden'
  group by case_id, rater, moment
  having count(*) = 8
),
numbers as (
  select rater, moment, '3' as severe_from, from_3 as domains from answered
  union all
  select rater, moment, '4', from_4 from answered
  union all
  select rater, moment, '5', from_5 from answered
)
select rater, severe_from, moment, said(count(*)) as n, known(avg(domains), count(*)) as mean
from numbers
group by rater, severe_from, moment
order by rater, severe_from, moment;

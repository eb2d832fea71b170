-- Means of the two components, per rater and moment: what tables 3.1, 3.2, 3.4 and 3.5 begin with.
-- In the folder of a Parquet export: duckdb < means.sql
-- Only lists that are in the wide form count: one for each person, rater and moment.
select
  rater,
  moment,
  count(competences) as competences_n,
  avg(competences) as competences,
  stddev_samp(competences) as competences_sd,
  count(social_capital) as social_capital_n,
  avg(social_capital) as social_capital,
  stddev_samp(social_capital) as social_capital_sd
from 'lists.parquet'
where in_wide = 1
group by rater, moment
having count(competences) >= 5 and count(social_capital) >= 5
order by rater, moment;

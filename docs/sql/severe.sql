-- Figures 3.7 and 3.9: the mean number of severe domains, of those who have it at all three moments.
select
  rater, variable, moment, said(count(*)) as n,
  known(avg(score), count(*)) as mean,
  known(stddev_samp(score), count(*)) as deviation
from scores join followed using (case_id, rater, variable)
where variable = 'burden'
group by rater, variable, moment
order by rater, variable, moment;

-- Tables 3.1, 3.2, 3.4 and 3.5: means of the two components, of those who have a score at all three moments.
select
  rater, variable, moment, said(count(*)) as n,
  known(avg(score), count(*)) as mean,
  known(stddev_samp(score), count(*)) as deviation
from scores join followed using (case_id, rater, variable)
where variable <> 'burden'
group by rater, variable, moment
order by rater, variable, moment;

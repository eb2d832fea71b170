-- Figure 4.1b: the emphasis between burden (0) and capacity (10); 4 to 6 is about equal.
select
  'emphasis' as about, said(count(emphasis_value)) as n,
  part(count(case when emphasis_value < 4 then 1 end), count(emphasis_value)) as more_burden,
  part(count(case when emphasis_value between 4 and 6 then 1 end), count(emphasis_value)) as about_equal,
  part(count(case when emphasis_value > 6 then 1 end), count(emphasis_value)) as more_capacity,
  known(avg(emphasis_value), count(emphasis_value)) as mean,
  known(stddev_samp(emphasis_value), count(emphasis_value)) as deviation
from asked;

-- Tables 5.1 to 5.3: who went down, stayed exactly the same, went up, as numbers of people of n.
select
  rater, variable, between_moments, said(count(*)) as n,
  part(count(case when difference < 0 then 1 end), count(*)) as lower,
  part(count(case when difference = 0 then 1 end), count(*)) as same,
  part(count(case when difference > 0 then 1 end), count(*)) as higher
from shifts
group by rater, variable, between_moments
order by rater, variable, between_moments;

-- Figures 3.8 and 3.10: who calls a life domain severe (4 or 5), as numbers of people of n.
select
  rater, split_part(item, '.', 2) as domain, moment, said(count(*)) as n,
  share(sum(severe), count(*)) as severe_share
from items
where variable = 'burden'
group by rater, item, moment
order by rater, domain, moment;

-- The same answer by both raters about a life domain, of n; the resident's minus the professional's; Pearson's r.
select
  split_part(item, '.', 2) as domain, moment as occasion, said(count(*)) as n,
  share(count(case when r.value = p.value then 1 end), count(*)) as same_share,
  known(avg(r.value - p.value), count(*)) as difference_raters,
  known(corr(r.value, p.value), count(*)) as r
from items r
join items p using (case_id, item, moment)
where r.rater = 'resident' and p.rater = 'professional' and r.variable = 'burden' and moment <> 'T2'
group by item, moment
order by domain, occasion;

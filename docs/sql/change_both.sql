-- Figure 1b: the professional's change, by the resident's.
select
  variable,
  case when r.difference < 0 then 'lower' when r.difference = 0 then 'same' else 'higher' end as resident,
  said(count(*)) as n,
  part(count(case when p.difference < 0 then 1 end), count(*)) as lower,
  part(count(case when p.difference = 0 then 1 end), count(*)) as same,
  part(count(case when p.difference > 0 then 1 end), count(*)) as higher
from shifts r
join shifts p using (case_id, variable, between_moments)
where r.rater = 'resident' and p.rater = 'professional' and between_moments = 'T1-T3'
group by variable, resident
order by variable, resident;

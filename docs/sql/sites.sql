-- Tables 4.9 to 4.11: the kind of site, knowledge and cooperation beside what was done in a case: Pearson's r.
select
  one.factor as site, other.factor as beside, said(count(*)) as n,
  known(corr(one.value, other.value), count(*)) as r
from factors one
join factors other using (case_id)
where one.factor in ('social_team', 'knowledge', 'cooperation')
  and other.factor in ('emphasis', 'types_used', 'influence_problems', 'influence_approach', 'openness')
group by one.factor, other.factor
order by site, beside;

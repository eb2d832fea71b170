-- Table 5.4: resident and professional at each moment, and their change from T1 to T3: Pearson's r.
with both_raters as (
  select r.variable, r.moment as occasion, r.score as resident, p.score as professional
  from scores r join scores p using (case_id, variable, moment)
  where r.rater = 'resident' and p.rater = 'professional'
  union all
  select r.variable, r.between_moments, r.difference, p.difference
  from shifts r join shifts p using (case_id, variable, between_moments)
  where r.rater = 'resident' and p.rater = 'professional' and r.between_moments = 'T1-T3'
)
select variable, occasion, said(count(*)) as n, known(corr(resident, professional), count(*)) as r
from both_raters
group by variable, occasion
order by variable, occasion;

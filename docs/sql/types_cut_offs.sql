-- The types with other cut-offs: those of the study, the medians at T1, the midpoint of the scale.
with both_scored as (
  select rater, moment, competences, social_capital
  from lists join panel using (case_id)
  where competences is not null and social_capital is not null
),
cut_offs as (
  select 'resident' as rater, 'study-t1' as norm, 3.78 as c, 3.29 as s
  union all
  select 'professional', 'study-t1', 3.35, 2.91
  union all
  select distinct rater, 'midpoint', 3, 3 from both_scored
  union all
  select rater, 'median', median(competences), median(social_capital)
  from both_scored where moment = 'T1' group by rater
),
-- Means are fractions of at most 8: what differs less than this is the same.
typed as (
  select
    b.rater, b.moment, o.norm, o.c, o.s,
    1 + case when competences >= c - 1e-9 then 2 else 0 end
      + case when social_capital >= s - 1e-9 then 1 else 0 end as type
  from both_scored b join cut_offs o on o.rater = b.rater
  where b.moment <> 'T2'
)
select
  rater, moment, norm,
  max(case when norm <> 'median' then c else known(round(c, 4), all_at_start) end) as cut_off_competences,
  max(case when norm <> 'median' then s else known(round(s, 4), all_at_start) end) as cut_off_social_capital,
  said(count(*)) as n,
  part(count(case when type = 1 then 1 end), count(*)) as type_1,
  part(count(case when type = 2 then 1 end), count(*)) as type_2,
  part(count(case when type = 3 then 1 end), count(*)) as type_3,
  part(count(case when type = 4 then 1 end), count(*)) as type_4
from typed
join (select rater, count(*) as all_at_start from both_scored where moment = 'T1' group by rater) using (rater)
group by rater, moment, norm
order by rater, moment, norm;

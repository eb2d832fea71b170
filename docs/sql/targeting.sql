-- Tables 4.6 to 4.8: what the professional saw at the start beside whether the matching type of intervention was
-- used, and beside the emphasis: Pearson's r.
with beside as (
  select case_id, type as about, used as value, case type
      when 'reduce_burden' then 'burden'
      when 'strengthen_competences' then 'competences'
      else 'social_capital'
    end as variable
  from interventions
  union all
  select a.case_id, 'emphasis', a.emphasis_value, v.variable
  from asked a cross join (select distinct variable from scores) v
  where a.emphasis_value is not null
)
select
  variable, about, said(count(*)) as n, known(corr(score, value), count(*)) as r
from scores join beside using (case_id, variable)
where rater = 'professional' and moment = 'T1'
group by variable, about
order by variable, about;

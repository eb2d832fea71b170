-- Table 4.3: attention for what the resident finds: who said yes, of n who said yes or no.
with answered as (
  select 'reach' as about, attention_view_reach_given as given from asked
  union all
  select 'main_problem', attention_view_main_problem_given from asked
  union all
  select 'best_approach', attention_view_best_approach_given from asked
  union all
  select 'other_approach', attention_view_other_approach_given from asked
)
select
  about, said(count(given)) as n,
  share(sum(given), count(given)) as attention
from answered
group by about
order by about;

-- Figure 4.3: in how many types of intervention each takes part, as numbers of cases of n.
with involved as (
  select 'professional' as actor, involved_professional as types from asked
  union all
  select 'network', involved_network from asked
  union all
  select 'local_provision', involved_local_provision from asked
  union all
  select 'specialist_care', involved_specialist_care from asked
)
select
  actor, said(count(types)) as n,
  part(count(case when types = 0 then 1 end), count(types)) as "0",
  part(count(case when types = 1 then 1 end), count(types)) as "1",
  part(count(case when types = 2 then 1 end), count(types)) as "2",
  part(count(case when types = 3 then 1 end), count(types)) as "3",
  part(count(case when types = 4 then 1 end), count(types)) as "4",
  part(count(case when types = 5 then 1 end), count(types)) as "5",
  part(count(case when types = 6 then 1 end), count(types)) as "6"
from involved
group by actor
order by actor;

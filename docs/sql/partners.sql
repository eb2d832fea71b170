-- Table 4.5: who takes part in a type of intervention, of n of which it was said; of those with the professional, in
-- how many they are alone, and the mean number of the four.
with took_part as (
  select *, professional + network + local_provision + specialist_care as partners
  from interventions
  where used = 1 and professional is not null
)
select
  type, said(count(*)) as n,
  share(sum(professional), count(*)) as professional,
  share(sum(network), count(*)) as network,
  share(sum(local_provision), count(*)) as local_provision,
  share(sum(specialist_care), count(*)) as specialist_care,
  said(sum(professional)) as n_professional,
  share(count(case when professional = 1 and partners = 1 then 1 end), sum(professional)) as solo,
  known(avg(case when professional = 1 then partners end), sum(professional)) as partners
from took_part
group by type
order by type;

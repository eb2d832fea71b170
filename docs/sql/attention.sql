-- Table 4.1: attention for capacity when the question was clarified: who said yes, of n who said yes or no.
with answered as (
  select 'competences' as about, attention_capacity_competences_given as given from asked
  union all
  select 'network', attention_capacity_network_given from asked
  union all
  select 'local_provision', attention_capacity_local_provision_given from asked
  union all
  select 'burden', attention_capacity_burden_given from asked
)
select
  about, said(count(given)) as n,
  share(sum(given), count(given)) as attention
from answered
group by about
order by about;

-- Table 4.2: in how many cases each type of intervention was used, of n.
select
  type, said(count(*)) as n,
  share(sum(used), count(*)) as share
from interventions
group by type
order by type;

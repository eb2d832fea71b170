-- What the queries about the case questionnaire read; after views.sql, and only where there is a cases.parquet.

-- The last one of each person of the panel.
create or replace view asked as
select * from (
  select c.*, row_number() over (partition by c.case_id order by c.moment desc) as place
  from read_parquet('**/cases.parquet') c
  join panel p on p.case_id = c.case_id
  where c.person = '1'
) where place = 1;

-- A row a person and type of intervention, where of all six it was said whether they were used. Who took part is
-- null where it was not said.
create or replace view interventions as
select
  case_id, 'reduce_burden' as type, interventions_reduce_burden_used as used,
  interventions_reduce_burden_actors_professional as professional,
  interventions_reduce_burden_actors_network as network,
  interventions_reduce_burden_actors_local_provision as local_provision,
  interventions_reduce_burden_actors_specialist_care as specialist_care
from asked where types_used is not null
union all
select
  case_id, 'strengthen_competences' as type, interventions_strengthen_competences_used as used,
  interventions_strengthen_competences_actors_professional as professional,
  interventions_strengthen_competences_actors_network as network,
  interventions_strengthen_competences_actors_local_provision as local_provision,
  interventions_strengthen_competences_actors_specialist_care as specialist_care
from asked where types_used is not null
union all
select
  case_id, 'strengthen_network' as type, interventions_strengthen_network_used as used,
  interventions_strengthen_network_actors_professional as professional,
  interventions_strengthen_network_actors_network as network,
  interventions_strengthen_network_actors_local_provision as local_provision,
  interventions_strengthen_network_actors_specialist_care as specialist_care
from asked where types_used is not null
union all
select
  case_id, 'network_competences' as type, interventions_network_competences_used as used,
  interventions_network_competences_actors_professional as professional,
  interventions_network_competences_actors_network as network,
  interventions_network_competences_actors_local_provision as local_provision,
  interventions_network_competences_actors_specialist_care as specialist_care
from asked where types_used is not null
union all
select
  case_id, 'local_provision_competences' as type, interventions_local_provision_competences_used as used,
  interventions_local_provision_competences_actors_professional as professional,
  interventions_local_provision_competences_actors_network as network,
  interventions_local_provision_competences_actors_local_provision as local_provision,
  interventions_local_provision_competences_actors_specialist_care as specialist_care
from asked where types_used is not null
union all
select
  case_id, 'trust' as type, interventions_trust_used as used,
  interventions_trust_actors_professional as professional,
  interventions_trust_actors_network as network,
  interventions_trust_actors_local_provision as local_provision,
  interventions_trust_actors_specialist_care as specialist_care
from asked where types_used is not null;

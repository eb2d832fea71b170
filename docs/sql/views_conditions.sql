-- What the queries about working conditions read; after the other views, and only where there is a
-- conditions.parquet. They are joined to cases by the professional's name, which only an export with
-- --keep-small-groups has.

create or replace view conditions as
select *, parse_dirpath(filename) || professional as who
from read_parquet('**/conditions.parquet', filename = true);

-- What goes with a case: a row a person of the panel and factor.
create or replace view factors as
select case_id, factor, value from (
  select case_id, 'emphasis' as factor, cast(emphasis_value as double) as value from asked
  union all
  select case_id, 'influence_problems', influence_problems_professional from asked
  union all
  select case_id, 'influence_approach', influence_approach_professional from asked
  union all
  select case_id, 'types_used', types_used from asked
  union all
  select case_id, 'role_network', involved_network from asked
  union all
  select case_id, 'role_local_provision', involved_local_provision from asked
  union all
  select case_id, 'better_use', used from interventions where type = 'local_provision_competences'
  union all
  select case_id, 'social_team', case site_kind when 'social_team' then 1 when 'organisation' then 0 end
  from asked where types_used is not null
  union all
  select p.case_id, 'time', c.time from panel p join professionals f using (case_id) join conditions c on c.who = f.professional
  union all
  select p.case_id, 'knowledge', c.knowledge from panel p join professionals f using (case_id) join conditions c on c.who = f.professional
  union all
  select p.case_id, 'cooperation', c.cooperation from panel p join professionals f using (case_id) join conditions c on c.who = f.professional
  union all
  select p.case_id, 'openness', c.openness from panel p join professionals f using (case_id) join conditions c on c.who = f.professional
) where value is not null;

-- What the queries about working conditions read; after the other views, and only where there is a
-- conditions.parquet. They are joined to cases by the professional's name, which only an export with
-- --keep-small-groups has.

-- A row a professional. Who gave no name, or whose name the export left out, is somebody else in each row, and goes
-- with no case.
create or replace view conditions as
select
  *,
  parse_dirpath(filename) || '/' || nullif(professional, '<5') as who,
  coalesce(parse_dirpath(filename) || '/' || nullif(professional, '<5'), 'row ' || row_number() over ()) as employee
from read_parquet('**/conditions.parquet', filename = true);

-- What the first professional of a case of the panel said: of fewer than ten of them nothing.
create or replace view conditions_of_cases as
with joined as (
  select p.case_id, c.who, c.time, c.knowledge, c.cooperation, c.openness
  from panel p join professionals f using (case_id) join conditions c on c.who = f.professional
)
select * from joined where (select count(distinct who) from joined) >= 10;

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
  select case_id, 'time', time from conditions_of_cases
  union all
  select case_id, 'knowledge', knowledge from conditions_of_cases
  union all
  select case_id, 'cooperation', cooperation from conditions_of_cases
  union all
  select case_id, 'openness', openness from conditions_of_cases
) where value is not null;

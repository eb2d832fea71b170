-- What the queries here read: Parquet exports in this folder and in the folders below it, such as one for each
-- organisation. Read this file first; views_cases.sql and views_conditions.sql too where the queries need them.
-- Who counts is who counts in `draagkracht tables`: the person who asked, with the list that counts, and the
-- panel, of whom there is a list at T1, T2 and T3.

-- Of one to four people nothing is said; none may be. A number of people; a part of n; a share of n, of whom
-- those outside it can be counted too; a statistic over n people.
create or replace macro said(cases) as case when cases = 0 or cases >= 5 then cases end;
create or replace macro part(cases, n) as case when said(cases) + said(n) is not null then cases end;
create or replace macro share(cases, n) as case when part(cases, n) + said(n - cases) is not null then cases end;
-- A number divided by nothing is none.
create or replace macro finite(statistic) as case when isfinite(cast(statistic as double)) then statistic end;
create or replace macro known(statistic, n) as case when n >= 5 then finite(statistic) end;

-- A correlation that was worked out in steps: rounding may lead a little beyond -1 and 1.
create or replace macro correlation(r) as case when finite(r) is not null then greatest(-1.0, least(1.0, r)) end;

-- A row a list. The folder is the organisation: two of them may have a professional with the same name. A case that
-- is in two folders would count twice.
create or replace view lists as
select * from (
  select
    *,
    parse_dirpath(filename) as organisation,
    min(parse_dirpath(filename)) over (partition by case_id) as first_folder,
    max(parse_dirpath(filename)) over (partition by case_id) as last_folder
  from read_parquet('**/lists.parquet', filename = true)
  where in_wide = 1 and person = '1'
)
where case
  when first_folder = last_folder then true
  else error('a case is in the folder "' || first_folder || '" and in "' || last_folder
    || '": keep one export of each organisation') end;

create or replace view panel as
select case_id from lists group by case_id having count(distinct moment) = 3;

-- A row a person, rater, moment and number, of everyone.
create or replace view everyone as
select case_id, rater, moment, 'competences' as variable, competences as score from lists
where competences is not null
union all
select case_id, rater, moment, 'social_capital', social_capital from lists
where social_capital is not null
union all
select case_id, rater, moment, 'burden', cast(severe_domains as double) from lists
where severe_domains is not null;

-- The same of the panel.
create or replace view scores as select e.* from everyone e join panel using (case_id);

-- Of whom there is a score at every moment: a row a person, rater and number.
create or replace view followed as
select
  case_id, rater, variable,
  max(case when moment = 'T1' then score end) as t1,
  max(case when moment = 'T2' then score end) as t2,
  max(case when moment = 'T3' then score end) as t3
from scores
group by case_id, rater, variable
having count(*) = 3;

-- Answers with a value, of the panel.
create or replace view items as
select
  a.case_id, a.rater, a.moment, a.item, a.value,
  split_part(a.item, '.', 1) as variable,
  case when a.value >= 4 then 1 else 0 end as severe
from read_parquet('**/answers.parquet') a
join lists l using (list_id)
join panel p on p.case_id = a.case_id
where a.value is not null;

-- What became of a number, on the items that were answered at both moments.
create or replace view shifts as
select
  b.case_id, b.rater, b.variable,
  b.moment || '-' || a.moment as between_moments,
  case when b.variable = 'burden' then sum(a.severe) - sum(b.severe)
       else (sum(a.value) - sum(b.value)) * 1.0 / count(*) end as difference
from items b
join items a on a.case_id = b.case_id and a.rater = b.rater and a.item = b.item and b.moment < a.moment
group by b.case_id, b.rater, b.variable, b.moment, a.moment
having count(*) >= case when b.variable = 'burden' then 8 when b.rater = 'resident' then 6 else 5 end;

-- The first professional of a case. '<5' is a name that the export left out.
create or replace view professionals as
select case_id, professional from (
  select
    case_id,
    organisation || '/' || professional as professional,
    row_number() over (partition by case_id order by moment) as place
  from lists
  where rater = 'professional' and professional <> '<5'
) where place = 1;

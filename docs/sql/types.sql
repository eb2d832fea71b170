-- Tables 3.3 and 3.6: the types of capacity by the norm of the study, as numbers of people of n.
-- 1 weak, 2 single: social capital, 3 single: competences, 4 double capacity.
select
  rater, moment, said(count(*)) as n,
  part(count(case when type = 1 then 1 end), count(*)) as type_1,
  part(count(case when type = 2 then 1 end), count(*)) as type_2,
  part(count(case when type = 3 then 1 end), count(*)) as type_3,
  part(count(case when type = 4 then 1 end), count(*)) as type_4
from lists join panel using (case_id)
where type is not null
group by rater, moment
order by rater, moment;

-- Figure 4.1a: how many types of intervention a case has, as numbers of cases of n.
select
  'types_used' as about, said(count(types_used)) as n,
  part(count(case when types_used = 0 then 1 end), count(types_used)) as "0",
  part(count(case when types_used = 1 then 1 end), count(types_used)) as "1",
  part(count(case when types_used = 2 then 1 end), count(types_used)) as "2",
  part(count(case when types_used = 3 then 1 end), count(types_used)) as "3",
  part(count(case when types_used = 4 then 1 end), count(types_used)) as "4",
  part(count(case when types_used = 5 then 1 end), count(types_used)) as "5",
  part(count(case when types_used = 6 then 1 end), count(types_used)) as "6"
from asked;

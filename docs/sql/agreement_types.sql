-- The same type of capacity by both raters, of n; Cohen's kappa.
with both_raters as (
  select r.moment as occasion, r.type as resident, p.type as professional
  from lists r
  join lists p using (case_id, moment)
  join panel using (case_id)
  where r.rater = 'resident' and p.rater = 'professional' and r.type is not null and p.type is not null
),
observed as (
  select occasion, count(*) as n, count(case when resident = professional then 1 end) as same
  from both_raters group by occasion
),
one as (select occasion, resident as type, count(*) as k from both_raters group by occasion, resident),
other as (select occasion, professional as type, count(*) as k from both_raters group by occasion, professional),
-- How often they would be the same by chance.
chance as (
  select one.occasion, sum(one.k * other.k) as products
  from one join other on other.occasion = one.occasion and other.type = one.type
  group by one.occasion
)
select
  occasion, said(n) as n,
  share(same, n) as same_share,
  known((same * 1.0 / n - coalesce(products, 0) * 1.0 / (n * n)) / (1 - coalesce(products, 0) * 1.0 / (n * n)), n) as kappa
from observed left join chance using (occasion)
order by occasion;

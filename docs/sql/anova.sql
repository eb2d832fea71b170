-- Whether the means of tables 3.1 to 3.5 and figures 3.7 and 3.9 differ: analysis of variance for repeated
-- measures, with Greenhouse and Geisser's epsilon.
with sums as (
  select
    rater, variable, count(*) as n,
    avg(t1) as m1, avg(t2) as m2, avg(t3) as m3,
    var_samp(t1) as v1, var_samp(t2) as v2, var_samp(t3) as v3,
    covar_samp(t1, t2) as c12, covar_samp(t1, t3) as c13, covar_samp(t2, t3) as c23
  from followed
  group by rater, variable
),
-- The rows of the covariance matrix, on average, and all of it.
averaged as (
  select
    *,
    (v1 + c12 + c13) / 3 as r1, (c12 + v2 + c23) / 3 as r2, (c13 + c23 + v3) / 3 as r3,
    (v1 + v2 + v3 + 2 * (c12 + c13 + c23)) / 9 as grand,
    (m1 + m2 + m3) / 3 as mean
  from sums
),
-- The same matrix centred twice.
centred as (
  select
    rater, variable, n, m1, m2, m3, mean,
    v1 - 2 * r1 + grand as d1, v2 - 2 * r2 + grand as d2, v3 - 2 * r3 + grand as d3,
    c12 - r1 - r2 + grand as e12, c13 - r1 - r3 + grand as e13, c23 - r2 - r3 + grand as e23
  from averaged
)
select
  rater, variable, said(n) as n,
  -- The trace is the mean square of what moments and people leave over, twice.
  known(n * ((m1 - mean) ** 2 + (m2 - mean) ** 2 + (m3 - mean) ** 2) / 2 / ((d1 + d2 + d3) / 2), n) as f,
  known(2, n) as df_1,
  known(2 * (n - 1), n) as df_2,
  known(
    (d1 + d2 + d3) ** 2
    / (2 * (d1 ** 2 + d2 ** 2 + d3 ** 2 + 2 * (e12 ** 2 + e13 ** 2 + e23 ** 2))), n) as epsilon
from centred
order by rater, variable;

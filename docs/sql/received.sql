-- How many lists there are, of everyone; of either rater; and the panel.
select rater as who, moment, said(count(*)) as n from lists group by rater, moment
union all
select 'either', moment, said(count(distinct case_id)) from lists group by moment
union all
select 'panel', moment, said(count(*)) from panel, (select distinct moment from lists) group by moment
order by who, moment;

-- A neighbourhood always has a resident administrator.
select id from neighbourhood
where not exists (select 1 from role where kind = 'admin' and until_on is null)

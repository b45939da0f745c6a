-- Only a resident of a group says that a promise was kept.
select c.id from commitment c
where c.state = 'kept' and not exists (
  select 1 from role r where r.person_id = c.confirmed_by and r.kind in ('helper', 'lead'))

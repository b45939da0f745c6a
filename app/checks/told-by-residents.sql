-- Givers are told back by residents of a group, never by an institution.
select b.id from tell_back b
where not exists (select 1 from role r where r.person_id = b.told_by and r.kind in ('helper', 'lead'))

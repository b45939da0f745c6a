-- Givers are told back by residents of a group, never by an institution; or they read it at their code.
select b.id from tell_back b
where b.told_by is not null
  and not exists (select 1 from role r where r.person_id = b.told_by and r.kind in ('helper', 'lead'))

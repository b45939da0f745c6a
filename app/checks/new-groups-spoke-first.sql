-- A group that was not the first says with which groups it spoke, or why with none.
select g.id from resident_group g
where g.spoken_with = '[]' and coalesce(g.spoken_why, '') = ''
  and exists (select 1 from resident_group older where older.made_at < g.made_at)

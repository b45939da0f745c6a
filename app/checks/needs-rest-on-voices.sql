-- Every need was gathered from at least one voice that exists.
select n.id from need n
where not exists (select 1 from need_voice l join voice v on v.id = l.voice_id where l.need_id = n.id)

-- How many voices stand behind a need, an area or a goal is what their rows say.
select 'need' as of, n.id from need n where n.voices <> (
  select count(*) from need_voice l join voice v on v.id = l.voice_id
  where l.need_id = n.id and l.removed_at is null and v.state = 'given')
union all
select 'first heard', n.id from need n where coalesce(n.first_heard_on, '') <> coalesce((
  select min(v.heard_on) from need_voice l join voice v on v.id = l.voice_id
  where l.need_id = n.id and l.removed_at is null and v.state = 'given' and v.show <> 'none'), '')
union all
select 'area', a.id from area a where a.voices <> (
  select count(*) from voice v where v.area_id = a.id and v.state = 'given' and v.show <> 'none')
union all
select 'goal', g.id from goal g where g.wanted <> (
  select count(*) from need_voice l join voice v on v.id = l.voice_id
  where l.need_id = g.need_id and l.removed_at is null and v.state = 'given' and v.tell_how <> 'not')
union all
select 'told', g.id from goal g where g.told <> (
  select count(*) from need_voice l join voice v on v.id = l.voice_id
  where l.need_id = g.need_id and l.removed_at is null and v.state = 'given' and v.tell_how <> 'not' and (v.tell_how = 'code' or exists (
    select 1 from tell_back t where t.voice_id = v.id and t.goal_id = g.id and t.since_on = g.news_on
    and t.event = case g.state when 'letGo' then 'letGo' else 'result' end and t.outcome = 'told')))
union all
select 'unreachable', g.id from goal g where g.unreachable <> (
  select count(*) from need_voice l join voice v on v.id = l.voice_id
  where l.need_id = g.need_id and l.removed_at is null and v.state = 'given' and v.tell_how <> 'not' and v.tell_how <> 'code' and exists (
    select 1 from tell_back t where t.voice_id = v.id and t.goal_id = g.id and t.since_on = g.news_on
    and t.event = case g.state when 'letGo' then 'letGo' else 'result' end and t.outcome = 'unreachable'))
union all
select 'received', l.voice_id from need_voice l join voice v on v.id = l.voice_id where l.received_at <> v.received_at

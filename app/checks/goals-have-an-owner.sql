-- Every goal rests on a need and is owned by a residents' group.
select g.id from goal g
left join resident_group owner on owner.id = g.group_id
left join need n on n.id = g.need_id
where owner.id is null or n.id is null

-- Every code that was used has one ballot in the box, by the way it was used, and every batch has the codes that were made.
select 'envelope' as kind, e.hash as id from ballot_envelope e join ballot_code c on c.hash = e.hash where c.state <> e.channel
union all
select 'round', b.round_id from ballot_box b where b.opened = 0
and (select count(*) from ballot_code c where c.round_id = b.round_id and c.state in ('online', 'paper'))
  <> (select count(*) from ballot_envelope e where e.round_id = b.round_id)
union all
select 'round', b.round_id from ballot_box b where b.opened > 0
and (select count(*) from ballot_code c where c.round_id = b.round_id and c.state in ('online', 'paper'))
  <> (select count(*) from ballot x where x.round_id = b.round_id)
-- Ballots that could point at people are kept sealed in a file, and nowhere else.
and not exists (select 1 from round_result r where r.round_id = b.round_id and r.sealed = 1)
union all
select 'batch', b.id from ballot_batch b
where b.size <> (select count(*) from ballot_code c where c.batch_id = b.id)

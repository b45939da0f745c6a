-- A counted round has a result and an open box, and nobody has a result, an open box or ballots to read before.
select 'round without a result' as kind, r.id from budget_round r
where r.state in ('counted', 'closed') and not exists (select 1 from round_result x where x.round_id = r.id)
union all
select 'result without a count', x.round_id from round_result x join budget_round r on r.id = x.round_id
where r.state not in ('counted', 'closed')
union all
select 'open box', b.round_id from ballot_box b
where b.opened = 1 and not exists (select 1 from round_result x where x.round_id = b.round_id)
union all
select 'ballot', x.id from ballot x where not exists (select 1 from round_result r where r.round_id = x.round_id and r.sealed = 0)
union all
select 'card that waits', c.round_id from count_begun c join budget_round r on r.id = c.round_id where r.state <> 'frozen'

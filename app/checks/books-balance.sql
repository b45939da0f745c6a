-- What comes on one account goes off another: the books add up to nothing, and to what is kept with each account.
select 'all accounts' as what, '' as id where (select coalesce(sum(debited), 0) from ledger_account) <> (select coalesce(sum(credited), 0) from ledger_account)
union all
select 'account', a.id from ledger_account a
where a.debited <> (select coalesce(sum(e.amount), 0) from ledger_entry e where e.to_id = a.id)
or a.credited <> (select coalesce(sum(e.amount), 0) from ledger_entry e where e.from_id = a.id)
union all
select 'numbers', '' where (select count(*) from ledger_entry) <> (select coalesce(max(nr), 0) from ledger_entry)
union all
select 'correction', c.id from ledger_entry c join ledger_entry e on e.id = c.corrects_id
where c.amount <> e.amount or c.to_id <> e.from_id or c.from_id <> e.to_id or c.movement <> e.movement or e.corrects_id is not null
union all
select 'sides', e.id from ledger_entry e
join ledger_entry o on o.id = coalesce(e.corrects_id, e.id)
join ledger_account t on t.id = o.to_id join ledger_account f on f.id = o.from_id
where (o.movement, t.kind, f.kind) not in (values ('awarded', 'funder', 'round'), ('received', 'bank', 'funder'),
  ('allotted', 'round', 'plan'), ('paid', 'plan', 'bank'), ('paid', 'plan', 'bursar'), ('advanced', 'bursar', 'bank'),
  ('returned', 'bank', 'bursar'), ('released', 'plan', 'round'), ('repaid', 'funder', 'bank'))

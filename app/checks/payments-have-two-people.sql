-- A payment has a voucher and two different people, and what is paid stands in the books for the same amount.
select p.id from payment p where p.approved_by = p.asked_by or p.payee_id = p.asked_by or p.payee_id = p.approved_by
union all
select p.id from payment p where not exists (select 1 from voucher v where v.payment_id = p.id)
union all
select p.id from payment p left join ledger_entry e on e.id = p.entry_id
where p.state = 'paid' and (e.id is null or e.amount <> p.amount or e.to_id <> p.account_id or e.movement <> 'paid'
  or exists (select 1 from ledger_entry c where c.corrects_id = e.id))
union all
select e.id from ledger_entry e where e.movement = 'paid' and e.corrects_id is null
and not exists (select 1 from ledger_entry c where c.corrects_id = e.id) and not exists (select 1 from payment p where p.entry_id = e.id)

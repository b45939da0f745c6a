-- A line of the bank is booked once, for its own amount and day.
select l.id from bank_line l join ledger_entry e on e.id = l.entry_id
where l.state = 'booked' and (e.amount <> abs(l.amount) or e.on_day <> l.on_day)
union all
select min(l.id) from bank_line l where l.state = 'booked' group by l.entry_id having count(*) > 1

-- Everything that exists has an entry in the journal.
select 'voice' as kind, t.id from voice t
where not exists (select 1 from journal_entry j where j.about_kind = 'voice' and j.about_id = t.id)
union all
select 'need', t.id from need t
where not exists (select 1 from journal_entry j where j.about_kind = 'need' and j.about_id = t.id)
union all
select 'goal', t.id from goal t
where not exists (select 1 from journal_entry j where j.about_kind = 'goal' and j.about_id = t.id)
union all
select 'request', t.id from request t
where not exists (select 1 from journal_entry j where j.about_kind = 'request' and j.about_id = t.id)
union all
select 'commitment', t.id from commitment t
where not exists (select 1 from journal_entry j where j.about_kind = 'commitment' and j.about_id = t.id)
union all
select 'group', t.id from resident_group t
where not exists (select 1 from journal_entry j where j.about_kind = 'group' and j.about_id = t.id)
union all
select 'institution', t.id from institution t
where not exists (select 1 from journal_entry j where j.about_kind = 'institution' and j.about_id = t.id)
union all
select 'role', t.id from role t
where not exists (select 1 from journal_entry j where j.about_kind = 'role' and j.about_id = t.id)
union all
select 'round', t.id from budget_round t
where not exists (select 1 from journal_entry j where j.about_kind = 'round' and j.about_id = t.id)
union all
select 'plan', t.id from proposal t
where not exists (select 1 from journal_entry j where j.about_kind = 'plan' and j.about_id = t.id)
union all
select 'advice', t.id from advice t
where not exists (select 1 from journal_entry j where j.about_kind = 'advice' and j.about_id = t.id)
union all
select 'account', t.id from ledger_account t
where not exists (select 1 from journal_entry j where j.about_kind = 'account' and j.about_id = t.id)
union all
select 'entry', t.id from ledger_entry t
where not exists (select 1 from journal_entry j where j.about_kind = 'entry' and j.about_id = t.id)
union all
select 'payment', t.id from payment t
where not exists (select 1 from journal_entry j where j.about_kind = 'payment' and j.about_id = t.id)
union all
select 'voucher', t.id from voucher t
where not exists (select 1 from journal_entry j where j.about_kind = 'voucher' and j.about_id = t.id)
union all
select 'bank import', t.id from bank_import t
where not exists (select 1 from journal_entry j where j.about_kind = 'bankImport' and j.about_id = t.id)
union all
select 'question', t.id from entry_question t
where not exists (select 1 from journal_entry j where j.about_kind = 'question' and j.about_id = t.id)
union all
select 'statement', t.id from audit_statement t
where not exists (select 1 from journal_entry j where j.about_kind = 'statement' and j.about_id = t.id)
union all
select 'grant', t.id from ledger_grant t
where not exists (select 1 from journal_entry j where j.about_kind = 'grant' and j.about_id = t.id)

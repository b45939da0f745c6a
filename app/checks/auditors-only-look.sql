-- The kascommissie is two people from two areas, who ask, approve and write nothing meanwhile.
select 'area' as what, a.id from audit_member a join audit_member b on b.id <> a.id
where a.until_on is null and b.until_on is null and (a.area_id = b.area_id or a.person_id = b.person_id)
union all
select 'more than two', min(id) from audit_member where until_on is null having count(*) > 2
union all
select 'approved', p.id from payment p join audit_member a on a.person_id = p.approved_by
join journal_entry j on j.about_kind = 'payment' and j.about_id = p.id and j.kind = 'payment-approved'
where j.at >= a.made_at and (a.until_on is null or substr(j.at, 1, 10) < a.until_on)

-- Nobody speaks for an institution and is administrator or lead in the same days.
select contact.id, ruler.kind from role contact
join role ruler on ruler.person_id = contact.person_id and ruler.kind in ('admin', 'lead')
where contact.kind = 'contact'
  and contact.from_on <= coalesce(ruler.until_on, '9999-12-31')
  and ruler.from_on <= coalesce(contact.until_on, '9999-12-31')

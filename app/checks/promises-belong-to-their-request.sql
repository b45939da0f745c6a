-- A promise belongs to the goal and the institution of the request it was made on.
select c.id from commitment c join request r on r.id = c.request_id
where r.goal_id <> c.goal_id or r.institution_id <> c.institution_id

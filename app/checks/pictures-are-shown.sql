-- A picture that was replaced or taken away is gone.
select p.id from picture p where not exists (select 1 from neighbourhood n where n.picture_id = p.id)

-- A task never ends before it begins.
select id from role where until_on < from_on

-- Words that may not be shown cannot be found by searching.
select distinct v.id from voice v join search_word s on s.kind = 'voice' and s.ref = v.id
where v.show <> 'full'

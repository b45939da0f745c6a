-- Of a voice that was taken back or erased no words, no address and no search words are left.
select v.id from voice v
where v.state <> 'given' and (
  v.text <> '' or v.salt is not null
  or exists (select 1 from voice_contact c where c.voice_id = v.id)
  or exists (select 1 from voice_translation t where t.voice_id = v.id)
  or exists (select 1 from search_word s where s.kind in ('voice', 'kept-voice') and s.ref = v.id))

-- Nobody's address is kept who does not want to hear in that way.
select c.voice_id from voice_contact c join voice v on v.id = c.voice_id where v.tell_how in ('not', 'code')

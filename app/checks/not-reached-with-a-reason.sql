-- Who could not be reached has one of the reasons there are, and wanted to be told by somebody.
select b.id from tell_back b join voice v on v.id = b.voice_id
where b.outcome = 'unreachable'
  and (b.why not in ('no-address', 'wrong-address', 'moved', 'returned', 'no-answer') or v.tell_how in ('not', 'code'))

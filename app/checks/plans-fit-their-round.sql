-- What a plan costs is more than nothing and fits its round.
select p.id from proposal p join budget_round r on r.id = p.round_id where p.cost > r.amount or p.cost <= 0

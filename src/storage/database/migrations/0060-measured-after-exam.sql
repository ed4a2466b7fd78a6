-- What the measuring login reads of what comes after the exam: how terms of credentials ended, who could be drawn for an
-- audit or for seats and who was, how far certificants came with serving, and what became of ideas. No name, no word of
-- anybody, no label, and no id but those that become keys of the sealed store.

create view renewal.term_outcome as
  select c.person, c.program, e.term,
    (min(e.body->>'on') filter (where e.type = 'renewed'))::date as in_time_on,
    (min(e.body->>'on') filter (where e.type = 'late-renewed'))::date as late_on,
    (min(e.body->>'lastDay') filter (where e.type = 'lapsed'))::date as ran_out_on
  from (select x.credential, x.type, x.body, (select count(*)::int from renewal.event b where b.credential = x.credential and b.version < x.version
      and b.type in ('renewed','late-renewed','returned','reinstated')) as term
    from renewal.event x where x.type in ('renewed','late-renewed','lapsed')) e
  join register.credential c on c.id = e.credential
  group by c.person, c.program, e.credential, e.term;

create view renewal.audit_chance as
  select c.person, l.program, l.id as lottery, x.value->>'stratum' as stratum, d.drawn_at, d.drawn ? e.label as drawn
  from renewal.lottery_draw d
  join renewal.lottery l on l.id = d.lottery
  join renewal.lottery_pool p on p.lottery = d.lottery
  cross join lateral jsonb_array_elements(p.entries) x
  join renewal.pool_entry e on e.lottery = d.lottery and e.label = x.value->>'label'
  join register.credential c on c.id = e.credential;

-- Each certificant once a program: the first time they came to each step of serving it.
create view seats.service as
  select c.person, c.program, c.certified_at, n.forward_on, n.suggested_on, n.served_on, n.again_on, n.chaired_on
  from (select person, program, min(issued_at) as certified_at from register.credential group by person, program) c
  left join lateral (
    select min(m.on_day) as forward_on, min(m.on_day) filter (where m.suggestion is not null) as suggested_on,
      min(t.from_day) as served_on,
      (array_agg(t.from_day order by t.from_day) filter (where t.from_day is not null))[2] as again_on,
      min(t.from_day) filter (where t.role = 'chair') as chaired_on
    from seats.nomination m
    join seats.opening o on o.id = m.opening and o.open_to = 'holders' and o.program = c.program
    left join seats.term t on t.nomination = m.id
    where m.nominee = c.person) n on true;

-- Whoever was read for a seat, and whether a director chose them.
create view seats.choice as
  select n.nominee as person, o.program, d.on_day, d.chosen
  from seats.decided d join seats.nomination n on n.id = d.nomination join seats.opening o on o.id = n.opening;

-- Whoever stood in the pool of a public draw, with the numbers of the tickets that held them: that is their chance.
create view seats.chance as
  select n.nominee as person, o.program, o.id as opening, d.on_day, n.label = any (d.panel) as drawn, h.tickets
  from seats.drawn d
  join seats.committed k on k.opening = d.opening
  join seats.opening o on o.id = d.opening
  cross join lateral (
    select s.label, array_agg(line.number::int - 1 order by line.number) as tickets
    from string_to_table(k.tickets, E'\n') with ordinality as line (words, number)
    cross join lateral string_to_table(line.words, ',') with ordinality as s (label, seat)
    where line.number > 1 and s.seat > 1
    group by s.label) h
  join seats.nomination n on n.opening = o.id and n.label = h.label
  where d.number = 0 and d.how = 'draw'
  union all
  -- In the pool, and on no ticket at all.
  select n.nominee, o.program, o.id, d.on_day, false, array[]::int[]
  from seats.drawn d join seats.committed k on k.opening = d.opening join seats.opening o on o.id = d.opening
  join seats.nomination n on n.opening = o.id and k.held ? n.label and (k.held->>n.label)::int = 0
  where d.number = 0 and d.how = 'draw';

create view ideas.outcome as
  select a.person, i.program, i.proposed_on, f.on_day as answered_on, f.outcome <> 'not-adopted' as adopted,
    g.on_day as again_on, g.outcome <> 'not-adopted' as adopted_again
  from ideas.idea i left join ideas.proposer a on a.idea = i.id
  left join lateral (select (e.body->>'on')::date as on_day, e.body->>'outcome' as outcome
    from ideas.event e where e.idea = i.id and e.type = 'answered') f on true
  left join lateral (select (e.body->>'on')::date as on_day, e.body->>'outcome' as outcome
    from ideas.event e where e.idea = i.id and e.type = 'answered-again') g on true;

grant usage on schema renewal, seats, ideas to evenhand_measure;
grant select on renewal.term_outcome, renewal.audit_chance, seats.service, seats.choice, seats.chance, ideas.outcome to evenhand_measure;

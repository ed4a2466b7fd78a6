-- Nominees against recipients, for the measuring login: whoever was read for a recognition, and whether they have it. What an
-- appeal changed counts on its own day. Coming forward for a recognition is not coming forward to serve.

create or replace view seats.choice as
  select n.nominee as person, o.program, d.on_day, d.chosen, o.recognition is not null as for_recognition,
    (select a.on_day from seats.appeal_answer a where a.nomination = n.id and a.against = 'decision' and a.upheld) as upheld_on
  from seats.decided d join seats.nomination n on n.id = d.nomination join seats.opening o on o.id = n.opening;

create or replace view seats.service as
  select c.person, c.program, c.certified_at, n.forward_on, n.suggested_on, n.served_on, n.again_on, n.chaired_on
  from (select person, program, min(issued_at) as certified_at from register.credential group by person, program) c
  left join lateral (
    select min(m.on_day) as forward_on, min(m.on_day) filter (where m.suggestion is not null) as suggested_on,
      min(t.from_day) as served_on,
      (array_agg(t.from_day order by t.from_day) filter (where t.from_day is not null))[2] as again_on,
      min(t.from_day) filter (where t.role = 'chair') as chaired_on
    from seats.nomination m
    join seats.opening o on o.id = m.opening and o.open_to = 'holders' and o.program = c.program and o.recognition is null
    left join seats.term t on t.nomination = m.id
    where m.nominee = c.person) n on true;

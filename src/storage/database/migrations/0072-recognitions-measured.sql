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

-- Whoever was set aside and is considered again waits for an answer like everybody.
create or replace function seats.missed_days(on_day date) returns table (id uuid, label text, title text, promised date, answered date)
language sql stable security definer set search_path = '' as $$
  select o.id, o.label, o.title, o.answer_by, case when d.waiting = 0 then d.last_day end
  from seats.opening o
  cross join lateral (
    select count(*) filter (where x.day is null) as waiting, max(x.day) as last_day
    from (
      -- A draw answers everybody at once.
      select (select w.on_day from seats.drawn w where w.opening = o.id and w.number = 0) as day where o.how = 'draw'
        and exists (select 1 from seats.nomination n where n.opening = o.id
          and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
          and not seats.is_aside(n.id))
      union all
      select c.on_day from seats.nomination n left join seats.decided c on c.nomination = n.id
      where o.how = 'reading' and n.opening = o.id
        and (c.nomination is not null or not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
          and not seats.is_aside(n.id))) x) d
  where o.answer_by < on_day and (d.waiting > 0 or d.last_day > o.answer_by)
  order by o.answer_by desc, o.label
$$;

-- Openings whose promised day passed before everybody was drawn or decided about: a record that follows from what is never
-- edited, so that nobody has to write it down, nor can leave it out. For anybody; it names nobody.
create function seats.missed_days(on_day date) returns table (id uuid, label text, title text, promised date, answered date)
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
          and not exists (select 1 from seats.set_aside a where a.nomination = n.id))
      union all
      select c.on_day from seats.nomination n left join seats.decided c on c.nomination = n.id
      where o.how = 'reading' and n.opening = o.id
        and (c.nomination is not null or not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
          and not exists (select 1 from seats.set_aside a where a.nomination = n.id))) x) d
  where o.answer_by < on_day and (d.waiting > 0 or d.last_day > o.answer_by)
  order by o.answer_by desc, o.label
$$;
revoke execute on function seats.missed_days from public;
grant execute on function seats.missed_days to evenhand_public;

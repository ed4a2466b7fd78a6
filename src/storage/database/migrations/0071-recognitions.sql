-- Recognitions: openings for which people are nominated, read blind and decided as for a seat, and where no seat is taken.
-- Whose name is shown to anybody, and how much of it, is said by whoever bears it and by nobody else, and can be unsaid.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

alter table seats.opening
  add column recognition text check (recognition in ('practice','mentoring','service')),
  alter column body drop not null,
  alter column hours drop not null,
  alter column pay drop not null,
  alter column meetings drop not null,
  alter column term_from drop not null,
  add check (case when recognition is null
    then body is not null and hours is not null and pay is not null and meetings is not null and term_from is not null
    else body is null and hours is null and pay is null and meetings is null and term_from is null
      and how = 'reading' and open_to = 'holders' end);
select pg_temp.classed('seats.opening', 'public', 'kept for good', array['recognition']);

create table seats.showing (
  nomination uuid primary key references seats.nomination,
  -- A name or a part of it, as it stands with the account.
  name text not null check (char_length(name) between 1 and 200),
  on_day date not null
);
select pg_temp.classed('seats.showing', 'personal', 'kept until whoever bears the name takes it back', array['nomination','name','on_day']);
alter table seats.showing enable row level security;
alter table seats.showing force row level security;
create policy owner_works on seats.showing to current_user using (true) with check (true);

-- Chosen or given on appeal, and not given back. A recognition does not lapse.
create function seats.is_recognized(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from seats.nomination n join seats.opening o on o.id = n.opening
    where n.id = a_nomination and o.recognition is not null
      and (exists (select 1 from seats.decided d where d.nomination = n.id and d.chosen)
        or exists (select 1 from seats.handed h where h.nomination = n.id))
      and not exists (select 1 from seats.answer a where a.nomination = n.id and a.answer = 'declined'))
$$;

create or replace function seats.spoken_for(an_opening uuid, on_a_day date) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from seats.nomination n join seats.opening o on o.id = n.opening
    left join seats.decided d on d.nomination = n.id and d.chosen
    left join seats.handed h on h.nomination = n.id
    left join seats.answer a on a.nomination = n.id
  where n.opening = an_opening and (d.nomination is not null or h.nomination is not null)
    and coalesce(a.answer, case when o.recognition is null and coalesce(h.accept_by, d.accept_by) < on_a_day
      then 'lapsed' else 'accepted' end) = 'accepted'
$$;

-- A recognition needs no answer. It can be given back on any day, and by nobody else.
create or replace function seats.guard_answer() returns trigger language plpgsql security definer set search_path = '' as $$
declare n seats.nomination; o seats.opening; until date;
begin
  select * into n from seats.nomination where id = new.nomination;
  select * into o from seats.opening where id = n.opening;
  if o.recognition is not null then
    if not seats.is_recognized(n.id) or new.answer <> 'declined' then
      raise exception 'a recognition is given back, or nothing is answered' using errcode = 'EH005';
    end if;
    if new.answered_by is distinct from front.me() or n.nominee <> front.me() then
      raise exception 'everybody answers for themselves' using errcode = 'EH003';
    end if;
    delete from seats.showing s where s.nomination = n.id;
    return new;
  end if;
  until := case o.how
    when 'draw' then (select d.accept_by from seats.drawn d where d.opening = o.id and n.label = any (d.fresh) order by d.number desc limit 1)
    else coalesce((select h.accept_by from seats.handed h where h.nomination = n.id),
      (select d.accept_by from seats.decided d where d.nomination = n.id and d.chosen)) end;
  if until is null or (o.how = 'draw' and not n.label = any (seats.panel_of(o.id))) then
    raise exception 'there is no seat to answer for' using errcode = 'EH005';
  end if;
  if new.answered_by is distinct from front.me() or (new.answer <> 'lapsed') <> (n.nominee = front.me()) then
    raise exception 'everybody answers for themselves' using errcode = 'EH003';
  end if;
  if (new.answer = 'lapsed') <> (new.on_day > until) then
    raise exception 'the last day counts to its end' using errcode = 'EH005';
  end if;
  return new;
end $$;

create function seats.guard_showing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not seats.is_mine(new.nomination) or not seats.is_recognized(new.nomination) then
    raise exception 'whoever is recognized says whether their name is shown' using errcode = 'EH003';
  end if;
  if not exists (select 1 from people.person p where p.id = front.me()
      and position(normalize(new.name, NFC) in normalize(p.full_name, NFC)) > 0) or trim(new.name) = '' then
    raise exception 'a name that is shown is the name of whoever shows it, or a part of it' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_showing before insert on seats.showing for each row execute function seats.guard_showing();

-- What anybody may read of those who are recognized: names that are shown, and nothing else.
create function seats.names_shown() returns table (opening uuid, name text)
language sql stable security definer set search_path = '' as $$
  select n.opening, s.name from seats.showing s join seats.nomination n on n.id = s.nomination
  where seats.is_recognized(n.id) order by s.on_day, s.name
$$;
-- How many were nominated and stayed, and how many are recognized.
create function seats.recognition_counts() returns table (opening uuid, nominated int, decided int, recognized int)
language sql stable security definer set search_path = '' as $$
  select o.id, count(n.id)::int, (count(d.nomination))::int, (count(n.id) filter (where seats.is_recognized(n.id)))::int
  from seats.opening o
    left join seats.nomination n on n.opening = o.id and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
    left join seats.decided d on d.nomination = n.id
  where o.recognition is not null group by o.id
$$;

revoke execute on function seats.is_recognized, seats.guard_showing, seats.names_shown, seats.recognition_counts from public;
grant select (recognition) on seats.opening to evenhand_public, evenhand_candidate, evenhand_staff, evenhand_reviewer,
  evenhand_director, evenhand_auditor, evenhand_board;
grant execute on function seats.names_shown, seats.recognition_counts to evenhand_public;
grant select, insert (nomination, name, on_day), delete on seats.showing to evenhand_candidate;
create policy own on seats.showing for select to evenhand_candidate using (seats.is_mine(nomination));
create policy own_shows on seats.showing for insert to evenhand_candidate with check (seats.is_mine(nomination));
create policy own_takes_back on seats.showing for delete to evenhand_candidate using (seats.is_mine(nomination));

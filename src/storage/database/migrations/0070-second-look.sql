-- Whoever is set aside, or not chosen, can have it looked at again by somebody who had no part in it. What is upheld has its
-- effect here: a nominee is in the pool again, or has the seat, and where every seat is taken the next that falls free.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table seats.appeal (
  nomination uuid not null references seats.nomination,
  against text not null check (against in ('aside','decision')),
  grounds text[] not null check (cardinality(grounds) between 1 and 4),
  words text not null check (char_length(words) between 10 and 3000),
  on_day date not null,
  promised_by date not null check (promised_by >= on_day),
  primary key (nomination, against)
);
select pg_temp.classed('seats.appeal', 'personal', 'kept 7 years',
  array['nomination','against','grounds','words','on_day','promised_by']);

create table seats.appeal_answer (
  nomination uuid not null,
  against text not null,
  upheld boolean not null,
  -- By ground: whether it is found, and why.
  findings jsonb not null,
  heard_by uuid not null default front.me() references people.person,
  on_day date not null,
  place bigint not null references ledger.entry,
  primary key (nomination, against),
  foreign key (nomination, against) references seats.appeal
);
select pg_temp.classed('seats.appeal_answer', 'personal', 'kept 7 years',
  array['nomination','against','upheld','findings','heard_by','on_day','place']);

-- A seat that somebody has because their appeal was upheld.
create table seats.handed (
  nomination uuid primary key references seats.nomination,
  on_day date not null,
  accept_by date not null check (accept_by > on_day)
);
select pg_temp.classed('seats.handed', 'personal', 'kept 7 years', array['nomination','on_day','accept_by']);

do $$
declare t text;
begin
  foreach t in array array['appeal','appeal_answer','handed'] loop
    execute format('alter table seats.%I enable row level security', t);
    execute format('alter table seats.%I force row level security', t);
    execute format('create policy owner_works on seats.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- What is so ----------------------------------------------------------------------------------------------------------

-- Set aside, and no appeal has undone it.
create function seats.is_aside(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from seats.set_aside s where s.nomination = a_nomination)
    and not exists (select 1 from seats.appeal_answer a where a.nomination = a_nomination and a.against = 'aside' and a.upheld)
$$;

-- Two read, so for a third there is nothing left to read; whoever has read still sees their own points.
create or replace function seats.may_read(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from seats.nomination n join seats.opening o on o.id = n.opening
    where n.id = a_nomination and o.how = 'reading'
      and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
      and not seats.is_aside(n.id)
      and (select count(*) from seats.reading r where r.nomination = n.id and r.reader is distinct from front.me()) < 2
      and not exists (select 1 from seats.nomination m where m.opening = n.opening and m.nominee = front.me())
      and not exists (select 1 from seats.suggestion s where s.opening = n.opening and s.suggested_by = front.me()))
$$;

-- Seats of an opening that is read which somebody has, or can still take on a day.
create function seats.spoken_for(an_opening uuid, on_a_day date) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from seats.nomination n
    left join seats.decided d on d.nomination = n.id and d.chosen
    left join seats.handed h on h.nomination = n.id
    left join seats.answer a on a.nomination = n.id
  where n.opening = an_opening and (d.nomination is not null or h.nomination is not null)
    and coalesce(a.answer, case when coalesce(h.accept_by, d.accept_by) < on_a_day then 'lapsed' else 'accepted' end) = 'accepted'
$$;

-- Whose appeal was upheld, and who has no seat for it yet; the first to be upheld first.
create function seats.first_in_line(an_opening uuid) returns table (nomination uuid)
language sql stable security definer set search_path = '' as $$
  select n.id from seats.appeal_answer a join seats.nomination n on n.id = a.nomination
  where a.against = 'decision' and a.upheld and (an_opening is null or n.opening = an_opening)
    and not exists (select 1 from seats.handed h where h.nomination = n.id)
    and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
  order by a.on_day, a.place
$$;

-- Hands every seat that is free to whoever is first in line for it; answers who got one.
create function seats.hand_over(on_a_day date) returns table (given uuid)
language plpgsql security definer set search_path = '' as $$
declare a_nomination uuid; o seats.opening;
begin
  for a_nomination in select l.nomination from seats.first_in_line(null) l loop
    select p.* into o from seats.opening p where p.id = (select n.opening from seats.nomination n where n.id = a_nomination);
    perform pg_advisory_xact_lock(hashtext('seats opening ' || o.id));
    if seats.spoken_for(o.id, on_a_day) < o.seats
        and not exists (select 1 from seats.handed h where h.nomination = a_nomination) then
      insert into seats.handed (nomination, on_day, accept_by) values (a_nomination, on_a_day, on_a_day + 10);
      given := a_nomination;
      return next;
    end if;
  end loop;
end $$;
create function seats.title_for(a_nomination uuid) returns text
language sql stable security definer set search_path = '' as
  $$ select o.title from seats.nomination n join seats.opening o on o.id = n.opening where n.id = a_nomination $$;

-- Who hears an appeal: a member of the board who had no part in the opening and wants nothing of it.
create function seats.may_hear(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from people.office f where f.person = front.me() and f.office = 'board')
    and exists (select 1 from seats.appeal a where a.nomination = a_nomination)
    and not exists (select 1 from seats.nomination n join seats.nomination every_one on every_one.opening = n.opening
      where n.id = a_nomination and (every_one.nominee = front.me()
        or exists (select 1 from seats.reading r where r.nomination = every_one.id and r.reader = front.me())
        or exists (select 1 from seats.attribute t where t.nomination = every_one.id and t.verified_by = front.me())
        or exists (select 1 from seats.set_aside s where s.nomination = every_one.id and s.set_by = front.me())
        or exists (select 1 from seats.decided d where d.nomination = every_one.id and d.decided_by = front.me())))
    and not exists (select 1 from seats.suggestion s where s.suggested_by = front.me()
      and s.opening = (select n.opening from seats.nomination n where n.id = a_nomination))
$$;

-- What keeps the promises ----------------------------------------------------------------------------------------------

create function seats.guard_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  since date;
  closed_list text[] := case new.against
    when 'aside' then array['record-misread','reason-not-published','process-not-followed','conflict-of-interest']
    else array['statement-misread','criteria-misapplied','process-not-followed','conflict-of-interest'] end;
begin
  if not seats.is_mine(new.nomination) then
    raise exception 'everybody appeals for themselves' using errcode = 'EH003';
  end if;
  if exists (select 1 from unnest(new.grounds) g where not g = any (closed_list))
      or (select count(distinct g) from unnest(new.grounds) g) <> cardinality(new.grounds) then
    raise exception 'the list of grounds is closed' using errcode = 'EH002';
  end if;
  if new.against = 'aside' then
    select s.on_day into since from seats.set_aside s where s.nomination = new.nomination;
    if exists (select 1 from seats.committed c where c.opening = seats.opening_of(new.nomination)) then
      raise exception 'the pool is closed' using errcode = 'EH005';
    end if;
  else
    select d.on_day into since from seats.decided d where d.nomination = new.nomination and not d.chosen;
  end if;
  if since is null or new.on_day < since or new.on_day > since + 30
      or exists (select 1 from seats.withdrawal w where w.nomination = new.nomination) then
    raise exception 'there is nothing to appeal, or the 30 days are over' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_appeal before insert on seats.appeal for each row execute function seats.guard_appeal();

create function seats.guard_appeal_answer() returns trigger language plpgsql security definer set search_path = '' as $$
declare asked seats.appeal;
begin
  select * into asked from seats.appeal a where a.nomination = new.nomination and a.against = new.against;
  if new.heard_by is distinct from front.me() or not seats.may_hear(new.nomination) then
    raise exception 'an appeal is heard by a member of the board who had no part in the opening' using errcode = 'EH003';
  end if;
  if exists (select 1 from seats.withdrawal w where w.nomination = new.nomination) then
    raise exception 'it was withdrawn' using errcode = 'EH005';
  end if;
  if (select count(*) from jsonb_object_keys(new.findings)) <> cardinality(asked.grounds)
      or exists (select 1 from unnest(asked.grounds) g where jsonb_typeof(new.findings->g->'found') is distinct from 'boolean'
        or char_length(coalesce(trim(new.findings->g->>'reason'), '')) < 10) then
    raise exception 'every ground is answered with a reason' using errcode = 'EH002';
  end if;
  if new.upheld <> exists (select 1 from unnest(asked.grounds) g where (new.findings->g->>'found')::boolean) then
    raise exception 'an appeal is upheld where a ground is found, and only there' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_appeal_answer before insert on seats.appeal_answer for each row execute function seats.guard_appeal_answer();

create or replace function seats.guard_decided() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = seats.opening_of(new.nomination);
  if new.decided_by <> front.me() or not seats.is_apart(o.id)
      or exists (select 1 from seats.reading r where r.nomination = new.nomination and r.reader = front.me()) then
    raise exception 'who decides has read nothing of it before and wants no seat' using errcode = 'EH003';
  end if;
  if o.how <> 'reading' or (select count(*) from seats.reading r where r.nomination = new.nomination) < 2
      or seats.is_aside(new.nomination)
      or exists (select 1 from seats.withdrawal w where w.nomination = new.nomination) then
    raise exception 'two have read it first' using errcode = 'EH005';
  end if;
  perform pg_advisory_xact_lock(hashtext('seats opening ' || o.id));
  if new.chosen and exists (select 1 from seats.first_in_line(o.id)) then
    raise exception 'the next seat belongs to somebody whose appeal was upheld' using errcode = 'EH005';
  end if;
  -- Whoever was chosen and has not answered by their day is taken to decline.
  if new.chosen and seats.spoken_for(o.id, new.on_day) >= o.seats then
    raise exception 'every seat of this opening has somebody chosen for it' using errcode = 'EH005';
  end if;
  return new;
end $$;

create or replace function seats.guard_answer() returns trigger language plpgsql security definer set search_path = '' as $$
declare n seats.nomination; o seats.opening; until date;
begin
  select * into n from seats.nomination where id = new.nomination;
  select * into o from seats.opening where id = n.opening;
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

-- No pool is closed while an appeal against being left out of it waits; whoever is back in it is in it.
create or replace function seats.guard_committed() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = new.opening;
  if new.committed_by <> front.me() or not seats.is_apart(new.opening) then
    raise exception 'whoever draws is not in the pool' using errcode = 'EH003';
  end if;
  if o.how <> 'draw' or new.on_day <= o.closes_on or new.on_day >= o.random_on then
    raise exception 'a draw is committed to after the pool has closed and before the public numbers are known' using errcode = 'EH005';
  end if;
  if seats.appeals_wait(new.opening) > 0 then
    raise exception 'an appeal against being left out of the pool waits for its answer' using errcode = 'EH005';
  end if;
  if exists (select 1 from seats.nomination n where n.opening = new.opening
      and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
      and not seats.is_aside(n.id)
      and (not new.held ? n.label or exists (select 1 from seats.quota q where q.opening = n.opening
        and not exists (select 1 from seats.attribute a where a.nomination = n.id and a.category = q.category)))) then
    raise exception 'everybody is in the pool with verified attributes, or set aside with a reason' using errcode = 'EH005';
  end if;
  if exists (select 1 from jsonb_object_keys(new.held) k where not exists (select 1 from seats.nomination n
      where n.opening = new.opening and n.label = k
        and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
        and not seats.is_aside(n.id))) then
    raise exception 'only nominees are in the pool' using errcode = 'EH005';
  end if;
  return new;
end $$;
create function seats.appeals_wait(an_opening uuid) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from seats.appeal a join seats.nomination n on n.id = a.nomination
  where n.opening = an_opening and a.against = 'aside'
    and not exists (select 1 from seats.appeal_answer r where r.nomination = a.nomination and r.against = a.against)
    and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
$$;

-- Who may -------------------------------------------------------------------------------------------------------------

revoke execute on function seats.is_aside, seats.spoken_for, seats.first_in_line, seats.hand_over, seats.title_for, seats.may_hear,
  seats.guard_appeal, seats.guard_appeal_answer, seats.appeals_wait from public;

grant execute on function seats.is_aside to evenhand_candidate, evenhand_staff, evenhand_director, evenhand_board;
grant select, insert (nomination, against, grounds, words, on_day, promised_by) on seats.appeal to evenhand_candidate;
create policy own on seats.appeal for select to evenhand_candidate using (seats.is_mine(nomination));
create policy own_appeals on seats.appeal for insert to evenhand_candidate with check (seats.is_mine(nomination));
grant select (nomination, against, upheld, findings, on_day, place) on seats.appeal_answer to evenhand_candidate;
create policy own on seats.appeal_answer for select to evenhand_candidate using (seats.is_mine(nomination));
grant select on seats.handed to evenhand_candidate, evenhand_director;
create policy own on seats.handed for select to evenhand_candidate using (seats.is_mine(nomination));

-- Whoever decided first learns what became of it, and neither the grounds nor the words.
grant select (nomination, against, upheld, on_day) on seats.appeal_answer to evenhand_director;
create policy director_reads on seats.appeal_answer for select to evenhand_director
  using (seats.is_apart(seats.opening_of(nomination)));
create policy director_reads on seats.handed for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
grant execute on function seats.first_in_line, seats.appeals_wait to evenhand_director;

-- A member of the board hears it under the label, with everything that was said of it, and not by whom.
grant usage on schema seats to evenhand_board;
grant select (id, label, body, title, seats, how, open_to, program, duties, criteria, hours, pay, meetings, opens_on,
  closes_on, answer_by, term_from, random_source, random_on, legal_basis, place, published_on) on seats.opening to evenhand_board;
grant select (id, title, kind, seats, term_months, most_terms, public_members, made_at) on seats.body to evenhand_board;
grant select on seats.quota to evenhand_board;
create policy board_reads on seats.opening for select to evenhand_board using (true);
create policy board_reads on seats.body for select to evenhand_board using (true);
create policy board_reads on seats.quota for select to evenhand_board using (true);
grant execute on function seats.may_hear, seats.tell_nominee, seats.hand_over, seats.title_for to evenhand_board;
grant select (id, label, opening, statement, conflicts, stated, on_day) on seats.nomination to evenhand_board;
create policy board_hears on seats.nomination for select to evenhand_board using (seats.may_hear(id));
grant select on seats.appeal to evenhand_board;
create policy board_hears on seats.appeal for select to evenhand_board using (seats.may_hear(nomination));
grant select, insert (nomination, against, upheld, findings, on_day, place) on seats.appeal_answer to evenhand_board;
create policy board_hears on seats.appeal_answer for select to evenhand_board using (seats.may_hear(nomination));
create policy board_answers on seats.appeal_answer for insert to evenhand_board
  with check (heard_by = front.me() and seats.may_hear(nomination));
grant select (nomination, chosen, reason, on_day) on seats.decided to evenhand_board;
create policy board_hears on seats.decided for select to evenhand_board using (seats.may_hear(nomination));
grant select (nomination, reason, on_day) on seats.set_aside to evenhand_board;
create policy board_hears on seats.set_aside for select to evenhand_board using (seats.may_hear(nomination));
grant select (nomination, scores, note, on_day) on seats.reading to evenhand_board;
create policy board_hears on seats.reading for select to evenhand_board using (seats.may_hear(nomination));
grant select (nomination, category, value, source, on_day) on seats.attribute to evenhand_board;
create policy board_hears on seats.attribute for select to evenhand_board using (seats.may_hear(nomination));

-- What falls free is handed over by itself, every hour.
grant usage on schema seats to evenhand_worker;
grant execute on function seats.hand_over, seats.title_for, seats.tell_nominee to evenhand_worker;

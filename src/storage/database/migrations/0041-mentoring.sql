-- Mentoring: certificants offer, candidates ask, and either goes at any time. Nobody but the two sees a pair; nobody who
-- decides about people mentors one; names are shown once a mentor has taken somebody.

create schema mentoring;
grant usage on schema mentoring to evenhand_candidate, evenhand_worker;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table mentoring.offer (
  id uuid primary key,
  person uuid not null references people.person on delete cascade,
  program text not null,
  settings text[] not null check (cardinality(settings) between 1 and 20),
  region text not null,
  languages text[] not null check (cardinality(languages) between 1 and 20),
  times text[] not null check (cardinality(times) between 1 and 10),
  places int not null check (places between 1 and 5),
  about text not null check (char_length(about) between 10 and 1000),
  is_open boolean not null default true,
  unique (person, program)
);
select pg_temp.classed('mentoring.offer', 'personal', 'kept while it is offered; erased with the account',
  array['id','person','program','settings','region','languages','times','places','about','is_open']);

create table mentoring.pair (
  id uuid primary key,
  offer uuid not null references mentoring.offer on delete cascade,
  candidate uuid not null references people.person on delete cascade,
  standing text not null default 'asked' check (standing in ('asked','taken','declined','withdrawn','ended')),
  asked_on date not null,
  since date not null check (since >= asked_on),
  words text not null check (char_length(words) <= 1000),
  unique (offer, candidate)
);
create index on mentoring.pair (candidate);
select pg_temp.classed('mentoring.pair', 'personal', 'kept one year after it ends; erased with the account',
  array['id','offer','candidate','standing','asked_on','since','words']);

do $$
declare t text;
begin
  foreach t in array array['offer','pair'] loop
    execute format('alter table mentoring.%I enable row level security', t);
    execute format('alter table mentoring.%I force row level security', t);
    execute format('create policy owner_works on mentoring.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Whoever holds a credential of the program that is good today, and holds no office here.
create function mentoring.may_mentor(a_person uuid, a_program text, a_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.credential c
      where c.person = a_person and c.program = a_program and register.is_good(c.id, a_day))
    and not exists (select 1 from people.office o where o.person = a_person)
$$;

create function mentoring.i_may_mentor(a_program text, a_day date) returns boolean
language sql stable security definer set search_path = '' as $$ select mentoring.may_mentor(front.me(), a_program, a_day) $$;

create function mentoring.places_left(an_offer uuid) returns int
language sql stable security definer set search_path = '' as $$
  select o.places - (select count(*)::int from mentoring.pair p where p.offer = o.id and p.standing = 'taken')
  from mentoring.offer o where o.id = an_offer
$$;

create function mentoring.guard_offer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.person is distinct from front.me() then
    raise exception 'nobody offers for somebody else' using errcode = 'EH003';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.person, new.program) is distinct from (old.id, old.person, old.program) then
    raise exception 'an offer stays whose it is' using errcode = 'EH003';
  end if;
  if new.is_open and not mentoring.may_mentor(new.person, new.program, current_date) then
    raise exception 'only whoever holds a current credential, and no office, mentors' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_offer before insert or update on mentoring.offer for each row execute function mentoring.guard_offer();

-- Which side may take which step; how many a mentor takes; one mentor a program at a time.
create function mentoring.guard_pair() returns trigger language plpgsql security definer set search_path = '' as $$
declare mentor uuid; the_program text; open_now boolean;
begin
  select o.person, o.program, o.is_open into mentor, the_program, open_now from mentoring.offer o where o.id = new.offer for update;
  if tg_op = 'INSERT' then
    if new.candidate is distinct from front.me() or new.candidate = mentor or new.standing <> 'asked' then
      raise exception 'a candidate asks, for nobody else, and somebody else' using errcode = 'EH003';
    end if;
    if not open_now or mentoring.places_left(new.offer) < 1 then
      raise exception 'this offer has no place left' using errcode = 'EH005';
    end if;
    if exists (select 1 from mentoring.pair p join mentoring.offer o on o.id = p.offer
        where p.candidate = new.candidate and o.program = the_program and p.standing in ('asked','taken')) then
      raise exception 'one mentor at a time' using errcode = 'EH005';
    end if;
    return new;
  end if;
  if (new.id, new.offer, new.candidate, new.asked_on, new.words) is distinct from (old.id, old.offer, old.candidate, old.asked_on, old.words) then
    raise exception 'only where it stands changes' using errcode = 'EH003';
  end if;
  if not (case old.standing
      when 'asked' then (new.standing in ('taken','declined') and front.me() = mentor) or (new.standing = 'withdrawn' and front.me() = new.candidate)
      when 'taken' then new.standing = 'ended' and front.me() in (mentor, new.candidate)
      else false end) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  if new.standing = 'taken' then
    if not mentoring.may_mentor(mentor, the_program, current_date) then
      raise exception 'only whoever holds a current credential, and no office, mentors' using errcode = 'EH003';
    end if;
    if mentoring.places_left(new.offer) < 1 then
      raise exception 'this offer has no place left' using errcode = 'EH005';
    end if;
  end if;
  return new;
end $$;
create trigger guard_pair before insert or update on mentoring.pair for each row execute function mentoring.guard_pair();

-- Offers as a candidate sees them: not whose they are.
create function mentoring.open_offers(a_program text) returns table (id uuid, program text, settings text[], region text,
  languages text[], times text[], places int, places_left int, about text)
language sql stable security definer set search_path = '' as $$
  select o.id, o.program, o.settings, o.region, o.languages, o.times, o.places, mentoring.places_left(o.id), o.about
  from mentoring.offer o
  where front.me() is not null and o.is_open and o.program = a_program and o.person <> front.me()
    and mentoring.may_mentor(o.person, o.program, current_date)
    and not exists (select 1 from mentoring.pair p where p.offer = o.id and p.candidate = front.me())
$$;

-- The pairs of whoever asks, from their side; the other's name once the two are, or were, a pair.
create function mentoring.my_pairs() returns table (id uuid, program text, standing text, asked_on date, since date, words text,
  side text, other_name text, other_email text)
language sql stable security definer set search_path = '' as $$
  select p.id, o.program, p.standing, p.asked_on, p.since, p.words,
    case when o.person = front.me() then 'mentor' else 'candidate' end,
    case when p.standing = 'taken' then other.full_name end, case when p.standing = 'taken' then other.email end
  from mentoring.pair p join mentoring.offer o on o.id = p.offer
  join people.person other on other.id = case when o.person = front.me() then p.candidate else o.person end
  where front.me() in (o.person, p.candidate)
  order by p.since desc, p.id
$$;

-- To the other of the two, without the sender learning more than the page says.
create function mentoring.tell_other(an_id uuid, a_pair uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, other.id, other.email, a_subject, a_body
    from mentoring.pair p join mentoring.offer o on o.id = p.offer
    join people.person other on other.id = case when o.person = front.me() then p.candidate else o.person end
    where p.id = a_pair and front.me() in (o.person, p.candidate)
$$;

-- Pairs whose mentor may no longer mentor end by themselves, and what is over for a year is forgotten. Answers whom to tell.
create function mentoring.keep(a_day date) returns table (person uuid, email text)
language plpgsql security definer set search_path = '' as $$
begin
  delete from mentoring.pair p where p.standing in ('declined','withdrawn','ended') and p.since < a_day - interval '1 year';
  return query
    with over as (
      select p.id, p.candidate from mentoring.pair p join mentoring.offer o on o.id = p.offer
      where p.standing in ('asked','taken') and not mentoring.may_mentor(o.person, o.program, a_day)),
    gone as (delete from mentoring.pair p using over where p.id = over.id)
    select x.id, x.email from over join people.person x on x.id = over.candidate;
end $$;

revoke execute on function mentoring.may_mentor, mentoring.i_may_mentor, mentoring.places_left, mentoring.guard_offer, mentoring.guard_pair,
  mentoring.open_offers, mentoring.my_pairs, mentoring.tell_other, mentoring.keep from public;

grant select, insert, update on mentoring.offer to evenhand_candidate;
create policy own on mentoring.offer for all to evenhand_candidate using (person = front.me()) with check (person = front.me());
grant insert (id, offer, candidate, asked_on, since, words), update (standing, since) on mentoring.pair to evenhand_candidate;
-- Not who the other is: names are read through my_pairs, once there is a pair.
grant select (id, standing, asked_on, since) on mentoring.pair to evenhand_candidate;
create policy asks on mentoring.pair for insert to evenhand_candidate with check (candidate = front.me());
create policy either_sees on mentoring.pair for select to evenhand_candidate
  using (candidate = front.me() or exists (select 1 from mentoring.offer o where o.id = offer and o.person = front.me()));
create policy either_acts on mentoring.pair for update to evenhand_candidate
  using (candidate = front.me() or exists (select 1 from mentoring.offer o where o.id = offer and o.person = front.me()));
grant execute on function mentoring.i_may_mentor, mentoring.open_offers, mentoring.my_pairs, mentoring.tell_other to evenhand_candidate;
grant execute on function mentoring.keep to evenhand_worker;

-- Who chairs a body: elected by whoever elects, recorded by a director with the day and the reason. One chair at a time, only a
-- member who sits; a chair ends with the term, or before it. Anybody reads seats, terms and the chair; nobody's name.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table seats.chair (
  id uuid primary key,
  body text not null references seats.body,
  term uuid not null references seats.term,
  elected_on date not null,
  by_whom text not null check (char_length(by_whom) between 3 and 200),
  reason text not null check (char_length(reason) between 10 and 2000),
  on_day date not null check (on_day >= elected_on),
  recorded_by uuid not null default front.me() references people.person,
  place bigint not null references ledger.entry
);
create index on seats.chair (body, elected_on);
select pg_temp.classed('seats.chair', 'public', 'kept for good', array['id','body','elected_on','by_whom','reason','on_day','place']);
select pg_temp.classed('seats.chair', 'personal', 'kept for good', array['term','recorded_by']);

create table seats.chair_end (
  chair uuid primary key references seats.chair,
  why text not null check (char_length(why) between 3 and 2000),
  on_day date not null,
  recorded_by uuid not null default front.me() references people.person
);
select pg_temp.classed('seats.chair_end', 'public', 'kept for good', array['chair','why','on_day']);
select pg_temp.classed('seats.chair_end', 'personal', 'kept for good', array['recorded_by']);

do $$
declare t text;
begin
  foreach t in array array['chair','chair_end'] loop
    execute format('alter table seats.%I enable row level security', t);
    execute format('alter table seats.%I force row level security', t);
    execute format('create policy owner_works on seats.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Every chair of a body: until when, as far as it is known. A term that ends takes the chair with it.
create function seats.chairs_of(a_body text) returns table (chair uuid, term uuid, elected_on date, by_whom text, reason text, until_day date)
language sql stable security definer set search_path = '' as $$
  select c.id, c.term, c.elected_on, c.by_whom, c.reason,
    least(t.until_day, (select e.on_day from seats.term_end e where e.term = t.id), (select x.on_day from seats.chair_end x where x.chair = c.id))
  from seats.chair c join seats.term t on t.id = c.term where c.body = a_body order by c.elected_on, c.on_day
$$;
-- For anybody: terms of a body, without whose they are.
create function seats.terms_of(a_body text) returns table (from_day date, until_day date, public_member boolean, chair_from date, chair_until date)
language sql stable security definer set search_path = '' as $$
  select t.from_day, least(t.until_day, (select e.on_day from seats.term_end e where e.term = t.id)), t.public_member,
    (select max(c.elected_on) from seats.chairs_of(a_body) c where c.term = t.id),
    (select max(c.until_day) from seats.chairs_of(a_body) c where c.term = t.id)
  from seats.term t where t.body = a_body order by t.from_day, t.until_day, t.id
$$;
create function seats.chair_history(a_body text) returns table (elected_on date, by_whom text, until_day date)
language sql stable security definer set search_path = '' as
  $$ select c.elected_on, c.by_whom, c.until_day from seats.chairs_of(a_body) c $$;
-- For directors: who sits, under the label of the nomination.
create function seats.members_of(a_body text, on_a_day date) returns table (term uuid, label text, from_day date, until_day date, public_member boolean)
language sql stable security definer set search_path = '' as $$
  select s.term, n.label, t.from_day, t.until_day, t.public_member
  from seats.sitting(a_body, on_a_day) s join seats.term t on t.id = s.term left join seats.nomination n on n.id = t.nomination
  order by t.from_day, n.label
$$;
create function seats.chair_now(a_body text, on_a_day date) returns uuid
language sql stable security definer set search_path = '' as $$
  select c.chair from seats.chairs_of(a_body) c where c.elected_on <= on_a_day and c.until_day > on_a_day
    and not exists (select 1 from seats.chair_end e where e.chair = c.chair) limit 1
$$;

create function seats.guard_chair() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('chair ' || new.body));
  if new.recorded_by is distinct from front.me()
      or exists (select 1 from seats.term t where t.id = new.term and t.person = front.me()) then
    raise exception 'nobody records their own election' using errcode = 'EH003';
  end if;
  if not exists (select 1 from seats.sitting(new.body, new.elected_on) s where s.term = new.term)
      or not exists (select 1 from seats.sitting(new.body, new.on_day) s where s.term = new.term) then
    raise exception 'only a member who sits is elected' using errcode = 'EH003';
  end if;
  if seats.chair_now(new.body, new.on_day) is not null or exists (select 1 from seats.chairs_of(new.body) c
      where c.elected_on <= new.elected_on and c.until_day > new.elected_on) then
    raise exception 'there is one chair at a time' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_chair before insert on seats.chair for each row execute function seats.guard_chair();

create function seats.guard_chair_end() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.recorded_by is distinct from front.me() then
    raise exception 'a named human records it' using errcode = 'EH003';
  end if;
  if not exists (select 1 from seats.chair c where c.id = new.chair and seats.chair_now(c.body, new.on_day) = c.id) then
    raise exception 'this chair has ended' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_chair_end before insert on seats.chair_end for each row execute function seats.guard_chair_end();

revoke execute on function seats.chairs_of, seats.terms_of, seats.chair_history, seats.members_of, seats.chair_now,
  seats.guard_chair, seats.guard_chair_end from public;
grant execute on function seats.terms_of, seats.chair_history to evenhand_public, evenhand_director;
grant execute on function seats.members_of, seats.chair_now to evenhand_director;
grant insert (id, body, term, elected_on, by_whom, reason, on_day, place) on seats.chair to evenhand_director;
grant insert (chair, why, on_day) on seats.chair_end to evenhand_director;
create policy director_records on seats.chair for insert to evenhand_director with check (recorded_by = front.me());
create policy director_records on seats.chair_end for insert to evenhand_director with check (recorded_by = front.me());

-- Who came to the chair, for the measuring login.
create or replace view seats.service as
  select c.person, c.program, c.certified_at, n.forward_on, n.suggested_on, n.served_on, n.again_on, n.chaired_on
  from (select person, program, min(issued_at) as certified_at from register.credential group by person, program) c
  left join lateral (
    select min(m.on_day) as forward_on, min(m.on_day) filter (where m.suggestion is not null) as suggested_on,
      min(t.from_day) as served_on,
      (array_agg(t.from_day order by t.from_day) filter (where t.from_day is not null))[2] as again_on,
      least(min(t.from_day) filter (where t.role = 'chair'), min(h.elected_on)) as chaired_on
    from seats.nomination m
    join seats.opening o on o.id = m.opening and o.open_to = 'holders' and o.program = c.program and o.recognition is null
    left join seats.term t on t.nomination = m.id
    left join (select x.term, min(x.elected_on) as elected_on from seats.chair x group by x.term) h on h.term = t.id
    where m.nominee = c.person) n on true;

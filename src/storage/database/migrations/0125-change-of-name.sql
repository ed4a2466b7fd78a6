-- A change of name is a matter like every other: asked for, attested from a document, decided by somebody who sees no name. What
-- was decided changes the account from then on and every credential in force gets another copy. Nothing public leads from one name
-- to another, and nobody but the person reads a former name without saying why.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

alter table casework.matter drop constraint matter_kind_check;
alter table casework.matter add constraint matter_kind_check
  check (kind in ('eligibility','accommodation','renewal','more-time','audit','term-end','name-change','appeal'));
alter table casework.published_ground drop constraint published_ground_kind_check;
alter table casework.published_ground add constraint published_ground_kind_check check (kind in
  ('eligibility','accommodation','exam-irregularity','exam-result','renewal','more-time','audit','term-end','name-change','conduct'));

-- Why somebody asks, where they told it: read by themselves and nobody else, because no decision rests on it.
create table casework.name_reason (
  matter uuid primary key references casework.matter,
  reason text not null check (reason in ('marriage','court-order','gender-transition','typing-error','other'))
);
select pg_temp.classed('casework.name_reason', 'personal', 'kept 7 years after the last decision', array['matter','reason']);

-- Each change that was decided. The name before it is kept with the moment, so that a link mailed earlier goes on saying the name
-- it was mailed under.
create table people.name_change (
  matter uuid primary key references casework.matter,
  person uuid not null references people.person,
  former text not null,
  at timestamptz not null default now()
);
create index on people.name_change (person, at);
select pg_temp.classed('people.name_change', 'personal', 'kept while the account lasts and 7 years after the last decision',
  array['matter','person','former','at']);

-- Who read the former names of somebody, and what for.
create table audit.former_name_reading (
  id uuid primary key,
  matter uuid not null references casework.matter,
  person uuid not null references people.person,
  reader uuid not null references people.person,
  purpose text not null check (char_length(purpose) between 10 and 300),
  read_at timestamptz not null default now()
);
create index on audit.former_name_reading (person);
select pg_temp.classed('audit.former_name_reading', 'personal', 'kept 7 years', array['id','matter','person','reader','purpose','read_at']);

do $$
declare t text;
begin
  foreach t in array array['casework.name_reason','people.name_change','audit.former_name_reading'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_works on %s to current_user using (true) with check (true)', t);
  end loop;
end $$;
grant select, insert on casework.name_reason to evenhand_candidate;
create policy candidate_own on casework.name_reason for select to evenhand_candidate using (casework.is_mine(matter));
create policy candidate_tells on casework.name_reason for insert to evenhand_candidate with check (casework.is_mine(matter));
grant usage on schema audit to evenhand_candidate;
grant select (matter, person, purpose, read_at) on audit.former_name_reading to evenhand_candidate;
create policy candidate_own on audit.former_name_reading for select to evenhand_candidate using (person = front.me());
grant select (id, matter, reader, purpose, read_at) on audit.former_name_reading to evenhand_auditor;
-- Written so that it is looked up when it is asked: whoever works for some programs of a body reads nothing of the others.
create function audit.is_theirs(a_matter uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return people.serves_matter(a_matter);
end $$;
create policy auditor_reads on audit.former_name_reading for select to evenhand_auditor
  using (person <> front.me() and audit.is_theirs(matter));

-- What is asked for is a name, and one request at a time.
create function casework.guard_name_claim() returns trigger language plpgsql security definer set search_path = '' as $$
declare a_kind text; who uuid;
begin
  select m.kind, s.person into a_kind, who from casework.matter m join casework.subject s on s.matter = m.id where m.id = new.matter;
  if a_kind is distinct from 'name-change' then
    return new;
  end if;
  if coalesce(char_length(new.answers->>'name'), 0) not between 1 and 200 or not (new.answers->>'name') is nfc normalized
    or coalesce(new.answers->>'way', '') not in ('correction', 'document') then
    raise exception 'a change of name says the name' using errcode = 'EH002';
  end if;
  if exists (select 1 from casework.subject s join casework.matter m on m.id = s.matter
      cross join lateral (select e.type, e.body from casework.event e where e.matter = m.id order by e.version desc limit 1) last
      where s.person = who and m.kind = 'name-change' and m.id <> new.matter
        and not (last.type in ('decided', 'withdrawn') or last.type = 'set-aside' and last.body->>'effect' = 'reversed')) then
    raise exception 'one request at a time' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_name_claim before insert on casework.claim for each row execute function casework.guard_name_claim();

-- What was decided takes effect in the transaction of the decision, without whoever decides seeing a name: the account, what the
-- person showed of their name elsewhere, and another copy of each credential within a moment.
create function casework.follow_name() returns trigger language plpgsql security definer set search_path = '' as $$
declare who uuid; asked text; before text;
begin
  if new.body->>'outcome' is distinct from 'met' or (new.type = 'set-aside' and new.body->>'effect' is distinct from 'reversed')
    or not exists (select 1 from casework.matter m where m.id = new.matter and m.kind = 'name-change') then
    return new;
  end if;
  select p.id, p.full_name, c.answers->>'name' into strict who, before, asked
    from casework.subject s join people.person p on p.id = s.person join casework.claim c on c.matter = s.matter
    where s.matter = new.matter;
  insert into people.name_change (matter, person, former) values (new.matter, who, before);
  update people.person p set full_name = asked,
      former_names = array(select n from unnest(array_append(p.former_names, p.full_name)) with ordinality x(n, place)
        where n <> asked group by n order by min(place))
    where p.id = who;
  delete from seats.showing w using seats.nomination n where n.id = w.nomination and n.nominee = who
    and position(normalize(w.name, NFC) in asked) = 0;
  update stories.story t set shown_as = null from stories.author a where a.story = t.id and a.person = who
    and t.shown_as is not null and position(normalize(t.shown_as, NFC) in asked) = 0;
  perform renewal.look_again(c.id) from register.credential c where c.person = who;
  return new;
end $$;
create trigger follow_name after insert on casework.event for each row
  when (new.type in ('decided', 'set-aside')) execute function casework.follow_name();

-- The name somebody went by at a moment.
create function people.name_at(a_person uuid, a_moment timestamptz) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce((select n.former from people.name_change n where n.person = a_person and n.at > a_moment order by n.at limit 1),
    (select p.full_name from people.person p where p.id = a_person))
$$;
create or replace function evidence.request_of(a_token_hash bytea, at timestamptz)
returns table (id uuid, matter uuid, supports text, supervisor_name text, candidate_name text, program text, answered boolean)
language sql stable security definer set search_path = '' as $$
  select r.id, r.matter, r.supports, r.supervisor_name, people.name_at(s.person, r.asked_at), m.program,
    exists (select 1 from evidence.attestation a where a.request = r.id)
  from evidence.attestation_request r join casework.matter m on m.id = r.matter
    join casework.subject s on s.matter = r.matter
  where r.token_hash = a_token_hash and r.expires_at > at
$$;
create or replace function renewal.asked_by_link(a_token_hash bytea, at timestamptz)
returns table (asked_name text, holder_name text, program text, provider text, title text, began date, completed date, hours numeric, answered boolean)
language sql stable security definer set search_path = '' as $$
  select q.asked_name, people.name_at(c.person, q.asked_at), c.program, a.provider, a.title, a.began, a.completed, a.hours,
    exists (select 1 from renewal.confirmation x where x.request = q.id)
  from renewal.confirmation_request q join renewal.activity a on a.id = q.activity
    join register.credential c on c.id = q.credential
  where q.token_hash = a_token_hash and q.expires_at > at
$$;

-- A name is typed in an application too. It becomes the name of an account that holds nothing yet; whoever holds a credential
-- goes by the name it bears until another one was decided, and what they typed is kept beside it, so that no decider reads it.
revoke update (full_name, former_names) on people.person from evenhand_candidate;
drop policy candidate_own_update on people.person;
create function people.is_settled(a_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.credential where person = a_person)
    or exists (select 1 from people.name_change where person = a_person)
$$;
create function people.write_own_names(a_name text, some_names text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare kept text;
begin
  update people.person p set
      full_name = case when people.is_settled(p.id) then p.full_name else a_name end,
      former_names = array(select n from unnest(some_names || case when people.is_settled(p.id) then array[a_name] else '{}' end)
        with ordinality x(n, place)
        where n <> case when people.is_settled(p.id) then p.full_name else a_name end group by n order by min(place))
    where p.id = front.me() returning p.full_name into kept;
  return kept;
end $$;
create function people.my_name_is_settled() returns boolean language sql stable security definer set search_path = '' as
  $$ select people.is_settled(front.me()) $$;

-- Former names: read by the person; by a records clerk who says why, which is noted and told to the person.
revoke select on people.person from evenhand_clerk, evenhand_staff;
grant select (id, email, full_name, demonstration, created_at) on people.person to evenhand_clerk, evenhand_staff;
create function people.read_former_names(an_id uuid, a_matter uuid, a_purpose text) returns setof text
language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  select s.person into who from casework.subject s where s.matter = a_matter and s.person <> front.me();
  if who is null or front.me() is null or not people.serves_matter(a_matter) then
    return;
  end if;
  insert into audit.former_name_reading (id, matter, person, reader, purpose) values (an_id, a_matter, who, front.me(), a_purpose);
  return query select unnest(p.former_names) from people.person p where p.id = who;
end $$;
-- Every name by which somebody could be told in a statement, the one asked for too. The program compares; nobody reads them.
create function casework.names_to_keep_out(a_matter uuid) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select distinct n from casework.subject s join people.person p on p.id = s.person
    cross join lateral (
      select p.full_name union all select unnest(p.former_names)
      union all select c.answers->>'name' from casework.subject o join casework.matter m on m.id = o.matter and m.kind = 'name-change'
        join casework.claim c on c.matter = o.matter where o.person = p.id) x(n)
  where s.matter = a_matter and s.person <> front.me() and n is not null and people.serves_matter(a_matter);
end $$;

-- The name that was decided, where the newest copy of a credential bears another one; for the worker, and its holder.
create function register.name_due(a_credential text) returns text
language sql stable security definer set search_path = '' as $$
  select p.full_name from register.credential c join people.person p on p.id = c.person
    join lateral (select k.document from register.copy k where k.credential = c.id order by k.number desc limit 1) k on true
  where c.id = a_credential and (front.me() is null or c.person = front.me())
    and exists (select 1 from people.name_change n where n.person = c.person)
    and register.name_in(k.document) is distinct from p.full_name
$$;
do $$
declare said text := pg_get_functiondef('renewal.to_look_at(date)'::regprocedure);
begin
  if position('    -- Held again, and no copy that counts.' in said) = 0 then
    raise exception 'renewal.to_look_at is not what it was';
  end if;
  execute replace(said, '    -- Held again, and no copy that counts.',
    E'    -- Another name was decided, and the newest copy bears the one before it.\n'
    || E'    or (exists (select 1 from people.name_change w where w.person = c.person) and register.name_due(c.id) is not null)\n'
    || '    -- Held again, and no copy that counts.');
end $$;

-- From the decision on the register finds the new name and no other, also while no copy bears it yet.
create function register.bears_name_before(a_person uuid, a_document jsonb) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from people.name_change n join people.person p on p.id = n.person
    where n.person = a_person and register.name_in(a_document) is distinct from p.full_name)
$$;
create or replace function register.find_by_number(a_program text, a_number text, a_family_name text) returns setof text
language sql stable security definer set search_path = '' as $$
  select k.id from register.copy k join register.credential c on c.id = k.credential
  left join register.listing l on l.person = c.person
  where register.number_in(k.document) = upper(btrim(a_number)) and c.program = a_program and register.newest_only(k)
    and register.is_family_name(register.name_in(k.document), a_family_name) and coalesce(l.shown, 'number') <> 'link'
    and not register.bears_name_before(c.person, k.document)
  limit 5
$$;
create or replace function register.find_by_name(a_program text, a_place text, a_name text) returns setof text
language sql stable security definer set search_path = '' as $$
  select k.id from register.copy k join register.credential c on c.id = k.credential
  join register.listing l on l.person = c.person
  where register.folded(register.name_in(k.document)) = register.folded(a_name) and c.program = a_program and register.newest_only(k)
    and l.shown = 'name' and l.place = a_place and not register.bears_name_before(c.person, k.document)
  order by k.id limit 5
$$;

-- A notice stays as it was published, under the name it tells. It stands beside the newest copy only where that bears the same name,
-- and leads to no other.
create function register.bears_another_name(a_credential text, a_name text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.copy where credential = a_credential and why = 'name-change')
    and register.folded((select register.name_in(k.document) from register.copy k where k.credential = a_credential
      order by k.number desc limit 1)) is distinct from register.folded(a_name)
$$;
create or replace function register.notices_beside(asked text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select o.id from register.copy k join conduct.notice o on o.credential = k.credential
  where k.id = asked and k.number = (select max(y.number) from register.copy y where y.credential = k.credential)
    and not register.bears_another_name(k.credential, o.holder_name)
$$;
create or replace function conduct.shown_on(a_credential text)
returns table (kind text, from_day date, until_day date)
language sql stable security definer set search_path = '' as $$
  select e.kind, e.from_day, e.until_day from register.copy k join conduct.effect e on e.credential = k.credential
  where k.id = a_credential and k.number = (select max(y.number) from register.copy y where y.credential = k.credential)
    and e.ended_on is null and (e.until_day >= current_date or e.kind = 'revocation')
    and (e.kind <> 'probation' or exists (select 1 from conduct.notice o where o.credential = e.credential and o.matter = e.matter
      and o.kind = 'probation' and o.corrects is null and o.until_day >= current_date
      and not register.bears_another_name(o.credential, o.holder_name)))
  order by e.from_day
$$;
create or replace function conduct.notices()
returns table (id uuid, credential text, holder_name text, program text, kind text, provisions jsonb, from_day date, until_day date, words text, corrects uuid)
language sql stable security definer set search_path = '' as $$
  select n.id, case when not register.bears_another_name(n.credential, n.holder_name) then (select k.id from register.copy k
      where k.credential = n.credential order by k.number desc limit 1) end,
    n.holder_name, n.program, n.kind, n.provisions, n.from_day, n.until_day, n.words, n.corrects
  from conduct.notice n where n.until_day >= current_date order by n.from_day desc, n.id
$$;
do $$
declare said text := pg_get_functiondef('register.standing(text,date)'::regprocedure);
begin
  if position('and not exists (select 1 from conduct.notice z where z.corrects = o.id) order by' in said) = 0 then
    raise exception 'register.standing is not what it was';
  end if;
  execute replace(said, 'and not exists (select 1 from conduct.notice z where z.corrects = o.id) order by',
    'and not exists (select 1 from conduct.notice z where z.corrects = o.id) and not register.bears_another_name(o.credential, o.holder_name) order by');
end $$;
drop function register.renamed_since(text, date);
-- A new notice tells the name that the newest copy bears; while a credential is suspended no copy is signed, so that this is the
-- name the public knows it by. A correction tells the name of what it corrects.
create function conduct.name_on_notice() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.corrects is null and new.credential is not null then
    new.holder_name := coalesce((select register.name_in(k.document) from register.copy k where k.credential = new.credential
      order by k.number desc limit 1), new.holder_name);
  end if;
  return new;
end $$;
create trigger name_on_notice before insert on conduct.notice for each row execute function conduct.name_on_notice();

-- An employer who was told of a credential under one name is not told of it under another unless its holder agrees anew: the
-- line that the employer wrote bears the name before.
create function register.follow_name() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update register.roster_consent set answer = null, answered_on = null where credential = new.credential and answer = 'agreed';
  return new;
end $$;
create trigger follow_name after insert on register.copy for each row when (new.why = 'name-change') execute function register.follow_name();
drop function register.rosters_to_follow(date);
-- Also lines of which nothing is told any more: once, and for whatever reason in the same words.
create function register.rosters_to_follow(a_day date)
returns table (roster uuid, email text, organization text, line int, told text, copy text)
language plpgsql security definer set search_path = '' as $$
begin
  delete from register.roster x where x.ends_on < a_day or (x.confirmed_at is null and x.asked_at < now() - interval '7 days');
  return query select x.id, x.email, x.organization, s.line, s.told, k.id
    from register.roster x join register.roster_consent s on s.roster = x.id
      and (s.answer = 'agreed' or s.told is not null)
    left join register.copy k on k.credential = s.credential and s.answer = 'agreed' and register.newest_only(k)
    where x.confirmed_at is not null and (s.answer is distinct from 'agreed' or k.id is not null) order by x.id, s.line;
end $$;
drop function register.asked_of_me();
create function register.asked_of_me()
returns table (roster uuid, line int, organization text, program text, asked_on date, answer text, ends_on date, names_two boolean)
language sql stable security definer set search_path = '' as $$
  select s.roster, s.line, x.organization, c.program, s.asked_on, s.answer, x.ends_on,
    exists (select 1 from register.copy k where k.credential = s.credential and k.why = 'name-change' and k.issued_on >= s.asked_on)
  from register.roster_consent s join register.roster x on x.id = s.roster join register.credential c on c.id = s.credential
  where s.person = front.me() order by s.asked_on desc, x.organization, s.line
$$;

revoke execute on function audit.is_theirs, casework.guard_name_claim, casework.follow_name, people.name_at, people.is_settled, people.write_own_names,
  people.my_name_is_settled, people.read_former_names, casework.names_to_keep_out, register.name_due, register.bears_name_before, register.bears_another_name,
  conduct.name_on_notice, register.follow_name, register.rosters_to_follow, register.asked_of_me from public;
grant execute on function people.write_own_names, people.my_name_is_settled, register.asked_of_me, register.name_due to evenhand_candidate;
grant execute on function audit.is_theirs to evenhand_auditor;
grant execute on function people.read_former_names, casework.names_to_keep_out to evenhand_clerk;
grant execute on function register.rosters_to_follow, register.name_due to evenhand_worker;

-- The public register: no list and no browsing. Whoever has the file or the link needs nothing of this. Whoever has a certificate
-- number and the family name is answered; whoever knows only a name is answered by the exact name, the program and the state, where
-- the holder let the register say so. Employers keep a roster with the consent of those on it.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- How a name is compared: case, accents, invisible signs and the forms of apostrophes and hyphens do not matter.
create function register.folded(a_name text) returns text language sql immutable strict parallel safe set search_path = '' as $$
  select btrim(regexp_replace(translate(lower(regexp_replace(normalize(a_name, NFKD),
    '[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u064B-\u065F\u0670\u0640\u200B-\u200F\u2060\uFEFF\u00AD]', '', 'g') collate pg_catalog."und-x-icu"),
    'ıłøđð’ʼ`‐‑–', 'ilodd''''''---'), '\s+', ' ', 'g'))
$$;
-- The whole name, or the part of it that a family is called by: whole words at its end, or at its beginning as in many places;
-- its first signs where names are written without spaces.
create function register.is_family_name(a_name text, typed text) returns boolean language sql immutable strict parallel safe set search_path = '' as $$
  select case when t = '' then false
    when position(' ' in n) > 0 then n = t or n like '% ' || l or n like l || ' %'
    else n = t or (n !~ '[a-z]' and char_length(t) between 1 and 2 and starts_with(n, t) and char_length(n) > char_length(t)) end
  from (select register.folded(a_name) as n, register.folded(typed) as t,
    replace(replace(replace(register.folded(typed), '\', '\\'), '%', '\%'), '_', '\_') as l) x
$$;
create function register.name_in(a_document jsonb) returns text language sql immutable strict parallel safe set search_path = '' as
  $$ select a_document->'credentialSubject'->'identifier'->0->>'identityHash' $$;
create function register.number_in(a_document jsonb) returns text language sql immutable strict parallel safe set search_path = '' as
  $$ select upper(a_document->'credentialSubject'->>'licenseNumber') $$;
create index copy_by_number on register.copy (register.number_in(document));
create index copy_by_name on register.copy (register.folded(register.name_in(document)));

-- What the register may say of somebody who is asked about by name. Without a row nobody is found by name.
create table register.listing (
  person uuid primary key references people.person,
  -- 'name': found by name, program and state; 'number': by certificate number and family name; 'link': by the holder's link only.
  shown text not null check (shown in ('name', 'number', 'link')),
  place text check (place ~ '^[A-Z]{2}$'),
  changed_at timestamptz not null default now(),
  check (shown <> 'name' or place is not null)
);
select pg_temp.classed('register.listing', 'personal', 'kept while the account lasts', array['person','shown','place','changed_at']);

-- The newest copy of each certification and no other: a former name leads nowhere.
create function register.newest_only(a_copy register.copy) returns boolean language sql stable set search_path = '' as
  $$ select not exists (select 1 from register.copy y where y.credential = a_copy.credential and y.number > a_copy.number) $$;
create function register.find_by_number(a_program text, a_number text, a_family_name text) returns setof text
language sql stable security definer set search_path = '' as $$
  select k.id from register.copy k join register.credential c on c.id = k.credential
  left join register.listing l on l.person = c.person
  where register.number_in(k.document) = upper(btrim(a_number)) and c.program = a_program and register.newest_only(k)
    and register.is_family_name(register.name_in(k.document), a_family_name) and coalesce(l.shown, 'number') <> 'link'
  limit 5
$$;
create function register.find_by_name(a_program text, a_place text, a_name text) returns setof text
language sql stable security definer set search_path = '' as $$
  select k.id from register.copy k join register.credential c on c.id = k.credential
  join register.listing l on l.person = c.person
  where register.folded(register.name_in(k.document)) = register.folded(a_name) and c.program = a_program and register.newest_only(k)
    and l.shown = 'name' and l.place = a_place
  order by k.id limit 5
$$;

-- An employer's list of people who say that they hold a credential.
create table register.roster (
  id uuid primary key,
  organization text not null check (char_length(organization) between 2 and 200),
  email text not null check (email = lower(email) and char_length(email) between 3 and 320),
  token_hash bytea not null unique,
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  ends_on date not null
);
create table register.roster_line (
  roster uuid not null references register.roster on delete cascade,
  line int not null check (line between 1 and 500),
  program text not null,
  number text not null,
  family_name text not null,
  primary key (roster, line)
);
-- Asked of whoever holds what a line names. Without a yes the line says what it says where nobody holds it.
create table register.roster_consent (
  roster uuid not null references register.roster on delete cascade,
  line int not null,
  credential text not null references register.credential,
  person uuid not null references people.person,
  asked_on date not null,
  answer text check (answer in ('agreed', 'refused')),
  answered_on date,
  -- What the employer was told last.
  told text,
  primary key (roster, line),
  foreign key (roster, line) references register.roster_line on delete cascade,
  check ((answer is null) = (answered_on is null))
);
create index on register.roster_consent (person);
select pg_temp.classed('register.roster', 'personal', 'erased when the roster ends', array['organization','email','asked_at','confirmed_at','ends_on']);
select pg_temp.classed('register.roster', 'internal', 'erased when the roster ends', array['id']);
select pg_temp.classed('register.roster', 'secret', 'erased when the roster ends', array['token_hash']);
select pg_temp.classed('register.roster_line', 'personal', 'erased when the roster ends', array['roster','line','program','number','family_name']);
select pg_temp.classed('register.roster_consent', 'personal', 'erased when the roster ends',
  array['roster','line','credential','person','asked_on','answer','answered_on','told']);

create function register.open_roster(an_id uuid, an_organization text, an_email text, a_token_hash bytea, an_end date, some_lines jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into register.roster (id, organization, email, token_hash, ends_on) values (an_id, an_organization, lower(an_email), a_token_hash, an_end);
  insert into register.roster_line (roster, line, program, number, family_name)
    select an_id, (x.value->>'line')::int, x.value->>'program', x.value->>'number', x.value->>'familyName'
    from jsonb_array_elements(some_lines) x;
end $$;
-- Who opens the link says that the address is theirs; then those concerned are asked.
create function register.confirm_roster(a_token_hash bytea, a_day date) returns table (person uuid, organization text)
language plpgsql security definer set search_path = '' as $$
declare r register.roster;
begin
  update register.roster x set confirmed_at = now() where x.token_hash = a_token_hash and x.confirmed_at is null
    and x.ends_on >= a_day returning x.* into r;
  if r.id is null then
    return;
  end if;
  return query with asked as (
    insert into register.roster_consent (roster, line, credential, person, asked_on)
      select distinct on (n.line) r.id, n.line, c.id, c.person, a_day
      from register.roster_line n
      cross join lateral register.find_by_number(n.program, n.number, n.family_name) f(id)
      join register.copy k on k.id = f.id join register.credential c on c.id = k.credential
      where n.roster = r.id
      returning roster_consent.person)
    select distinct a.person, r.organization from asked a;
end $$;
create function register.roster_by_token(a_token_hash bytea, a_day date)
returns table (organization text, email text, ends_on date, is_confirmed boolean)
language sql stable security definer set search_path = '' as $$
  select x.organization, x.email, x.ends_on, x.confirmed_at is not null from register.roster x
  where x.token_hash = a_token_hash and x.ends_on >= a_day
$$;
-- What the employer wrote, and the newest copy of those who agreed.
create function register.roster_lines(a_token_hash bytea, a_day date)
returns table (line int, program text, number text, family_name text, copy text)
language sql stable security definer set search_path = '' as $$
  select n.line, n.program, n.number, n.family_name, k.id
  from register.roster x join register.roster_line n on n.roster = x.id
  left join register.roster_consent s on s.roster = n.roster and s.line = n.line and s.answer = 'agreed'
  left join register.copy k on k.credential = s.credential and register.newest_only(k)
  where x.token_hash = a_token_hash and x.confirmed_at is not null and x.ends_on >= a_day
  order by n.line
$$;
create function register.end_roster(a_token_hash bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  delete from register.roster where token_hash = a_token_hash;
  return found;
end $$;
-- For the worker: rosters that are over are erased; what is to be compared with what was told.
create function register.rosters_to_follow(a_day date)
returns table (roster uuid, email text, organization text, line int, told text, copy text)
language plpgsql security definer set search_path = '' as $$
begin
  delete from register.roster x where x.ends_on < a_day or (x.confirmed_at is null and x.asked_at < now() - interval '7 days');
  return query select x.id, x.email, x.organization, s.line, s.told, k.id
    from register.roster x join register.roster_consent s on s.roster = x.id and s.answer = 'agreed'
    join register.copy k on k.credential = s.credential and register.newest_only(k)
    where x.confirmed_at is not null order by x.id, s.line;
end $$;
create function register.told_roster(a_roster uuid, a_line int, a_word text) returns void
language sql security definer set search_path = '' as
  $$ update register.roster_consent set told = a_word where roster = a_roster and line = a_line $$;

-- A holder answers for themselves, and sees who asks.
create function register.asked_of_me() returns table (roster uuid, line int, organization text, program text, asked_on date, answer text, ends_on date)
language sql stable security definer set search_path = '' as $$
  select s.roster, s.line, x.organization, c.program, s.asked_on, s.answer, x.ends_on
  from register.roster_consent s join register.roster x on x.id = s.roster join register.credential c on c.id = s.credential
  where s.person = front.me() order by s.asked_on desc, x.organization, s.line
$$;
create function register.answer_roster(a_roster uuid, a_line int, an_answer text, a_day date) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update register.roster_consent set answer = an_answer, answered_on = a_day,
      told = case when an_answer = 'agreed' then null else told end
    where roster = a_roster and line = a_line and person = front.me();
  return found;
end $$;

do $$
declare t text;
begin
  foreach t in array array['listing','roster','roster_line','roster_consent'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    execute format('create policy owner_works on register.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
grant select, insert (person, shown, place), update (shown, place, changed_at) on register.listing to evenhand_candidate;
create policy candidate_own on register.listing to evenhand_candidate using (person = front.me()) with check (person = front.me());

revoke execute on function register.folded, register.is_family_name, register.name_in, register.number_in, register.newest_only,
  register.find_by_number, register.find_by_name, register.open_roster, register.confirm_roster, register.roster_by_token,
  register.roster_lines, register.end_roster, register.rosters_to_follow, register.told_roster, register.asked_of_me,
  register.answer_roster from public;
grant execute on function register.find_by_number, register.find_by_name, register.open_roster, register.roster_by_token,
  register.roster_lines, register.end_roster to evenhand_public;
grant execute on function register.asked_of_me, register.answer_roster to evenhand_candidate;
grant execute on function register.confirm_roster, register.rosters_to_follow, register.told_roster to evenhand_worker;
-- The indexes above are kept by whoever signs.
grant execute on function register.folded, register.name_in, register.number_in to evenhand_worker;

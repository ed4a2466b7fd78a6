-- Concerns. Each has a list of those who may see it, filled when it is raised: coordinators for what is said of people
-- who hold or seek a credential, ombuds for what is said of the body, the chair of the board for what is said of an
-- ombud. Whoever is not on the list sees no row of it and no trace in any count. Staff read concerns no longer.
-- Whoever raised it comes back with a receipt code; the passphrase that belongs to it is checked by the program.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

drop policy staff_works on conduct.concern;
drop policy staff_works on conduct.reply;
drop policy staff_answers on conduct.reply;
revoke select on conduct.concern, conduct.reply from evenhand_staff;
revoke insert on conduct.reply from evenhand_staff;
revoke usage on schema conduct from evenhand_staff;

alter table conduct.concern
  add column language text not null default 'en' check (language in ('en','es')),
  add column visibility text not null default 'staff' check (visibility in ('named','staff','anonymous')),
  add column path text not null generated always as (case
    when about in ('holder','certificant') then 'conduct' when about = 'ombud' then 'ombud' else 'body' end) stored,
  add column full_name text check (char_length(full_name) between 1 and 200),
  add column who text,
  add column happened_on date,
  add column to_whom text[] not null default '{}',
  add column grounds text[] not null default '{}',
  add column setting text,
  add column program text,
  add column relation text,
  add column hope text,
  add column passphrase_hash text,
  add column withdrawn_at timestamptz,
  -- People of the body whom it is about: they can never be on its list.
  add column concerned uuid[] not null default '{}',
  add constraint anonymous_has_no_name check (visibility <> 'anonymous' or full_name is null),
  add constraint named_has_name check (visibility <> 'named' or full_name is not null);
select pg_temp.classed('conduct.concern', 'personal', 'kept 7 years after it is closed', array['language','visibility','path',
  'full_name','who','happened_on','to_whom','grounds','setting','program','relation','hope','withdrawn_at','concerned']);
select pg_temp.classed('conduct.concern', 'secret', 'kept while the concern is open', array['passphrase_hash']);

-- A reply of the body is an answer, or asks back.
alter table conduct.reply add column asks boolean not null default false;
select pg_temp.classed('conduct.reply', 'personal', 'kept 7 years after it is closed', array['asks']);

create table conduct.concern_file (
  id uuid primary key default gen_random_uuid(),
  concern uuid not null references conduct.concern,
  reply uuid references conduct.reply,
  place int not null check (place >= 1),
  sha256 text not null,
  media_type text not null check (media_type in ('application/pdf','image/jpeg','image/png')),
  bytes int not null check (bytes > 0),
  original_name text not null,
  at timestamptz not null default now(),
  unique (concern, place)
);
select pg_temp.classed('conduct.concern_file', 'personal', 'kept 7 years after it is closed',
  array['id','concern','reply','place','sha256','media_type','bytes','original_name','at']);

-- Who may see a concern, and until when; a row that has ended stays, so that whoever stepped aside does not come back.
create table conduct.concern_access (
  concern uuid not null references conduct.concern,
  person uuid not null references people.person on delete cascade,
  until timestamptz,
  given_by uuid references people.person,
  at timestamptz not null default clock_timestamp(),
  primary key (concern, person)
);
create index on conduct.concern_access (person);
select pg_temp.classed('conduct.concern_access', 'personal', 'kept 7 years after the concern is closed',
  array['concern','person','until','given_by','at']);

do $$
declare t text;
begin
  foreach t in array array['conduct.concern_file','conduct.concern_access'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_works on %s to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Whose turn a concern is: 1 those it is for, 2 and 3 whoever takes it where none of them may; null nobody's.
create function conduct.turn_of(a_path text, a_person uuid) returns int
language sql stable security definer set search_path = '' as $$
  select min(case a_path
    when 'conduct' then case when o.office = 'conduct' then 1 when o.office = 'ombud' then 2 when o.is_chair then 3 end
    when 'body' then case when o.office = 'ombud' then 1 when o.is_chair then 2 when o.office = 'board' then 3 end
    else case when o.is_chair then 1 when o.office = 'board' then 2 end end)
  from people.office o where o.person = a_person
$$;

-- A name without case or doubled spaces, and its words.
create function conduct.plain_name(a_name text) returns text language sql immutable set search_path = '' as
  $$ select lower(regexp_replace(trim(normalize(a_name, NFKC)), '\s+', ' ', 'g')) $$;
create function conduct.words_of(a_name text) returns text[] language sql immutable set search_path = '' as $$
  select coalesce(array_agg(w), '{}') from regexp_split_to_table(conduct.plain_name(a_name), '[\s,.;:()"“”/-]+') w
  where char_length(w) >= 3 or (w <> '' and w !~ '[a-z]')
$$;
create function conduct.names_person(a_who text, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select a_who is not null and exists (select 1 from people.person p, unnest(array_append(p.former_names, p.full_name)) n
    where p.id = a_person and conduct.plain_name(n) = conduct.plain_name(a_who))
$$;
-- Part of a name is enough to leave somebody off the first list; a colleague can still let them see it.
create function conduct.may_name_person(a_who text, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select a_who is not null and exists (select 1 from people.person p, unnest(array_append(p.former_names, p.full_name)) n
    where p.id = a_person and (conduct.plain_name(n) = conduct.plain_name(a_who)
      or conduct.words_of(n) && conduct.words_of(a_who)))
$$;

create function conduct.sees(a_concern uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.concern_access a join conduct.concern c on c.id = a.concern
    where a.concern = a_concern and a.person = front.me() and (a.until is null or a.until > clock_timestamp())
      and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null)
$$;

-- Puts on an empty list whose turn it is. Nobody's concern is left lying: where none is appointed, the next one is.
create function conduct.fill_list(a_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from conduct.concern_access a join conduct.concern c on c.id = a.concern
    where c.id = a_concern and (a.until is null or a.until > clock_timestamp())
      and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null) then
    return;
  end if;
  insert into conduct.concern_access (concern, person)
    select a_concern, fit.person from (
      select p.person, conduct.turn_of(c.path, p.person) as turn, min(conduct.turn_of(c.path, p.person)) over () as first
      from conduct.concern c cross join (select distinct o.person from people.office o) p
      where c.id = a_concern and conduct.turn_of(c.path, p.person) is not null
        and not p.person = any (c.concerned) and not conduct.may_name_person(c.who, p.person)
        and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = p.person)) fit
    where fit.turn = fit.first
    on conflict do nothing;
end $$;

create function conduct.find_concerned() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.concerned := array(select distinct o.person from people.office o
    where conduct.names_person(new.who, o.person) or o.person = any (new.concerned));
  return new;
end $$;
create trigger find_concerned before insert on conduct.concern for each row execute function conduct.find_concerned();

create function conduct.list_concern() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update conduct.concern_access set until = clock_timestamp()
    where concern = new.id and person = any (new.concerned) and until is null;
  perform conduct.fill_list(new.id);
  return null;
end $$;
create trigger list_concern after insert or update of concerned on conduct.concern
  for each row execute function conduct.list_concern();

create function conduct.guard_access() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.until is null and exists (select 1 from conduct.concern c where c.id = new.concern and new.person = any (c.concerned)) then
    raise exception 'nobody sees a concern about themselves' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_access before insert or update on conduct.concern_access
  for each row execute function conduct.guard_access();

-- Who comes into an office, or leaves it, may leave a concern without anybody.
create function conduct.look_for_lists() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform conduct.fill_list(c.id) from conduct.concern c;
  return null;
end $$;
create trigger look_for_lists after insert or update or delete on people.office
  for each statement execute function conduct.look_for_lists();

-- Concerns raised before there were lists.
do $$ begin perform conduct.fill_list(c.id) from conduct.concern c; end $$;

-- Anybody: raises a concern, and comes back to it. --------------------------------------------------------------------

drop function conduct.raise(uuid, text, bytea, text, text, text);
drop function conduct.by_receipt(bytea);

create function conduct.keep_files(a_concern uuid, a_reply uuid, files jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into conduct.concern_file (concern, reply, place, sha256, media_type, bytes, original_name)
    select a_concern, a_reply, (row_number() over (order by f.nr))::int + coalesce((select max(place) from conduct.concern_file where concern = a_concern), 0),
      f.file->>'sha256', f.file->>'mediaType', (f.file->>'bytes')::int, f.file->>'originalName'
    from jsonb_array_elements(files) with ordinality f(file, nr)
$$;

-- False where it was raised before: a form sent twice, even at the same moment, is one concern.
create function conduct.raise(an_id uuid, a_label text, a_receipt_hash bytea, a_passphrase_hash text, told jsonb, files jsonb)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.concern (id, label, receipt_hash, passphrase_hash, language, about, account, happened_on, to_whom, who,
      grounds, setting, program, relation, hope, visibility, full_name, contact)
    values (an_id, a_label, a_receipt_hash, a_passphrase_hash, told->>'language', told->>'about', told->>'account',
      (told->>'happenedOn')::date, array(select jsonb_array_elements_text(told->'toWhom')), told->>'who',
      array(select jsonb_array_elements_text(told->'grounds')), told->>'setting', told->>'program', told->>'relation',
      told->>'hope', told->>'visibility', told->>'fullName', told->>'contact')
    on conflict (receipt_hash) do nothing;
  if not found then
    return false;
  end if;
  perform conduct.keep_files(an_id, null, files);
  return true;
end $$;

create function conduct.key_of(a_receipt_hash bytea) returns table (passphrase_hash text)
language sql stable security definer set search_path = '' as
  $$ select c.passphrase_hash from conduct.concern c where c.receipt_hash = a_receipt_hash $$;

create function conduct.by_receipt(a_receipt_hash bytea)
returns table (id uuid, label text, language text, about text, account text, has_contact boolean, received_at timestamptz,
  withdrawn_at timestamptz, replies jsonb, files jsonb)
language sql stable security definer set search_path = '' as $$
  select c.id, c.label, c.language, c.about, c.account, c.contact is not null, c.received_at, c.withdrawn_at,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'byStaff', r.by_staff, 'asks', r.asks, 'words', r.words, 'at', r.at) order by r.at)
      from conduct.reply r where r.concern = c.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'reply', f.reply, 'place', f.place, 'mediaType', f.media_type, 'bytes', f.bytes) order by f.place)
      from conduct.concern_file f where f.concern = c.id), '[]')
  from conduct.concern c where c.receipt_hash = a_receipt_hash
$$;

create function conduct.write_back(a_receipt_hash bytea, a_reply uuid, the_words text, files jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare c uuid;
begin
  select k.id into c from conduct.concern k where k.receipt_hash = a_receipt_hash for update;
  if c is null then
    return;
  end if;
  insert into conduct.reply (id, concern, by_staff, words) values (a_reply, c, false, the_words) on conflict do nothing;
  if found then
    perform conduct.keep_files(c, a_reply, files);
  end if;
end $$;

create function conduct.withdraw(a_receipt_hash bytea) returns void language sql security definer set search_path = '' as $$
  update conduct.concern set withdrawn_at = clock_timestamp() where receipt_hash = a_receipt_hash and withdrawn_at is null
$$;

-- The desk: those on the list, and what they may do with it. -----------------------------------------------------------

-- Who raised it, for whoever may see it; of an anonymous concern nothing, the address least of all.
create function conduct.complainant(a_concern uuid) returns table (full_name text, contact text)
language sql stable security definer set search_path = '' as $$
  select c.full_name, c.contact from conduct.concern c
  where c.id = a_concern and conduct.sees(c.id) and c.visibility <> 'anonymous'
$$;
create function conduct.list_of(a_concern uuid) returns table (id uuid, full_name text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name from conduct.concern_access a join conduct.concern c on c.id = a.concern
    join people.person p on p.id = a.person
  where a.concern = a_concern and conduct.sees(a_concern) and (a.until is null or a.until > clock_timestamp())
    and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null
  order by p.full_name
$$;
create function conduct.colleagues_on(a_concern uuid) returns table (id uuid, full_name text, may_see boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, conduct.turn_of(c.path, p.id) is not null
    and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = p.id)
  from conduct.concern c, people.person p
  where c.id = a_concern and conduct.sees(c.id) and p.id <> front.me() and not p.id = any (c.concerned)
    and exists (select 1 from people.office o where o.person = p.id)
  order by p.full_name
$$;
create function conduct.let_see(a_concern uuid, a_person uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.concern_access (concern, person, given_by)
    select a_concern, k.id, front.me() from conduct.colleagues_on(a_concern) k where k.id = a_person and k.may_see
    on conflict do nothing;
  return found;
end $$;
create function conduct.step_aside(a_concern uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.sees(a_concern) then
    return false;
  end if;
  update conduct.concern_access set until = clock_timestamp() where concern = a_concern and person = front.me();
  perform conduct.fill_list(a_concern);
  return true;
end $$;
create function conduct.name_concerned(a_concern uuid, a_person uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update conduct.concern c set concerned = c.concerned || a_person
    where c.id = a_concern and exists (select 1 from conduct.colleagues_on(a_concern) k where k.id = a_person);
  return found;
end $$;
-- To the address that was left, which whoever writes need not learn. False where there is none.
create function conduct.tell_complainant(an_id uuid, a_concern uuid, a_subject text, a_body text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into post.mail (id, to_address, subject, body)
    select an_id, c.contact, a_subject, a_body from conduct.concern c
    where c.id = a_concern and c.contact is not null and conduct.sees(c.id) on conflict do nothing;
  return found;
end $$;

revoke execute on all functions in schema conduct from public;
grant execute on function conduct.raise, conduct.key_of, conduct.by_receipt, conduct.write_back, conduct.withdraw to evenhand_public;
grant execute on function conduct.sees, conduct.complainant, conduct.list_of, conduct.colleagues_on, conduct.let_see,
  conduct.step_aside, conduct.name_concerned, conduct.tell_complainant to evenhand_conduct, evenhand_board;
grant usage on schema conduct to evenhand_public;
grant select (id, label, language, path, about, account, visibility, who, happened_on, to_whom, grounds, setting, program, relation,
  hope, received_at, withdrawn_at) on conduct.concern to evenhand_conduct, evenhand_board;
grant select, insert (id, concern, by_staff, asks, words, author) on conduct.reply to evenhand_conduct, evenhand_board;
grant select (id, concern, reply, place, sha256, media_type, bytes, at) on conduct.concern_file to evenhand_conduct, evenhand_board;
create policy list_reads on conduct.concern for select to evenhand_conduct, evenhand_board using (conduct.sees(id));
create policy list_reads on conduct.reply for select to evenhand_conduct, evenhand_board using (conduct.sees(concern));
create policy list_reads on conduct.concern_file for select to evenhand_conduct, evenhand_board using (conduct.sees(concern));
create policy list_answers on conduct.reply for insert to evenhand_conduct, evenhand_board
  with check (by_staff and author = front.me() and conduct.sees(concern));

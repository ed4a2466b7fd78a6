-- From finding to action: what is put before the board, what it answers and by when, outreach, and what came of it.
-- A member of the board reads findings about groups and answers them. A finding about a rater is read by the rater and
-- the chair; directors and auditors see it only after the rater has responded or the time for that has passed; other
-- members never; and no function that anybody may call returns one.

create schema board;
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'evenhand_board') then
    create role evenhand_board nologin;
  end if;
end $$;
grant evenhand_board to evenhand_web with inherit false, set true;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

alter table people.office drop constraint office_office_check;
alter table people.office add constraint office_office_check
  check (office in ('clerk','reviewer','staff','director','auditor','board'));
-- The chair is a member of the board, and there is one at a time.
alter table people.office add column is_chair boolean not null default false check (not is_chair or office = 'board');
create unique index one_chair on people.office (is_chair) where is_chair;
select pg_temp.classed('people.office', 'internal', 'kept while the account lasts', array['is_chair']);

-- The demonstration's start page says which of its people chairs the board.
drop function front.demonstration_people();
create function front.demonstration_people() returns table (person uuid, full_name text, email text, offices text[], chair boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, p.email,
    coalesce((select array_agg(o.office order by o.office) from people.office o where o.person = p.id), '{}'),
    exists (select 1 from people.office o where o.person = p.id and o.is_chair)
  from people.person p where p.demonstration and p.email like '%@desk.larkspur.example'
$$;
revoke execute on function front.demonstration_people from public;
grant execute on function front.demonstration_people to evenhand_public;

create table board.finding (
  id uuid primary key,
  label text not null unique,
  key text not null,
  release int not null,
  rater uuid references people.person,
  opened_on date not null,
  promised_by date not null check (promised_by >= opened_on),
  unique (key, release)
);
create index on board.finding (rater) where rater is not null;
select pg_temp.classed('board.finding', 'internal', 'kept for good', array['id','label','key','release','opened_on','promised_by']);
select pg_temp.classed('board.finding', 'personal', 'kept 7 years', array['rater']);

create table board.event (
  finding uuid not null references board.finding,
  version int not null check (version >= 1),
  type text not null check (type in ('opened','measured-again','told','responded','answered','carried-out')),
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (finding, version)
);
create unique index on board.event (finding, (body->'shown'->>'release')) where type in ('opened','measured-again');
select pg_temp.classed('board.event', 'internal', 'kept for good; of a finding about a rater 7 years',
  array['finding','version','type','body','at']);
select pg_temp.classed('board.event', 'personal', 'kept for good; of a finding about a rater 7 years', array['actor']);

create table board.outreach (
  id uuid primary key,
  label text not null unique,
  finding uuid references board.finding,
  program text not null,
  target text not null,
  means text not null check (means in ('fee-waiver','visit','partner','other')),
  how text not null,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(code) between 4 and 24),
  runs_from date not null,
  runs_until date not null check (runs_until >= runs_from),
  planned_by uuid not null references people.person,
  planned_at timestamptz not null default now()
);
select pg_temp.classed('board.outreach', 'internal', 'kept for good',
  array['id','label','finding','program','target','means','how','code','runs_from','runs_until','planned_at']);
select pg_temp.classed('board.outreach', 'personal', 'kept for good', array['planned_by']);

-- By which outreach somebody came. It says something about a person, so it lies with what people told us about
-- themselves: under a pseudonym, encrypted, written by a login that reads nothing, read for measuring only.
create table sealed.source (
  pseudonym bytea not null,
  program text not null,
  code bytea not null,
  came_at timestamptz not null default now(),
  primary key (pseudonym, program)
);
select pg_temp.classed('sealed.source', 'sealed', 'kept while the outreach is measured; erased on request',
  array['pseudonym','program','code','came_at']);

do $$
declare t text;
begin
  foreach t in array array['board.finding','board.event','board.outreach','sealed.source'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_works on %s to current_user using (true) with check (true)', t);
  end loop;
end $$;

create function board.is_chair() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from people.office where person = front.me() and office = 'board' and is_chair)
$$;

-- The rater had the first word: they responded, or their time has passed in every zone of the world.
create function board.rater_was_heard(asked uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from board.event e where e.finding = asked and (e.type = 'responded'
    or (e.type = 'told' and (e.body->>'respondUntil')::date + 1 < current_date)))
$$;

-- The last line of defense, under whatever the program above it believes.
create function board.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare rated uuid; last_version int; seen text[]; is_refusal boolean; respond_until date;
begin
  select f.rater into rated from board.finding f where f.id = new.finding;
  select coalesce(max(e.version), 0), coalesce(array_agg(e.type), '{}'),
      coalesce(bool_or(e.type = 'answered' and e.body->'answer'->>'kind' = 'refusal'), false),
      max(case when e.type = 'told' then (e.body->>'respondUntil')::date end)
    into last_version, seen, is_refusal, respond_until
    from board.event e where e.finding = new.finding;
  if new.version <> last_version + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if (new.type = 'opened') <> (last_version = 0)
    or (new.type = 'told' and (rated is null or 'told' = any (seen)))
    or (new.type = 'responded' and (not 'told' = any (seen) or seen && array['responded','answered']))
    or (new.type = 'answered' and 'answered' = any (seen))
    or (new.type = 'carried-out' and (not 'answered' = any (seen) or is_refusal or 'carried-out' = any (seen))) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  new.actor := front.me();
  if new.type in ('responded','answered','carried-out') then
    if new.actor is null or new.body->>'by' is distinct from new.actor::text then
      raise exception 'a named human answers, and signs for nobody else' using errcode = 'EH002';
    end if;
    if new.type = 'responded' and new.actor is distinct from rated then
      raise exception 'only the person concerned responds' using errcode = 'EH003';
    end if;
    if new.type <> 'responded' and rated is not null and (new.actor = rated or not board.is_chair()) then
      raise exception 'the chair answers, and nobody about themselves' using errcode = 'EH003';
    end if;
  end if;
  if new.type = 'answered' then
    if coalesce(trim(new.body->'answer'->>'reasons'), '') = '' then
      raise exception 'an answer has reasons' using errcode = 'EH002';
    end if;
    if rated is not null and not 'responded' = any (seen) and coalesce(respond_until, 'infinity') > current_date then
      raise exception 'the rater may still respond' using errcode = 'EH003';
    end if;
  end if;
  return new;
end $$;
create trigger guard_event before insert on board.event for each row execute function board.guard_event();

-- Who acted for the board, by name; and for the chair, whom a finding is about. No other person.
create function board.named() returns table (id uuid, full_name text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name from people.person p
  where exists (select 1 from people.office o where o.person = p.id and o.office = 'board')
    or exists (select 1 from board.event e where e.actor = p.id and e.type in ('answered','carried-out'))
    or exists (select 1 from board.outreach r where r.planned_by = p.id)
    or (board.is_chair() and exists (select 1 from board.finding f where f.rater = p.id and p.id <> front.me()))
$$;

-- A new finding is told to the members of the board; one about a rater to the rater and the chair and to nobody else.
create function board.tell(a_finding uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_body
    from board.finding f join people.person p on case
      when f.rater is null then exists (select 1 from people.office o where o.person = p.id and o.office = 'board')
      else p.id = f.rater or exists (select 1 from people.office o where o.person = p.id and o.is_chair) end
    where f.id = a_finding
$$;
-- To the rater, that the chair has answered.
create function board.tell_rater(a_finding uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_body
    from board.finding f join people.person p on p.id = f.rater where f.id = a_finding and board.is_chair()
$$;

-- What anybody may read: findings about groups, with whoever answered by name; outreach without its code.
create function board.public_findings()
returns table (id uuid, label text, events jsonb)
language sql stable security definer set search_path = '' as $$
  select f.id, f.label, (select jsonb_agg(jsonb_build_object('type', e.type, 'body',
      case when e.body ? 'by' then e.body || jsonb_build_object('by', p.full_name) else e.body end) order by e.version)
    from board.event e left join people.person p on p.id = e.actor where e.finding = f.id)
  from board.finding f where f.rater is null order by f.opened_on desc, f.label
$$;
create function board.public_outreach()
returns table (label text, finding uuid, program text, target text, means text, how text, runs_from date, runs_until date)
language sql stable security definer set search_path = '' as $$
  select r.label, f.id, r.program, r.target, r.means, r.how, r.runs_from, r.runs_until
  from board.outreach r left join board.finding f on f.id = r.finding and f.rater is null
  where r.finding is null or f.id is not null order by r.runs_from desc, r.label
$$;
-- A code leads to the program it was made for, from its first day on.
create function board.program_of_code(a_code text, on_day date) returns text
language sql stable security definer set search_path = '' as
  $$ select r.program from board.outreach r where r.code = a_code and r.runs_from <= on_day $$;

-- How many answers and actions of the board are past their day, and since when; findings about a rater are not counted.
create function board.overdue(on_day date) returns table (overdue int, since date)
language sql stable security definer set search_path = '' as $$
  select count(*)::int, min(owed.by_day) from board.finding f cross join lateral (
    select case
      when not bool_or(e.type = 'answered') then f.promised_by
      when not bool_or(e.type = 'carried-out') then max((e.body->'answer'->>'byWhen')::date) end as by_day
    from board.event e where e.finding = f.id) owed
  where f.rater is null and owed.by_day < on_day
  having count(*) > 0
$$;

create function sealed.record_source(a_pseudonym bytea, a_program text, a_code bytea) returns void
language sql security definer set search_path = '' as $$
  insert into sealed.source (pseudonym, program, code) values (a_pseudonym, a_program, a_code) on conflict do nothing
$$;
create or replace function sealed.erase(a_pseudonym bytea) returns void language sql security definer set search_path = '' as $$
  delete from sealed.answer where pseudonym = a_pseudonym;
  delete from sealed.source where pseudonym = a_pseudonym;
$$;

revoke execute on all functions in schema board from public;
revoke execute on function sealed.record_source from public;
grant execute on function sealed.record_source to evenhand_identify;

-- Board: findings, its own answers, outreach. No name but its members' and, for the chair, the rater's; no matter, no
-- document, nothing sealed.
grant usage on schema front, board, ledger, post to evenhand_board;
grant execute on function front.me(), ledger.append to evenhand_board;
grant select on front.authorization, front.dimension to evenhand_board;
grant select on board.finding, board.outreach to evenhand_board;
grant select (finding, version, type, body, at), insert (finding, version, type, body) on board.event to evenhand_board;
grant insert (id, label, finding, program, target, means, how, code, runs_from, runs_until, planned_by) on board.outreach to evenhand_board;
grant execute on function board.is_chair, board.named, board.tell_rater, board.overdue to evenhand_board;
create policy board_reads on board.finding for select to evenhand_board
  using (rater is null or (rater <> front.me() and board.is_chair()));
create policy board_reads on board.event for select to evenhand_board
  using (exists (select 1 from board.finding f where f.id = finding));
create policy board_answers on board.event for insert to evenhand_board
  with check (type in ('answered','carried-out') and exists (select 1 from board.finding f where f.id = finding));
create policy board_reads on board.outreach for select to evenhand_board using (true);
create policy board_plans on board.outreach for insert to evenhand_board with check (planned_by = front.me()
  and (finding is null or exists (select 1 from board.finding f where f.id = board.outreach.finding and f.rater is null)));

-- Director and auditor: read, and answer nothing.
grant usage on schema board to evenhand_director, evenhand_auditor, evenhand_reviewer, evenhand_worker, evenhand_public,
  evenhand_clerk, evenhand_staff;
grant select on board.finding, board.outreach to evenhand_director, evenhand_auditor;
grant select (finding, version, type, body, at) on board.event to evenhand_director, evenhand_auditor;
grant execute on function board.rater_was_heard, board.named to evenhand_director, evenhand_auditor;
create policy overseer_reads on board.finding for select to evenhand_director, evenhand_auditor
  using (rater is null or (rater <> front.me() and board.rater_was_heard(id)));
create policy overseer_reads on board.event for select to evenhand_director, evenhand_auditor
  using (exists (select 1 from board.finding f where f.id = finding));
create policy overseer_reads on board.outreach for select to evenhand_director, evenhand_auditor using (true);

-- Rater: what is found about oneself, and one's own word on it.
grant select on board.finding to evenhand_reviewer;
grant select (finding, version, type, body, at), insert (finding, version, type, body) on board.event to evenhand_reviewer;
grant execute on function board.named to evenhand_reviewer;
create policy rater_own on board.finding for select to evenhand_reviewer using (rater = front.me());
create policy rater_own on board.event for select to evenhand_reviewer
  using (exists (select 1 from board.finding f where f.id = finding));
create policy rater_responds on board.event for insert to evenhand_reviewer
  with check (type = 'responded' and exists (select 1 from board.finding f where f.id = finding));

-- Worker: puts before the board what a release shows, and measures again. It answers nothing.
grant select, insert on board.finding to evenhand_worker;
grant select (finding, version, type, body, at), insert (finding, version, type, body) on board.event to evenhand_worker;
grant execute on function board.tell to evenhand_worker;
create policy worker_reads on board.finding for select to evenhand_worker using (true);
create policy worker_opens on board.finding for insert to evenhand_worker with check (true);
create policy worker_reads on board.event for select to evenhand_worker using (true);
create policy worker_measures on board.event for insert to evenhand_worker
  with check (type in ('opened','measured-again','told'));

grant execute on function board.public_findings, board.public_outreach, board.program_of_code to evenhand_public;
grant execute on function board.overdue to evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_auditor;

-- Measure: who came by which outreach, and how far people got. No name.
grant select on sealed.source to evenhand_measure;
create policy measure_measures on sealed.source for select to evenhand_measure using (true);
create view register.outcome as
  select person, program, issued_at from register.credential;
grant select on register.outcome to evenhand_measure;

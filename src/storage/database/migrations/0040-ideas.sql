-- Changes that people propose. Whoever proposed one stands in a table of its own that no role may read: an idea is
-- answered, never a person, and what is sent to the proposer is addressed behind that wall.

create schema ideas;
grant usage on schema ideas to evenhand_public, evenhand_candidate, evenhand_director, evenhand_board;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table ideas.idea (
  id uuid primary key,
  label text not null unique,
  subject text not null check (subject in ('rules','exam','process','other')),
  program text,
  role text not null check (role in ('candidate','certificant','client','family','employer','other')),
  words text not null check (char_length(words) between 20 and 4000),
  why text not null check (char_length(why) between 10 and 4000),
  proposed_on date not null,
  promised_by date not null check (promised_by > proposed_on)
);
create index on ideas.idea (promised_by);
select pg_temp.classed('ideas.idea', 'internal', 'kept for good', array['id','label','subject','program','role','proposed_on','promised_by']);
select pg_temp.classed('ideas.idea', 'personal', 'kept 7 years after it is answered', array['words','why']);

create table ideas.proposer (
  idea uuid primary key references ideas.idea,
  person uuid not null references people.person
);
create index on ideas.proposer (person);
select pg_temp.classed('ideas.proposer', 'personal', 'kept 7 years after it is answered', array['idea','person']);

create table ideas.event (
  idea uuid not null references ideas.idea,
  version int not null check (version >= 1),
  type text not null check (type in ('extended','answered','asked-again','answered-again','carried-out')),
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (idea, version)
);
select pg_temp.classed('ideas.event', 'internal', 'kept for good', array['idea','version','type','body','at']);
select pg_temp.classed('ideas.event', 'personal', 'kept for good', array['actor']);

do $$
declare t text;
begin
  foreach t in array array['idea','proposer','event'] loop
    execute format('alter table ideas.%I enable row level security', t);
    execute format('alter table ideas.%I force row level security', t);
    execute format('create policy owner_works on ideas.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- The wall ----------------------------------------------------------------------------------------------------------

create function ideas.mine(an_idea uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from ideas.proposer where idea = an_idea and person = front.me()) $$;

create function ideas.holds(an_office text) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from people.office where person = front.me() and office = an_office) $$;

create function ideas.propose(an_id uuid, a_label text, a_subject text, a_program text, a_role text, some_words text, a_why text,
  on_day date, promised date) returns void language plpgsql security definer set search_path = '' as $$
begin
  if front.me() is null then
    raise exception 'somebody proposes' using errcode = 'EH002';
  end if;
  insert into ideas.idea (id, label, subject, program, role, words, why, proposed_on, promised_by)
    values (an_id, a_label, a_subject, a_program, a_role, some_words, a_why, on_day, promised);
  insert into ideas.proposer (idea, person) values (an_id, front.me());
end $$;

create function ideas.tell_proposer(an_id uuid, an_idea uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from ideas.proposer a join people.person p on p.id = a.person where a.idea = an_idea
$$;

create function ideas.may_follow(last_type text, next_type text) returns boolean
language sql immutable set search_path = '' as $$
  select next_type = any (case coalesce(last_type, '')
    when '' then array['extended','answered']
    when 'extended' then array['answered']
    when 'answered' then array['asked-again','carried-out']
    when 'asked-again' then array['answered-again']
    when 'answered-again' then array['carried-out']
    else array[]::text[] end)
$$;

-- The last line of defense: nobody acts on their own idea but to ask again; the second look is the board's and no work of
-- whoever looked first; every answer has its reason; only what was adopted is carried out.
create function ideas.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last ideas.event; standing_answer ideas.event; is_mine boolean;
begin
  select e.* into last from ideas.event e where e.idea = new.idea order by e.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if not ideas.may_follow(last.type, new.type) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  select e.* into standing_answer from ideas.event e
    where e.idea = new.idea and e.type in ('answered','answered-again') order by e.version desc limit 1;
  is_mine := exists (select 1 from ideas.proposer p where p.idea = new.idea and p.person = front.me());
  if new.type = 'asked-again' then
    if not is_mine then
      raise exception 'only whoever proposed it asks again' using errcode = 'EH003';
    end if;
    if standing_answer.body->>'outcome' = 'adopted' then
      raise exception 'it is adopted' using errcode = 'EH005';
    end if;
    -- The event does not say who that is.
    new.actor := null;
  else
    new.actor := front.me();
    if new.actor is null or new.body->>'by' is distinct from new.actor::text then
      raise exception 'a named human acts, and for nobody else' using errcode = 'EH002';
    end if;
    if is_mine then
      raise exception 'nobody answers their own idea' using errcode = 'EH003';
    end if;
    if new.type in ('extended','answered') and not ideas.holds('director') then
      raise exception 'a director answers first' using errcode = 'EH003';
    end if;
    if new.type = 'answered-again' and (not ideas.holds('board') or standing_answer.actor = new.actor) then
      raise exception 'another member of the board looks again' using errcode = 'EH003';
    end if;
  end if;
  if new.type in ('extended','answered','asked-again','answered-again') and coalesce(trim(new.body->>'reason'), '') = '' then
    raise exception 'this has a reason' using errcode = 'EH002';
  end if;
  if new.type in ('answered','answered-again') and (new.body->>'outcome' is null
      or new.body->>'outcome' not in ('adopted','partly','not-adopted')
      or (new.body->>'outcome' <> 'not-adopted') <> (new.body ? 'byWhen')) then
    raise exception 'an answer says what becomes of the idea, and by when where it is adopted' using errcode = 'EH002';
  end if;
  if new.type = 'carried-out' and (standing_answer.body->>'outcome' = 'not-adopted'
      or coalesce(trim(new.body->>'done'), '') = '') then
    raise exception 'only what was adopted is carried out' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_event before insert on ideas.event for each row execute function ideas.guard_event();

-- What anybody may read: what was adopted, as it was answered; never the words of whoever proposed it, nor who acted.
create function ideas.published() returns table (label text, subject text, program text, proposed_on date, promised_by date, events jsonb)
language sql stable security definer set search_path = '' as $$
  select i.label, i.subject, i.program, i.proposed_on, i.promised_by,
    (select jsonb_agg(jsonb_build_object('type', e.type, 'body',
        case when e.type in ('asked-again','extended') then (e.body - 'by') - 'reason' || '{"reason":""}'::jsonb else e.body - 'by' end)
        order by e.version) from ideas.event e where e.idea = i.id)
  from ideas.idea i
  where (select e.body->>'outcome' from ideas.event e where e.idea = i.id and e.type in ('answered','answered-again')
    order by e.version desc limit 1) in ('adopted','partly')
  order by i.proposed_on desc, i.label
$$;

-- How many there are, and how many wait past their day.
create function ideas.counts(on_day date) returns table (proposed int, waiting int, late int, adopted int, not_adopted int)
language sql stable security definer set search_path = '' as $$
  with last as (
    select i.id,
      (select e.type from ideas.event e where e.idea = i.id order by e.version desc limit 1) as type,
      (select e.body->>'outcome' from ideas.event e where e.idea = i.id and e.type in ('answered','answered-again')
        order by e.version desc limit 1) as outcome,
      coalesce((select (e.body->>'promisedBy')::date from ideas.event e where e.idea = i.id and e.type in ('extended','asked-again')
        order by e.version desc limit 1), i.promised_by) as promised
    from ideas.idea i)
  select count(*)::int,
    (count(*) filter (where type is null or type in ('extended','asked-again')))::int,
    (count(*) filter (where (type is null or type in ('extended','asked-again')) and promised < on_day))::int,
    (count(*) filter (where outcome in ('adopted','partly')))::int,
    (count(*) filter (where outcome = 'not-adopted'))::int
  from last
$$;

-- Seven years after the answer nobody needs to know whose idea it was, nor in which words.
create function ideas.erase_old(on_day date) returns int language plpgsql security definer set search_path = '' as $$
declare erased int;
begin
  create temporary table old_idea on commit drop as
    select i.id from ideas.idea i where i.words <> '[erased after seven years]'
      and (select e.type from ideas.event e where e.idea = i.id order by e.version desc limit 1) in ('answered','answered-again','carried-out')
      and (select max((e.body->>'on')::date) from ideas.event e where e.idea = i.id) <= on_day - interval '7 years';
  delete from ideas.proposer p using pg_temp.old_idea o where p.idea = o.id;
  update ideas.idea i set words = '[erased after seven years]', why = '[erased after seven years]' from pg_temp.old_idea o where i.id = o.id;
  get diagnostics erased = row_count;
  return erased;
end $$;

-- Who may -----------------------------------------------------------------------------------------------------------

revoke execute on function ideas.mine, ideas.holds, ideas.propose, ideas.tell_proposer, ideas.may_follow, ideas.guard_event,
  ideas.published, ideas.counts, ideas.erase_old from public;
grant usage on schema ideas to evenhand_worker;
grant execute on function ideas.erase_old to evenhand_worker;

grant execute on function ideas.published, ideas.counts to evenhand_public;

grant execute on function ideas.propose, ideas.mine to evenhand_candidate;
grant select (id, label, subject, program, role, words, why, proposed_on, promised_by) on ideas.idea
  to evenhand_candidate, evenhand_director, evenhand_board;
grant select (idea, version, type, body, at), insert (idea, version, type, body) on ideas.event
  to evenhand_candidate, evenhand_director, evenhand_board;
create policy proposer_own on ideas.idea for select to evenhand_candidate using (ideas.mine(id));
create policy proposer_own on ideas.event for select to evenhand_candidate using (ideas.mine(idea));
create policy proposer_asks_again on ideas.event for insert to evenhand_candidate
  with check (type = 'asked-again' and ideas.mine(idea));

grant execute on function ideas.mine, ideas.holds, ideas.tell_proposer to evenhand_director, evenhand_board;
create policy director_reads on ideas.idea for select to evenhand_director using (ideas.holds('director') and not ideas.mine(id));
create policy director_reads on ideas.event for select to evenhand_director
  using (exists (select 1 from ideas.idea i where i.id = idea));
create policy director_works on ideas.event for insert to evenhand_director
  with check (type in ('extended','answered','carried-out') and exists (select 1 from ideas.idea i where i.id = idea));
create policy board_reads on ideas.idea for select to evenhand_board using (ideas.holds('board') and not ideas.mine(id));
create policy board_reads on ideas.event for select to evenhand_board
  using (exists (select 1 from ideas.idea i where i.id = idea));
create policy board_looks_again on ideas.event for insert to evenhand_board
  with check (type in ('answered-again','carried-out') and exists (select 1 from ideas.idea i where i.id = idea));

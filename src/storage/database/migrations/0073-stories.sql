-- Stories that certificants tell, for anybody to read. Who wrote one stands in a table of its own that no role reads; what is
-- public of an author is what they chose to show. A story that is published is changed by nobody, and its author takes it down
-- at once and for good: the words go with it.

create schema stories;
grant usage on schema stories to evenhand_public, evenhand_candidate, evenhand_staff, evenhand_director;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table stories.story (
  id uuid primary key,
  label text not null unique,
  title text not null check (char_length(title) between 3 and 120),
  words text not null check (char_length(words) between 1 and 6000),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  -- The author's name or a part of it; null where they show none.
  shown_as text check (char_length(shown_as) between 1 and 200),
  program text,
  setting text,
  offered_on date not null,
  promised_by date not null check (promised_by > offered_on)
);
select pg_temp.classed('stories.story', 'internal', 'kept for good', array['id','label','language','program','setting','offered_on','promised_by']);
select pg_temp.classed('stories.story', 'personal', 'erased when its author takes it down', array['title','words','shown_as']);

create table stories.author (
  story uuid primary key references stories.story,
  person uuid not null references people.person
);
create index on stories.author (person);
select pg_temp.classed('stories.author', 'personal', 'kept while the account lasts', array['story','person']);

create table stories.event (
  story uuid not null references stories.story,
  version int not null check (version >= 1),
  type text not null check (type in ('answered','asked-again','answered-again','taken-down')),
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (story, version)
);
select pg_temp.classed('stories.event', 'internal', 'kept for good', array['story','version','type','body','at']);
select pg_temp.classed('stories.event', 'personal', 'kept for good', array['actor']);

do $$
declare t text;
begin
  foreach t in array array['story','author','event'] loop
    execute format('alter table stories.%I enable row level security', t);
    execute format('alter table stories.%I force row level security', t);
    execute format('create policy owner_works on stories.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create function stories.mine(a_story uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from stories.author where story = a_story and person = front.me()) $$;
create function stories.holds(an_office text) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from people.office where person = front.me() and office = an_office) $$;
create function stories.may_offer(on_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.credential c where c.person = front.me() and register.is_good(c.id, on_day))
$$;
create function stories.last_type(a_story uuid) returns text
language sql stable security definer set search_path = '' as
  $$ select e.type from stories.event e where e.story = a_story order by e.version desc limit 1 $$;
create function stories.is_published(a_story uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select e.type in ('answered','answered-again') and (e.body->>'published')::boolean
    from stories.event e where e.story = a_story order by e.version desc limit 1), false)
$$;

create function stories.offer(an_id uuid, a_label text, a_title text, some_words text, a_language text, a_name text, a_program text,
  a_setting text, on_day date, promised date) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not stories.may_offer(on_day) then
    raise exception 'a certificant tells a story' using errcode = 'EH003';
  end if;
  if char_length(some_words) < 100 then
    raise exception 'a story has words' using errcode = 'EH002';
  end if;
  if a_name is not null and not exists (select 1 from people.person p where p.id = front.me() and trim(a_name) <> ''
      and position(normalize(a_name, NFC) in normalize(p.full_name, NFC)) > 0) then
    raise exception 'a name that is shown is the name of whoever shows it, or a part of it' using errcode = 'EH002';
  end if;
  if a_program is not null and not exists (select 1 from register.credential c where c.person = front.me() and c.program = a_program
      and register.is_good(c.id, on_day)) then
    raise exception 'a program that is told is one whose credential the author holds' using errcode = 'EH002';
  end if;
  insert into stories.story (id, label, title, words, language, shown_as, program, setting, offered_on, promised_by)
    values (an_id, a_label, a_title, some_words, a_language, a_name, a_program, a_setting, on_day, promised);
  insert into stories.author (story, person) values (an_id, front.me());
end $$;

create function stories.tell_author(an_id uuid, a_story uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from stories.author a join people.person p on p.id = a.person where a.story = a_story
$$;

create function stories.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last stories.event; mine boolean := stories.mine(new.story); is_author_act boolean := new.type in ('asked-again','taken-down');
begin
  select e.* into last from stories.event e where e.story = new.story order by e.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if not (new.type = 'answered' and last.type is null
      or new.type = 'asked-again' and last.type = 'answered' and not (last.body->>'published')::boolean
        and (new.body->>'on')::date <= (last.body->>'on')::date + 30
      or new.type = 'answered-again' and last.type = 'asked-again'
      or new.type = 'taken-down' and coalesce(last.type, '') <> 'taken-down') then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  if is_author_act <> mine then
    raise exception 'an author takes down and asks again, and decides nothing about their own story' using errcode = 'EH003';
  end if;
  if is_author_act then
    -- The event does not say who that is.
    new.actor := null;
  else
    new.actor := front.me();
    if new.actor is null or new.body->>'by' is distinct from new.actor::text then
      raise exception 'a named human decides' using errcode = 'EH002';
    end if;
    if not stories.holds(case new.type when 'answered' then 'staff' else 'director' end)
        or exists (select 1 from stories.event e where e.story = new.story and e.actor = new.actor) then
      raise exception 'staff decide first, and a director who did not looks again' using errcode = 'EH003';
    end if;
    if exists (select 1 from unnest(array['unrecognizable','no-advertising','own-words']) c
        where jsonb_typeof(new.body->'findings'->c->'met') is distinct from 'boolean'
          or not (new.body->'findings'->c->>'met')::boolean and char_length(coalesce(trim(new.body->'findings'->c->>'reason'), '')) < 10)
        or (new.body->>'published')::boolean is distinct from not exists (
          select 1 from unnest(array['unrecognizable','no-advertising','own-words']) c
          where not (new.body->'findings'->c->>'met')::boolean) then
      raise exception 'a story is published where every criterion is met, and what is not met has a reason' using errcode = 'EH002';
    end if;
  end if;
  if new.type = 'taken-down' then
    update stories.story s set title = '[taken down]', words = '[taken down]', shown_as = null where s.id = new.story;
  end if;
  return new;
end $$;
create trigger guard_event before insert on stories.event for each row execute function stories.guard_event();

-- What anybody may read: a story that is published, and of its author what they chose to show.
create function stories.published() returns table (id uuid, title text, words text, language text, shown_as text, program text,
  setting text, published_on date)
language sql stable security definer set search_path = '' as $$
  select s.id, s.title, s.words, s.language, s.shown_as, s.program, s.setting,
    (select (e.body->>'on')::date from stories.event e where e.story = s.id order by e.version desc limit 1) as published_on
  from stories.story s where stories.is_published(s.id) order by published_on desc, s.label
$$;

revoke execute on all functions in schema stories from public;
grant execute on function stories.published to evenhand_public;
grant execute on function stories.mine, stories.may_offer, stories.offer to evenhand_candidate;
grant select on stories.story to evenhand_candidate, evenhand_staff, evenhand_director;
grant select (story, version, type, body, at), insert (story, version, type, body) on stories.event
  to evenhand_candidate, evenhand_staff, evenhand_director;
create policy own on stories.story for select to evenhand_candidate using (stories.mine(id));
create policy own on stories.event for select to evenhand_candidate using (stories.mine(story));
create policy own_acts on stories.event for insert to evenhand_candidate
  with check (type in ('asked-again','taken-down') and stories.mine(story));
grant execute on function stories.mine, stories.holds, stories.last_type, stories.tell_author to evenhand_staff, evenhand_director;
-- Staff see what waits for them and what is public; a director what waits for a second look.
create policy staff_reads on stories.story for select to evenhand_staff
  using (stories.holds('staff') and not stories.mine(id) and stories.last_type(id) is distinct from 'taken-down');
create policy staff_reads on stories.event for select to evenhand_staff
  using (exists (select 1 from stories.story s where s.id = story));
create policy staff_answers on stories.event for insert to evenhand_staff
  with check (type = 'answered' and exists (select 1 from stories.story s where s.id = story));
create policy director_reads on stories.story for select to evenhand_director
  using (stories.holds('director') and not stories.mine(id) and stories.last_type(id) in ('asked-again','answered-again'));
create policy director_reads on stories.event for select to evenhand_director
  using (exists (select 1 from stories.story s where s.id = story));
create policy director_answers on stories.event for insert to evenhand_director
  with check (type = 'answered-again' and exists (select 1 from stories.story s where s.id = story));
-- What staff decide of a story is a decision like any other, and stands in the log.
grant usage on schema ledger to evenhand_staff;
grant execute on function ledger.append to evenhand_staff;

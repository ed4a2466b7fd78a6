-- The texts a body supplies for its code, advisory opinions, and dilemma cases.
-- Whoever asks for an opinion stands in a table of its own that no role may read: coordinators answer a question, never
-- a person, and what is sent to the asker is addressed behind that wall.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

grant usage on schema conduct to evenhand_director;

-- Texts -------------------------------------------------------------------------------------------------------------

-- One row a provision and supply; the latest wins, and what stood there on an earlier day can still be read. All rows of
-- one supply share one line of the decision log.
create table conduct.code_text (
  place bigint not null references ledger.entry (place),
  code text not null,
  version text not null,
  number text not null check (char_length(number) between 1 and 40),
  part text not null,
  in_group text,
  title text not null,
  text text not null check (char_length(text) between 1 and 20000),
  supplied_by uuid not null references people.person,
  supplied_at timestamptz not null default now(),
  primary key (place, number)
);
create index on conduct.code_text (code, version, place);
select pg_temp.classed('conduct.code_text', 'public', 'kept for good',
  array['place','code','version','number','part','in_group','title','text','supplied_at']);
select pg_temp.classed('conduct.code_text', 'personal', 'kept for good', array['supplied_by']);

-- Opinions ----------------------------------------------------------------------------------------------------------

create table conduct.question (
  id uuid primary key,
  label text not null unique,
  program text not null,
  provision text,
  words text not null check (char_length(words) between 20 and 10000),
  asked_on date not null,
  promised_by date not null check (promised_by > asked_on)
);
create index on conduct.question (promised_by);
select pg_temp.classed('conduct.question', 'internal', 'kept as long as the opinion it led to',
  array['id','label','program','provision','asked_on','promised_by']);
select pg_temp.classed('conduct.question', 'personal', 'kept 7 years after it is answered', array['words']);

create table conduct.question_asker (
  question uuid primary key references conduct.question,
  asker uuid not null references people.person
);
create index on conduct.question_asker (asker);
select pg_temp.classed('conduct.question_asker', 'personal', 'kept 7 years after it is answered', array['question','asker']);

create table conduct.opinion_event (
  question uuid not null references conduct.question,
  version int not null check (version >= 1),
  type text not null check (type in ('drafted','returned','signed','declined','withdrawn','superseded')),
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (question, version)
);
select pg_temp.classed('conduct.opinion_event', 'internal', 'kept for good', array['question','version','type','body','at']);
select pg_temp.classed('conduct.opinion_event', 'personal', 'kept for good', array['actor']);

-- Cases to think about ----------------------------------------------------------------------------------------------

-- What a body writes beside the cases that come with a program; of one address the latest row stands.
create table conduct.dilemma (
  id uuid primary key,
  program text not null,
  code text not null,
  version text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
  title text not null,
  provisions text[] not null check (cardinality(provisions) >= 1),
  situation text not null,
  options jsonb not null check (jsonb_array_length(options) between 2 and 5),
  taken_down boolean not null default false,
  written_by uuid not null references people.person,
  written_at timestamptz not null default clock_timestamp()
);
create index on conduct.dilemma (program, slug, written_at);
select pg_temp.classed('conduct.dilemma', 'public', 'kept for good',
  array['id','program','code','version','slug','title','provisions','situation','options','taken_down','written_at']);
select pg_temp.classed('conduct.dilemma', 'personal', 'kept for good', array['written_by']);

create table conduct.dilemma_done (
  person uuid not null references people.person on delete cascade,
  program text not null,
  dilemma text not null,
  at timestamptz not null default now(),
  primary key (person, program, dilemma)
);
select pg_temp.classed('conduct.dilemma_done', 'personal', 'kept while the account lasts', array['person','program','dilemma','at']);

do $$
declare t text;
begin
  foreach t in array array['code_text','question','question_asker','opinion_event','dilemma','dilemma_done'] loop
    execute format('alter table conduct.%I enable row level security', t);
    execute format('alter table conduct.%I force row level security', t);
    execute format('create policy owner_works on conduct.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- The wall ----------------------------------------------------------------------------------------------------------

create function conduct.asked_by_me(a_question uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from conduct.question_asker where question = a_question and asker = front.me()) $$;

create function conduct.is_coordinator() returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from people.office where person = front.me() and office = 'conduct') $$;

create function conduct.ask(an_id uuid, a_label text, a_program text, a_provision text, some_words text, on_day date, promised date)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if front.me() is null then
    raise exception 'somebody asks' using errcode = 'EH002';
  end if;
  insert into conduct.question (id, label, program, provision, words, asked_on, promised_by)
    values (an_id, a_label, a_program, a_provision, some_words, on_day, promised);
  insert into conduct.question_asker (question, asker) values (an_id, front.me());
end $$;

-- To tell whoever asked, without the sender learning who that is.
create function conduct.tell_asker(an_id uuid, a_question uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from conduct.question_asker a join people.person p on p.id = a.asker where a.question = a_question
$$;

-- Which event may follow which.
create function conduct.opinion_may_follow(last_type text, next_type text) returns boolean
language sql immutable set search_path = '' as $$
  select next_type = any (case coalesce(last_type, '')
    when '' then array['drafted','declined']
    when 'drafted' then array['drafted','returned','signed']
    when 'returned' then array['drafted','declined']
    when 'signed' then array['withdrawn','superseded']
    else array[]::text[] end)
$$;

-- The last line of defense under whatever the program above it believes: nobody signs what they drafted, nobody acts on
-- their own question or for somebody else, and only an opinion that stands takes the place of another.
create function conduct.guard_opinion() returns trigger language plpgsql security definer set search_path = '' as $$
declare last conduct.opinion_event;
begin
  select e.* into last from conduct.opinion_event e where e.question = new.question order by e.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if not conduct.opinion_may_follow(last.type, new.type) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  new.actor := front.me();
  if new.actor is null or new.body->>'by' is distinct from new.actor::text then
    raise exception 'a named human acts, and for nobody else' using errcode = 'EH002';
  end if;
  if exists (select 1 from conduct.question_asker a where a.question = new.question and a.asker = new.actor) then
    raise exception 'nobody answers their own question' using errcode = 'EH003';
  end if;
  if new.type = 'signed' and exists (select 1 from conduct.opinion_event e
      where e.question = new.question and e.type = 'drafted' and e.actor = new.actor) then
    raise exception 'nobody signs what they drafted' using errcode = 'EH003';
  end if;
  if new.type in ('returned','declined','withdrawn','superseded') and coalesce(trim(new.body->>'reason'), '') = '' then
    raise exception 'this has a reason' using errcode = 'EH002';
  end if;
  if new.type = 'superseded' and not exists (select 1 from conduct.question q join conduct.question own on own.id = new.question
      where q.label = new.body->>'later' and q.id <> new.question and q.program = own.program
        and (select e.type from conduct.opinion_event e where e.question = q.id order by e.version desc limit 1) = 'signed') then
    raise exception 'no opinion that stands has this label' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_opinion before insert on conduct.opinion_event for each row execute function conduct.guard_opinion();

-- What anybody may read: an opinion as it was signed and what became of it; never the question, nor who acted.
create function conduct.published_opinions() returns table (label text, program text, events jsonb)
language sql stable security definer set search_path = '' as $$
  select q.label, q.program, (select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body - 'by') order by e.version)
    from conduct.opinion_event e where e.question = q.id and (e.type in ('signed','withdrawn','superseded')
      or e.version = (select max(d.version) from conduct.opinion_event d where d.question = q.id and d.type = 'drafted')))
  from conduct.question q
  where exists (select 1 from conduct.opinion_event s where s.question = q.id and s.type = 'signed')
  order by (select s.at from conduct.opinion_event s where s.question = q.id and s.type = 'signed') desc, q.label
$$;

-- Who may -----------------------------------------------------------------------------------------------------------

revoke execute on function conduct.asked_by_me, conduct.is_coordinator, conduct.ask, conduct.tell_asker,
  conduct.opinion_may_follow, conduct.guard_opinion, conduct.published_opinions from public;

grant select (place, code, version, number, part, in_group, title, text, supplied_at) on conduct.code_text to evenhand_public,
  evenhand_director;
grant select (supplied_by) on conduct.code_text to evenhand_director;
grant insert (place, code, version, number, part, in_group, title, text, supplied_by) on conduct.code_text to evenhand_director;
create policy all_read on conduct.code_text for select to evenhand_public, evenhand_director using (true);
create policy director_supplies on conduct.code_text for insert to evenhand_director with check (supplied_by = front.me());

grant execute on function conduct.published_opinions to evenhand_public;

grant execute on function conduct.ask, conduct.asked_by_me to evenhand_candidate;
grant select (id, label, program, provision, words, asked_on, promised_by) on conduct.question to evenhand_candidate;
grant select (question, version, type, body, at) on conduct.opinion_event to evenhand_candidate;
create policy asker_own on conduct.question for select to evenhand_candidate using (conduct.asked_by_me(id));
-- No draft, and nothing of what two coordinators said to each other about it.
create policy asker_own on conduct.opinion_event for select to evenhand_candidate
  using (conduct.asked_by_me(question) and type in ('signed','declined','withdrawn','superseded'));
grant select, insert (person, program, dilemma) on conduct.dilemma_done to evenhand_candidate;
create policy own on conduct.dilemma_done for select to evenhand_candidate using (person = front.me());
create policy own_work on conduct.dilemma_done for insert to evenhand_candidate with check (person = front.me());

grant execute on function conduct.asked_by_me, conduct.is_coordinator, conduct.tell_asker to evenhand_conduct;
grant execute on function conduct.asked_by_me, conduct.tell_asker to evenhand_director;
grant select (id, label, program, provision, words, asked_on, promised_by) on conduct.question to evenhand_conduct, evenhand_director;
grant select (question, version, type, body, at), insert (question, version, type, body) on conduct.opinion_event
  to evenhand_conduct, evenhand_director;
create policy coordinator_reads on conduct.question for select to evenhand_conduct
  using (conduct.is_coordinator() and not conduct.asked_by_me(id));
create policy coordinator_reads on conduct.opinion_event for select to evenhand_conduct
  using (exists (select 1 from conduct.question q where q.id = question));
create policy coordinator_works on conduct.opinion_event for insert to evenhand_conduct
  with check (exists (select 1 from conduct.question q where q.id = question));
create policy director_reads on conduct.question for select to evenhand_director using (not conduct.asked_by_me(id));
create policy director_reads on conduct.opinion_event for select to evenhand_director
  using (exists (select 1 from conduct.question q where q.id = question));
-- A director is the second pair of eyes, and drafts nothing.
create policy director_signs on conduct.opinion_event for insert to evenhand_director
  with check (type in ('returned','signed','withdrawn','superseded')
    and exists (select 1 from conduct.question q where q.id = question));

grant select (id, program, code, version, slug, title, provisions, situation, options, taken_down, written_at) on conduct.dilemma
  to evenhand_public, evenhand_conduct, evenhand_director;
grant insert (id, program, code, version, slug, title, provisions, situation, options, taken_down, written_by) on conduct.dilemma
  to evenhand_conduct, evenhand_director;
create policy all_read on conduct.dilemma for select to evenhand_public, evenhand_conduct, evenhand_director using (true);
create policy coordinator_writes on conduct.dilemma for insert to evenhand_conduct
  with check (written_by = front.me() and conduct.is_coordinator());
create policy director_writes on conduct.dilemma for insert to evenhand_director with check (written_by = front.me());

-- Reading a question is an event too. What else may be read is said elsewhere, so the list is added to, not written anew.
do $$
declare said text;
begin
  select pg_get_constraintdef(oid) into said from pg_constraint
    where conrelid = 'conduct.reading'::regclass and conname = 'reading_what_check';
  alter table conduct.reading drop constraint reading_what_check;
  execute 'alter table conduct.reading add constraint reading_what_check ' || replace(said, 'ARRAY[', 'ARRAY[''question''::text, ');
end $$;
grant insert (what, about) on conduct.reading to evenhand_director;
create policy director_signs_questions on conduct.reading for insert to evenhand_director
  with check (reader = front.me() and what = 'question');

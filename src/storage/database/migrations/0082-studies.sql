-- Job analyses (role and function studies): who is asked, and what is answered. An answer that was sent stands without whose it
-- is: that somebody answered, and what, lie in two tables that nothing joins. A page half filled in is its author's alone.

create schema study;
grant usage on schema study to evenhand_candidate, evenhand_director, evenhand_auditor, evenhand_worker;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table study.study (
  id uuid primary key,
  label text not null unique,
  program text not null,
  title text not null check (char_length(title) between 3 and 160),
  tasks jsonb not null check (jsonb_typeof(tasks) = 'array' and jsonb_array_length(tasks) between 1 and 400),
  known jsonb not null check (jsonb_typeof(known) = 'array'),
  questions int not null check (questions between 1 and 1000),
  opens_on date not null,
  closes_on date not null check (closes_on > opens_on),
  -- How many are asked, drawn by the seed; null where everybody is.
  sample int check (sample > 0),
  seed bytea not null,
  place bigint not null references ledger.entry,
  published_by uuid not null default front.me() references people.person
);
select pg_temp.classed('study.study', 'internal', 'kept for good',
  array['id','label','program','title','tasks','known','questions','opens_on','closes_on','sample','seed','place']);
select pg_temp.classed('study.study', 'personal', 'kept for good', array['published_by']);

create table study.invited (
  study uuid not null references study.study,
  person uuid not null references people.person on delete cascade,
  answered boolean not null default false,
  primary key (study, person)
);
create index on study.invited (person);
select pg_temp.classed('study.invited', 'personal', 'erased two years after the study closes', array['study','person','answered']);

create table study.draft (
  study uuid not null,
  person uuid not null default front.me(),
  answers jsonb not null,
  primary key (study, person),
  foreign key (study, person) references study.invited on delete cascade
);
select pg_temp.classed('study.draft', 'personal', 'erased when it is sent, or when the study closes', array['study','person','answers']);

-- No person, no time: the id is chance, and rows are read in its order.
create table study.answer (
  id uuid primary key default gen_random_uuid(),
  study uuid not null references study.study,
  answers jsonb not null
);
create index on study.answer (study);
select pg_temp.classed('study.answer', 'internal', 'kept for good', array['id','study']);
select pg_temp.classed('study.answer', 'personal', 'kept for good, without whose it is', array['answers']);

create table study.reminded (study uuid primary key references study.study, on_day date not null);
select pg_temp.classed('study.reminded', 'internal', 'kept for good', array['study','on_day']);

do $$
declare t text;
begin
  foreach t in array array['study','invited','draft','answer','reminded'] loop
    execute format('alter table study.%I enable row level security', t);
    execute format('alter table study.%I force row level security', t);
    execute format('create policy owner_works on study.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create function study.is_invited(a_study uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from study.invited i where i.study = a_study and i.person = front.me()) $$;
create function study.has_answered(a_study uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from study.invited i where i.study = a_study and i.person = front.me() and i.answered) $$;

-- Whoever holds the credential on the day, or as many of them as the sample says, drawn by the seed that is kept with the study.
create function study.invite(a_study uuid, a_subject text, a_text text, on_a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare s study.study; asked int;
begin
  select * into s from study.study where id = a_study and published_by = front.me();
  if not found or exists (select 1 from study.invited i where i.study = a_study) then
    raise exception 'a study is published once, by whoever invites' using errcode = 'EH005';
  end if;
  insert into study.invited (study, person)
    select s.id, h.person from (select distinct c.person from register.credential c
      where c.program = s.program and register.is_good(c.id, on_a_day)) h
    order by sha256(s.seed || uuid_send(h.person)) limit s.sample;
  get diagnostics asked = row_count;
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_text
    from study.invited i join people.person p on p.id = i.person where i.study = s.id;
  return asked;
end $$;

create function study.guard_draft() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.person is distinct from front.me() or not study.is_invited(new.study) or study.has_answered(new.study) then
    raise exception 'only whoever is asked answers, once' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_draft before insert or update on study.draft for each row execute function study.guard_draft();

-- The draft becomes an answer that nobody can trace: its person stays behind.
create function study.send_in(a_study uuid, on_a_day date) returns void
language plpgsql security definer set search_path = '' as $$
declare s study.study; own study.draft;
begin
  select * into s from study.study where id = a_study;
  select * into own from study.draft d where d.study = a_study and d.person = front.me() for update;
  if own.answers is null or study.has_answered(a_study) then
    raise exception 'there is nothing to send' using errcode = 'EH005';
  end if;
  if on_a_day < s.opens_on or on_a_day > s.closes_on then
    raise exception 'the study is closed' using errcode = 'EH005';
  end if;
  insert into study.answer (study, answers) values (a_study, own.answers);
  update study.invited set answered = true where study = a_study and person = front.me();
  delete from study.draft where study = a_study and person = front.me();
end $$;

create function study.counts(a_study uuid) returns table (asked int, answered int)
language sql stable security definer set search_path = '' as $$
  select count(*)::int, (count(*) filter (where i.answered))::int from study.invited i where i.study = a_study
$$;

-- Answers are read once the study is closed and enough came that none stands alone.
create function study.answers_of(a_study uuid, on_a_day date) returns table (answers jsonb)
language sql stable security definer set search_path = '' as $$
  select a.answers from study.answer a join study.study s on s.id = a.study
  where s.id = a_study and on_a_day > s.closes_on
    and (select count(*) from study.answer o where o.study = s.id) >= 11
  order by a.id
$$;

create function study.to_remind(on_a_day date) returns table (id uuid, title text, closes_on date)
language sql stable security definer set search_path = '' as $$
  select s.id, s.title, s.closes_on from study.study s
  where on_a_day between s.closes_on - 7 and s.closes_on and not exists (select 1 from study.reminded r where r.study = s.id)
$$;
create function study.remind(a_study uuid, a_subject text, a_text text, on_a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare reminded int;
begin
  insert into study.reminded (study, on_day) values (a_study, on_a_day) on conflict do nothing;
  if not found then
    return 0;
  end if;
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_text
    from study.invited i join people.person p on p.id = i.person where i.study = a_study and not i.answered;
  get diagnostics reminded = row_count;
  return reminded;
end $$;
-- What was begun and never sent is forgotten with the study's last day; who was asked, two years later.
create function study.forget(on_a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare forgotten int;
begin
  delete from study.draft d using study.study s where s.id = d.study and s.closes_on < on_a_day;
  get diagnostics forgotten = row_count;
  delete from study.invited i using study.study s where s.id = i.study and s.closes_on < on_a_day - interval '2 years';
  return forgotten;
end $$;

revoke execute on all functions in schema study from public;
grant execute on function study.is_invited, study.has_answered, study.send_in to evenhand_candidate;
grant select (id, label, program, title, tasks, known, questions, opens_on, closes_on) on study.study to evenhand_candidate;
create policy invited_reads on study.study for select to evenhand_candidate using (study.is_invited(id));
grant select, insert (study, answers), update (answers) on study.draft to evenhand_candidate;
create policy own on study.draft for select to evenhand_candidate using (person = front.me());
create policy own_writes on study.draft for insert to evenhand_candidate with check (person = front.me() and study.is_invited(study));
create policy own_changes on study.draft for update to evenhand_candidate using (person = front.me()) with check (person = front.me());

grant select (id, label, program, title, tasks, known, questions, opens_on, closes_on, sample, seed, place) on study.study
  to evenhand_director, evenhand_auditor;
grant insert (id, label, program, title, tasks, known, questions, opens_on, closes_on, sample, seed, place) on study.study
  to evenhand_director;
create policy science_reads on study.study for select to evenhand_director, evenhand_auditor using (true);
create policy director_publishes on study.study for insert to evenhand_director with check (published_by = front.me());
grant execute on function study.counts, study.answers_of to evenhand_director, evenhand_auditor;
grant execute on function study.invite to evenhand_director;
grant execute on function study.to_remind, study.remind, study.forget to evenhand_worker;

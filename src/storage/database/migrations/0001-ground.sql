-- Schemas, roles, and the tables every decision rests on. Event tables are append-only: the roles of the application
-- may insert and select, never update or delete. Each column carries a comment: privacy class, then how long it is kept.
-- Classes: public, internal, personal, sealed, secret.

create schema people;
create schema front;
create schema casework;
create schema evidence;
create schema money;
create schema conduct;
create schema exam;
create schema vault;
create schema register;
create schema ledger;
create schema sealed;
create schema post;
create schema audit;
revoke all on schema public from public;

do $$
declare name text;
begin
  foreach name in array array['public','candidate','clerk','reviewer','staff','director','auditor'] loop
    if not exists (select 1 from pg_roles where rolname = 'evenhand_' || name) then
      execute format('create role %I nologin', 'evenhand_' || name);
    end if;
  end loop;
  foreach name in array array['web','worker','identify','measure'] loop
    if not exists (select 1 from pg_roles where rolname = 'evenhand_' || name) then
      execute format('create role %I login noinherit nobypassrls', 'evenhand_' || name);
    end if;
  end loop;
end $$;
grant evenhand_public, evenhand_candidate, evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director,
  evenhand_auditor to evenhand_web with inherit false, set true;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create function front.me() returns uuid language sql stable as
  $$ select nullif(current_setting('evenhand.person', true), '')::uuid $$;

-- People ------------------------------------------------------------------------------------------------------------

create table people.person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  full_name text not null check (char_length(full_name) between 1 and 200),
  former_names text[] not null default '{}',
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
select pg_temp.classed('people.person', 'personal', 'kept while the account lasts and 7 years after the last decision',
  array['id','email','full_name','former_names','created_at']);
select pg_temp.classed('people.person', 'internal', 'kept while the account lasts', array['demonstration']);

create table people.passphrase (
  person uuid primary key references people.person on delete cascade,
  hash text not null,
  changed_at timestamptz not null default now()
);
select pg_temp.classed('people.passphrase', 'secret', 'kept while the account lasts', array['person','hash','changed_at']);

create table people.office (
  person uuid not null references people.person on delete cascade,
  office text not null check (office in ('clerk','reviewer','staff','director','auditor')),
  appointed_at timestamptz not null default now(),
  primary key (person, office)
);
select pg_temp.classed('people.office', 'internal', 'kept while the account lasts', array['person','office','appointed_at']);

-- The front door ----------------------------------------------------------------------------------------------------

create table front.session (
  token_hash bytea primary key,
  person uuid not null references people.person on delete cascade,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);
select pg_temp.classed('front.session', 'secret', 'deleted when it ends', array['token_hash','person','opened_at','expires_at']);

create table front.sign_in_attempt (
  email_hash bytea not null,
  at timestamptz not null default now(),
  succeeded boolean not null
);
create index on front.sign_in_attempt (email_hash, at);
select pg_temp.classed('front.sign_in_attempt', 'personal', 'deleted after 24 hours', array['email_hash','at','succeeded']);

create table front.draft (
  person uuid not null references people.person on delete cascade,
  program text not null,
  answers jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (person, program)
);
select pg_temp.classed('front.draft', 'personal', 'deleted when filed or after 12 months', array['person','program','answers','updated_at']);

create table front.authorization (
  program text not null,
  owner text not null,
  reference text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (program, recorded_at)
);
select pg_temp.classed('front.authorization', 'public', 'kept for good', array['program','owner','reference','recorded_by','recorded_at']);

create table front.dimension (
  dimension text not null,
  in_use boolean not null,
  purpose text not null,
  basis text not null,
  retention text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (dimension, recorded_at)
);
select pg_temp.classed('front.dimension', 'public', 'kept for good',
  array['dimension','in_use','purpose','basis','retention','recorded_by','recorded_at']);

-- Casework: every decision has one shape ------------------------------------------------------------------------------

create table casework.matter (
  id uuid primary key,
  label text not null unique,
  kind text not null check (kind in ('eligibility','accommodation','appeal')),
  program text not null,
  rules text not null,
  opened_on date not null,
  promised_by date not null,
  appeal_of uuid references casework.matter
);
create index on casework.matter (promised_by);
create index on casework.matter (appeal_of) where appeal_of is not null;
select pg_temp.classed('casework.matter', 'internal', 'kept 7 years after the last decision',
  array['id','label','kind','program','rules','opened_on','promised_by','appeal_of']);

create table casework.subject (
  matter uuid primary key references casework.matter,
  person uuid not null references people.person
);
create index on casework.subject (person);
select pg_temp.classed('casework.subject', 'personal', 'kept 7 years after the last decision', array['matter','person']);

create table casework.claim (
  matter uuid primary key references casework.matter,
  answers jsonb not null,
  filed_at timestamptz not null default now()
);
select pg_temp.classed('casework.claim', 'personal', 'kept 7 years after the last decision', array['matter','answers','filed_at']);

create table casework.event (
  matter uuid not null references casework.matter,
  version int not null check (version >= 1),
  type text not null,
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (matter, version)
);
create index on casework.event (type, at);
select pg_temp.classed('casework.event', 'internal', 'kept 7 years after the last decision',
  array['matter','version','type','body','at']);
select pg_temp.classed('casework.event', 'personal', 'kept 7 years after the last decision', array['actor']);

create table casework.exclusion (
  matter uuid not null references casework.matter,
  person uuid not null references people.person,
  why text not null,
  at timestamptz not null default now(),
  primary key (matter, person)
);
select pg_temp.classed('casework.exclusion', 'personal', 'kept 7 years after the last decision', array['matter','person','why','at']);

create function casework.is_mine(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.subject where matter = asked and person = front.me()) $$;

create function casework.may_decide(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select front.me() is not null
     and not exists (select 1 from casework.exclusion where matter = asked and person = front.me()) $$;

-- True where an appeal against this matter was decided by whoever is acting now.
create function casework.heard_appeal_of(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.matter a join casework.event e on e.matter = a.id and e.type = 'decided'
     where a.appeal_of = asked and e.actor = front.me()) $$;

-- The last line of defense for the rules of who may do what, under whatever the program above it believes.
create function casework.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last_version int; taken_by uuid;
begin
  select max(version) into last_version from casework.event where matter = new.matter;
  if new.version <> coalesce(last_version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  new.actor := front.me();
  if new.type in ('taken', 'decided') then
    if new.actor is null then
      raise exception 'a named human decides' using errcode = 'EH002';
    end if;
    if exists (select 1 from casework.exclusion x where x.matter = new.matter and x.person = new.actor) then
      raise exception 'this person is excluded from this matter' using errcode = 'EH003';
    end if;
  end if;
  if new.type = 'decided' then
    select e.actor into taken_by from casework.event e
      where e.matter = new.matter and e.type in ('taken', 'stepped-aside') order by e.version desc limit 1;
    if taken_by is distinct from new.actor then
      raise exception 'only whoever took this matter decides it' using errcode = 'EH003';
    end if;
  end if;
  return new;
end $$;
create trigger guard_event before insert on casework.event for each row execute function casework.guard_event();

create function casework.exclude_after_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare appealed uuid;
begin
  if new.type = 'opened' then
    select appeal_of into appealed from casework.matter where id = new.matter;
    if appealed is not null then
      insert into casework.exclusion (matter, person, why)
        select distinct on (e.actor) new.matter, e.actor, 'had a part in the decision appealed against'
        from casework.event e where e.matter = appealed and e.actor is not null
          and e.type in ('attested','sent-to-review','taken','stepped-aside','decided')
        on conflict do nothing;
    end if;
  elsif new.type in ('attested', 'sent-to-review') then
    insert into casework.exclusion (matter, person, why)
      values (new.matter, new.actor, 'recorded the documents') on conflict do nothing;
  elsif new.type = 'stepped-aside' then
    insert into casework.exclusion (matter, person, why)
      values (new.matter, new.actor, 'stepped aside') on conflict do nothing;
  elsif new.type = 'set-aside' then
    insert into casework.exclusion (matter, person, why)
      select distinct on (e.actor) new.matter, e.actor, 'made the decision that was set aside'
      from casework.event e where e.matter = new.matter and e.type = 'decided' and e.actor is not null
      on conflict do nothing;
  end if;
  return new;
end $$;
create trigger exclude_after_event after insert on casework.event for each row execute function casework.exclude_after_event();

create function casework.exclude_subject() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into casework.exclusion (matter, person, why) values (new.matter, new.person, 'is the person concerned')
    on conflict do nothing;
  return new;
end $$;
create trigger exclude_subject after insert on casework.subject for each row execute function casework.exclude_subject();

-- Where each matter stands, from its last event. Read under the reader's own rights.
create view casework.standing with (security_invoker = true) as
  select m.id, m.label, m.kind, m.program, m.rules, m.opened_on, m.promised_by, m.appeal_of, e.version, e.at as since,
    case e.type
      when 'opened' then 'recording' when 'attested' then 'recording' when 'sent-to-review' then 'waiting'
      when 'taken' then 'in-review' when 'stepped-aside' then 'waiting' when 'decided' then 'decided'
      when 'withdrawn' then 'withdrawn'
      when 'set-aside' then case e.body->>'effect' when 'reversed' then 'decided' else 'waiting' end
    end as status,
    case when e.type = 'taken' then (e.body->>'decider')::uuid end as decider
  from casework.matter m
  cross join lateral (select version, type, body, at from casework.event where matter = m.id order by version desc limit 1) e;

-- Evidence ----------------------------------------------------------------------------------------------------------

create table evidence.document (
  id uuid primary key,
  person uuid not null references people.person,
  program text not null,
  matter uuid references casework.matter,
  supports text not null,
  sha256 text not null,
  media_type text not null check (media_type in ('application/pdf','image/jpeg','image/png')),
  bytes int not null check (bytes between 1 and 15728640),
  original_name text not null,
  uploaded_at timestamptz not null default now()
);
create index on evidence.document (person, program);
create index on evidence.document (matter);
select pg_temp.classed('evidence.document', 'personal', 'kept 7 years after the last decision; deleted with an abandoned draft',
  array['id','person','program','matter','supports','sha256','media_type','bytes','original_name','uploaded_at']);

create table evidence.attestation_request (
  id uuid primary key,
  matter uuid not null references casework.matter,
  supports text not null,
  token_hash bytea not null unique,
  supervisor_name text not null,
  supervisor_email text not null,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on evidence.attestation_request (matter);
select pg_temp.classed('evidence.attestation_request', 'personal', 'kept 7 years after the last decision',
  array['id','matter','supports','supervisor_name','supervisor_email','asked_at','expires_at']);
select pg_temp.classed('evidence.attestation_request', 'secret', 'kept until answered', array['token_hash']);

create table evidence.attestation (
  request uuid primary key references evidence.attestation_request,
  answers jsonb not null,
  answered_at timestamptz not null default now()
);
select pg_temp.classed('evidence.attestation', 'personal', 'kept 7 years after the last decision', array['request','answers','answered_at']);

-- Money -------------------------------------------------------------------------------------------------------------

create table money.entry (
  id uuid primary key,
  person uuid not null references people.person,
  program text not null,
  matter uuid references casework.matter,
  kind text not null check (kind in ('charge','payment','refund')),
  fee text not null,
  cents int not null check (cents > 0),
  currency text not null,
  reference text not null,
  recorded_by uuid,
  at timestamptz not null default now(),
  unique (person, kind, reference)
);
create index on money.entry (person, program);
select pg_temp.classed('money.entry', 'personal', 'kept 7 years (tax law)',
  array['id','person','program','matter','kind','fee','cents','currency','reference','recorded_by','at']);

-- Concerns ----------------------------------------------------------------------------------------------------------

create table conduct.concern (
  id uuid primary key,
  label text not null unique,
  receipt_hash bytea not null unique,
  about text not null,
  account text not null,
  contact text,
  received_at timestamptz not null default now()
);
select pg_temp.classed('conduct.concern', 'personal', 'kept 7 years after it is closed',
  array['id','label','about','account','contact','received_at']);
select pg_temp.classed('conduct.concern', 'secret', 'kept while the concern is open', array['receipt_hash']);

create table conduct.reply (
  id uuid primary key,
  concern uuid not null references conduct.concern,
  by_staff boolean not null,
  words text not null,
  author uuid,
  at timestamptz not null default now()
);
create index on conduct.reply (concern);
select pg_temp.classed('conduct.reply', 'personal', 'kept 7 years after it is closed', array['id','concern','by_staff','words','author','at']);

-- Identity shown: asked by one, consented by another, itself recorded --------------------------------------------------

create table audit.disclosure_request (
  id uuid primary key,
  matter uuid not null references casework.matter,
  asked_by uuid not null references people.person,
  reason text not null check (char_length(reason) >= 20),
  asked_at timestamptz not null default now()
);
create index on audit.disclosure_request (matter);
select pg_temp.classed('audit.disclosure_request', 'internal', 'kept 7 years', array['id','matter','asked_by','reason','asked_at']);

create table audit.disclosure_answer (
  request uuid primary key references audit.disclosure_request,
  answered_by uuid not null references people.person,
  consented boolean not null,
  reason text not null,
  answered_at timestamptz not null default now()
);
select pg_temp.classed('audit.disclosure_answer', 'internal', 'kept 7 years',
  array['request','answered_by','consented','reason','answered_at']);

create table audit.disclosure (
  id uuid primary key,
  request uuid not null references audit.disclosure_request,
  shown_to uuid not null references people.person,
  shown_at timestamptz not null default now()
);
select pg_temp.classed('audit.disclosure', 'internal', 'kept 7 years', array['id','request','shown_to','shown_at']);

create function audit.guard_answer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from audit.disclosure_request r where r.id = new.request and r.asked_by = new.answered_by) then
    raise exception 'nobody consents to their own request' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_answer before insert on audit.disclosure_answer for each row execute function audit.guard_answer();

-- The name behind a matter: only for whoever asked, only after somebody else consented, and the showing is recorded.
create function audit.show_identity(asked uuid) returns table (full_name text, email text)
language plpgsql security definer set search_path = '' as $$
declare r audit.disclosure_request;
begin
  select q.* into r from audit.disclosure_request q join audit.disclosure_answer a on a.request = q.id
    where q.id = asked and q.asked_by = front.me() and a.consented;
  if not found then
    return;
  end if;
  insert into audit.disclosure (id, request, shown_to) values (gen_random_uuid(), asked, front.me());
  return query select p.full_name, p.email from casework.subject s join people.person p on p.id = s.person
    where s.matter = r.matter;
end $$;

-- Mail --------------------------------------------------------------------------------------------------------------

create table post.mail (
  id uuid primary key,
  to_person uuid references people.person,
  to_address text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null default now()
);
select pg_temp.classed('post.mail', 'personal', 'deleted 90 days after delivery', array['id','to_person','to_address','subject','body','queued_at']);

create table post.delivery (
  mail uuid not null references post.mail,
  at timestamptz not null default now(),
  delivered boolean not null,
  note text not null
);
create index on post.delivery (mail);
select pg_temp.classed('post.delivery', 'internal', 'deleted 90 days after delivery', array['mail','at','delivered','note']);

-- The decision log --------------------------------------------------------------------------------------------------

create table ledger.entry (
  place bigint primary key check (place >= 0),
  commitment text not null,
  leaf_hash bytea not null,
  at timestamptz not null default now()
);
select pg_temp.classed('ledger.entry', 'public', 'kept for good', array['place','commitment','leaf_hash','at']);

create table ledger.opening (
  place bigint primary key references ledger.entry,
  matter uuid references casework.matter,
  credential text,
  salt bytea not null,
  plain jsonb not null
);
create index on ledger.opening (matter);
select pg_temp.classed('ledger.opening', 'internal', 'erased with the matter; the commitment then opens to nobody',
  array['place','matter','credential','plain']);
select pg_temp.classed('ledger.opening', 'secret', 'erased with the matter', array['salt']);

create table ledger.checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null default now()
);
select pg_temp.classed('ledger.checkpoint', 'public', 'kept for good', array['size','note','at']);

-- Places are given out one after another, with no gap, inside the transaction of the decision itself.
create function ledger.append(a_commitment text, a_leaf_hash bytea, a_salt bytea, a_plain jsonb, a_matter uuid, a_credential text)
returns bigint language plpgsql security definer set search_path = '' as $$
declare new_place bigint;
begin
  perform pg_advisory_xact_lock(7272741);
  select coalesce(max(place) + 1, 0) into new_place from ledger.entry;
  insert into ledger.entry (place, commitment, leaf_hash) values (new_place, a_commitment, a_leaf_hash);
  insert into ledger.opening (place, matter, credential, salt, plain) values (new_place, a_matter, a_credential, a_salt, a_plain);
  return new_place;
end $$;
revoke execute on all functions in schema ledger from public;

-- Sealed: what people told us about themselves ------------------------------------------------------------------------

create table sealed.answer (
  pseudonym bytea not null,
  dimension text not null,
  answer bytea not null,
  wording text not null,
  answered_at timestamptz not null default now(),
  primary key (pseudonym, dimension)
);
select pg_temp.classed('sealed.answer', 'sealed', 'as recorded for the dimension; erased on request',
  array['pseudonym','dimension','answer','wording','answered_at']);

create function sealed.record(a_pseudonym bytea, a_dimension text, an_answer bytea, a_wording text) returns void
language sql security definer set search_path = '' as $$
  insert into sealed.answer (pseudonym, dimension, answer, wording) values (a_pseudonym, a_dimension, an_answer, a_wording)
  on conflict (pseudonym, dimension) do update set answer = excluded.answer, wording = excluded.wording, answered_at = now()
$$;
create function sealed.erase(a_pseudonym bytea) returns void language sql security definer set search_path = '' as
  $$ delete from sealed.answer where pseudonym = a_pseudonym $$;
revoke execute on all functions in schema sealed from public;

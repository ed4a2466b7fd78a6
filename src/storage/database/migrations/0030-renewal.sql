-- Keeping a credential: hours as they are claimed, with their proof; courses reviewed afterward; what happens to a
-- credential after it was awarded, as events that are never edited; the papers of each new term; reminders with their
-- delivery. What the rules refuse, the database refuses too.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create schema renewal;

-- Providers of education whose courses need no review, each with the days on which it was approved.
create table renewal.provider (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  title text not null check (char_length(title) between 1 and 300),
  -- Ed25519, base64url: a record signed by it needs no other proof.
  signs_with text check (signs_with ~ '^[A-Za-z0-9_-]{43}$'),
  recorded_by uuid not null references people.person,
  recorded_at timestamptz not null default now()
);
select pg_temp.classed('renewal.provider', 'public', 'kept for good', array['id','title','signs_with','recorded_at']);
select pg_temp.classed('renewal.provider', 'internal', 'kept for good', array['recorded_by']);

create table renewal.provider_period (
  provider text not null references renewal.provider,
  from_day date not null,
  to_day date,
  recorded_by uuid not null references people.person,
  recorded_at timestamptz not null default now(),
  primary key (provider, from_day),
  check (to_day is null or to_day >= from_day)
);
select pg_temp.classed('renewal.provider_period', 'public', 'kept for good', array['provider','from_day','to_day','recorded_at']);
select pg_temp.classed('renewal.provider_period', 'internal', 'kept for good', array['recorded_by']);

-- The file that shows an activity: a photograph or a PDF, cleaned of what it says about its maker.
create table renewal.proof (
  id uuid primary key,
  credential text not null references register.credential,
  person uuid not null references people.person,
  sha256 text not null,
  media_type text not null check (media_type in ('application/pdf','image/jpeg','image/png')),
  bytes int not null check (bytes between 1 and 15728640),
  original_name text not null,
  uploaded_at timestamptz not null default now()
);
create index on renewal.proof (credential);
select pg_temp.classed('renewal.proof', 'personal', 'kept 7 years after the last decision',
  array['id','credential','person','sha256','media_type','bytes','original_name','uploaded_at']);

create table renewal.activity (
  id uuid primary key,
  credential text not null references register.credential,
  person uuid not null references people.person,
  provider text not null check (char_length(provider) between 1 and 300),
  title text not null check (char_length(title) between 1 and 300),
  began date not null,
  completed date not null check (completed >= began),
  hours numeric(6, 2) not null check (hours > 0),
  subjects text[] not null,
  delivery text not null,
  -- Provider, title and day, folded: one activity is claimed once.
  folded text not null,
  approved_provider text references renewal.provider,
  proof uuid references renewal.proof,
  signed_record jsonb,
  claimed_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (credential, folded)
);
select pg_temp.classed('renewal.activity', 'personal', 'kept 7 years after the last decision',
  array['id','credential','person','provider','title','began','completed','hours','subjects','delivery','folded',
    'approved_provider','proof','signed_record','claimed_at','changed_at']);

-- A course that nobody approved before is looked at afterward by a named person, who does not see whose it is.
create table renewal.course_review (
  activity uuid primary key references renewal.activity on delete cascade,
  accepted boolean not null,
  reason text not null,
  reviewed_by uuid not null references people.person,
  on_day date not null,
  at timestamptz not null default now(),
  check (accepted or btrim(reason) <> '')
);
select pg_temp.classed('renewal.course_review', 'personal', 'kept 7 years after the last decision',
  array['activity','accepted','reason','reviewed_by','on_day','at']);

-- What happened to a credential after its award. The award itself stands in the register.
create table renewal.event (
  credential text not null references register.credential,
  version int not null check (version >= 1),
  type text not null check (type in ('opened','attested','renewed','late-renewed','returned','reinstated','not-accepted',
    'more-time-asked','extended','more-time-refused','lapsed','retired','audit-drawn','audit-paused','audit-resumed',
    'audit-answered','audit-decided','made-good','ended-after-audit','withdrawn','set-aside')),
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (credential, version)
);
create index on renewal.event (type, at);
select pg_temp.classed('renewal.event', 'personal', 'kept 7 years after the credential ended',
  array['credential','version','type','body','at','actor']);

-- Which credential a matter about renewing is about.
create table renewal.matter_of (
  matter uuid primary key references casework.matter,
  credential text not null references register.credential
);
create index on renewal.matter_of (credential);
select pg_temp.classed('renewal.matter_of', 'personal', 'kept 7 years after the last decision', array['matter','credential']);

-- The signed paper of each new term. It stands at the address of the first and shares its place on the status lists.
create table renewal.paper (
  credential text not null references register.credential,
  number int not null check (number >= 1),
  document jsonb not null,
  valid_until date not null,
  issued_at timestamptz not null default now(),
  primary key (credential, number)
);
select pg_temp.classed('renewal.paper', 'public', 'kept for good: somebody may hold a copy',
  array['credential','number','document','valid_until','issued_at']);

-- Days on which a credential is not held although a paper of it has not run out: retired, or ended after an audit.
create table renewal.not_held (
  credential text not null references register.credential,
  from_day date not null,
  until_day date,
  why text not null check (why in ('retired','ended-after-audit')),
  primary key (credential, from_day),
  check (until_day is null or until_day >= from_day)
);
select pg_temp.classed('renewal.not_held', 'public', 'kept for good', array['credential','from_day','until_day','why']);

create table renewal.reminder (
  id uuid primary key,
  credential text not null references register.credential,
  kind text not null,
  about_day date not null,
  mail uuid not null,
  sent_at timestamptz not null default now(),
  unique (credential, kind, about_day)
);
create index on renewal.reminder (mail);
select pg_temp.classed('renewal.reminder', 'personal', 'kept 7 years after the credential ended',
  array['id','credential','kind','about_day','mail','sent_at']);
create table renewal.reminder_delivery (
  reminder uuid not null references renewal.reminder,
  at timestamptz not null default now(),
  delivered boolean not null,
  note text not null
);
create index on renewal.reminder_delivery (reminder);
select pg_temp.classed('renewal.reminder_delivery', 'personal', 'kept 7 years after the credential ended',
  array['reminder','at','delivered','note']);

-- Somebody who was there, or the provider, confirms an activity by a mailed link, once, with no account.
create table renewal.confirmation_request (
  id uuid primary key,
  credential text not null references register.credential,
  activity uuid not null references renewal.activity,
  token_hash bytea not null unique,
  asked_name text not null check (char_length(asked_name) between 1 and 200),
  asked_email text not null check (char_length(asked_email) between 3 and 320),
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on renewal.confirmation_request (credential);
select pg_temp.classed('renewal.confirmation_request', 'personal', 'kept 7 years after the last decision',
  array['id','credential','activity','asked_name','asked_email','asked_at','expires_at']);
select pg_temp.classed('renewal.confirmation_request', 'secret', 'kept until answered', array['token_hash']);
create table renewal.confirmation (
  request uuid primary key references renewal.confirmation_request,
  took_place boolean not null,
  hours numeric(6, 2),
  words text not null check (char_length(words) <= 2000),
  answered_at timestamptz not null default now()
);
select pg_temp.classed('renewal.confirmation', 'personal', 'kept 7 years after the last decision',
  array['request','took_place','hours','words','answered_at']);

do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'renewal' loop
    execute format('alter table renewal.%I enable row level security', t.tablename);
    execute format('alter table renewal.%I force row level security', t.tablename);
    execute format('create policy owner_works on renewal.%I to current_user using (true) with check (true)', t.tablename);
  end loop;
end $$;

-- Matters have three more kinds; more time can be appealed like every other decision.
alter table casework.matter drop constraint matter_kind_check;
alter table casework.matter add constraint matter_kind_check
  check (kind in ('eligibility','accommodation','renewal','more-time','audit','appeal'));
alter table casework.published_ground drop constraint published_ground_kind_check;
alter table casework.published_ground add constraint published_ground_kind_check check (kind in
  ('eligibility','accommodation','exam-irregularity','exam-result','renewal','more-time','audit','conduct'));
-- Nobody opens an audit of themselves: who is audited is drawn.
create policy candidate_is_drawn on casework.matter as restrictive for insert to evenhand_candidate with check (kind <> 'audit');
-- Nor takes one back.
create function casework.is_audit(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.matter where id = a_matter and kind = 'audit') $$;
create policy candidate_stays_drawn on casework.event as restrictive for insert to evenhand_candidate
  with check (type <> 'withdrawn' or not casework.is_audit(matter));

create function renewal.is_mine(a_credential text) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from register.credential where id = a_credential and person = front.me()) $$;
create function renewal.is_revoked(a_credential text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.revocation where credential = a_credential)
    or exists (select 1 from conduct.effect where credential = a_credential and kind = 'revocation' and ended_on is null)
$$;

-- The last day whose hours counted for a term that is closed; null while none is.
create function renewal.closed_until(a_credential text) returns date language sql stable security definer set search_path = '' as $$
  select max((body->>'countedUntil')::date) from renewal.event
  where credential = a_credential and type in ('renewed','late-renewed','returned','reinstated')
$$;

-- A named person decided this matter so, by hand or in an appeal that turned it.
create function renewal.decided_so(a_credential text, a_matter text, a_person text, wanted text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from renewal.matter_of o join casework.event e on e.matter = o.matter
    where o.credential = a_credential and o.matter::text = a_matter and e.actor::text = a_person
      and ((e.type = 'decided' and e.body->>'outcome' = wanted)
        or (e.type = 'set-aside' and e.body->>'effect' = 'reversed' and wanted = 'met')))
$$;

create function renewal.owed(a_credential text) returns bigint language sql stable security definer set search_path = '' as $$
  select coalesce(sum(case when m.kind in ('payment', 'waiver') then -m.cents else m.cents end), 0)
  from register.credential c join money.entry m on m.person = c.person and m.program = c.program where c.id = a_credential
$$;

create function renewal.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last_version int; begun int; opened renewal.event; charged bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('renewal ' || new.credential, 0));
  select max(version) into last_version from renewal.event where credential = new.credential;
  if new.version <> coalesce(last_version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  new.actor := front.me();
  if new.type in ('opened','attested','renewed','late-renewed','returned','reinstated','more-time-asked','extended')
    and renewal.is_revoked(new.credential) then
    raise exception 'a revoked credential is not renewed' using errcode = 'EH010';
  end if;
  select coalesce(max(version), 0) into begun from renewal.event
    where credential = new.credential and type in ('renewed','late-renewed','returned','reinstated');
  if new.type in ('renewed','late-renewed','returned','reinstated') then
    select e.* into opened from renewal.event e where e.credential = new.credential and e.type = 'opened'
      and e.version > begun order by e.version desc limit 1;
    if opened.version is null or not exists (select 1 from renewal.event e where e.credential = new.credential
        and e.type = 'attested' and e.version > opened.version) then
      raise exception 'nothing was attested that could be renewed' using errcode = 'EH010';
    end if;
    if opened.body->>'purpose' is distinct from (case new.type when 'renewed' then 'renewal' when 'late-renewed' then 'late'
        when 'returned' then 'return' else 'reinstatement' end) then
      raise exception 'something else was opened' using errcode = 'EH010';
    end if;
    select coalesce(sum(case kind when 'charge' then cents else -cents end), 0) into charged from money.entry
      where kind in ('charge', 'waiver') and split_part(reference, ':', 2) = new.credential
        and split_part(reference, ':', 3) = (begun + 1)::text;
    if charged < (opened.body->>'dueCents')::bigint or renewal.owed(new.credential) > 0 then
      raise exception 'this renewal is not paid' using errcode = 'EH010';
    end if;
    if opened.body->>'promisedBy' is not null
      and not renewal.decided_so(new.credential, opened.body->>'matter', new.body->>'by', 'met') then
      raise exception 'a named human accepts this first' using errcode = 'EH002';
    end if;
  elsif new.type in ('extended', 'not-accepted', 'more-time-refused', 'audit-decided') then
    if not renewal.decided_so(new.credential, new.body->>'matter', new.body->>'by',
        case when new.type = 'extended' or new.body->>'outcome' = 'passed' then 'met' else 'not-met' end) then
      raise exception 'a named human decides this in its matter' using errcode = 'EH002';
    end if;
  elsif new.type = 'withdrawn' then
    if not exists (select 1 from renewal.matter_of o join casework.event e on e.matter = o.matter and e.type = 'withdrawn'
        where o.credential = new.credential and o.matter::text = new.body->>'matter') then
      raise exception 'nobody took this back' using errcode = 'EH010';
    end if;
  elsif new.type = 'set-aside' then
    if not exists (select 1 from renewal.matter_of o join casework.event e on e.matter = o.matter and e.type = 'set-aside'
        where o.credential = new.credential and o.matter::text = new.body->>'matter'
          and e.actor::text = new.body->>'by' and e.body->>'effect' = new.body->>'effect') then
      raise exception 'no appeal has overturned this' using errcode = 'EH002';
    end if;
  elsif new.type = 'audit-drawn' then
    if exists (select 1 from renewal.event e where e.credential = new.credential and e.type = 'audit-drawn' and e.version > begun) then
      raise exception 'a term is drawn once' using errcode = 'EH010';
    end if;
    if begun = 0 then
      raise exception 'nothing was renewed that could be audited' using errcode = 'EH010';
    end if;
  elsif new.type = 'ended-after-audit' and (new.actor is null or new.body->>'by' is distinct from new.actor::text) then
    raise exception 'a named human ends it' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_event before insert on renewal.event for each row execute function renewal.guard_event();

-- What follows for those who check a credential: retired or ended, it is not held, until it is held again.
create function renewal.follow_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.type = 'retired' then
    insert into renewal.not_held (credential, from_day, why) values (new.credential, (new.body->>'on')::date, 'retired')
      on conflict do nothing;
  elsif new.type = 'ended-after-audit' then
    insert into renewal.not_held (credential, from_day, why)
      values (new.credential, (new.body->>'appealUntil')::date + 1, 'ended-after-audit') on conflict do nothing;
  elsif new.type in ('late-renewed', 'returned', 'reinstated') then
    update renewal.not_held set until_day = greatest(from_day, (new.body->'term'->>'from')::date - 1)
      where credential = new.credential and until_day is null;
  end if;
  return new;
end $$;
create trigger follow_event after insert on renewal.event for each row execute function renewal.follow_event();

-- An activity is one's own, and stays as it is once a closed term rests on it.
create function renewal.guard_activity() returns trigger language plpgsql security definer set search_path = '' as $$
declare closed date; here renewal.activity;
begin
  if tg_op = 'DELETE' then here := old; else here := new; end if;
  if front.me() is not null and not renewal.is_mine(here.credential) then
    raise exception 'hours are claimed by whoever holds the credential' using errcode = 'EH003';
  end if;
  closed := renewal.closed_until(here.credential);
  if closed is not null and ((tg_op = 'INSERT' and new.completed <= closed and front.me() is not null)
    or (tg_op <> 'INSERT' and old.completed <= closed) or (tg_op = 'UPDATE' and new.completed <= closed)) then
    -- More proof can be added at any time: an audit asks for it.
    if tg_op = 'UPDATE' and (new.provider, new.title, new.began, new.completed, new.hours, new.subjects, new.delivery, new.folded,
        new.approved_provider) is not distinct from (old.provider, old.title, old.began, old.completed, old.hours, old.subjects,
        old.delivery, old.folded, old.approved_provider) then
      return new;
    end if;
    raise exception 'these hours were counted for a term that is closed' using errcode = 'EH011';
  end if;
  -- What made good an audit has been counted, whatever its day.
  if tg_op <> 'INSERT' and exists (select 1 from renewal.event e where e.credential = old.credential and e.type = 'made-good'
      and e.body->'activities' ? old.id::text)
    and (tg_op = 'DELETE' or (new.provider, new.title, new.began, new.completed, new.hours, new.subjects, new.delivery)
      is distinct from (old.provider, old.title, old.began, old.completed, old.hours, old.subjects, old.delivery)) then
    raise exception 'these hours made good an audit' using errcode = 'EH011';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  -- A reviewer accepted what stood there, hours and subjects included.
  if tg_op = 'UPDATE' and (new.provider, new.title, new.began, new.completed, new.hours, new.subjects, new.delivery)
      is distinct from (old.provider, old.title, old.began, old.completed, old.hours, old.subjects, old.delivery) then
    delete from renewal.course_review where activity = new.id;
  end if;
  new.changed_at := now();
  return new;
end $$;
create trigger guard_activity before insert or update or delete on renewal.activity
  for each row execute function renewal.guard_activity();

create function renewal.guard_review() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.reviewed_by is distinct from front.me() then
    raise exception 'nobody signs for somebody else' using errcode = 'EH002';
  end if;
  if exists (select 1 from renewal.activity a where a.id = new.activity and a.person = new.reviewed_by) then
    raise exception 'nobody reviews their own course' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_review before insert on renewal.course_review for each row execute function renewal.guard_review();

-- What a renewal costs: a fee that the rules of that program publish, for one's own credential and its next term.
create function money.is_renewal_fee(a_program text, a_fee text, an_amount int, a_currency text, a_reference text)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.credential c
    join casework.published_limit l on l.program = c.program
    join money.published_fee f on f.rules = l.rules and f.fee = a_fee and f.cents = an_amount and f.currency = a_currency
    where c.person = front.me() and c.program = a_program
      and a_fee in ('renewal-by-hours','renewal-by-exam','late-renewal','reinstatement','course-review')
      and split_part(a_reference, ':', 1) = a_fee and split_part(a_reference, ':', 2) = c.id)
$$;
create policy candidate_owes_renewal on money.entry for insert to evenhand_candidate
  with check (person = front.me() and kind = 'charge' and recorded_by is null and matter is null
    and money.is_renewal_fee(program, fee, cents, currency, reference));
-- What was charged for a renewal that came to nothing is taken back by the program, and by nobody else.
grant insert, select on money.entry to evenhand_worker;
create policy worker_reads on money.entry for select to evenhand_worker using (true);
create policy worker_takes_back on money.entry for insert to evenhand_worker with check (kind = 'waiver' and recorded_by is null
  and matter is null and exists (select 1 from money.entry c where c.kind = 'charge' and c.person = entry.person
    and c.reference = entry.reference and c.cents = entry.cents and c.program = entry.program));

-- Mail about a credential that is kept: delivered or not, it is kept with the reminder when the mail itself is gone.
create function renewal.note_delivery() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into renewal.reminder_delivery (reminder, at, delivered, note)
    select r.id, new.at, new.delivered, new.note from renewal.reminder r where r.mail = new.mail;
  return new;
end $$;
create trigger note_delivery after insert on post.delivery for each row execute function renewal.note_delivery();

-- What a decision or a payment leads to is looked at within a moment.
create function renewal.look_again(a_credential text) returns void language sql security definer set search_path = '' as $$
  select graphile_worker.add_job('keep-renewal', json_build_object('credential', a_credential),
    job_key := 'renewal ' || a_credential, max_attempts := 10)
$$;
create function renewal.after_decision() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform renewal.look_again(o.credential) from renewal.matter_of o where o.matter = new.matter;
  return new;
end $$;
create trigger renewal_after_decision after insert on casework.event for each row
  when (new.type in ('decided', 'set-aside', 'withdrawn')) execute function renewal.after_decision();
create function renewal.after_payment() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform renewal.look_again(c.id) from register.credential c
    where c.person = new.person and c.program = new.program
      and exists (select 1 from renewal.event e where e.credential = c.id and e.type = 'opened');
  return new;
end $$;
create trigger renewal_after_payment after insert on money.entry for each row
  when (new.kind = 'payment') execute function renewal.after_payment();

-- The credential as it stands: the newest paper, and whether it is held.
create or replace function register.look_up(asked text)
returns table (document jsonb, program text, demonstration boolean, revoked_on date, reason text)
language sql stable security definer set search_path = '' as $$
  select coalesce(p.document, c.document), c.program, c.demonstration, coalesce(r.revoked_at::date, e.from_day),
    coalesce(r.reason, case when e.from_day is not null then 'A decision about conduct, after the appeal was over.' end)
  from register.credential c left join register.revocation r on r.credential = c.id
  left join lateral (select x.document from renewal.paper x where x.credential = c.id order by x.number desc limit 1) p on true
  left join lateral (select x.from_day from conduct.effect x where x.credential = c.id and x.kind = 'revocation'
    and x.ended_on is null order by x.from_day limit 1) e on true
  where c.id = asked
$$;
create or replace function register.suspended_places(a_day date) returns setof int
language sql stable security definer set search_path = '' as $$
  select distinct c.status_index from register.credential c join conduct.effect e on e.credential = c.id
  where e.kind in ('interim', 'suspension') and e.ended_on is null and e.from_day <= a_day and a_day <= e.until_day
  union
  select c.status_index from register.credential c join renewal.not_held n on n.credential = c.id
  where n.from_day <= a_day and (n.until_day is null or a_day <= n.until_day)
$$;
create function renewal.not_held_on(a_credential text, a_day date) returns table (why text, from_day date)
language sql stable security definer set search_path = '' as $$
  select n.why, n.from_day from renewal.not_held n where n.credential = a_credential
    and n.from_day <= a_day and (n.until_day is null or a_day <= n.until_day)
$$;

-- Courses that wait for review, without whose they are.
create function renewal.courses_to_review(at_most int)
returns table (id uuid, program text, provider text, title text, began date, completed date, hours numeric, subjects text[], delivery text, claimed_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.id, c.program, a.provider, a.title, a.began, a.completed, a.hours, a.subjects, a.delivery, a.claimed_at
  from renewal.activity a join register.credential c on c.id = a.credential
  where a.approved_provider is null and a.person <> front.me()
    and not exists (select 1 from renewal.course_review r where r.activity = a.id)
  order by a.claimed_at, a.id limit at_most
$$;
-- To tell the holder what became of a course, without learning who that is.
create function post.tell_claimant(an_id uuid, an_activity uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from renewal.activity a join people.person p on p.id = a.person where a.id = an_activity
$$;

-- A mailed link: what is asked, and the one answer to it.
create function renewal.asked_by_link(a_token_hash bytea, at timestamptz)
returns table (asked_name text, holder_name text, program text, provider text, title text, began date, completed date, hours numeric, answered boolean)
language sql stable security definer set search_path = '' as $$
  select q.asked_name, p.full_name, c.program, a.provider, a.title, a.began, a.completed, a.hours,
    exists (select 1 from renewal.confirmation x where x.request = q.id)
  from renewal.confirmation_request q join renewal.activity a on a.id = q.activity
    join register.credential c on c.id = q.credential join people.person p on p.id = c.person
  where q.token_hash = a_token_hash and q.expires_at > at
$$;
create function renewal.confirm(a_token_hash bytea, it_took_place boolean, so_many_hours numeric, some_words text, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare q renewal.confirmation_request;
begin
  select * into q from renewal.confirmation_request where token_hash = a_token_hash and expires_at > at;
  if not found then
    return false;
  end if;
  insert into renewal.confirmation (request, took_place, hours, words) values (q.id, it_took_place, so_many_hours, some_words)
    on conflict do nothing;
  if found then
    perform renewal.look_again(q.credential);
    return true;
  end if;
  return false;
end $$;

-- Credentials that time may do something to: near the end of a term, past it, or with something open.
create function renewal.to_look_at(a_day date) returns setof text language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  left join lateral (select max(x.valid_until) as day from renewal.paper x where x.credential = c.id) p on true
  left join lateral (select e.type from renewal.event e where e.credential = c.id order by e.version desc limit 1) last on true
  where not renewal.is_revoked(c.id)
    and (coalesce(p.day, c.valid_until) between a_day - 500 and a_day + 400 or (last.type is not null and last.type not in ('renewed','lapsed','retired')))
    and (last.type is distinct from 'lapsed' or coalesce(p.day, c.valid_until) >= a_day - 130)
  order by c.id
$$;

-- Who may see and do what.
grant usage on schema renewal to evenhand_public, evenhand_candidate, evenhand_reviewer, evenhand_clerk, evenhand_staff, evenhand_director, evenhand_worker;
grant select on renewal.provider, renewal.provider_period to evenhand_public, evenhand_candidate, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_worker;
create policy all_read on renewal.provider for select using (true);
create policy all_read on renewal.provider_period for select using (true);
grant insert (id, title, signs_with, recorded_by) on renewal.provider to evenhand_staff;
grant insert (provider, from_day, to_day, recorded_by), update (to_day) on renewal.provider_period to evenhand_staff;
create policy staff_records on renewal.provider for insert to evenhand_staff with check (recorded_by = front.me());
create policy staff_records on renewal.provider_period for insert to evenhand_staff with check (recorded_by = front.me());
create policy staff_ends on renewal.provider_period for update to evenhand_staff using (to_day is null) with check (to_day is not null);

grant select, insert on renewal.proof to evenhand_candidate;
create policy candidate_own on renewal.proof for select to evenhand_candidate using (person = front.me());
create policy candidate_adds on renewal.proof for insert to evenhand_candidate with check (person = front.me() and renewal.is_mine(credential));
grant select, insert, delete on renewal.activity to evenhand_candidate;
grant update (provider, title, began, completed, hours, subjects, delivery, folded, approved_provider, proof, signed_record) on renewal.activity to evenhand_candidate;
create policy candidate_own on renewal.activity for select to evenhand_candidate using (person = front.me());
create policy candidate_claims on renewal.activity for insert to evenhand_candidate with check (person = front.me() and renewal.is_mine(credential));
create policy candidate_changes on renewal.activity for update to evenhand_candidate using (person = front.me()) with check (person = front.me() and renewal.is_mine(credential));
create policy candidate_takes_back on renewal.activity for delete to evenhand_candidate using (person = front.me());
grant select (activity, accepted, reason, on_day) on renewal.course_review to evenhand_candidate;
create policy candidate_own on renewal.course_review for select to evenhand_candidate
  using (exists (select 1 from renewal.activity a where a.id = activity and a.person = front.me()));
grant select (credential, version, type, body, at), insert (credential, version, type, body) on renewal.event to evenhand_candidate;
create policy candidate_own on renewal.event for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_acts on renewal.event for insert to evenhand_candidate with check (renewal.is_mine(credential)
  and type in ('opened','attested','more-time-asked','retired','audit-answered','audit-paused','audit-resumed','made-good'));
grant select, insert on renewal.matter_of to evenhand_candidate;
create policy candidate_own on renewal.matter_of for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_asks on renewal.matter_of for insert to evenhand_candidate with check (renewal.is_mine(credential) and casework.is_mine(matter));
grant select on renewal.paper, renewal.not_held to evenhand_candidate;
create policy candidate_own on renewal.paper for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_own on renewal.not_held for select to evenhand_candidate using (renewal.is_mine(credential));
grant select on renewal.reminder, renewal.reminder_delivery to evenhand_candidate;
create policy candidate_own on renewal.reminder for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_own on renewal.reminder_delivery for select to evenhand_candidate
  using (exists (select 1 from renewal.reminder r where r.id = reminder));

grant insert on renewal.confirmation_request to evenhand_candidate;
grant select (id, credential, activity, asked_name, asked_email, asked_at, expires_at) on renewal.confirmation_request to evenhand_candidate;
create policy candidate_own on renewal.confirmation_request for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_asks on renewal.confirmation_request for insert to evenhand_candidate with check (renewal.is_mine(credential)
  and exists (select 1 from renewal.activity a where a.id = activity and a.credential = confirmation_request.credential));
-- That somebody answered, never what.
grant select (request, answered_at) on renewal.confirmation to evenhand_candidate;
create policy candidate_own on renewal.confirmation for select to evenhand_candidate
  using (exists (select 1 from renewal.confirmation_request q where q.id = request));

grant insert (activity, accepted, reason, reviewed_by, on_day), select (activity) on renewal.course_review to evenhand_reviewer;
create policy reviewer_reviews on renewal.course_review for insert to evenhand_reviewer with check (reviewed_by = front.me());
create policy reviewer_own on renewal.course_review for select to evenhand_reviewer using (reviewed_by = front.me());

grant select on renewal.matter_of to evenhand_director;
create policy director_sees on renewal.matter_of for select to evenhand_director using (not casework.is_mine(matter));
grant select (credential, version, type, body, at), insert (credential, version, type, body) on renewal.event to evenhand_director;
-- Not what somebody wrote of why they are late, nor what they asked for: only what an audit came to.
create policy director_sees on renewal.event for select to evenhand_director
  using (not renewal.is_mine(credential) and (type like 'audit-%' or type in ('made-good','ended-after-audit')));
create policy director_ends on renewal.event for insert to evenhand_director with check (type = 'ended-after-audit' and not renewal.is_mine(credential));

grant select on renewal.activity, renewal.course_review, renewal.proof, renewal.event, renewal.matter_of, renewal.paper, renewal.not_held, renewal.reminder, renewal.reminder_delivery, renewal.confirmation to evenhand_worker;
grant select (id, credential, activity, asked_name, asked_email, asked_at, expires_at) on renewal.confirmation_request to evenhand_worker;
grant insert on renewal.paper, renewal.reminder, renewal.matter_of to evenhand_worker;
grant insert (credential, version, type, body) on renewal.event to evenhand_worker;
do $$
declare t text;
begin
  foreach t in array array['activity','course_review','proof','event','matter_of','paper','not_held','reminder','reminder_delivery','confirmation_request','confirmation'] loop
    execute format('create policy worker_reads on renewal.%I for select to evenhand_worker using (true)', t);
  end loop;
  foreach t in array array['paper','reminder','matter_of'] loop
    execute format('create policy worker_writes on renewal.%I for insert to evenhand_worker with check (true)', t);
  end loop;
end $$;
create policy worker_follows on renewal.event for insert to evenhand_worker with check (type in ('renewed','late-renewed','returned',
  'reinstated','not-accepted','extended','more-time-refused','lapsed','audit-drawn','audit-resumed','audit-decided','withdrawn','set-aside'));
-- The worker reads the matters that are about renewing, and opens audits that a lottery drew.
create function renewal.is_about_renewing(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.matter where id = a_matter and kind in ('renewal', 'more-time', 'audit')) $$;
grant select, insert on casework.matter to evenhand_worker;
grant select (matter, version, type, body, at, actor), insert (matter, version, type, body) on casework.event to evenhand_worker;
grant insert on casework.subject, casework.claim, evidence.document to evenhand_worker;
create policy worker_renews on casework.matter for select to evenhand_worker using (kind in ('renewal', 'more-time', 'audit'));
create policy worker_audits on casework.matter for insert to evenhand_worker with check (kind = 'audit');
create policy worker_renews on casework.event for select to evenhand_worker using (renewal.is_about_renewing(matter));
create policy worker_audits on casework.event for insert to evenhand_worker with check (type = 'opened' and renewal.is_about_renewing(matter));
create policy worker_audits on casework.subject for insert to evenhand_worker with check (renewal.is_about_renewing(matter));
create policy worker_audits on casework.claim for insert to evenhand_worker with check (renewal.is_about_renewing(matter));
create policy worker_audits on evidence.document for insert to evenhand_worker with check (renewal.is_about_renewing(matter));

revoke execute on all functions in schema renewal from public;
revoke execute on function casework.is_audit, money.is_renewal_fee, post.tell_claimant, register.look_up, register.suspended_places from public;
grant execute on function renewal.is_mine to evenhand_candidate, evenhand_director;
grant execute on function money.is_renewal_fee, casework.is_audit to evenhand_candidate;
grant execute on function renewal.courses_to_review, post.tell_claimant to evenhand_reviewer;
grant execute on function renewal.not_held_on, renewal.asked_by_link, renewal.confirm to evenhand_public;
grant execute on function renewal.to_look_at, renewal.is_revoked, renewal.is_about_renewing to evenhand_worker;
grant execute on function renewal.is_revoked to evenhand_candidate;

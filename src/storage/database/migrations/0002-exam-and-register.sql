-- Exams and credentials. Keys live apart, encrypted, where no role that faces a candidate can read.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table exam.item (
  id text not null,
  version int not null,
  program text not null,
  body jsonb not null,
  content_hash text not null,
  primary key (id, version)
);
select pg_temp.classed('exam.item', 'internal', 'kept for good', array['id','version','program','body','content_hash']);

create table vault.item_key (
  item text not null,
  version int not null,
  sealed_key bytea not null,
  primary key (item, version),
  foreign key (item, version) references exam.item
);
select pg_temp.classed('vault.item_key', 'secret', 'kept for good', array['item','version','sealed_key']);

create table exam.form (
  id text primary key,
  program text not null,
  kind text not null check (kind in ('demonstration','operational')),
  body jsonb not null,
  published_at timestamptz not null default now()
);
select pg_temp.classed('exam.form', 'internal', 'kept for good', array['id','program','kind','body','published_at']);

create table exam.form_item (
  form text not null references exam.form,
  place int not null,
  part text not null,
  item text not null,
  version int not null,
  primary key (form, place),
  unique (form, item),
  foreign key (item, version) references exam.item
);
select pg_temp.classed('exam.form_item', 'internal', 'kept for good', array['form','place','part','item','version']);

create table exam.sitting (
  id uuid primary key,
  person uuid not null references people.person,
  program text not null,
  form text not null references exam.form,
  granted jsonb not null,
  option_orders jsonb not null,
  created_at timestamptz not null default now()
);
create index on exam.sitting (person);
select pg_temp.classed('exam.sitting', 'personal', 'kept 7 years', array['id','person','program','form','granted','option_orders','created_at']);

-- The one mutable row of a sitting: which machine leads, the next sequence number, the head of its hash chain.
create table exam.lease (
  sitting uuid primary key references exam.sitting,
  epoch int not null default 0,
  next_seq bigint not null default 1,
  head bytea not null default '\x00'
);
select pg_temp.classed('exam.lease', 'internal', 'kept 7 years', array['sitting','epoch','next_seq','head']);

create table exam.clock_event (
  sitting uuid not null references exam.sitting,
  seq bigint generated always as identity,
  kind text not null check (kind in ('start','pause','resume','grant','outage','submit')),
  at timestamptz not null default clock_timestamp(),
  ms bigint not null default 0,
  why text not null default '',
  primary key (sitting, seq)
);
select pg_temp.classed('exam.clock_event', 'personal', 'kept 7 years', array['sitting','seq','kind','at','ms','why']);

create table exam.answer_event (
  sitting uuid not null references exam.sitting,
  client uuid not null,
  n int not null,
  epoch int not null,
  seq bigint not null,
  item text not null,
  response jsonb not null,
  client_ms bigint not null,
  server_at timestamptz not null default clock_timestamp(),
  hash bytea not null,
  primary key (sitting, client, n),
  unique (sitting, seq)
);
select pg_temp.classed('exam.answer_event', 'personal', 'kept 7 years',
  array['sitting','client','n','epoch','seq','item','response','client_ms','server_at','hash']);

create table exam.heartbeat (
  server text primary key,
  at timestamptz not null default clock_timestamp()
);
select pg_temp.classed('exam.heartbeat', 'internal', 'one row for each running server', array['server','at']);

create table exam.result (
  sitting uuid primary key references exam.sitting,
  passed boolean not null,
  report jsonb not null,
  scored_at timestamptz not null default now()
);
select pg_temp.classed('exam.result', 'personal', 'kept 7 years', array['sitting','passed','report','scored_at']);

create table exam.scored_response (
  sitting uuid not null references exam.sitting,
  item text not null,
  answered boolean not null,
  is_right boolean not null,
  primary key (sitting, item)
);
select pg_temp.classed('exam.scored_response', 'personal', 'kept 7 years', array['sitting','item','answered','is_right']);

-- Appends answers of one sitting; a repeated event changes nothing; the hash chain shows that none was taken out.
create function exam.append_answers(a_sitting uuid, a_person uuid, an_epoch int, a_client uuid, events jsonb)
returns table (acknowledged int, current_epoch int, added int)
language plpgsql security definer set search_path = '' as $$
declare l exam.lease; e jsonb; h bytea; s bigint; c int := 0; last_n int := 0; t text;
begin
  select le.* into l from exam.lease le join exam.sitting si on si.id = le.sitting
    where le.sitting = a_sitting and si.person = a_person for update of le;
  if not found then
    raise exception 'no such sitting' using errcode = 'EH004';
  end if;
  h := l.head; s := l.next_seq;
  for e in select value from jsonb_array_elements(events) loop
    last_n := greatest(last_n, (e->>'n')::int);
    t := a_client::text || '|' || (e->>'n') || '|' || (e->>'item') || '|' || (e->'response')::text;
    insert into exam.answer_event (sitting, client, n, epoch, seq, item, response, client_ms, hash)
      values (a_sitting, a_client, (e->>'n')::int, an_epoch, s, e->>'item', e->'response', (e->>'ms')::bigint,
        sha256(h || convert_to(t, 'UTF8')))
      on conflict (sitting, client, n) do nothing;
    if found then
      h := sha256(h || convert_to(t, 'UTF8')); s := s + 1; c := c + 1;
    end if;
  end loop;
  if c > 0 then
    update exam.lease set head = h, next_seq = s where sitting = a_sitting;
  end if;
  return query select last_n, l.epoch, c;
end $$;

-- Opening a sitting on a machine: that machine leads from now on.
create function exam.lead(a_sitting uuid, a_person uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare e int;
begin
  update exam.lease le set epoch = epoch + 1 from exam.sitting si
    where le.sitting = a_sitting and si.id = a_sitting and si.person = a_person returning le.epoch into e;
  return e;
end $$;
revoke execute on all functions in schema exam from public;

-- The answer that counts for each item: the leading machine first, then the latest of that machine.
create view exam.current_answer with (security_invoker = true) as
  select distinct on (sitting, item) sitting, item, response, epoch, client, n, client_ms, server_at
  from exam.answer_event order by sitting, item, epoch desc, n desc;

create table register.credential (
  id text primary key check (char_length(id) = 22),
  person uuid not null references people.person,
  sitting uuid unique references exam.sitting,
  program text not null,
  document jsonb not null,
  status_index int not null unique check (status_index between 0 and 131071),
  valid_until date not null,
  demonstration boolean not null,
  issued_at timestamptz not null default now()
);
create index on register.credential (person);
select pg_temp.classed('register.credential', 'personal', 'kept for good: somebody may hold a copy',
  array['person','sitting']);
select pg_temp.classed('register.credential', 'public', 'kept for good: somebody may hold a copy',
  array['id','program','document','status_index','valid_until','demonstration','issued_at']);

create table register.revocation (
  credential text primary key references register.credential,
  reason text not null,
  revoked_by uuid not null references people.person,
  revoked_at timestamptz not null default now()
);
select pg_temp.classed('register.revocation', 'public', 'kept for good', array['credential','reason','revoked_at']);
select pg_temp.classed('register.revocation', 'internal', 'kept for good', array['revoked_by']);

create sequence register.status_sequence minvalue 0 start 0 maxvalue 131071;

-- One record by its unguessable address; there is no way to list or browse.
create function register.look_up(asked text)
returns table (document jsonb, program text, demonstration boolean, revoked_on date, reason text)
language sql stable security definer set search_path = '' as $$
  select c.document, c.program, c.demonstration, r.revoked_at::date, r.reason
  from register.credential c left join register.revocation r on r.credential = c.id where c.id = asked
$$;
create function register.revoked_places() returns setof int language sql stable security definer set search_path = '' as
  $$ select c.status_index from register.revocation r join register.credential c on c.id = r.credential $$;
revoke execute on all functions in schema register from public;

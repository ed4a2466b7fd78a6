-- A proposed change of a rule is first tried on past decisions: whom it would let in and shut out, by group, through the
-- disclosure gate. What is kept is the question and what the gate let through.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- Measure: what was found on each criterion and the rule that made the outcome of it. No name, no reason, no fact.
create view casework.judged as
  select o.person, o.program, o.opened_on, o.closed_at, o.outcome, opened.body->'expression' as expression,
    (select jsonb_object_agg(f->>'criterion', (f->>'met')::boolean) from jsonb_array_elements(decided.body->'findings') f) as findings
  from casework.outcome o
  join casework.event opened on opened.matter = o.matter and opened.type = 'opened'
  cross join lateral (select e.body from casework.event e where e.matter = o.matter and e.type = 'decided'
    order by e.version desc limit 1) decided
  where o.kind = 'eligibility' and o.outcome is not null;
grant select on casework.judged to evenhand_measure;

create table measured.rule_preview (
  number int primary key check (number > 0),
  release int not null references measured.release (number),
  program text not null,
  dimension text not null,
  -- The proposed change, such as drop:license.
  change text not null,
  asked_by uuid not null references people.person,
  asked_at timestamptz not null default now(),
  -- What the gate let through, canonical JSON, and its SHA-256 as it stands in the decision log.
  body text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Opens the envelopes of the line in the log.
  opening bytea not null check (octet_length(opening) = 32),
  place int not null references ledger.entry (place),
  unique (release, program, dimension, change)
);
select pg_temp.classed('measured.rule_preview', 'internal', 'kept as long as the body',
  array['number','release','program','dimension','change','asked_at','body','digest','opening','place']);
select pg_temp.classed('measured.rule_preview', 'personal', 'kept as long as the body', array['asked_by']);
alter table measured.rule_preview enable row level security;
alter table measured.rule_preview force row level security;
create policy owner_works on measured.rule_preview to current_user using (true) with check (true);

-- The board asks and reads; directors and auditors read. What a preview is held against is outcomes by group alone: a
-- release also holds what is measured of each decider, which a member of the board must not read.
create function measured.released_outcomes() returns table (number int, outcomes jsonb)
language sql stable security definer set search_path = '' as
  $$ select r.number, r.body::jsonb->'outcomes' from measured.release r order by r.number $$;
revoke execute on function measured.released_outcomes from public;
grant usage on schema measured to evenhand_board;
grant execute on function measured.released_outcomes to evenhand_board;
grant select (number, release, program, dimension, change, asked_at, body, digest, opening, place),
  insert (number, release, program, dimension, change, asked_by, body, digest, opening, place)
  on measured.rule_preview to evenhand_board;
create policy board_reads on measured.rule_preview for select to evenhand_board using (true);
create policy board_asks on measured.rule_preview for insert to evenhand_board with check (asked_by = front.me());
grant select (number, release, program, dimension, change, asked_at, body, digest, opening, place)
  on measured.rule_preview to evenhand_director, evenhand_auditor;
create policy overseer_reads on measured.rule_preview for select to evenhand_director, evenhand_auditor using (true);

-- Numbered without a gap, so that two who ask at once cannot both miss what the other was shown.
create function measured.guard_preview() returns trigger language plpgsql security definer set search_path = '' as $$
declare last int;
begin
  perform pg_catalog.pg_advisory_xact_lock(727277);
  select coalesce(max(number), 0) into last from measured.rule_preview;
  if new.number <> last + 1 then
    raise exception 'someone asked first' using errcode = 'EH001';
  end if;
  return new;
end $$;
create trigger guard_preview before insert on measured.rule_preview for each row execute function measured.guard_preview();
revoke execute on function measured.guard_preview from public;

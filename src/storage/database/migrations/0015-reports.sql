-- The public report of a year: numbered, dated, signed, published on its day and never edited. The body holds what may be
-- read by anybody, and nothing about a decider: the public reads this table and has no right to any release.
create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table measured.report (
  number int primary key check (number > 0),
  release int not null unique references measured.release (number),
  -- The last day that is counted: that of its release, set by the trigger.
  counted_until date not null,
  -- The day of the rule, and the day on which it came out: later where the service was not there on its day.
  due_on date not null check (due_on > counted_until),
  published_on date not null check (published_on >= due_on),
  -- Canonical JSON, as it is downloaded.
  body text not null,
  -- SHA-256 of the body, as it stands in the signed note and in the decision log.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  note text not null,
  -- Opens the envelopes of its line in the log, for anybody.
  opening bytea not null check (octet_length(opening) = 32),
  place int not null references ledger.entry (place)
);
select pg_temp.classed('measured.report', 'public', 'kept as long as the body',
  array['number','release','counted_until','due_on','published_on','body','digest','note','opening','place']);
alter table measured.report enable row level security;
alter table measured.report force row level security;
create policy owner_works on measured.report to current_user using (true) with check (true);
grant select, insert on measured.report to evenhand_worker;
create policy worker_publishes on measured.report for insert to evenhand_worker with check (true);
create policy worker_reads on measured.report for select to evenhand_worker using (true);
grant select on measured.report to evenhand_public;
create policy anybody_reads on measured.report for select to evenhand_public using (true);

-- The last line of defense, under whatever the program above it believes: numbered without a gap, of the end of a year,
-- not before its day in any zone of the world, the body it is signed for, and no decider in it.
create function measured.guard_report() returns trigger language plpgsql security definer set search_path = '' as $$
declare last int; until date;
begin
  perform pg_catalog.pg_advisory_xact_lock(727277);
  select max(r.number) into last from measured.report r;
  select r.counted_until into until from measured.release r where r.number = new.release;
  new.counted_until := until;
  if new.number <> coalesce(last, 0) + 1 then
    raise exception 'a report follows the one before it' using errcode = 'EH003';
  end if;
  if until is null or extract(month from until) <> 12 or extract(day from until) <> 31 then
    raise exception 'a report is of the end of a year' using errcode = 'EH003';
  end if;
  if new.published_on > current_date + 1 then
    raise exception 'a report is not published before its day' using errcode = 'EH003';
  end if;
  if new.digest <> encode(sha256(convert_to(new.body, 'UTF8')), 'hex') then
    raise exception 'the digest is of another body' using errcode = 'EH003';
  end if;
  if (new.body::jsonb) ? 'deciders' or new.body like '%"decider"%' then
    raise exception 'a report says nothing about a decider' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_report before insert on measured.report for each row execute function measured.guard_report();
revoke execute on function measured.guard_report from public;

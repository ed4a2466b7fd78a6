-- Releases of what is measured by group: numbered, never edited, each held against the earlier ones before it is kept.
-- Nothing in a release is sealed any more: what is in it has passed the disclosure gate.
create schema measured;
create table measured.release (
  number int primary key check (number > 0),
  counted_until date not null unique,
  drawn_at timestamptz not null default now(),
  -- The release as it was drawn, canonical JSON.
  body text not null,
  -- SHA-256 of the body, as it stands in the decision log.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Opens the envelopes of the line in the log, which anybody may: a release concerns nobody alone.
  opening bytea not null check (octet_length(opening) = 32),
  place int not null references ledger.entry (place)
);
select pg_temp.classed('measured.release', 'internal', 'kept as long as the body', array['number','counted_until','drawn_at','body','digest','opening','place']);
alter table measured.release enable row level security;
alter table measured.release force row level security;
create policy owner_works on measured.release to current_user using (true) with check (true);
grant usage on schema measured to evenhand_worker, evenhand_director, evenhand_auditor, evenhand_public;
grant select, insert on measured.release to evenhand_worker;
create policy worker_draws on measured.release for insert to evenhand_worker with check (true);
create policy worker_reads on measured.release for select to evenhand_worker using (true);
grant select on measured.release to evenhand_director, evenhand_auditor;
create policy director_reads on measured.release for select to evenhand_director using (true);
create policy auditor_reads on measured.release for select to evenhand_auditor using (true);

-- Numbered without a gap, and only forward in time.
create function measured.guard_release() returns trigger language plpgsql security definer set search_path = '' as $$
declare last record;
begin
  perform pg_catalog.pg_advisory_xact_lock(727276);
  select number, counted_until into last from measured.release order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.counted_until <= last.counted_until then
    raise exception 'a release follows the one before it' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_release before insert on measured.release for each row execute function measured.guard_release();

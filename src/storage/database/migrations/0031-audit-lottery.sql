-- The lottery of audits, as anybody can check it: the plan with the fingerprint of a secret seed, the closed pool as labels,
-- a public number that nobody knew before, and the draw. Each step is written once, in this order, and never edited.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table renewal.lottery (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  program text not null,
  -- The plan as casework/renewal/audit-lottery reads it.
  plan jsonb not null,
  published_by uuid not null references people.person,
  published_at timestamptz not null default now(),
  place int not null references ledger.entry (place)
);
select pg_temp.classed('renewal.lottery', 'public', 'kept for good', array['id','program','plan','published_at','place']);
select pg_temp.classed('renewal.lottery', 'internal', 'kept for good', array['published_by']);
create table renewal.lottery_seed (
  lottery text primary key references renewal.lottery,
  sealed_seed bytea not null
);
select pg_temp.classed('renewal.lottery_seed', 'secret', 'opened with the draw', array['lottery','sealed_seed']);
create table renewal.lottery_pool (
  lottery text primary key references renewal.lottery,
  closed_on date not null,
  -- Labels and strata; a label names nobody.
  entries jsonb not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  closed_at timestamptz not null default now(),
  place int not null references ledger.entry (place)
);
select pg_temp.classed('renewal.lottery_pool', 'public', 'kept for good', array['lottery','closed_on','entries','fingerprint','closed_at','place']);
create table renewal.pool_entry (
  lottery text not null references renewal.lottery,
  label text not null,
  credential text not null references register.credential,
  -- Attributes of the renewal that are no attribute of a person, for the published comparison.
  traits jsonb not null,
  primary key (lottery, label),
  unique (lottery, credential)
);
select pg_temp.classed('renewal.pool_entry', 'personal', 'kept 7 years after the draw', array['lottery','label','credential','traits']);
create table renewal.lottery_draw (
  lottery text primary key references renewal.lottery,
  public_number text not null check (btrim(public_number) <> ''),
  seed text not null,
  drawn jsonb not null,
  compared jsonb not null,
  drawn_by uuid not null references people.person,
  drawn_at timestamptz not null default now(),
  place int not null references ledger.entry (place)
);
select pg_temp.classed('renewal.lottery_draw', 'public', 'kept for good', array['lottery','public_number','seed','drawn','compared','drawn_at','place']);
select pg_temp.classed('renewal.lottery_draw', 'internal', 'kept for good', array['drawn_by']);

do $$
declare name text;
begin
  foreach name in array array['lottery','lottery_seed','lottery_pool','pool_entry','lottery_draw'] loop
    execute format('alter table renewal.%I enable row level security', name);
    execute format('alter table renewal.%I force row level security', name);
    execute format('create policy owner_works on renewal.%I to current_user using (true) with check (true)', name);
  end loop;
end $$;

create function renewal.guard_lottery() returns trigger language plpgsql security definer set search_path = '' as $$
declare p renewal.lottery; q renewal.lottery_pool;
begin
  perform pg_advisory_xact_lock(hashtextextended('lottery ' || new.lottery, 0));
  select * into p from renewal.lottery where id = new.lottery;
  if tg_table_name = 'lottery_pool' then
    if new.closed_on < (p.plan->>'publishedOn')::date or new.closed_on >= (p.plan->'publicNumber'->>'on')::date then
      raise exception 'the pool is closed after the plan and before the public number' using errcode = 'EH012';
    end if;
    return new;
  end if;
  select * into q from renewal.lottery_pool where lottery = new.lottery;
  if q.lottery is null then
    raise exception 'the pool is not closed' using errcode = 'EH012';
  end if;
  if encode(sha256(convert_to(new.seed, 'UTF8')), 'hex') <> p.plan->>'commitment' then
    raise exception 'this is another seed' using errcode = 'EH012';
  end if;
  if exists (select 1 from jsonb_array_elements_text(new.drawn) d where not exists (
      select 1 from renewal.pool_entry e where e.lottery = new.lottery and e.label = d.value)) then
    raise exception 'somebody was drawn who was not in the pool' using errcode = 'EH012';
  end if;
  return new;
end $$;
create trigger guard_lottery before insert on renewal.lottery_pool for each row execute function renewal.guard_lottery();
create trigger guard_lottery before insert on renewal.lottery_draw for each row execute function renewal.guard_lottery();

-- Drawn for an audit is who was drawn in a lottery, and nobody else.
create function renewal.guard_drawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from renewal.lottery_draw d join renewal.pool_entry e on e.lottery = d.lottery
      where d.lottery = new.body->>'lottery' and e.credential = new.credential and d.drawn ? e.label) then
    raise exception 'no lottery drew this' using errcode = 'EH012';
  end if;
  return new;
end $$;
create trigger guard_drawn before insert on renewal.event for each row when (new.type = 'audit-drawn')
  execute function renewal.guard_drawn();

-- Who can be drawn: the newest term was begun by a renewal on hours that was not drawn before, and is not revoked.
create function renewal.may_be_drawn(a_program text) returns setof text language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  join lateral (select e.version, e.body from renewal.event e where e.credential = c.id
    and e.type in ('renewed','late-renewed','returned','reinstated') order by e.version desc limit 1) b on true
  where c.program = a_program and b.body->>'route' = 'hours' and not renewal.is_revoked(c.id)
    and not exists (select 1 from renewal.event e where e.credential = c.id and e.type in ('audit-drawn', 'retired') and e.version > b.version)
  order by c.id
$$;

grant select on renewal.lottery, renewal.lottery_pool, renewal.lottery_draw to evenhand_public, evenhand_candidate, evenhand_director, evenhand_worker;
create policy all_read on renewal.lottery for select using (true);
create policy all_read on renewal.lottery_pool for select using (true);
create policy all_read on renewal.lottery_draw for select using (true);
grant insert (id, program, plan, published_by, place) on renewal.lottery to evenhand_director;
create policy director_plans on renewal.lottery for insert to evenhand_director with check (published_by = front.me());
grant insert on renewal.lottery_seed to evenhand_director;
create policy director_seals on renewal.lottery_seed for insert to evenhand_director with check (true);
grant select on renewal.lottery_seed, renewal.pool_entry to evenhand_worker;
create policy worker_reads on renewal.lottery_seed for select to evenhand_worker using (true);
create policy worker_reads on renewal.pool_entry for select to evenhand_worker using (true);
grant insert on renewal.lottery_pool, renewal.pool_entry, renewal.lottery_draw to evenhand_worker;
create policy worker_closes on renewal.lottery_pool for insert to evenhand_worker with check (true);
create policy worker_enters on renewal.pool_entry for insert to evenhand_worker with check (true);
create policy worker_draws on renewal.lottery_draw for insert to evenhand_worker with check (true);
grant select (lottery, label, credential) on renewal.pool_entry to evenhand_candidate;
create policy candidate_own on renewal.pool_entry for select to evenhand_candidate using (renewal.is_mine(credential));

revoke execute on function renewal.guard_lottery, renewal.guard_drawn, renewal.may_be_drawn from public;
grant execute on function renewal.may_be_drawn to evenhand_worker;

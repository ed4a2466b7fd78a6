-- The log looks at itself every day: its files are worked out again, and every place that was given out on a status list is
-- held against the lines that say so. A place without its line was given out behind the log's back, with a signing key that
-- somebody misused; a line without its place was written for nothing.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table ledger.watch (
  on_day date primary key,
  at timestamptz not null default now(),
  sound boolean not null,
  -- As it was published: kinds, numbers and places of the log, and no address of any credential.
  result jsonb not null
);
select pg_temp.classed('ledger.watch', 'public', 'kept for good', array['on_day','at','sound','result']);
alter table ledger.watch enable row level security;
alter table ledger.watch force row level security;
grant select on ledger.watch to evenhand_public, evenhand_worker;
grant insert (on_day, sound, result) on ledger.watch to evenhand_worker;
create policy all_read on ledger.watch for select using (true);
create policy worker_watches on ledger.watch for insert to evenhand_worker with check (true);

create function ledger.issuance() returns table (places bigint, lines bigint) language sql stable security definer set search_path = '' as $$
  select (select count(*) from register.copy),
    (select count(*) from ledger.entry e where e.commitment::jsonb->>'kind' in ('award', 'copy'))
$$;

create function ledger.issuance_differences(at_most int) returns table (kind text, line bigint, list int, place int)
language sql stable security definer set search_path = '' as $$
  with issued as materialized (
    select e.place as line, o.plain->>'matter' as id
    from ledger.entry e left join ledger.opening o on o.place = e.place
    where e.commitment::jsonb->>'kind' in ('award', 'copy')
  ), counted as (
    select id, count(*) as many, max(line) as line from issued where id is not null group by id
  )
  (select 'place-without-line', null::bigint, k.list, k.place from register.copy k
    where not exists (select 1 from counted c where c.id = k.id)
  union all
  select 'place-with-more-than-one-line', c.line, k.list, k.place from register.copy k join counted c on c.id = k.id where c.many > 1
  union all
  select 'line-without-place', i.line, null, null from issued i
    where i.id is null or not exists (select 1 from register.copy k where k.id = i.id))
  order by 1, 2, 3, 4 limit at_most
$$;
revoke execute on function ledger.issuance, ledger.issuance_differences from public;
grant execute on function ledger.issuance, ledger.issuance_differences to evenhand_worker;

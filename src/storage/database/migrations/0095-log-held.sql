-- While the database does not fit the head of the log that was signed and published, nothing may be written into the log,
-- and so nothing can be decided: every decision writes its line in its own transaction. What is published stays readable.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table ledger.hold (
  the_one boolean primary key default true check (the_one),
  since timestamptz not null default now(),
  because text not null check (because <> '')
);
select pg_temp.classed('ledger.hold', 'public', 'until the log is mended', array['the_one','since','because']);

alter table ledger.hold enable row level security;
alter table ledger.hold force row level security;
grant select on ledger.hold to evenhand_public, evenhand_candidate, evenhand_auditor, evenhand_director, evenhand_worker;
create policy all_read on ledger.hold for select using (true);
grant insert (because), delete on ledger.hold to evenhand_worker;
create policy worker_holds on ledger.hold for insert to evenhand_worker with check (true);
create policy worker_ends on ledger.hold for delete to evenhand_worker using (true);

create function ledger.guard_hold() returns trigger language plpgsql security definer set search_path = '' as $$
declare held text;
begin
  select because into held from ledger.hold;
  if held is not null then
    raise exception 'the decision log is held: %', held using errcode = 'EH020';
  end if;
  return null;
end $$;
revoke execute on function ledger.guard_hold from public;
create trigger guard_hold before insert on ledger.entry for each statement execute function ledger.guard_hold();

-- The offices of due process. A coordinator handles complaints about people who hold or seek a credential; an ombud those
-- about the body itself, its staff, volunteers or exam; a panel member judges what was drawn for them by lot; a custodian
-- consents to an identity being shown and cannot read the matter it belongs to. What each may see is granted matter by
-- matter, in the migrations that follow.

do $$
declare name text;
begin
  foreach name in array array['conduct','panel','custodian'] loop
    if not exists (select 1 from pg_roles where rolname = 'evenhand_' || name) then
      execute format('create role %I nologin', 'evenhand_' || name);
    end if;
  end loop;
end $$;
-- Coordinators and ombuds act under the same rights; which matters these reach is told by each matter's list.
grant evenhand_conduct, evenhand_panel, evenhand_custodian to evenhand_web with inherit false, set true;

alter table people.office drop constraint office_office_check;
alter table people.office add constraint office_office_check check (office in
  ('clerk','reviewer','staff','director','auditor','board','conduct','ombud','panel','custodian'));

grant usage on schema front to evenhand_conduct, evenhand_panel, evenhand_custodian;
grant execute on function front.me() to evenhand_conduct, evenhand_panel, evenhand_custodian;

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- Every reading of a confidential page is an event of its own: who opened what, and when. Nobody edits it.
create table conduct.reading (
  at timestamptz not null default clock_timestamp(),
  reader uuid not null default front.me() references people.person,
  what text not null check (what in ('concern','matter','evidence','identity','letter')),
  about uuid not null
);
create index on conduct.reading (about, at);
select pg_temp.classed('conduct.reading', 'personal', 'kept 7 years', array['at','reader','what','about']);
alter table conduct.reading enable row level security;
alter table conduct.reading force row level security;
create policy owner_works on conduct.reading to current_user using (true) with check (true);
grant usage on schema conduct to evenhand_conduct, evenhand_panel, evenhand_custodian, evenhand_board, evenhand_candidate,
  evenhand_auditor, evenhand_worker;
grant insert (what, about) on conduct.reading to evenhand_conduct, evenhand_panel, evenhand_custodian, evenhand_board,
  evenhand_candidate;
create policy readers_sign on conduct.reading for insert to evenhand_conduct, evenhand_panel, evenhand_custodian,
  evenhand_board, evenhand_candidate with check (reader = front.me());
grant select on conduct.reading to evenhand_auditor;
create policy auditor_reads on conduct.reading for select to evenhand_auditor using (true);

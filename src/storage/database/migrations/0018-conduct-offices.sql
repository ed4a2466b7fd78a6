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

-- A course that does not count is looked at once more where whoever claimed it asks: by another reviewer, who sees the course,
-- the first reason and the words of whoever asks, and not whose it is.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table renewal.course_appeal (
  activity uuid primary key references renewal.activity on delete cascade,
  said text not null check (char_length(said) between 10 and 2000),
  asked_on date not null,
  promised_by date not null check (promised_by >= asked_on),
  at timestamptz not null default now()
);
create table renewal.course_second (
  activity uuid primary key references renewal.course_appeal on delete cascade,
  accepted boolean not null,
  reason text not null check (btrim(reason) <> ''),
  reviewed_by uuid not null references people.person,
  on_day date not null,
  at timestamptz not null default now()
);
select pg_temp.classed('renewal.course_appeal', 'personal', 'kept 7 years after the last decision',
  array['activity','said','asked_on','promised_by','at']);
select pg_temp.classed('renewal.course_second', 'personal', 'kept 7 years after the last decision',
  array['activity','accepted','reason','reviewed_by','on_day','at']);

create function renewal.guard_course_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from renewal.activity a where a.id = new.activity and a.person = front.me()) then
    raise exception 'whoever claimed the hours asks for it' using errcode = 'EH003';
  end if;
  if not exists (select 1 from renewal.course_review r where r.activity = new.activity and not r.accepted
      and new.asked_on <= r.on_day + 30) then
    raise exception 'nothing was refused here in the last 30 days' using errcode = 'EH010';
  end if;
  return new;
end $$;
create trigger guard_course_appeal before insert on renewal.course_appeal for each row execute function renewal.guard_course_appeal();

create function renewal.guard_course_second() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.reviewed_by is distinct from front.me() then
    raise exception 'nobody signs for somebody else' using errcode = 'EH002';
  end if;
  if exists (select 1 from renewal.activity a where a.id = new.activity and a.person = new.reviewed_by)
    or exists (select 1 from renewal.course_review r where r.activity = new.activity and r.reviewed_by = new.reviewed_by) then
    raise exception 'somebody else looks again' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_course_second before insert on renewal.course_second for each row execute function renewal.guard_course_second();

-- A claim that was changed is another one: nothing that was said of it stands.
create function renewal.unreviewed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from renewal.course_appeal where activity = old.activity;
  return old;
end $$;
create trigger unreviewed after delete on renewal.course_review for each row execute function renewal.unreviewed();

create function renewal.courses_to_look_at_again(at_most int)
returns table (id uuid, program text, provider text, title text, began date, completed date, hours numeric, subjects text[],
  delivery text, reason text, said text, promised_by date)
language sql stable security definer set search_path = '' as $$
  select a.id, c.program, a.provider, a.title, a.began, a.completed, a.hours, a.subjects, a.delivery, r.reason, p.said, p.promised_by
  from renewal.course_appeal p join renewal.activity a on a.id = p.activity join register.credential c on c.id = a.credential
  join renewal.course_review r on r.activity = a.id
  where a.person <> front.me() and r.reviewed_by <> front.me()
    and not exists (select 1 from renewal.course_second s where s.activity = a.id)
  order by p.promised_by, a.id limit at_most
$$;
create function renewal.program_of_course(an_activity uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.program from renewal.activity a join register.credential c on c.id = a.credential where a.id = an_activity
$$;
revoke execute on function renewal.guard_course_appeal, renewal.guard_course_second, renewal.unreviewed,
  renewal.courses_to_look_at_again, renewal.program_of_course from public;
grant execute on function renewal.courses_to_look_at_again, renewal.program_of_course to evenhand_reviewer;

do $$
declare t text;
begin
  foreach t in array array['course_appeal','course_second'] loop
    execute format('alter table renewal.%I enable row level security', t);
    execute format('alter table renewal.%I force row level security', t);
    execute format('create policy owner_works on renewal.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_reads on renewal.%I for select to evenhand_worker using (true)', t);
    execute format('create policy candidate_own on renewal.%I for select to evenhand_candidate
      using (exists (select 1 from renewal.activity a where a.id = activity and a.person = front.me()))', t);
  end loop;
end $$;
grant select on renewal.course_appeal, renewal.course_second to evenhand_worker;
grant select, insert (activity, said, asked_on, promised_by) on renewal.course_appeal to evenhand_candidate;
create policy candidate_asks on renewal.course_appeal for insert to evenhand_candidate
  with check (exists (select 1 from renewal.activity a where a.id = activity and a.person = front.me()));
grant select (activity, accepted, reason, on_day) on renewal.course_second to evenhand_candidate;
grant insert (activity, accepted, reason, reviewed_by, on_day), select (activity) on renewal.course_second to evenhand_reviewer;
create policy reviewer_answers on renewal.course_second for insert to evenhand_reviewer with check (reviewed_by = front.me());
create policy reviewer_own on renewal.course_second for select to evenhand_reviewer using (reviewed_by = front.me());

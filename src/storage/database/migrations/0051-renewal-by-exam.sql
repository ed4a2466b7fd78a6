-- Renewing by exam: a sitting that is booked to renew a credential is tied to it and to the attempt that opened it; its pass
-- fulfills that renewal and awards nothing. Nobody holds two active credentials of one program.

create table renewal.exam_sitting (
  sitting uuid primary key references exam.sitting,
  credential text not null references register.credential,
  -- The place of the event that opened the attempt, from 0.
  opened int not null check (opened >= 0),
  tied_at timestamptz not null default now()
);
create index on renewal.exam_sitting (credential);
comment on column renewal.exam_sitting.sitting is 'personal; kept 7 years after the credential ended';
comment on column renewal.exam_sitting.credential is 'personal; kept 7 years after the credential ended';
comment on column renewal.exam_sitting.opened is 'personal; kept 7 years after the credential ended';
comment on column renewal.exam_sitting.tied_at is 'personal; kept 7 years after the credential ended';
alter table renewal.exam_sitting enable row level security;
alter table renewal.exam_sitting force row level security;
create policy owner_works on renewal.exam_sitting to current_user using (true) with check (true);
grant select on renewal.exam_sitting to evenhand_candidate, evenhand_worker;
grant insert (sitting, credential, opened) on renewal.exam_sitting to evenhand_worker;
create policy candidate_own on renewal.exam_sitting for select to evenhand_candidate using (renewal.is_mine(credential));
create policy worker_reads on renewal.exam_sitting for select to evenhand_worker using (true);
create policy worker_ties on renewal.exam_sitting for insert to evenhand_worker with check (true);

-- Exams of whoever holds a credential, in its program, but for those that a credential was awarded on.
create function renewal.exams_for(a_credential text)
returns table (sitting uuid, started_at timestamptz, passed boolean, set_aside boolean, opened int)
language sql stable security definer set search_path = '' as $$
  select s.id, (select min(e.at) from exam.clock_event e where e.sitting = s.id and e.kind = 'start'), r.passed,
    exists (select 1 from exam.set_aside_result x where x.sitting = s.id)
      or exists (select 1 from casework.matter a join casework.event d on d.matter = a.id and d.type = 'decided'
        where a.result_of = s.id and d.body->>'outcome' = 'met'),
    t.opened
  from register.credential c join exam.sitting s on s.person = c.person and s.program = c.program
  left join exam.result r on r.sitting = s.id
  left join renewal.exam_sitting t on t.sitting = s.id and t.credential = c.id
  where c.id = a_credential and (front.me() is null or c.person = front.me())
    and not exists (select 1 from register.credential x where x.sitting = s.id)
  order by 2, 1
$$;

create function renewal.guard_exam_sitting() returns trigger language plpgsql security definer set search_path = '' as $$
declare o renewal.event;
begin
  if not exists (select 1 from register.credential c join exam.sitting s on s.person = c.person and s.program = c.program
      where c.id = new.credential and s.id = new.sitting) then
    raise exception 'this exam is not of whoever holds the credential' using errcode = 'EH003';
  end if;
  select e.* into o from renewal.event e where e.credential = new.credential
    and e.type in ('opened','attested','renewed','late-renewed','returned','reinstated','lapsed','retired','attempt-over')
    order by e.version desc limit 1;
  if o.type is distinct from 'opened' or o.body->>'route' is distinct from 'exam' or o.version <> new.opened + 1 then
    raise exception 'no renewal by exam is open' using errcode = 'EH010';
  end if;
  return new;
end $$;
create trigger guard_exam_sitting before insert on renewal.exam_sitting for each row execute function renewal.guard_exam_sitting();

-- What a holder attests of hours, an exam shows by itself: only a passed exam of this attempt does.
create function renewal.guard_exam_shown() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if front.me() is null and not exists (
      select 1 from renewal.exam_sitting t join exam.result r on r.sitting = t.sitting and r.passed
      where t.credential = new.credential
        and t.opened + 1 = (select max(version) from renewal.event e where e.credential = new.credential and e.type = 'opened')) then
    raise exception 'no passed exam shows this' using errcode = 'EH010';
  end if;
  return new;
end $$;
create trigger guard_exam_shown before insert on renewal.event for each row when (new.type = 'attested')
  execute function renewal.guard_exam_shown();
drop policy worker_follows on renewal.event;
create policy worker_follows on renewal.event for insert to evenhand_worker with check (type in ('attested','renewed','late-renewed',
  'returned','reinstated','not-accepted','extended','more-time-refused','lapsed','audit-drawn','audit-resumed','audit-decided',
  'end-announced','ended-after-audit','kept-after-audit','end-took-effect','audit-closed','attempt-over','withdrawn','set-aside'));

create function renewal.after_result() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform renewal.look_again(t.credential) from renewal.exam_sitting t where t.sitting = new.sitting;
  return new;
end $$;
create trigger renewal_after_result after insert on exam.result for each row execute function renewal.after_result();

-- The credential of a program that somebody holds on a day: not run out, not revoked, not retired or ended. A suspended one
-- is still theirs.
create function register.active_of(a_person uuid, a_program text, a_day date) returns text
language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  where c.person = a_person and c.program = a_program and register.last_day(c.id) >= a_day
    and not renewal.is_revoked(c.id) and not exists (select 1 from renewal.not_held_on(c.id, a_day))
  order by c.issued_at desc limit 1
$$;
create index if not exists credential_of_person on register.credential (person, program);
create or replace function register.guard_award() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from exam.sitting s join exam.result r on r.sitting = s.id
      where s.id = new.sitting and s.person = new.person and s.program = new.program and r.passed) then
    raise exception 'no passed exam leads to this credential' using errcode = 'EH006';
  end if;
  if exists (select 1 from renewal.exam_sitting t where t.sitting = new.sitting) then
    raise exception 'this exam renews a credential and awards none' using errcode = 'EH006';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('award ' || new.person::text || ' ' || new.program, 0));
  if register.active_of(new.person, new.program, left(new.document->>'validFrom', 10)::date) is not null then
    raise exception 'one active credential of a program is enough' using errcode = 'EH006';
  end if;
  return new;
end $$;

revoke execute on function renewal.exams_for, renewal.guard_exam_sitting, renewal.guard_exam_shown, renewal.after_result,
  register.active_of from public;
grant execute on function renewal.exams_for to evenhand_candidate, evenhand_worker;
grant execute on function register.active_of to evenhand_worker;

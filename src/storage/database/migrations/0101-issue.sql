-- Credentials that are due: for passed exams, to people in good standing, once. Whoever issues asks the same questions in turn,
-- and the guard of the table asks them again.

-- Nothing that a decision about conduct took away, or holds back meanwhile, in any program.
create function register.in_good_standing(a_person uuid, a_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from register.credential c join conduct.effect e on e.credential = c.id
    where c.person = a_person and e.ended_on is null and e.from_day <= a_day
      and (e.kind = 'revocation' or (e.kind in ('interim', 'suspension') and e.until_day >= a_day)))
$$;

-- Passed exams that led to no credential although one is due: not those that renew, nor those of somebody who held the
-- credential then, nor those whose result was set aside.
create function register.awards_due(after_sitting uuid, at_most int)
returns table (sitting uuid, person uuid, program text, form_kind text, scored_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.id, s.person, s.program, f.kind, r.scored_at
  from exam.result r join exam.sitting s on s.id = r.sitting join exam.form f on f.id = s.form
  where r.passed and (after_sitting is null or s.id > after_sitting)
    and not exists (select 1 from register.credential c where c.sitting = s.id)
    and not exists (select 1 from renewal.exam_sitting t where t.sitting = s.id)
    and not exists (select 1 from exam.set_aside_result x where x.sitting = s.id)
    and not exists (select 1 from register.credential c where c.person = s.person and c.program = s.program
      and c.issued_at <= r.scored_at and register.last_day(c.id) >= r.scored_at::date)
  order by s.id limit at_most
$$;
create function register.one_batch_at_a_time() returns void language sql set search_path = '' as
  $$ select pg_advisory_xact_lock(hashtextextended('awards that are due', 0)) $$;

-- A certificate number belongs to one credential.
create unique index on register.credential ((document->'credentialSubject'->>'licenseNumber'));

create function register.guard_standing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not register.in_good_standing(new.person, new.issued_at::date) then
    raise exception 'a credential is awarded to people in good standing' using errcode = 'EH006';
  end if;
  return new;
end $$;
create trigger guard_standing before insert on register.credential for each row execute function register.guard_standing();

revoke execute on function register.in_good_standing, register.awards_due, register.one_batch_at_a_time, register.guard_standing from public;
grant execute on function register.in_good_standing, register.awards_due, register.one_batch_at_a_time to evenhand_worker;

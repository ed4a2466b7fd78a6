-- The last day of a credential is that of its newest term, and whether it is good on a day is asked in one place.

create function register.last_day(a_credential text) returns date
language sql stable security definer set search_path = '' as $$
  select greatest(c.valid_until, (select max(p.valid_until) from renewal.paper p where p.credential = c.id))
  from register.credential c where c.id = a_credential
$$;

create function register.is_good(a_credential text, a_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select register.last_day(a_credential) >= a_day
    and not exists (select 1 from register.revocation r where r.credential = a_credential)
    and not exists (select 1 from renewal.not_held_on(a_credential, a_day))
    and not exists (select 1 from conduct.effect e where e.credential = a_credential and e.kind in ('interim','suspension','revocation')
      and e.from_day <= a_day and (e.until_day is null or e.until_day >= a_day) and e.ended_on is null)
$$;
revoke execute on function register.last_day, register.is_good from public;

-- Whoever renewed is bound by the code as long as the newest term lasts.
create or replace function conduct.bound_of(a_person uuid, a_program text) returns table (since date, until date)
language sql stable security definer set search_path = '' as $$
  select least((select min(m.opened_on) from casework.subject s join casework.matter m on m.id = s.matter
      where s.person = a_person and m.program = a_program and m.kind = 'eligibility'),
    (select min(c.issued_at)::date from register.credential c where c.person = a_person and c.program = a_program)),
    (select case when max(register.last_day(c.id)) < current_date then max(register.last_day(c.id)) end
      from register.credential c where c.person = a_person and c.program = a_program)
$$;

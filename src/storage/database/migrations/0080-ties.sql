-- Two ties that were not seen. Whoever mentored somebody, or was mentored by them, decides nothing about them; and nobody who
-- is concerned in a complaint is asked as its witness, under whatever address they have here.

-- Everybody who has been the other half of a pair with somebody. To have asked is no tie; to have been taken is.
create function mentoring.mentored_with(a_person uuid) returns table (person uuid)
language sql stable security definer set search_path = '' as $$
  select case when o.person = a_person then p.candidate else o.person end
  from mentoring.pair p join mentoring.offer o on o.id = p.offer
  where p.standing in ('taken','ended') and a_person in (o.person, p.candidate)
$$;
revoke execute on function mentoring.mentored_with from public;

create function casework.exclude_mentors() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into casework.exclusion (matter, person, why)
    select new.matter, m.person, 'mentored or was mentored by the person concerned' from mentoring.mentored_with(new.person) m
    on conflict do nothing;
  return new;
end $$;
create trigger exclude_mentors after insert on casework.subject for each row execute function casework.exclude_mentors();

create function conduct.bar_mentors() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.bar (matter, person, why)
    select new.matter, m.person, 'mentored or was mentored by somebody concerned' from mentoring.mentored_with(new.person) m
    on conflict do nothing;
  update conduct.access a set until = now() where a.matter = new.matter and a.role <> 'respondent' and a.until is null
    and exists (select 1 from mentoring.mentored_with(new.person) m where m.person = a.person);
  return new;
end $$;
-- Named so that it runs after follow_party.
create trigger follow_party_mentors after insert on conduct.party for each row when (new.person is not null)
  execute function conduct.bar_mentors();

-- A witness who has an account here is known by the address, as before; somebody who is concerned already is not asked again.
create or replace function conduct.know_witness() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.role = 'witness' and new.person is null and new.contact is not null then
    select p.id into new.person from people.person p where p.email = lower(trim(new.contact));
    if exists (select 1 from conduct.party k where k.matter = new.matter
        and (k.person = new.person or lower(trim(k.contact)) = lower(trim(new.contact)))) then
      raise exception 'somebody with this address is concerned in the matter already' using errcode = '23505';
    end if;
  end if;
  return new;
end $$;

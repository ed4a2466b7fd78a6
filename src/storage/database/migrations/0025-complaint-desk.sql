-- Those who keep the pool see by name who holds the office of a panel member, in the pool or not yet.

create function conduct.pool_people()
returns table (person uuid, full_name text, is_public boolean, trained_until date, term_ends date, interests text)
language sql stable security definer set search_path = '' as $$
  select h.id, h.full_name, p.is_public, p.trained_until, p.term_ends, p.interests
  from people.office o join people.person h on h.id = o.person left join conduct.pool p on p.person = h.id
  where o.office = 'panel' order by h.full_name, h.id
$$;
revoke execute on function conduct.pool_people from public;
grant execute on function conduct.pool_people to evenhand_director;

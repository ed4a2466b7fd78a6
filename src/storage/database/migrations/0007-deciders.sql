-- A director who reads that one decider approves less often than the others must know who, to talk with them. Nothing
-- else about people: names of those who hold the office, and no role but the director's may ask.
create function people.deciders() returns table (id uuid, full_name text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name from people.office o join people.person p on p.id = o.person where o.office = 'reviewer'
$$;
revoke execute on function people.deciders from public;
grant execute on function people.deciders to evenhand_director;

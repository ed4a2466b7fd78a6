-- A clerk reads former names while there is something to attest, and not after.
create or replace function people.read_former_names(an_id uuid, a_matter uuid, a_purpose text) returns setof text
language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  select s.person into who from casework.subject s join casework.standing d on d.id = s.matter
    where s.matter = a_matter and s.person <> front.me() and d.status = 'recording';
  if who is null or front.me() is null or not people.serves_matter(a_matter) then
    return;
  end if;
  insert into audit.former_name_reading (id, matter, person, reader, purpose) values (an_id, a_matter, who, front.me(), a_purpose);
  return query select unnest(p.former_names) from people.person p where p.id = who;
end $$;

-- To tell the holder of a credential without learning the address: filled in behind the wall, as for a matter.
create function post.tell_holder(an_id uuid, a_credential text, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from register.credential c join people.person p on p.id = c.person where c.id = a_credential
$$;
revoke execute on function post.tell_holder from public;
grant execute on function post.tell_holder to evenhand_director, evenhand_worker;

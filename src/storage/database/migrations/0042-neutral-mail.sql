-- Whoever is concerned in a matter is written to in their own language. A complainant is written to at the address they
-- left, also where they stay anonymous: the form promises it. Whoever has something told learns neither.
drop function conduct.tell(uuid, text, text, text);
create function conduct.tell(a_matter uuid, a_key text, mails jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.may_tell(a_matter) then
    return false;
  end if;
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.person, x.address, mails->p.language->>'subject', mails->p.language->>'body'
    from conduct.party p left join people.person h on h.id = p.person left join conduct.concern c on c.id = p.concern,
      lateral (select coalesce(h.email, p.contact, c.contact) as address) x
    where p.matter = a_matter and p.key = a_key and x.address is not null;
  return found;
end $$;
revoke execute on function conduct.tell from public;
grant execute on function conduct.tell to evenhand_conduct, evenhand_panel, evenhand_candidate, evenhand_worker;

-- What the daily look of the log at itself finds is told at once to the board and the directors, not only on their pages.
create function ledger.tell_difference(a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_body from people.person p
    where exists (select 1 from people.office o where o.person = p.id and o.office in ('board', 'director'))
$$;
revoke execute on function ledger.tell_difference from public;
grant execute on function ledger.tell_difference to evenhand_worker;

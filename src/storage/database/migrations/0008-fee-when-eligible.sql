-- The exam fee falls due when eligibility is granted. Whoever decides enters it without learning whom it is for: the
-- person is filled in behind the wall, as for mail. Only for an application that was just decided in its favor, and by
-- somebody who decided it or heard the appeal that turned it. Asked twice, it is entered once.
create function money.charge_subject(
  an_id uuid, a_matter uuid, a_fee text, some_cents int, a_currency text, a_reference text
) returns void language sql security definer set search_path = '' as $$
  insert into money.entry (id, person, program, matter, kind, fee, cents, currency, reference)
    select an_id, s.person, m.program, m.id, 'charge', a_fee, some_cents, a_currency, a_reference
    from casework.matter m join casework.subject s on s.matter = m.id
    where m.id = a_matter and m.kind = 'eligibility'
      and (casework.heard_appeal_of(m.id) or exists (
        select 1 from casework.event e where e.matter = m.id and e.type = 'decided' and e.actor = front.me()))
    on conflict (person, kind, reference) do nothing
$$;
revoke execute on function money.charge_subject from public;
grant usage on schema money to evenhand_reviewer;
grant execute on function money.charge_subject to evenhand_reviewer;

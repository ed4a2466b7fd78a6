-- The exam fee falls due when eligibility is granted. Whoever decides enters it without learning whom it is for: the
-- person is filled in behind the wall, as for mail. Only the exam fee that the rules of the matter publish, and only by
-- somebody who decided it or heard the appeal that turned it. Asked twice, it is entered once.
create function money.charge_subject(
  an_id uuid, a_matter uuid, a_fee text, some_cents int, a_currency text, a_reference text
) returns void language sql security definer set search_path = '' as $$
  insert into money.entry (id, person, program, matter, kind, fee, cents, currency, reference)
    select an_id, s.person, m.program, m.id, 'charge', f.fee, f.cents, f.currency, a_reference
    from casework.matter m
    join casework.subject s on s.matter = m.id
    join money.published_fee f on f.rules = m.rules and f.fee = a_fee and f.cents = some_cents and f.currency = a_currency
    where m.id = a_matter and m.kind = 'eligibility' and a_fee = 'exam' and a_reference = 'exam:' || m.id::text
      and (casework.heard_appeal_of(m.id) or exists (
        select 1 from casework.event e where e.matter = m.id and e.type = 'decided' and e.actor = front.me()))
    on conflict (person, kind, reference) do nothing
$$;
revoke execute on function money.charge_subject from public;
grant usage on schema money to evenhand_reviewer;
grant execute on function money.charge_subject to evenhand_reviewer;

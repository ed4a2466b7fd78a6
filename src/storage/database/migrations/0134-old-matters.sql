-- What was claimed and handed in, whom it names, and the key to its lines of the log are kept seven years after the last decision, as
-- every column says, whether or not an account was closed. The findings stay, which name nobody.
create function casework.forget(a_matter uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform ledger.drop_salts(m.label) from casework.matter m where m.id = a_matter;
  update casework.claim set answers = '{}' where matter = a_matter;
  update evidence.attestation_request set supervisor_name = '(erased)', supervisor_email = '(erased)' where matter = a_matter;
  delete from casework.name_reason where matter = a_matter;
  delete from evidence.document where matter = a_matter;
end $$;

-- A matter is old when it is over, and neither it nor an appeal against it has moved since.
create function casework.forget_old(before_day date) returns int language plpgsql security definer set search_path = '' as $$
declare m record; n int := 0;
begin
  for m in
    select x.id from casework.matter x
    cross join lateral (select e.type, e.body, e.at from casework.event e where e.matter = x.id order by e.version desc limit 1) last
    where last.at < before_day
      and (last.type in ('decided', 'withdrawn') or last.type = 'set-aside' and last.body->>'effect' = 'reversed')
      and not exists (select 1 from casework.matter a join casework.event e on e.matter = a.id
        where a.appeal_of = x.id and e.at >= before_day)
      and (exists (select 1 from casework.claim c where c.matter = x.id and c.answers <> '{}')
        or exists (select 1 from evidence.document d where d.matter = x.id)
        or exists (select 1 from ledger.opening o where o.matter = x.id))
  loop
    perform casework.forget(m.id);
    n := n + 1;
  end loop;
  return n;
end $$;

create or replace function people.forget_closed(before_day date, a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare old uuid[];
begin
  select array_agg(c.person) into old from people.closing c where c.forgotten_on is null and c.on_day < before_day
    and not exists (select 1 from casework.subject s join casework.event e on e.matter = s.matter
      where s.person = c.person and e.at >= before_day);
  if old is null then
    return 0;
  end if;
  perform casework.forget(s.matter) from casework.subject s where s.person = any (old);
  update people.person set full_name = '(erased)' where id = any (old);
  update people.closing set forgotten_on = a_day where person = any (old);
  return cardinality(old);
end $$;
revoke execute on function casework.forget, casework.forget_old from public;
grant execute on function casework.forget_old to evenhand_worker;

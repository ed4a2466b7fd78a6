-- A request for erasure closes the account: nobody signs in to it, it has no address, and what was told about oneself is gone. A
-- credential that was signed goes on being checked until it ends, because other people rest on it; what was decided is kept seven
-- years and then loses every name and the key to its line in the log.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table people.closing (
  person uuid primary key references people.person,
  on_day date not null,
  -- Since when the names are gone too.
  forgotten_on date
);
select pg_temp.classed('people.closing', 'personal', 'kept for good: that there was an account, and nothing of whose', array['person','on_day','forgotten_on']);
alter table people.closing enable row level security;
alter table people.closing force row level security;
create policy owner_works on people.closing to current_user using (true) with check (true);

-- What has to come to its end first: others wait for it, or it is about somebody else too.
create function people.in_the_way_of_closing() returns text language sql stable security definer set search_path = '' as $$
  select case
    when exists (select 1 from people.office o where o.person = front.me()) then 'office'
    when exists (select 1 from casework.subject s
      cross join lateral (select e.type, e.body from casework.event e where e.matter = s.matter order by e.version desc limit 1) last
      where s.person = front.me() and not (last.type in ('decided', 'withdrawn') or last.type = 'set-aside' and last.body->>'effect' = 'reversed')) then 'matter'
    when exists (select 1 from exam.sitting s where s.person = front.me()
      and not exists (select 1 from exam.result r where r.sitting = s.id)) then 'exam'
    when exists (select 1 from conduct.party p where p.person = front.me() and p.role = 'respondent'
      and not exists (select 1 from conduct.event e where e.matter = p.matter and e.type = 'closing-told')) then 'complaint'
  end
$$;
create function people.close_account(a_day date) returns text language plpgsql security definer set search_path = '' as $$
declare me uuid := front.me(); why text := people.in_the_way_of_closing();
begin
  if why is not null or me is null or exists (select 1 from people.closing where person = me) then
    return coalesce(why, 'closed');
  end if;
  insert into people.closing (person, on_day) values (me, a_day);
  delete from people.passphrase where person = me;
  delete from front.session where person = me;
  delete from front.draft where person = me;
  delete from evidence.document where person = me and matter is null;
  delete from casework.name_reason r using casework.subject s where s.matter = r.matter and s.person = me;
  insert into register.listing (person, shown) values (me, 'link')
    on conflict (person) do update set shown = 'link', place = null, changed_at = now();
  update register.roster_consent set answer = 'refused', answered_on = a_day where person = me;
  delete from mentoring.offer where person = me;
  delete from mentoring.pair where candidate = me;
  delete from seats.showing w using seats.nomination n where n.id = w.nomination and n.nominee = me;
  update stories.story t set shown_as = null from stories.author a where a.story = t.id and a.person = me and t.shown_as is not null;
  update people.name_change set former = '(erased)' where person = me;
  update people.person set email = 'closed-' || id || '@closed.invalid', former_names = '{}' where id = me;
  return null;
end $$;

-- Nothing is written to whom nothing can reach.
create function post.skip_closed() returns trigger language plpgsql set search_path = '' as $$
begin
  return case when new.to_address like '%@closed.invalid' then null else new end;
end $$;
create trigger skip_closed before insert on post.mail for each row execute function post.skip_closed();

-- Seven years after the account was closed and after the last decision: the name, what was claimed and handed in, and the salts.
create function people.forget_closed(before_day date, a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare old uuid[]; m record;
begin
  select array_agg(c.person) into old from people.closing c where c.forgotten_on is null and c.on_day < before_day
    and not exists (select 1 from casework.subject s join casework.event e on e.matter = s.matter
      where s.person = c.person and e.at >= before_day);
  if old is null then
    return 0;
  end if;
  for m in select x.id, x.label from casework.subject s join casework.matter x on x.id = s.matter where s.person = any (old) loop
    perform ledger.drop_salts(m.label);
    update casework.claim set answers = '{}' where matter = m.id;
    update evidence.attestation_request set supervisor_name = '(erased)', supervisor_email = '(erased)' where matter = m.id;
    delete from evidence.document where matter = m.id;
  end loop;
  update people.person set full_name = '(erased)' where id = any (old);
  update people.closing set forgotten_on = a_day where person = any (old);
  return cardinality(old);
end $$;
revoke execute on function people.in_the_way_of_closing, people.close_account, post.skip_closed, people.forget_closed from public;
grant execute on function people.in_the_way_of_closing, people.close_account to evenhand_candidate;
grant execute on function people.forget_closed to evenhand_worker;

-- Where a name is erased, there is none to sign.
create or replace function register.name_due(a_credential text) returns text
language sql stable security definer set search_path = '' as $$
  select p.full_name from register.credential c join people.person p on p.id = c.person
    join lateral (select k.document from register.copy k where k.credential = c.id order by k.number desc limit 1) k on true
  where c.id = a_credential and (front.me() is null or c.person = front.me())
    and exists (select 1 from people.name_change n where n.person = c.person)
    and not exists (select 1 from people.closing z where z.person = c.person and z.forgotten_on is not null)
    and register.name_in(k.document) is distinct from p.full_name
$$;

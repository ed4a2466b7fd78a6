-- A certification is held once and signed more than once: at the award, for each new term, after a suspension, under a new name.
-- Each copy is a credential of its own, with an address and a place on a list of its own. A copy that no longer counts has its
-- bit set, for good: whoever holds the certification again gets another copy, and nothing public leads from one to the other.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- The lists go on after the first 131,072 places.
alter sequence register.status_sequence no maxvalue;
alter table register.credential add column status_list int not null default 0 check (status_list >= 0);
select pg_temp.classed('register.credential', 'public', 'kept for good: somebody may hold a copy', array['status_list']);
alter table register.credential drop constraint credential_status_index_key;
alter table register.credential add unique (status_list, status_index);

create table register.copy (
  id text primary key check (char_length(id) = 22),
  credential text not null references register.credential,
  -- 0 is the one that was signed at the award.
  number int not null check (number >= 0),
  why text not null check (why in ('award', 'renewal', 'reinstatement', 'name-change')),
  document jsonb not null,
  list int not null check (list >= 0),
  place int not null check (place between 0 and 131071),
  valid_until date not null,
  issued_on date not null,
  issued_at timestamptz not null default now(),
  unique (credential, number),
  unique (list, place)
);
select pg_temp.classed('register.copy', 'public', 'kept for good: somebody may hold it',
  array['id','document','list','place','valid_until','issued_on','issued_at']);
-- Which copies are of one certification is nobody's business: a name may have changed in between.
select pg_temp.classed('register.copy', 'personal', 'kept for good: somebody may hold it', array['credential','number','why']);

-- That a copy counts no more: its bit. The word says why it was set on that day.
create table register.copy_end (
  copy text primary key references register.copy,
  word text not null check (word in ('suspended', 'revoked', 'surrendered', 'superseded', 'retired', 'ended')),
  from_day date not null,
  ended_at timestamptz not null default now()
);
select pg_temp.classed('register.copy_end', 'public', 'kept for good', array['copy','word','from_day','ended_at']);

create function register.never_unset() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'a bit that is set stays set, and a copy that was signed stays as it is' using errcode = 'EH013';
end $$;
create trigger never_unset before update or delete on register.copy_end for each row execute function register.never_unset();
create trigger never_emptied before truncate on register.copy_end for each statement execute function register.never_unset();
create trigger never_moved before delete on register.copy for each row execute function register.never_unset();
create trigger never_moved_place before update of id, credential, number, list, place on register.copy
  for each row execute function register.never_unset();

-- What is there: a paper stood at the address of the award, so the newest is what stands there now.
insert into register.copy (id, credential, number, why, document, list, place, valid_until, issued_on, issued_at)
  select c.id, c.id, 0, 'award', coalesce(p.document, c.document), c.status_list, c.status_index,
    greatest(c.valid_until, p.valid_until), c.issued_at::date, c.issued_at
  from register.credential c
  left join lateral (select x.document, x.valid_until from renewal.paper x where x.credential = c.id order by x.number desc limit 1) p on true;

alter table renewal.not_held drop constraint not_held_why_check;
alter table renewal.not_held add check (why in ('retired', 'ended-after-audit', 'surrendered'));

create or replace function register.last_day(a_credential text) returns date
language sql stable security definer set search_path = '' as $$
  select greatest(c.valid_until, (select max(k.valid_until) from register.copy k where k.credential = c.id))
  from register.credential c where c.id = a_credential
$$;
-- Whoever gave a credential up does not renew it.
create or replace function renewal.is_revoked(a_credential text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.revocation where credential = a_credential)
    or exists (select 1 from conduct.effect where credential = a_credential and kind = 'revocation' and ended_on is null)
    or exists (select 1 from renewal.not_held where credential = a_credential and why = 'surrendered' and until_day is null)
$$;

create function register.end_copies(a_credential text, a_word text, a_day date, but text default null) returns void
language sql security definer set search_path = '' as $$
  insert into register.copy_end (copy, word, from_day)
    select k.id, a_word, a_day from register.copy k where k.credential = a_credential and k.id is distinct from but
    on conflict (copy) do nothing
$$;

create function register.first_copy() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into register.copy (id, credential, number, why, document, list, place, valid_until, issued_on, issued_at)
    values (new.id, new.id, 0, 'award', new.document, new.status_list, new.status_index, new.valid_until, new.issued_at::date, new.issued_at);
  return new;
end $$;
create trigger first_copy after insert on register.credential for each row execute function register.first_copy();

-- A copy of what was taken away or given up is not signed; a newer one takes the place of the older; while a suspension lasts none counts.
create function register.guard_copy() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.number > 0 and renewal.is_revoked(new.credential) then
    raise exception 'no copy of a credential that was revoked or given up' using errcode = 'EH006';
  end if;
  return new;
end $$;
create trigger guard_copy before insert on register.copy for each row execute function register.guard_copy();
create function register.follow_copy() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform register.end_copies(new.credential, 'superseded', new.issued_on, new.id);
  perform register.end_copies(new.credential, 'suspended', new.issued_on) from conduct.effect e
    where e.credential = new.credential and e.kind in ('interim', 'suspension') and e.ended_on is null
      and e.from_day <= new.issued_on and new.issued_on <= e.until_day limit 1;
  return new;
end $$;
create trigger follow_copy after insert on register.copy for each row when (new.number > 0) execute function register.follow_copy();

create function register.follow_revocation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform register.end_copies(new.credential, 'revoked', new.revoked_at::date);
  return new;
end $$;
create trigger follow_revocation after insert on register.revocation for each row execute function register.follow_revocation();

create function register.follow_effect() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform register.end_copies(new.credential, case new.kind when 'revocation' then 'revoked' else 'suspended' end, new.from_day);
  else
    -- Held again: another copy is signed within a moment.
    perform renewal.look_again(new.credential);
  end if;
  return new;
end $$;
create trigger end_copies after insert on conduct.effect for each row
  when (new.kind in ('interim', 'suspension', 'revocation') and new.ended_on is null) execute function register.follow_effect();
create trigger copy_again after update of ended_on on conduct.effect for each row
  when (new.kind in ('interim', 'suspension', 'revocation') and old.ended_on is null and new.ended_on is not null) execute function register.follow_effect();

-- What is not held from its own day on; an end that comes later is followed on its day.
create function register.follow_not_held() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform register.end_copies(new.credential, new.why, new.from_day);
  return new;
end $$;
create trigger end_copies after insert or update of why on renewal.not_held for each row
  when (new.why in ('retired', 'surrendered') and new.until_day is null) execute function register.follow_not_held();

create function register.follow_surrender() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into renewal.not_held (credential, from_day, why)
    select c.id, (new.body->>'on')::date, 'surrendered' from conduct.party p join conduct.matter m on m.id = p.matter
    join register.credential c on c.person = p.person and c.program = m.program
    where p.matter = new.matter and p.role = 'respondent'
    on conflict (credential, from_day) do update set why = 'surrendered', until_day = null;
  return new;
end $$;
create trigger follow_surrender after insert on conduct.event for each row
  when (new.type = 'ended' and new.body->>'how' = 'surrender') execute function register.follow_surrender();

-- Ends whose day has come. The triggers above do it at once where the day is the day of the deed.
create function register.end_due(a_credential text, a_day date) returns void
language sql security definer set search_path = '' as $$
  select register.end_copies(n.credential, case n.why when 'ended-after-audit' then 'ended' else n.why end, n.from_day)
    from renewal.not_held n where n.credential = a_credential and n.from_day <= a_day and (n.until_day is null or a_day <= n.until_day)
$$;

-- What does not count today among what is there already.
do $$
begin
  perform register.end_copies(r.credential, 'revoked', r.revoked_at::date) from register.revocation r;
  perform register.end_copies(e.credential, case e.kind when 'revocation' then 'revoked' else 'suspended' end, e.from_day)
    from conduct.effect e where e.kind in ('interim', 'suspension', 'revocation') and e.ended_on is null
      and (e.kind = 'revocation' or e.until_day >= current_date) order by (e.kind = 'revocation') desc;
  perform register.end_due(n.credential, current_date) from renewal.not_held n;
end $$;

-- One copy by its unguessable address, and all that decides how it stands on a day. Which others there are stays untold: only
-- that there is a newer one.
create function register.standing(asked text, a_day date)
returns table (document jsonb, program text, demonstration boolean, valid_until date, is_newest boolean, ended_on date,
  revoked_on date, reason text, not_held text, not_held_from date, suspended_from date, suspended_until date, interim boolean,
  probation_from date, probation_until date)
language sql stable security definer set search_path = '' as $$
  select k.document, c.program, c.demonstration, k.valid_until, n.number = k.number, x.from_day,
    coalesce(r.revoked_at::date, t.from_day),
    coalesce(r.reason, case when t.from_day is not null then 'A decision about conduct, after the appeal was over.' end),
    h.why, h.from_day, s.from_day, s.until_day, s.kind = 'interim', p.from_day, p.until_day
  from register.copy k join register.credential c on c.id = k.credential
  join lateral (select max(y.number) as number from register.copy y where y.credential = k.credential) n on true
  left join register.copy_end x on x.copy = k.id
  left join register.revocation r on r.credential = c.id
  left join lateral (select e.from_day from conduct.effect e where e.credential = c.id and e.kind = 'revocation'
    and e.ended_on is null order by e.from_day limit 1) t on true
  left join lateral (select y.why, y.from_day from renewal.not_held y where y.credential = c.id
    and y.from_day <= a_day and (y.until_day is null or a_day <= y.until_day) order by y.from_day limit 1) h on true
  left join lateral (select e.kind, e.from_day, e.until_day from conduct.effect e where e.credential = c.id
    and e.kind in ('suspension', 'interim') and e.ended_on is null and e.from_day <= a_day and a_day <= e.until_day
    order by e.kind desc, e.until_day desc limit 1) s on true
  -- Probation leaves a credential good. It is told where a notice tells the public, and nowhere else.
  left join lateral (select o.from_day, o.until_day from conduct.notice o where o.credential = c.id and o.kind = 'probation'
    and o.corrects is null and o.from_day <= a_day and a_day <= o.until_day
    and not exists (select 1 from conduct.notice z where z.corrects = o.id) order by o.until_day desc limit 1) p on true
  where k.id = asked
$$;
-- Somebody goes by another name since that day.
create function register.renamed_since(a_credential text, a_day date) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from register.copy where credential = a_credential and why = 'name-change' and issued_on >= a_day) $$;
-- The notices that stand beside a copy: beside the newest only, and none under a name that is not used any more, so that one
-- name does not lead to another.
create function register.notices_beside(asked text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select o.id from register.copy k join conduct.notice o on o.credential = k.credential
  where k.id = asked and k.number = (select max(y.number) from register.copy y where y.credential = k.credential)
    and not register.renamed_since(k.credential, o.from_day)
$$;
create or replace function conduct.shown_on(a_credential text)
returns table (kind text, from_day date, until_day date)
language sql stable security definer set search_path = '' as $$
  select e.kind, e.from_day, e.until_day from register.copy k join conduct.effect e on e.credential = k.credential
  where k.id = a_credential and k.number = (select max(y.number) from register.copy y where y.credential = k.credential)
    and e.ended_on is null and (e.until_day >= current_date or e.kind = 'revocation')
    and (e.kind <> 'probation' or exists (select 1 from conduct.notice o where o.credential = e.credential and o.matter = e.matter
      and o.kind = 'probation' and o.corrects is null and o.until_day >= current_date))
  order by e.from_day
$$;
-- A notice leads to the newest copy under the name it tells.
create or replace function conduct.notices()
returns table (id uuid, credential text, holder_name text, program text, kind text, provisions jsonb, from_day date, until_day date, words text, corrects uuid)
language sql stable security definer set search_path = '' as $$
  select n.id, case when not register.renamed_since(n.credential, n.from_day) then (select k.id from register.copy k
      where k.credential = n.credential order by k.number desc limit 1) end,
    n.holder_name, n.program, n.kind, n.provisions, n.from_day, n.until_day, n.words, n.corrects
  from conduct.notice n where n.until_day >= current_date order by n.from_day desc, n.id
$$;

drop function register.look_up(text);
drop function register.revoked_places();
drop function register.suspended_places(date);
create function register.look_up(asked text) returns jsonb language sql stable security definer set search_path = '' as
  $$ select document from register.copy where id = asked $$;
-- The bits of one list, worked out from the rows each time.
create function register.set_places(a_list int) returns setof int language sql stable security definer set search_path = '' as
  $$ select k.place from register.copy_end x join register.copy k on k.id = x.copy where k.list = a_list $$;
create function register.count_set(a_list int) returns bigint language sql stable security definer set search_path = '' as
  $$ select count(*) from register.copy_end x join register.copy k on k.id = x.copy where k.list = a_list $$;
create function register.list_exists(a_list int) returns boolean language sql stable security definer set search_path = '' as
  $$ select a_list = 0 or exists (select 1 from register.copy where list = a_list) $$;

create or replace function renewal.to_look_at(a_day date) returns setof text language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  left join lateral (select k.id, max(k.valid_until) over (partition by k.credential) as day from register.copy k where k.credential = c.id
    order by k.number desc limit 1) p on true
  left join lateral (select e.type from renewal.event e where e.credential = c.id order by e.version desc limit 1) last on true
  where not renewal.is_revoked(c.id)
    and ((coalesce(p.day, c.valid_until) between a_day - 500 and a_day + 400 or (last.type is not null and last.type not in ('renewed','late-renewed','returned','reinstated','lapsed','retired',
      'kept-after-audit','end-took-effect','audit-closed','attempt-over'))
      -- An audit goes on when its holder renews.
      or exists (select 1 from renewal.event d where d.credential = c.id and d.type = 'audit-drawn' and (d.body->>'on')::date > a_day - 1100))
    and (last.type is distinct from 'lapsed' or coalesce(p.day, c.valid_until) >= a_day - 130)
    -- Held again, and no copy that counts.
    or exists (select 1 from register.copy_end x where x.copy = p.id) and register.is_good(c.id, a_day))
  order by c.id
$$;
drop table renewal.paper;

alter table register.copy enable row level security;
alter table register.copy force row level security;
create policy owner_works on register.copy to current_user using (true) with check (true);
alter table register.copy_end enable row level security;
alter table register.copy_end force row level security;
create policy owner_works on register.copy_end to current_user using (true) with check (true);
grant select on register.copy, register.copy_end to evenhand_candidate, evenhand_director, evenhand_worker;
create policy candidate_own on register.copy for select to evenhand_candidate using (renewal.is_mine(credential));
create policy candidate_own on register.copy_end for select to evenhand_candidate
  using (exists (select 1 from register.copy k where k.id = copy));
create policy director_sees on register.copy for select to evenhand_director using (true);
create policy director_sees on register.copy_end for select to evenhand_director using (true);
create policy worker_reads on register.copy for select to evenhand_worker using (true);
create policy worker_reads on register.copy_end for select to evenhand_worker using (true);
grant insert (id, credential, number, why, document, list, place, valid_until, issued_on) on register.copy to evenhand_worker;
create policy worker_issues on register.copy for insert to evenhand_worker with check (number > 0);
revoke execute on function register.never_unset, register.end_copies, register.first_copy, register.guard_copy, register.follow_copy,
  register.follow_revocation, register.follow_effect, register.follow_not_held, register.follow_surrender, register.end_due,
  register.standing, register.renamed_since, register.notices_beside, register.look_up, register.set_places, register.count_set,
  register.list_exists from public;
grant execute on function register.look_up, register.standing, register.notices_beside, register.set_places, register.count_set,
  register.list_exists to evenhand_public;
grant execute on function register.end_due, register.is_good to evenhand_worker;

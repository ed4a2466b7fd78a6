-- Ending a term after an audit whose gap was not filled is decided in a matter, blind like every other; its holder is told
-- first, and it takes effect when the appeal is over. An attempt to renew that came to nothing is on record as over.

alter table renewal.event drop constraint event_type_check;
alter table renewal.event add constraint event_type_check check (type in ('opened','attested','renewed','late-renewed','returned',
  'reinstated','not-accepted','more-time-asked','extended','more-time-refused','lapsed','retired','audit-drawn','audit-paused',
  'audit-resumed','audit-answered','audit-decided','made-good','end-announced','end-answered','ended-after-audit',
  'kept-after-audit','end-took-effect','audit-closed','attempt-over','withdrawn','set-aside'));

alter table casework.matter drop constraint matter_kind_check;
alter table casework.matter add constraint matter_kind_check
  check (kind in ('eligibility','accommodation','renewal','more-time','audit','term-end','appeal'));
alter table casework.published_ground drop constraint published_ground_kind_check;
alter table casework.published_ground add constraint published_ground_kind_check check (kind in
  ('eligibility','accommodation','exam-irregularity','exam-result','renewal','more-time','audit','term-end','conduct'));

-- Nobody opens either about themselves, nor takes one back.
drop policy candidate_is_drawn on casework.matter;
create policy candidate_is_drawn on casework.matter as restrictive for insert to evenhand_candidate
  with check (kind not in ('audit', 'term-end'));
create or replace function casework.is_audit(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.matter where id = a_matter and kind in ('audit', 'term-end')) $$;

create or replace function renewal.is_about_renewing(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.matter where id = a_matter and kind in ('renewal', 'more-time', 'audit', 'term-end')) $$;
drop policy worker_renews on casework.matter;
create policy worker_renews on casework.matter for select to evenhand_worker using (kind in ('renewal', 'more-time', 'audit', 'term-end'));
drop policy worker_audits on casework.matter;
create policy worker_audits on casework.matter for insert to evenhand_worker with check (kind in ('audit', 'term-end'));

-- Appeals against a matter: whether one is undecided, and when the last was dismissed.
create function renewal.appeals_against(a_matter uuid) returns table (is_open boolean, dismissed_on date)
language sql stable security definer set search_path = '' as $$
  select coalesce(bool_or(last.type not in ('decided', 'withdrawn')), false),
    max(case when last.type = 'decided' and last.body->>'outcome' = 'not-met' then (last.body->>'on')::date end)
  from casework.matter a
  cross join lateral (select e.type, e.body from casework.event e where e.matter = a.id order by e.version desc limit 1) last
  where a.kind = 'appeal' and a.appeal_of = a_matter
$$;

create function renewal.guard_end() returns trigger language plpgsql security definer set search_path = '' as $$
declare ended renewal.event;
begin
  if new.type in ('ended-after-audit', 'kept-after-audit') then
    if not exists (select 1 from renewal.event a where a.credential = new.credential and a.type = 'end-announced'
        and a.version > (select max(version) from renewal.event d where d.credential = new.credential and d.type = 'audit-drawn')) then
      raise exception 'its holder is told first' using errcode = 'EH010';
    end if;
    if not exists (select 1 from casework.matter m where m.id::text = new.body->>'matter' and m.kind = 'term-end')
      or not renewal.decided_so(new.credential, new.body->>'matter', new.body->>'by',
        case new.type when 'kept-after-audit' then 'met' else 'not-met' end) then
      raise exception 'a named human decides this in its matter' using errcode = 'EH002';
    end if;
    return new;
  end if;
  select e.* into ended from renewal.event e where e.credential = new.credential and e.type = 'ended-after-audit'
    order by e.version desc limit 1;
  if ended.version is null or exists (select 1 from renewal.event s where s.credential = new.credential and s.version > ended.version
      and ((s.type = 'set-aside' and s.body->>'of' = 'term-end') or s.type in ('kept-after-audit', 'end-took-effect'))) then
    raise exception 'nobody has ended this term' using errcode = 'EH002';
  end if;
  if (new.body->>'on')::date <= (ended.body->>'appealUntil')::date
    or (new.body->>'lastDay')::date < (ended.body->>'appealUntil')::date
    or (select is_open from renewal.appeals_against((ended.body->>'matter')::uuid)) then
    raise exception 'nothing takes effect before the appeal is over' using errcode = 'EH010';
  end if;
  return new;
end $$;
create trigger guard_end before insert on renewal.event for each row
  when (new.type in ('ended-after-audit', 'kept-after-audit', 'end-took-effect')) execute function renewal.guard_end();

-- As before, but for the end of a term, which has a guard of its own.
create or replace function renewal.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last_version int; begun int; opened renewal.event; charged bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('renewal ' || new.credential, 0));
  select max(version) into last_version from renewal.event where credential = new.credential;
  if new.version <> coalesce(last_version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  new.actor := front.me();
  if new.type in ('opened','attested','renewed','late-renewed','returned','reinstated','more-time-asked','extended')
    and renewal.is_revoked(new.credential) then
    raise exception 'a revoked credential is not renewed' using errcode = 'EH010';
  end if;
  select coalesce(max(version), 0) into begun from renewal.event
    where credential = new.credential and type in ('renewed','late-renewed','returned','reinstated');
  if new.type in ('renewed','late-renewed','returned','reinstated') then
    select e.* into opened from renewal.event e where e.credential = new.credential and e.type = 'opened'
      and e.version > begun order by e.version desc limit 1;
    if opened.version is null or not exists (select 1 from renewal.event e where e.credential = new.credential
        and e.type = 'attested' and e.version > opened.version) then
      raise exception 'nothing was attested that could be renewed' using errcode = 'EH010';
    end if;
    if opened.body->>'purpose' is distinct from (case new.type when 'renewed' then 'renewal' when 'late-renewed' then 'late'
        when 'returned' then 'return' else 'reinstatement' end) then
      raise exception 'something else was opened' using errcode = 'EH010';
    end if;
    select coalesce(sum(case kind when 'charge' then cents else -cents end), 0) into charged from money.entry
      where kind in ('charge', 'waiver') and split_part(reference, ':', 2) = new.credential
        and split_part(reference, ':', 3) = (begun + 1)::text;
    if charged < (opened.body->>'dueCents')::bigint or renewal.owed(new.credential) > 0 then
      raise exception 'this renewal is not paid' using errcode = 'EH010';
    end if;
    if opened.body->>'promisedBy' is not null
      and not renewal.decided_so(new.credential, opened.body->>'matter', new.body->>'by', 'met') then
      raise exception 'a named human accepts this first' using errcode = 'EH002';
    end if;
  elsif new.type in ('extended', 'not-accepted', 'more-time-refused', 'audit-decided') then
    if not renewal.decided_so(new.credential, new.body->>'matter', new.body->>'by',
        case when new.type = 'extended' or new.body->>'outcome' = 'passed' then 'met' else 'not-met' end) then
      raise exception 'a named human decides this in its matter' using errcode = 'EH002';
    end if;
  elsif new.type = 'withdrawn' then
    if not exists (select 1 from renewal.matter_of o join casework.event e on e.matter = o.matter and e.type = 'withdrawn'
        where o.credential = new.credential and o.matter::text = new.body->>'matter') then
      raise exception 'nobody took this back' using errcode = 'EH010';
    end if;
  elsif new.type = 'set-aside' then
    if not exists (select 1 from renewal.matter_of o join casework.event e on e.matter = o.matter and e.type = 'set-aside'
        where o.credential = new.credential and o.matter::text = new.body->>'matter'
          and e.actor::text = new.body->>'by' and e.body->>'effect' = new.body->>'effect') then
      raise exception 'no appeal has overturned this' using errcode = 'EH002';
    end if;
  elsif new.type = 'audit-drawn' then
    if exists (select 1 from renewal.event e where e.credential = new.credential and e.type = 'audit-drawn' and e.version > begun) then
      raise exception 'a term is drawn once' using errcode = 'EH010';
    end if;
    if begun = 0 then
      raise exception 'nothing was renewed that could be audited' using errcode = 'EH010';
    end if;
  end if;
  return new;
end $$;

create or replace function renewal.follow_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.type = 'retired' then
    insert into renewal.not_held (credential, from_day, why) values (new.credential, (new.body->>'on')::date, 'retired')
      on conflict do nothing;
  elsif new.type = 'end-took-effect' and coalesce((new.body->>'heldAgainFrom')::date > (new.body->>'lastDay')::date + 1, true) then
    insert into renewal.not_held (credential, from_day, until_day, why) values (new.credential, (new.body->>'lastDay')::date + 1,
      (new.body->>'heldAgainFrom')::date - 1, 'ended-after-audit') on conflict do nothing;
  elsif new.type in ('late-renewed', 'returned', 'reinstated') then
    update renewal.not_held set until_day = greatest(from_day, (new.body->'term'->>'from')::date - 1)
      where credential = new.credential and until_day is null;
  end if;
  return new;
end $$;

create or replace function renewal.to_look_at(a_day date) returns setof text language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  left join lateral (select max(x.valid_until) as day from renewal.paper x where x.credential = c.id) p on true
  left join lateral (select e.type from renewal.event e where e.credential = c.id order by e.version desc limit 1) last on true
  where not renewal.is_revoked(c.id)
    and (coalesce(p.day, c.valid_until) between a_day - 500 and a_day + 400 or (last.type is not null and last.type not in ('renewed','late-renewed','returned','reinstated','lapsed','retired',
      'kept-after-audit','end-took-effect','audit-closed','attempt-over'))
      -- An audit goes on when its holder renews.
      or exists (select 1 from renewal.event d where d.credential = c.id and d.type = 'audit-drawn' and (d.body->>'on')::date > a_day - 1100))
    and (last.type is distinct from 'lapsed' or coalesce(p.day, c.valid_until) >= a_day - 130)
  order by c.id
$$;


-- One audit of a credential at a time: whoever is being audited is in no pool. An audit is over when it is passed, made good,
-- or a person ended or kept the term, unless an appeal sent it back since.
create or replace function renewal.may_be_drawn(a_program text) returns setof text language sql stable security definer set search_path = '' as $$
  select c.id from register.credential c
  join lateral (select e.version, e.body from renewal.event e where e.credential = c.id
    and e.type in ('renewed','late-renewed','returned','reinstated') order by e.version desc limit 1) b on true
  where c.program = a_program and b.body->>'route' = 'hours' and not renewal.is_revoked(c.id)
    and not exists (select 1 from renewal.event e where e.credential = c.id and e.type in ('audit-drawn', 'retired') and e.version > b.version)
    and not exists (select 1 from renewal.event d where d.credential = c.id and d.type = 'audit-drawn'
      and d.version = (select max(x.version) from renewal.event x where x.credential = c.id and x.type = 'audit-drawn')
      and not exists (select 1 from renewal.event o where o.credential = c.id and o.version > d.version
        and ((o.type = 'audit-decided' and o.body->>'outcome' = 'passed')
          or (o.type = 'set-aside' and o.body->>'of' = 'audit' and o.body->>'effect' = 'reversed')
          or o.type in ('made-good', 'kept-after-audit', 'end-took-effect', 'audit-closed'))))
  order by c.id
$$;

-- Whoever decides it acts in its matter; a director has no hand in it.
drop policy director_sees on renewal.event;
drop policy director_ends on renewal.event;
revoke all on renewal.event from evenhand_director;
drop policy candidate_acts on renewal.event;
create policy candidate_acts on renewal.event for insert to evenhand_candidate with check (renewal.is_mine(credential)
  and type in ('opened','attested','more-time-asked','retired','audit-answered','audit-paused','audit-resumed','made-good','end-answered'));
drop policy worker_follows on renewal.event;
create policy worker_follows on renewal.event for insert to evenhand_worker with check (type in ('renewed','late-renewed','returned',
  'reinstated','not-accepted','extended','more-time-refused','lapsed','audit-drawn','audit-resumed','audit-decided','end-announced',
  'ended-after-audit','kept-after-audit','end-took-effect','audit-closed','attempt-over','withdrawn','set-aside'));

revoke execute on function renewal.appeals_against, renewal.guard_end from public;
grant execute on function renewal.appeals_against to evenhand_worker;

-- An exam that was taken to renew, and whose result an appeal set aside, is given back with days to take it: also where the
-- term is over meanwhile. Whoever decided so is named in the event, as for every decision; only the worker learns who.

create function renewal.exams_set_aside(a_credential text)
returns table (sitting uuid, matter uuid, decided_by uuid, on_day date)
language sql stable security definer set search_path = '' as $$
  -- By an appeal against the result itself.
  select t.sitting, a.id, d.actor, (d.body->>'on')::date
  from renewal.exam_sitting t join casework.matter a on a.result_of = t.sitting
  join casework.event d on d.matter = a.id and d.type = 'decided' and d.body->>'outcome' = 'met'
  where t.credential = a_credential and d.actor is not null
  union all
  -- By its holder, because an accommodation had been granted too late for it.
  select t.sitting, x.matter, d.actor, x.set_aside_on
  from renewal.exam_sitting t join exam.set_aside_result x on x.sitting = t.sitting
  join lateral (select e.actor from casework.event e where e.matter = x.matter and e.actor is not null
    and ((e.type = 'decided' and e.body->>'outcome' = 'met') or (e.type = 'set-aside' and e.body->>'effect' = 'reversed'))
    order by e.version desc limit 1) d on true
  where t.credential = a_credential
$$;
revoke execute on function renewal.exams_set_aside from public;
grant execute on function renewal.exams_set_aside to evenhand_worker;

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
        case when new.type = 'extended' or new.body->>'outcome' = 'passed' then 'met' else 'not-met' end)
      and not (new.type = 'extended' and exists (select 1 from renewal.exams_set_aside(new.credential) x
        where x.matter::text = new.body->>'matter' and x.decided_by::text = new.body->>'by')) then
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

-- What such an appeal leads to is looked at within a moment.
create function renewal.after_result_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform renewal.look_again(t.credential) from casework.matter a join renewal.exam_sitting t on t.sitting = a.result_of
    where a.id = new.matter;
  return new;
end $$;
create trigger renewal_after_result_appeal after insert on casework.event for each row
  when (new.type = 'decided') execute function renewal.after_result_appeal();
create function renewal.after_set_aside() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform renewal.look_again(t.credential) from renewal.exam_sitting t where t.sitting = new.sitting;
  return new;
end $$;
create trigger renewal_after_set_aside after insert on exam.set_aside_result for each row execute function renewal.after_set_aside();
revoke execute on function renewal.after_result_appeal, renewal.after_set_aside from public;

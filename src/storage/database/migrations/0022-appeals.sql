-- Appeals, each kind of decision with its own closed list of grounds. What the rules refuse, the database refuses too: a
-- ground that is invented or of another kind, an appeal past its limit, a second one beside the first, an effect that
-- does not follow from what was found, a ground left without a reason; and whoever had a part sees nothing of it.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- What the rules of appeal publish; the owner writes it when the program starts. `listed` is the whole criterion as an
-- appeal carries it, so that nobody words a ground anew.
create table casework.published_ground (
  kind text not null check (kind in
    ('eligibility','accommodation','exam-irregularity','exam-result','renewal','audit','conduct')),
  id text not null,
  listed jsonb not null,
  primary key (kind, id)
);
select pg_temp.classed('casework.published_ground', 'public', 'kept for good', array['kind','id','listed']);
create table casework.published_limit (
  program text not null,
  rules text not null,
  kind text not null,
  days int not null check (days > 0),
  zone text not null,
  primary key (program, rules, kind)
);
select pg_temp.classed('casework.published_limit', 'public', 'kept for good', array['program','rules','kind','days','zone']);
alter table casework.published_ground enable row level security;
alter table casework.published_ground force row level security;
alter table casework.published_limit enable row level security;
alter table casework.published_limit force row level security;
create policy owner_works on casework.published_ground to current_user using (true) with check (true);
create policy owner_works on casework.published_limit to current_user using (true) with check (true);

-- The last day on which something can be appealed; null where it cannot be. A result has the last day of the longer of
-- its two kinds here; which ground is still in time on which day is a rule above.
create function casework.appeal_until(an_appeal_of uuid, a_result_of uuid) returns date
language sql stable security definer set search_path = '' as $$
  select (last.body->>'appealUntil')::date
  from casework.matter m
  cross join lateral (select e.type, e.body from casework.event e where e.matter = m.id order by e.version desc limit 1) last
  where m.id = an_appeal_of and m.kind <> 'appeal' and last.type = 'decided' and last.body->>'outcome' = 'not-met'
  union all
  select max((r.scored_at at time zone l.zone)::date + l.days)
  from exam.sitting s join exam.result r on r.sitting = s.id
  join casework.published_limit l on l.program = s.program and l.kind in ('exam-irregularity', 'exam-result')
    and (l.rules = r.report->>'rules' or not exists (select 1 from casework.published_limit x
      where x.program = s.program and x.rules = r.report->>'rules'))
  where s.id = a_result_of and not r.passed
  limit 1
$$;

-- A day of slack, because the body's day may be behind the clock of the database.
create function casework.may_appeal(an_appeal_of uuid, a_result_of uuid, opened_on date) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(
    greatest(opened_on, current_date - 1) <= casework.appeal_until(an_appeal_of, a_result_of), false)
$$;
create policy candidate_appeals_in_time on casework.matter as restrictive for insert to evenhand_candidate
  with check (kind <> 'appeal' or casework.may_appeal(appeal_of, result_of, opened_on));

-- One appeal at a time against one decision. Two at once wait for each other here, and the second finds the first.
create function casework.guard_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Whoever appeals for somebody else is refused by the policies, and learns nothing here.
  if new.kind <> 'appeal'
    or (front.me() is not null and not (casework.is_mine(new.appeal_of) or exam.is_mine(new.result_of))) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('appeals ' || coalesce(new.appeal_of, new.result_of)::text, 0));
  if exists (select 1 from casework.matter a
      where a.kind = 'appeal' and (a.appeal_of = new.appeal_of or a.result_of = new.result_of)
        and not exists (select 1 from casework.event e where e.matter = a.id and e.type = 'withdrawn')
        and not exists (select 1 from casework.event e
          where e.matter = new.appeal_of and e.type = 'set-aside' and e.body->>'appeal' = a.id::text)) then
    raise exception 'an appeal against this has been lodged' using errcode = 'EH007';
  end if;
  return new;
end $$;
create trigger guard_appeal before insert on casework.matter for each row execute function casework.guard_appeal();

-- What a ground leads to, as the appeal carries it; appeals lodged before it was carried go by the list of that time.
create function casework.leads_to(a_criterion jsonb) returns jsonb language sql immutable set search_path = '' as $$
  select coalesce(a_criterion->'leadsTo', case when a_criterion->>'id' in ('evidence-misread', 'rule-misapplied')
    then '["reversed"]'::jsonb else '["decide-again"]'::jsonb end)
$$;

create function casework.guard_appeal_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare m casework.matter; kinds text[]; stated jsonb; found jsonb; effect text;
begin
  select * into m from casework.matter where id = new.matter;
  if new.type = 'opened' and m.kind = 'appeal' then
    select case when m.result_of is null then array[a.kind] else array['exam-irregularity', 'exam-result'] end
      into kinds from (select (select kind from casework.matter where id = m.appeal_of)) a;
    stated := new.body->'criteria';
    if jsonb_typeof(stated) is distinct from 'array' or jsonb_array_length(stated) = 0
      or exists (select 1 from jsonb_array_elements(stated) c where not exists (
        select 1 from casework.published_ground g where g.kind = any (kinds) and g.listed = c.value))
      or new.body->'expression' is distinct from jsonb_build_object('kind', 'any', 'of', (
        select jsonb_agg(jsonb_build_object('kind', 'criterion', 'criterion', c.value->'id') order by c.ordinality)
        from jsonb_array_elements(stated) with ordinality c)) then
      raise exception 'this is not a ground on which this can be appealed' using errcode = 'EH008';
    end if;
  elsif new.type = 'decided' and m.kind = 'appeal' then
    if exists (select 1 from jsonb_array_elements(new.body->'findings') f
        where btrim(coalesce(f.value->>'reason', '')) = '') then
      raise exception 'each ground is answered with a reason, found or not' using errcode = 'EH008';
    end if;
    if (new.body->>'outcome' = 'met') is distinct from (
        select coalesce(bool_or((f.value->>'met')::boolean), false) from jsonb_array_elements(new.body->'findings') f
        join casework.event o on o.matter = new.matter and o.type = 'opened'
        where o.body->'criteria' @> jsonb_build_array(jsonb_build_object('id', f.value->'criterion'))) then
      raise exception 'the outcome of an appeal follows from its grounds' using errcode = 'EH008';
    end if;
  elsif new.type = 'set-aside' then
    select o.body->'criteria', d.body->'findings' into stated, found
      from casework.event o join casework.event d on d.matter = o.matter and d.type = 'decided'
      where o.matter::text = new.body->>'appeal' and o.type = 'opened';
    select case when bool_or(casework.leads_to(c.value) ? 'reversed') then 'reversed' else 'decide-again' end into effect
      from jsonb_array_elements(stated) c
      where exists (select 1 from jsonb_array_elements(found) f
        where f.value->>'criterion' = c.value->>'id' and (f.value->>'met')::boolean);
    if new.body->>'effect' is distinct from effect or new.body->>'outcome' is distinct from 'met' then
      raise exception 'this does not follow from the grounds that were found' using errcode = 'EH008';
    end if;
  end if;
  return new;
end $$;
-- Named so that it runs after guard_event, which says first who may act at all.
create trigger judge_appeal_event before insert on casework.event for each row
  when (new.type in ('opened', 'decided', 'set-aside')) execute function casework.guard_appeal_event();

-- Kept out of an appeal: whoever had a part in the decision, whoever had a part in an earlier appeal against it, and, where
-- an exam result is appealed, whoever had a part in deciding about an accommodation of that person.
create function casework.shut_out_of_appeal(an_appeal uuid) returns void
language sql security definer set search_path = '' as $$
  with a as (select * from casework.matter where id = an_appeal),
  behind as (
    select a.appeal_of as matter from a where a.appeal_of is not null
    union
    select b.id from a join casework.matter b on b.kind = 'appeal' and b.id <> a.id
      and (b.appeal_of = a.appeal_of or b.result_of = a.result_of)
    union
    select n.id from a join exam.sitting s on s.id = a.result_of
      join casework.subject who on who.person = s.person
      join casework.matter n on n.id = who.matter and n.kind = 'accommodation' and n.program = s.program
    union
    select b.id from a join exam.sitting s on s.id = a.result_of
      join casework.subject who on who.person = s.person
      join casework.matter n on n.id = who.matter and n.kind = 'accommodation' and n.program = s.program
      join casework.matter b on b.appeal_of = n.id)
  insert into casework.exclusion (matter, person, why)
    select distinct on (e.actor) an_appeal, e.actor, 'had a part in the decision appealed against'
    from behind join casework.event e on e.matter = behind.matter
    where e.actor is not null and e.type in ('attested','sent-to-review','taken','stepped-aside','decided','set-aside')
    on conflict do nothing
$$;

create or replace function casework.exclude_after_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.type = 'opened' then
    if exists (select 1 from casework.matter where id = new.matter and kind = 'appeal') then
      perform casework.shut_out_of_appeal(new.matter);
    end if;
  elsif new.type in ('attested', 'sent-to-review') then
    insert into casework.exclusion (matter, person, why)
      values (new.matter, new.actor, 'recorded the documents') on conflict do nothing;
  elsif new.type = 'stepped-aside' then
    insert into casework.exclusion (matter, person, why)
      values (new.matter, new.actor, 'stepped aside') on conflict do nothing;
  elsif new.type = 'set-aside' then
    insert into casework.exclusion (matter, person, why)
      select distinct on (e.actor) new.matter, e.actor, 'made the decision that was set aside'
      from casework.event e where e.matter = new.matter and e.type = 'decided' and e.actor is not null
      on conflict do nothing;
  end if;
  return new;
end $$;

-- Whoever had a part sees nothing of the appeal under any office they hold, not even that they are kept out of it.
grant execute on function casework.had_part to evenhand_staff, evenhand_director, evenhand_auditor;
do $$
declare r record;
begin
  for r in select * from (values
    ('matter','clerk','id'), ('subject','clerk','matter'), ('claim','clerk','matter'), ('event','clerk','matter'),
    ('exclusion','clerk','matter'),
    ('matter','staff','id'), ('subject','staff','matter'), ('event','staff','matter'),
    ('matter','director','id'), ('event','director','matter'),
    ('matter','auditor','id'), ('event','auditor','matter'), ('exclusion','auditor','matter')) as x(name, role, key) loop
    execute format('create policy %I on casework.%I as restrictive for select to %I using (not casework.had_part(%I))',
      r.role || '_had_no_part', r.name, 'evenhand_' || r.role, r.key);
  end loop;
end $$;
create policy had_no_part on audit.disclosure_request as restrictive for select to evenhand_director, evenhand_auditor
  using (not casework.had_part(matter));
create policy had_no_part on ledger.opening as restrictive for select to evenhand_auditor
  using (matter is null or not casework.had_part(matter));

-- Money: a charge that is taken back is an entry of its own. The rest of the ledger stays as it was written.
alter table money.entry drop constraint entry_kind_check;
alter table money.entry add constraint entry_kind_check check (kind in ('charge','payment','refund','waiver'));

-- An application of the same person that was filed again while `first` stood refused, where an appeal has turned `first`.
create function casework.filed_again(first uuid, again uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from casework.matter f join casework.subject fs on fs.matter = f.id
    join casework.matter a on a.program = f.program and a.kind = 'eligibility' and a.id <> f.id
    join casework.subject s on s.matter = a.id and s.person = fs.person
    cross join lateral (select min(e.at) as at from casework.event e
      where e.matter = f.id and e.type = 'decided' and e.body->>'outcome' = 'not-met') refused
    cross join lateral (select e.type, e.body, e.at from casework.event e where e.matter = f.id
      order by e.version desc limit 1) last
    join casework.event o on o.matter = a.id and o.type = 'opened'
    where f.id = first and a.id = again and f.kind = 'eligibility'
      and exists (select 1 from casework.event e where e.matter = f.id and e.type = 'set-aside')
      and ((last.type = 'set-aside' and last.body->>'effect' = 'reversed')
        or (last.type = 'decided' and last.body->>'outcome' = 'met'))
      and o.at between refused.at and last.at)
$$;

create function money.take_back_filed_again(a_matter uuid) returns void
language sql security definer set search_path = '' as $$
  insert into money.entry (id, person, program, matter, kind, fee, cents, currency, reference)
    select gen_random_uuid(), c.person, c.program, c.matter, 'waiver', c.fee, c.cents, c.currency, c.reference
    from casework.subject s
    join money.entry c on c.person = s.person and c.kind = 'charge' and c.matter is not null
    where s.matter = a_matter and casework.filed_again(a_matter, c.matter)
      and (casework.heard_appeal_of(a_matter) or exists (
        select 1 from casework.event e where e.matter = a_matter and e.type = 'decided' and e.actor = front.me()))
    on conflict (person, kind, reference) do nothing
$$;

-- As before; and nothing is charged for an application that is one with an earlier one.
create or replace function money.charge_subject(
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
      and not exists (select 1 from casework.subject other
        where other.person = s.person and casework.filed_again(other.matter, m.id))
    on conflict (person, kind, reference) do nothing
$$;

-- A result set aside on request: the exam was taken without an accommodation that an appeal has granted since.
create table exam.set_aside_result (
  sitting uuid primary key references exam.sitting,
  matter uuid not null references casework.matter,
  set_aside_on date not null,
  at timestamptz not null default now()
);
select pg_temp.classed('exam.set_aside_result', 'personal', 'kept 7 years', array['sitting','matter','set_aside_on','at']);
alter table exam.set_aside_result enable row level security;
alter table exam.set_aside_result force row level security;
create policy owner_works on exam.set_aside_result to current_user using (true) with check (true);
grant select on exam.set_aside_result to evenhand_candidate, evenhand_worker;
grant insert (sitting, matter, set_aside_on) on exam.set_aside_result to evenhand_worker;
create policy candidate_own on exam.set_aside_result for select to evenhand_candidate using (exam.is_mine(sitting));
create policy worker_reads on exam.set_aside_result for select to evenhand_worker using (true);
create policy worker_writes on exam.set_aside_result for insert to evenhand_worker with check (true);

-- Not passed, by the same person in the same program, started after the request was first refused and before an appeal
-- turned that.
create function exam.guard_set_aside() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select 1 from exam.sitting s join exam.result r on r.sitting = s.id and not r.passed
    join casework.matter n on n.id = new.matter and n.kind = 'accommodation' and n.program = s.program
    join casework.subject who on who.matter = n.id and who.person = s.person
    cross join lateral (select min(c.at) as at from exam.clock_event c where c.sitting = s.id and c.kind = 'start') started
    cross join lateral (select min(e.at) as at from casework.event e
      where e.matter = n.id and e.type = 'decided' and e.body->>'outcome' = 'not-met') refused
    cross join lateral (select e.type, e.body, e.at from casework.event e where e.matter = n.id
      order by e.version desc limit 1) last
    where s.id = new.sitting and started.at between refused.at and last.at
      and exists (select 1 from casework.event e where e.matter = n.id and e.type = 'set-aside')
      and ((last.type = 'set-aside' and last.body->>'effect' = 'reversed')
        or (last.type = 'decided' and last.body->>'outcome' = 'met'))) then
    raise exception 'nothing entitles to setting this result aside' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_set_aside before insert on exam.set_aside_result for each row execute function exam.guard_set_aside();

revoke execute on function casework.appeal_until, casework.may_appeal, casework.guard_appeal, casework.leads_to,
  casework.guard_appeal_event, casework.shut_out_of_appeal, casework.filed_again, money.take_back_filed_again,
  exam.guard_set_aside from public;
grant execute on function casework.may_appeal to evenhand_candidate;
grant execute on function money.take_back_filed_again to evenhand_reviewer;

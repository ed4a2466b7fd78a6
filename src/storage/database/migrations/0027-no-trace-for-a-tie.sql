-- Whoever has a tie to a matter finds no trace of it anywhere: not in the concern it came from, in what an auditor reads of
-- readings and of the log, in their own old requests for a name, nor among the like cases that stand beside another matter.
-- And whoever read the concern, where names stand, judges nothing of it.

-- The concern behind a matter to which somebody has a tie.
create function conduct.is_tied(a_concern uuid, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.party p join conduct.bar b on b.matter = p.matter and b.person = a_person
    where p.concern = a_concern)
$$;
create or replace function conduct.sees(a_concern uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.concern_access a join conduct.concern c on c.id = a.concern
    where a.concern = a_concern and a.person = front.me() and (a.until is null or a.until > clock_timestamp())
      and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null
      and not conduct.is_tied(c.id, a.person))
$$;
create or replace function conduct.fill_list(a_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from conduct.concern_access a join conduct.concern c on c.id = a.concern
    where c.id = a_concern and (a.until is null or a.until > clock_timestamp())
      and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null
      and not conduct.is_tied(c.id, a.person)) then
    return;
  end if;
  insert into conduct.concern_access (concern, person)
    select a_concern, fit.person from (
      select p.person, conduct.turn_of(c.path, p.person) as turn, min(conduct.turn_of(c.path, p.person)) over () as first
      from conduct.concern c cross join (select distinct o.person from people.office o) p
      where c.id = a_concern and conduct.turn_of(c.path, p.person) is not null
        and not p.person = any (c.concerned) and not conduct.may_name_person(c.who, p.person)
        and not conduct.is_tied(c.id, p.person)
        and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = p.person)) fit
    where fit.turn = fit.first
    on conflict do nothing;
end $$;
create or replace function conduct.list_of(a_concern uuid) returns table (id uuid, full_name text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name from conduct.concern_access a join conduct.concern c on c.id = a.concern
    join people.person p on p.id = a.person
  where a.concern = a_concern and conduct.sees(a_concern) and (a.until is null or a.until > clock_timestamp())
    and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null
    and not conduct.is_tied(c.id, a.person)
  order by p.full_name
$$;
create or replace function conduct.colleagues_on(a_concern uuid) returns table (id uuid, full_name text, may_see boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, conduct.turn_of(c.path, p.id) is not null and not conduct.is_tied(c.id, p.id)
    and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = p.id)
  from conduct.concern c, people.person p
  where c.id = a_concern and conduct.sees(c.id) and p.id <> front.me() and not p.id = any (c.concerned)
    and exists (select 1 from people.office o where o.person = p.id)
  order by p.full_name
$$;

-- A tie to the matter is one to its concerns, and the other way round.
create function conduct.follow_bar() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform conduct.fill_list(p.concern) from conduct.party p where p.matter = new.matter and p.concern is not null;
  return new;
end $$;
create trigger follow_bar after insert on conduct.bar for each row execute function conduct.follow_bar();
create or replace function conduct.follow_party() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.bar (matter, person, why)
    select new.matter, new.person, 'is concerned' where new.person is not null
    union
    select new.matter, a.person, 'has a tie' from conduct.concern_access a
      where a.concern = new.concern and a.until is not null
    union
    select new.matter, unnest(c.concerned), 'is concerned' from conduct.concern c where c.id = new.concern
    on conflict do nothing;
  update conduct.access a set until = now() where a.matter = new.matter and a.role <> 'respondent' and a.until is null
    and exists (select 1 from conduct.bar b where b.matter = a.matter and b.person = a.person);
  return new;
end $$;
create function conduct.follow_step_aside() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.bar (matter, person, why) select p.matter, new.person, 'has a tie' from conduct.party p
    where p.concern = new.concern on conflict do nothing;
  return new;
end $$;
create trigger follow_step_aside after update of until on conduct.concern_access for each row
  when (new.until is not null and old.until is null) execute function conduct.follow_step_aside();

-- Whoever read the concern read names.
create function conduct.read_concern_of(a_matter uuid, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.party p join conduct.concern_access a on a.concern = p.concern and a.person = a_person
    where p.matter = a_matter)
$$;
create or replace function conduct.guard_seat() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if conduct.is_concerned(new.matter, new.person)
    or conduct.read_concern_of(new.matter, new.person)
    or exists (select 1 from conduct.access a where a.matter = new.matter and a.person = new.person and a.role = 'handler')
    or exists (select 1 from conduct.event e where e.matter = new.matter and e.actor = new.person)
    or not exists (select 1 from conduct.pool p where p.person = new.person) then
    raise exception 'this person cannot sit in this matter' using errcode = 'EH003';
  end if;
  return new;
end $$;
create or replace function conduct.pool_for(a_matter uuid)
returns table (person uuid, full_name text, is_public boolean, trained_until date, term_ends date, interests text, conflict boolean)
language sql stable security definer set search_path = '' as $$
  select p.person, h.full_name, p.is_public, p.trained_until, p.term_ends, p.interests,
    conduct.is_concerned(a_matter, p.person) or conduct.read_concern_of(a_matter, p.person)
      or exists (select 1 from conduct.access a where a.matter = a_matter and a.person = p.person and a.role = 'handler')
  from conduct.pool p join people.person h on h.id = p.person
  where conduct.on_list(a_matter, 'handler') order by h.full_name, p.person
$$;

-- The auditor's books, without what the auditor has a tie to.
create function conduct.is_apart_from(a_thing uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from conduct.bar b where b.person = front.me() and b.matter in (
      select a_thing
      union all select l.matter from conduct.letter l where l.id = a_thing
      union all select q.matter from conduct.unmask_request q where q.id = a_thing
      union all select p.matter from conduct.party p where p.concern = a_thing))
    and not exists (select 1 from conduct.concern c where c.id = a_thing and front.me() = any (c.concerned))
$$;
drop policy auditor_reads on conduct.reading;
create policy auditor_reads on conduct.reading for select to evenhand_auditor using (conduct.is_apart_from(about));
create function conduct.is_apart_from_line(a_label text) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from conduct.matter m join conduct.bar b on b.matter = m.id and b.person = front.me() where m.label = a_label)
$$;
create policy apart_from_conduct on ledger.opening as restrictive for select to evenhand_auditor
  using (conduct.is_apart_from_line(plain->>'matter'));

-- A request for a name is seen by whoever asked for as long as they work on the matter.
drop policy own_requests on conduct.unmask_request;
create policy own_requests on conduct.unmask_request for select to evenhand_conduct, evenhand_panel
  using (asked_by = front.me() and (conduct.on_list(matter, 'handler') or conduct.on_list(matter, 'panel')));

-- As before, without the matters to which the reader has a tie.
create or replace function conduct.past_sanctions(a_program text) returns table (provisions text[], kind text, days int)
language sql stable security definer set search_path = '' as $$
  select (select array_agg(distinct a->'provision'->>'number') from conduct.event d
      cross join lateral jsonb_array_elements(d.body->'findings') f
      join conduct.event r on r.matter = m.id and r.type in ('received','joined')
      cross join lateral jsonb_array_elements(r.body->'allegations') a
      where d.matter = m.id and d.type = 'decided' and (f->>'breach')::boolean and a->>'id' = f->>'allegation'),
    e.body->'sanction'->>'kind', ((e.body->'sanction'->>'endsOn')::date - (e.body->>'on')::date)
  from conduct.matter m cross join lateral (select x.body from conduct.event x where x.matter = m.id and x.type = 'took-effect'
    order by x.version desc limit 1) e
  where m.program = a_program and m.about = 'person' and not conduct.is_concerned(m.id, front.me())
    and not exists (select 1 from conduct.event z where z.matter = m.id and z.type = 'appeal-decided' and z.body->>'effect' = 'reversed'
      and z.version > (select max(y.version) from conduct.event y where y.matter = m.id and y.type = 'took-effect'))
$$;

-- The name that a file came with can name anybody; it is no part of what a panel or the respondent reads.
revoke select on conduct.evidence_file from evenhand_panel, evenhand_candidate;
grant select (matter, evidence, which, sha256, media_type, bytes) on conduct.evidence_file to evenhand_panel, evenhand_candidate;

revoke execute on function conduct.is_tied, conduct.follow_bar, conduct.follow_step_aside, conduct.read_concern_of,
  conduct.is_apart_from, conduct.is_apart_from_line from public;
grant execute on function conduct.is_apart_from, conduct.is_apart_from_line to evenhand_auditor;

-- Closes what tests found open below the program. The rules in casework/matter already refuse each of these; from here
-- on the database refuses them too, so that a fault above it cannot open a decision again, sign for somebody else,
-- or set a decision aside that no appeal has overturned.

-- Which event may follow which. `effect` is that of the last event, where it set a decision aside.
create function casework.may_follow(last_type text, effect text, next_type text) returns boolean
language sql immutable set search_path = '' as $$
  select next_type = any (case coalesce(last_type, '')
    when '' then array['opened']
    when 'opened' then array['attested', 'withdrawn']
    when 'attested' then array['attested', 'sent-to-review', 'withdrawn']
    when 'sent-to-review' then array['taken', 'withdrawn']
    when 'stepped-aside' then array['taken', 'withdrawn']
    when 'taken' then array['stepped-aside', 'decided', 'withdrawn']
    when 'decided' then array['set-aside']
    when 'set-aside' then case effect when 'reversed' then array['set-aside'] else array['taken', 'withdrawn'] end
    else array[]::text[] end)
$$;

create or replace function casework.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last casework.event; holder uuid; signed text;
begin
  select e.* into last from casework.event e where e.matter = new.matter order by e.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if not casework.may_follow(last.type, last.body->>'effect', new.type) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  new.actor := front.me();
  signed := case when new.type in ('attested', 'sent-to-review') then new.body->>'clerk'
    when new.type in ('taken', 'stepped-aside', 'decided') then new.body->>'decider' end;
  if new.type not in ('opened', 'withdrawn') and new.actor is null then
    raise exception 'a named human decides' using errcode = 'EH002';
  end if;
  if new.type not in ('opened', 'withdrawn', 'set-aside') and signed is distinct from new.actor::text then
    raise exception 'nobody signs for somebody else' using errcode = 'EH002';
  end if;
  if new.type in ('taken', 'decided')
    and exists (select 1 from casework.exclusion x where x.matter = new.matter and x.person = new.actor) then
    raise exception 'this person is excluded from this matter' using errcode = 'EH003';
  end if;
  if new.type in ('stepped-aside', 'decided') then
    select e.actor into holder from casework.event e
      where e.matter = new.matter and e.type = 'taken' order by e.version desc limit 1;
    if holder is distinct from new.actor then
      raise exception 'only whoever took this matter decides it or steps aside' using errcode = 'EH003';
    end if;
  end if;
  if new.type = 'set-aside' and not casework.overturned_by(new.matter, new.body->>'appeal', new.actor) then
    raise exception 'no appeal has overturned this decision' using errcode = 'EH003';
  end if;
  return new;
end $$;

-- An appeal against this matter that this person decided, that was upheld, and that was not carried out before.
create function casework.overturned_by(a_matter uuid, an_appeal text, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from casework.matter a join casework.event e on e.matter = a.id
      where a.appeal_of = a_matter and a.id::text = an_appeal
        and e.type = 'decided' and e.actor = a_person and e.body->>'outcome' = 'met')
    and not exists (select 1 from casework.event e
      where e.matter = a_matter and e.type = 'set-aside' and e.body->>'appeal' = an_appeal)
$$;

-- Whoever carried out an earlier appeal had a part in the matter too, so a second appeal is heard by others again.
create or replace function casework.exclude_after_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare appealed uuid;
begin
  if new.type = 'opened' then
    select appeal_of into appealed from casework.matter where id = new.matter;
    if appealed is not null then
      insert into casework.exclusion (matter, person, why)
        select distinct on (e.actor) new.matter, e.actor, 'had a part in the decision appealed against'
        from casework.event e where e.matter = appealed and e.actor is not null
          and e.type in ('attested','sent-to-review','taken','stepped-aside','decided','set-aside')
        on conflict do nothing;
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

alter table casework.matter add constraint appeals_are_of_something check ((kind = 'appeal') = (appeal_of is not null));

-- A clerk who is also a candidate does not read what a supervisor answered about them, nor who is excluded from their matter.
drop policy clerk_works on evidence.attestation;
create policy clerk_works on evidence.attestation for select to evenhand_clerk
  using (exists (select 1 from evidence.attestation_request r where r.id = request));
drop policy clerk_works on casework.exclusion;
create policy clerk_works on casework.exclusion for select to evenhand_clerk using (not casework.is_mine(matter));

-- PostgreSQL lets everybody execute every function unless told otherwise. Here nobody may, unless it says so.
alter default privileges revoke execute on functions from public;
revoke execute on all functions in schema people, front, casework, evidence, money, conduct, exam, vault, register, ledger,
  sealed, post, audit from public;
grant execute on function casework.is_mine to evenhand_candidate, evenhand_clerk, evenhand_director;
grant execute on function casework.is_subject to evenhand_clerk, evenhand_staff;
grant execute on function casework.may_decide, casework.heard_appeal_of to evenhand_reviewer;
grant execute on function exam.is_mine, exam.sits, exam.sits_item to evenhand_candidate;

comment on column public.migration.name is 'internal; kept for good';
comment on column public.migration.sha256 is 'internal; kept for good';
comment on column public.migration.ran_at is 'internal; kept for good';

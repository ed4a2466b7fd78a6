-- What plain SQL under a candidate's own role could still do, or a clerk's, is closed here; the chain over the answers
-- of a sitting covers the epoch; a form sent twice is one concern.

-- A sitting says how much time was granted, so the worker writes it, whom nobody can become. A candidate reads theirs.
drop policy candidate_books on exam.sitting;
revoke insert on exam.sitting from evenhand_candidate;
grant insert on exam.sitting to evenhand_worker;
create policy worker_books on exam.sitting for insert to evenhand_worker with check (true);

-- A charge is a fee that the rules of the matter publish, once, for a matter of one's own: no other amount, no other
-- reference. The owner writes what the rules publish when the program starts.
create table money.published_fee (
  rules text not null,
  fee text not null,
  cents int not null check (cents > 0),
  currency text not null,
  primary key (rules, fee)
);
comment on column money.published_fee.rules is 'public; kept for good';
comment on column money.published_fee.fee is 'public; kept for good';
comment on column money.published_fee.cents is 'public; kept for good';
comment on column money.published_fee.currency is 'public; kept for good';
alter table money.published_fee enable row level security;
alter table money.published_fee force row level security;
create policy owner_works on money.published_fee to current_user using (true) with check (true);

create function money.is_published(a_matter uuid, a_program text, a_fee text, an_amount int, a_currency text, a_reference text)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from casework.matter m join casework.subject s on s.matter = m.id
    join money.published_fee f on f.rules = m.rules
    where m.id = a_matter and m.kind = 'eligibility' and s.person = front.me() and m.program = a_program
      and f.fee = a_fee and f.cents = an_amount and f.currency = a_currency and a_reference = f.fee || ':' || m.id::text)
$$;
revoke execute on function money.is_published from public;
grant execute on function money.is_published to evenhand_candidate;
drop policy candidate_owes on money.entry;
create policy candidate_owes on money.entry for insert to evenhand_candidate
  with check (person = front.me() and kind = 'charge' and recorded_by is null
    and money.is_published(matter, program, fee, cents, currency, reference));

-- Whoever had a part in what is appealed against does not prepare the appeal either, and does not see it: what a clerk
-- writes down is what the deciders read.
create function casework.had_part(asked uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from casework.exclusion where matter = asked and person = front.me()
    and why = 'had a part in the decision appealed against')
$$;
revoke execute on function casework.had_part from public;
grant execute on function casework.had_part to evenhand_clerk;
drop policy clerk_works on casework.matter;
create policy clerk_works on casework.matter for select to evenhand_clerk
  using (not casework.is_mine(id) and not casework.had_part(id));
drop policy clerk_works on casework.claim;
create policy clerk_works on casework.claim for select to evenhand_clerk
  using (not casework.is_mine(matter) and not casework.had_part(matter));
drop policy clerk_works on casework.event;
create policy clerk_works on casework.event for select to evenhand_clerk
  using (not casework.is_mine(matter) and not casework.had_part(matter));

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
  if new.type in ('attested', 'sent-to-review') and casework.had_part(new.matter) then
    raise exception 'this person had a part in what is appealed against' using errcode = 'EH003';
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

-- Nobody who works at the desk looks behind a matter about themselves: who acted in it, who asked to see the name.
grant execute on function casework.is_mine to evenhand_staff, evenhand_auditor;
drop policy staff_works on casework.matter;
create policy staff_works on casework.matter for select to evenhand_staff using (not casework.is_mine(id));
drop policy staff_works on casework.event;
create policy staff_works on casework.event for select to evenhand_staff using (not casework.is_mine(matter));
drop policy auditor_reads on casework.matter;
create policy auditor_reads on casework.matter for select to evenhand_auditor using (not casework.is_mine(id));
drop policy auditor_reads on casework.event;
create policy auditor_reads on casework.event for select to evenhand_auditor using (not casework.is_mine(matter));
drop policy auditor_reads on casework.exclusion;
create policy auditor_reads on casework.exclusion for select to evenhand_auditor using (not casework.is_mine(matter));
drop policy auditor_reads on audit.disclosure_request;
create policy auditor_reads on audit.disclosure_request for select to evenhand_auditor using (not casework.is_mine(matter));
drop policy director_sees on audit.disclosure_request;
create policy director_sees on audit.disclosure_request for select to evenhand_director using (not casework.is_mine(matter));
drop policy director_consents on audit.disclosure_answer;
create policy director_consents on audit.disclosure_answer for insert to evenhand_director
  with check (answered_by = front.me() and exists (select 1 from audit.disclosure_request r where r.id = request));

-- A credential follows from a passed exam of the same person and program, whatever the program above believes.
create function register.guard_award() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from exam.sitting s join exam.result r on r.sitting = s.id
      where s.id = new.sitting and s.person = new.person and s.program = new.program and r.passed) then
    raise exception 'no passed exam leads to this credential' using errcode = 'EH006';
  end if;
  return new;
end $$;
revoke execute on function register.guard_award from public;
create trigger guard_award before insert on register.credential for each row execute function register.guard_award();

-- As before, but each hash covers the epoch too: which machine led when an answer was given decides which answer counts.
-- Chains that were begun before this migration keep their old hashes and verify without the epoch.
create or replace function exam.append_answers(a_sitting uuid, a_person uuid, an_epoch int, a_client uuid, events jsonb)
returns table (acknowledged int, current_epoch int, added int)
language plpgsql security definer set search_path = '' as $$
declare l exam.lease; e jsonb; h bytea; s bigint; c int := 0; last_n int := 0; p int; t text;
begin
  select le.* into l from exam.lease le join exam.sitting si on si.id = le.sitting
    where le.sitting = a_sitting and si.person = a_person for update of le;
  if not found then
    raise exception 'no such sitting' using errcode = 'EH004';
  end if;
  h := l.head; s := l.next_seq; p := least(an_epoch, l.epoch);
  for e in select value from jsonb_array_elements(events) loop
    last_n := greatest(last_n, (e->>'n')::int);
    t := p || '|' || a_client::text || '|' || (e->>'n') || '|' || (e->>'item') || '|' || (e->'response')::text;
    insert into exam.answer_event (sitting, client, n, epoch, seq, item, response, client_ms, hash)
      values (a_sitting, a_client, (e->>'n')::int, p, s, e->>'item', e->'response',
        (e->>'ms')::bigint, sha256(h || convert_to(t, 'UTF8')))
      on conflict (sitting, client, n) do nothing;
    if found then
      h := sha256(h || convert_to(t, 'UTF8')); s := s + 1; c := c + 1;
    end if;
  end loop;
  if c > 0 then
    update exam.lease set head = h, next_seq = s where sitting = a_sitting;
  end if;
  return query select last_n, l.epoch, c;
end $$;

-- A form sent twice, even at the same moment, is one concern: its receipt is already there.
create or replace function conduct.raise(an_id uuid, a_label text, a_receipt_hash bytea, an_about text, an_account text, a_contact text)
returns void language sql security definer set search_path = '' as $$
  insert into conduct.concern (id, label, receipt_hash, about, account, contact)
    values (an_id, a_label, a_receipt_hash, an_about, an_account, a_contact) on conflict (receipt_hash) do nothing
$$;

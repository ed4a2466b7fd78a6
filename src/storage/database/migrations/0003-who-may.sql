-- Who may see and do what. Everything not granted here is refused; row-level security narrows what is granted.

do $$
declare t record;
begin
  for t in select schemaname, tablename from pg_tables where schemaname in
    ('people','front','casework','evidence','money','conduct','exam','vault','register','ledger','sealed','post','audit') loop
    execute format('alter table %I.%I enable row level security', t.schemaname, t.tablename);
    execute format('alter table %I.%I force row level security', t.schemaname, t.tablename);
    -- The owner works only through migrations and the security-definer functions above.
    execute format('create policy owner_works on %I.%I to current_user using (true) with check (true)', t.schemaname, t.tablename);
  end loop;
end $$;

grant usage on schema front to evenhand_public, evenhand_candidate, evenhand_clerk, evenhand_reviewer, evenhand_staff,
  evenhand_director, evenhand_auditor, evenhand_worker, evenhand_identify, evenhand_measure;
grant execute on function front.me() to evenhand_public, evenhand_candidate, evenhand_clerk, evenhand_reviewer,
  evenhand_staff, evenhand_director, evenhand_auditor, evenhand_worker;

-- The front door: a stranger can do no more than call these.
create function front.sign_up(a_person uuid, an_email text, a_name text, a_hash text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into people.person (id, email, full_name) values (a_person, lower(an_email), a_name) on conflict (email) do nothing;
  if not found then
    return false;
  end if;
  insert into people.passphrase (person, hash) values (a_person, a_hash);
  return true;
end $$;
create function front.account_of(an_email text) returns table (person uuid, hash text)
language sql stable security definer set search_path = '' as $$
  select p.id, h.hash from people.person p join people.passphrase h on h.person = p.id where p.email = lower(an_email)
$$;
create function front.note_attempt(an_email_hash bytea, it_succeeded boolean) returns void
language sql security definer set search_path = '' as
  $$ insert into front.sign_in_attempt (email_hash, succeeded) values (an_email_hash, it_succeeded) $$;
create function front.failures_since(an_email_hash bytea, since timestamptz) returns int
language sql stable security definer set search_path = '' as
  $$ select count(*)::int from front.sign_in_attempt where email_hash = an_email_hash and at > since and not succeeded $$;
create function front.open_session(a_token_hash bytea, a_person uuid, until timestamptz) returns void
language sql security definer set search_path = '' as
  $$ insert into front.session (token_hash, person, expires_at) values (a_token_hash, a_person, until) $$;
create function front.session_of(a_token_hash bytea, at timestamptz)
returns table (person uuid, full_name text, email text, demonstration boolean, offices text[], expires_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.person, p.full_name, p.email, p.demonstration,
    coalesce((select array_agg(o.office order by o.office) from people.office o where o.person = s.person), '{}'), s.expires_at
  from front.session s join people.person p on p.id = s.person
  where s.token_hash = a_token_hash and s.expires_at > at
$$;
create function front.close_session(a_token_hash bytea) returns void language sql security definer set search_path = '' as
  $$ delete from front.session where token_hash = a_token_hash $$;
create function front.stay(a_token_hash bytea, until timestamptz) returns void language sql security definer set search_path = '' as
  $$ update front.session set expires_at = until where token_hash = a_token_hash $$;
create function front.change_passphrase(a_hash text, kept_token_hash bytea) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update people.passphrase set hash = a_hash, changed_at = now() where person = front.me();
  delete from front.session where person = front.me() and token_hash <> kept_token_hash;
end $$;
create function front.demonstration_people() returns table (person uuid, full_name text, email text, offices text[])
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, p.email,
    coalesce((select array_agg(o.office order by o.office) from people.office o where o.person = p.id), '{}')
  from people.person p where p.demonstration and p.email like '%@desk.larkspur.example'
$$;
revoke execute on function front.sign_up, front.account_of, front.note_attempt, front.failures_since, front.open_session,
  front.session_of, front.close_session, front.stay, front.change_passphrase, front.demonstration_people from public;
grant execute on function front.sign_up, front.account_of, front.note_attempt, front.failures_since, front.open_session,
  front.session_of, front.close_session, front.stay, front.demonstration_people to evenhand_public;
grant execute on function front.change_passphrase to evenhand_candidate;

grant select on front.authorization, front.dimension to evenhand_public, evenhand_candidate, evenhand_clerk,
  evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_auditor, evenhand_worker, evenhand_measure;
create policy all_read on front.authorization for select using (true);
create policy all_read on front.dimension for select using (true);
grant insert on front.dimension to evenhand_director;
create policy director_records on front.dimension for insert to evenhand_director with check (true);

-- What anybody may see: the log, one credential by its address, raising a concern.
grant usage on schema ledger, register, conduct to evenhand_public;
grant select on ledger.entry, ledger.checkpoint to evenhand_public, evenhand_candidate, evenhand_auditor, evenhand_director, evenhand_worker;
create policy all_read on ledger.entry for select using (true);
create policy all_read on ledger.checkpoint for select using (true);
grant execute on function register.look_up, register.revoked_places to evenhand_public, evenhand_candidate, evenhand_director, evenhand_worker;
create function conduct.raise(an_id uuid, a_label text, a_receipt_hash bytea, an_about text, an_account text, a_contact text)
returns void language sql security definer set search_path = '' as $$
  insert into conduct.concern (id, label, receipt_hash, about, account, contact)
    values (an_id, a_label, a_receipt_hash, an_about, an_account, a_contact)
$$;
create function conduct.by_receipt(a_receipt_hash bytea)
returns table (label text, about text, received_at timestamptz, replies jsonb)
language sql stable security definer set search_path = '' as $$
  select c.label, c.about, c.received_at,
    coalesce((select jsonb_agg(jsonb_build_object('byStaff', r.by_staff, 'words', r.words, 'at', r.at) order by r.at)
      from conduct.reply r where r.concern = c.id), '[]')
  from conduct.concern c where c.receipt_hash = a_receipt_hash
$$;
revoke execute on all functions in schema conduct from public;
grant execute on function conduct.raise, conduct.by_receipt to evenhand_public;
create function evidence.request_of(a_token_hash bytea, at timestamptz)
returns table (id uuid, matter uuid, supports text, supervisor_name text, candidate_name text, program text, answered boolean)
language sql stable security definer set search_path = '' as $$
  select r.id, r.matter, r.supports, r.supervisor_name, p.full_name, m.program,
    exists (select 1 from evidence.attestation a where a.request = r.id)
  from evidence.attestation_request r join casework.matter m on m.id = r.matter
    join casework.subject s on s.matter = r.matter join people.person p on p.id = s.person
  where r.token_hash = a_token_hash and r.expires_at > at
$$;
create function evidence.attest(a_token_hash bytea, an_answer jsonb, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into evidence.attestation (request, answers)
    select id, an_answer from evidence.attestation_request where token_hash = a_token_hash and expires_at > at
    on conflict do nothing;
  return found;
end $$;
revoke execute on all functions in schema evidence from public;
grant usage on schema evidence to evenhand_public;
grant execute on function evidence.request_of, evidence.attest to evenhand_public;

-- Candidate: their own, and nobody else's.
grant usage on schema people, casework, evidence, money, exam, register, ledger, post to evenhand_candidate;
grant select on people.person to evenhand_candidate;
grant update (full_name, former_names) on people.person to evenhand_candidate;
create policy candidate_own on people.person for select to evenhand_candidate using (id = front.me());
create policy candidate_own_update on people.person for update to evenhand_candidate using (id = front.me()) with check (id = front.me());
grant select, insert, update, delete on front.draft to evenhand_candidate;
create policy candidate_own on front.draft to evenhand_candidate using (person = front.me()) with check (person = front.me());
grant select, insert on casework.matter, casework.subject, casework.claim to evenhand_candidate;
create policy candidate_own on casework.matter for select to evenhand_candidate using (casework.is_mine(id));
create policy candidate_opens on casework.matter for insert to evenhand_candidate
  with check (appeal_of is null or casework.is_mine(appeal_of));
create policy candidate_own on casework.subject for select to evenhand_candidate using (person = front.me());
create policy candidate_opens on casework.subject for insert to evenhand_candidate with check (person = front.me());
create policy candidate_own on casework.claim for select to evenhand_candidate using (casework.is_mine(matter));
create policy candidate_files on casework.claim for insert to evenhand_candidate with check (casework.is_mine(matter));
grant select (matter, version, type, body, at), insert (matter, version, type, body) on casework.event to evenhand_candidate;
create policy candidate_own on casework.event for select to evenhand_candidate using (casework.is_mine(matter));
create policy candidate_own_acts on casework.event for insert to evenhand_candidate
  with check (casework.is_mine(matter) and type in ('opened','withdrawn'));
grant select on casework.standing to evenhand_candidate;
grant select, insert, delete on evidence.document to evenhand_candidate;
grant update (matter) on evidence.document to evenhand_candidate;
create policy candidate_own on evidence.document for select to evenhand_candidate using (person = front.me());
create policy candidate_uploads on evidence.document for insert to evenhand_candidate
  with check (person = front.me() and (matter is null or casework.is_mine(matter)));
create policy candidate_takes_back on evidence.document for delete to evenhand_candidate using (person = front.me() and matter is null);
create policy candidate_files on evidence.document for update to evenhand_candidate
  using (person = front.me() and matter is null) with check (person = front.me() and casework.is_mine(matter));
grant insert on evidence.attestation_request to evenhand_candidate;
grant select (id, matter, supports, supervisor_name, supervisor_email, asked_at, expires_at) on evidence.attestation_request to evenhand_candidate;
create policy candidate_own on evidence.attestation_request for select to evenhand_candidate using (casework.is_mine(matter));
create policy candidate_asks on evidence.attestation_request for insert to evenhand_candidate with check (casework.is_mine(matter));
grant select (request, answered_at) on evidence.attestation to evenhand_candidate;
create policy candidate_own on evidence.attestation for select to evenhand_candidate
  using (exists (select 1 from evidence.attestation_request r where r.id = request and casework.is_mine(r.matter)));
grant select, insert on money.entry to evenhand_candidate;
create policy candidate_own on money.entry for select to evenhand_candidate using (person = front.me());
create policy candidate_owes on money.entry for insert to evenhand_candidate
  with check (person = front.me() and kind = 'charge' and recorded_by is null);
grant select on exam.sitting, exam.form, exam.form_item, exam.item, exam.clock_event, exam.result, exam.current_answer to evenhand_candidate;
grant select (sitting, client, n, epoch, seq, item, response, client_ms, server_at) on exam.answer_event to evenhand_candidate;
grant select (sitting, epoch) on exam.lease to evenhand_candidate;
grant insert on exam.sitting to evenhand_candidate;
create function exam.is_mine(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from exam.sitting where id = asked and person = front.me()) $$;
create function exam.sits(asked_form text) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from exam.sitting where form = asked_form and person = front.me()) $$;
create function exam.sits_item(asked_item text, asked_version int) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from exam.sitting s join exam.form_item f on f.form = s.form
     where s.person = front.me() and f.item = asked_item and f.version = asked_version) $$;
create policy candidate_own on exam.sitting for select to evenhand_candidate using (person = front.me());
create policy candidate_books on exam.sitting for insert to evenhand_candidate with check (person = front.me());
create policy candidate_offered on exam.form for select to evenhand_candidate using (true);
create policy candidate_own on exam.form_item for select to evenhand_candidate using (exam.sits(form));
create policy candidate_own on exam.item for select to evenhand_candidate using (exam.sits_item(id, version));
create policy candidate_own on exam.lease for select to evenhand_candidate using (exam.is_mine(sitting));
create policy candidate_own on exam.clock_event for select to evenhand_candidate using (exam.is_mine(sitting));
create policy candidate_own on exam.answer_event for select to evenhand_candidate using (exam.is_mine(sitting));
create policy candidate_own on exam.result for select to evenhand_candidate using (exam.is_mine(sitting));
create function exam.lease_for_sitting() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into exam.lease (sitting) values (new.id);
  return new;
end $$;
create trigger lease_for_sitting after insert on exam.sitting for each row execute function exam.lease_for_sitting();
grant select on register.credential, register.revocation to evenhand_candidate;
create policy candidate_own on register.credential for select to evenhand_candidate using (person = front.me());
create policy candidate_own on register.revocation for select to evenhand_candidate
  using (exists (select 1 from register.credential c where c.id = credential));
grant select on ledger.opening to evenhand_candidate;
create policy candidate_own on ledger.opening for select to evenhand_candidate using (
  (matter is not null and casework.is_mine(matter))
  or (credential is not null and exists (select 1 from register.credential c where c.id = ledger.opening.credential)));
grant insert on post.mail to evenhand_candidate, evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_public, evenhand_worker;
grant usage on schema post to evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_public, evenhand_worker;
create policy queue on post.mail for insert with check (true);

-- To tell a person an outcome without learning who it is: the address is filled in behind the wall.
create function post.tell_subject(an_id uuid, a_matter uuid, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_body
    from casework.subject s join people.person p on p.id = s.person where s.matter = a_matter
$$;
revoke execute on function post.tell_subject from public;
grant execute on function post.tell_subject to evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_worker, evenhand_candidate;

-- Clerk: documents and names, in order to attest facts; decides nothing.
grant usage on schema people, casework, evidence to evenhand_clerk;
grant select on people.person, casework.matter, casework.subject, casework.claim, casework.standing, evidence.document,
  evidence.attestation, evidence.attestation_request, casework.exclusion to evenhand_clerk;
grant select (matter, version, type, body, at), insert (matter, version, type, body) on casework.event to evenhand_clerk;
create function casework.is_subject(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.subject where person = asked) $$;
create policy clerk_concerned on people.person for select to evenhand_clerk using (casework.is_subject(id));
create policy clerk_works on casework.matter for select to evenhand_clerk using (not casework.is_mine(id));
create policy clerk_works on casework.subject for select to evenhand_clerk using (person <> front.me());
create policy clerk_works on casework.claim for select to evenhand_clerk using (not casework.is_mine(matter));
create policy clerk_works on casework.event for select to evenhand_clerk using (not casework.is_mine(matter));
create policy clerk_works on casework.exclusion for select to evenhand_clerk using (true);
create policy clerk_attests on casework.event for insert to evenhand_clerk
  with check (type in ('attested','sent-to-review') and not casework.is_mine(matter));
create policy clerk_works on evidence.document for select to evenhand_clerk using (matter is not null and person <> front.me());
create policy clerk_works on evidence.attestation_request for select to evenhand_clerk using (not casework.is_mine(matter));
create policy clerk_works on evidence.attestation for select to evenhand_clerk using (true);

-- Reviewer: facts, never the person. No grant on people, subject, claim, document or the sealed schema.
grant usage on schema casework, audit to evenhand_reviewer;
grant select on casework.matter, casework.standing to evenhand_reviewer;
grant select (matter, version, type, body, at), insert (matter, version, type, body) on casework.event to evenhand_reviewer;
create policy reviewer_decides on casework.matter for select to evenhand_reviewer using (casework.may_decide(id) or casework.heard_appeal_of(id));
create policy reviewer_decides on casework.event for select to evenhand_reviewer using (casework.may_decide(matter) or casework.heard_appeal_of(matter));
create policy reviewer_acts on casework.event for insert to evenhand_reviewer with check (
  (type in ('taken','decided') and casework.may_decide(matter)) or type = 'stepped-aside'
  or (type = 'set-aside' and casework.heard_appeal_of(matter)));
create function casework.record_under_appeal(an_appeal uuid)
returns table (version int, type text, body jsonb, at timestamptz)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, e.body, e.at from casework.matter a join casework.event e on e.matter = a.appeal_of
  where a.id = an_appeal and (casework.may_decide(an_appeal)) order by e.version
$$;
revoke execute on function casework.record_under_appeal from public;
grant execute on function casework.record_under_appeal to evenhand_reviewer, evenhand_director, evenhand_auditor;
grant select, insert on audit.disclosure_request to evenhand_reviewer;
grant select on audit.disclosure_answer to evenhand_reviewer;
create policy reviewer_asks on audit.disclosure_request for insert to evenhand_reviewer with check (asked_by = front.me());
create policy reviewer_own on audit.disclosure_request for select to evenhand_reviewer using (asked_by = front.me());
create policy reviewer_own on audit.disclosure_answer for select to evenhand_reviewer
  using (exists (select 1 from audit.disclosure_request r where r.id = request and r.asked_by = front.me()));
revoke execute on function audit.show_identity from public;
grant execute on function audit.show_identity to evenhand_reviewer;
grant usage on schema ledger to evenhand_reviewer, evenhand_director, evenhand_worker, evenhand_auditor;
grant execute on function ledger.append to evenhand_reviewer, evenhand_director, evenhand_worker;

-- Staff: keeps the desk running; sees who is waiting and for how long, records payments, answers concerns. Decides nothing.
grant usage on schema people, casework, money, conduct, evidence to evenhand_staff;
grant select on people.person, casework.matter, casework.subject, casework.standing, money.entry, conduct.concern, conduct.reply to evenhand_staff;
grant select (matter, version, type, body, at) on casework.event to evenhand_staff;
grant insert on money.entry, conduct.reply to evenhand_staff;
create policy staff_works on people.person for select to evenhand_staff using (casework.is_subject(id) or id = front.me());
create policy staff_works on casework.matter for select to evenhand_staff using (true);
create policy staff_works on casework.subject for select to evenhand_staff using (true);
create policy staff_works on casework.event for select to evenhand_staff using (type in ('opened','sent-to-review','taken','stepped-aside','decided','withdrawn','set-aside','attested'));
create policy staff_works on money.entry for select to evenhand_staff using (true);
create policy staff_records on money.entry for insert to evenhand_staff with check (kind in ('payment','refund') and recorded_by = front.me() and person <> front.me());
create policy staff_works on conduct.concern for select to evenhand_staff using (true);
create policy staff_works on conduct.reply for select to evenhand_staff using (true);
create policy staff_answers on conduct.reply for insert to evenhand_staff with check (by_staff and author = front.me());

-- Director: consents to disclosures, revokes credentials, sees protected statistics.
grant usage on schema people, casework, register, audit, exam to evenhand_director;
grant select on casework.matter, casework.standing, register.credential, register.revocation, audit.disclosure_request,
  audit.disclosure_answer, audit.disclosure to evenhand_director;
grant select (matter, version, type, body, at) on casework.event to evenhand_director;
grant insert on register.revocation, audit.disclosure_answer to evenhand_director;
create policy director_sees on casework.matter for select to evenhand_director using (not casework.is_mine(id));
create policy director_sees on casework.event for select to evenhand_director using (not casework.is_mine(matter));
create policy director_sees on register.credential for select to evenhand_director using (true);
create policy director_sees on register.revocation for select to evenhand_director using (true);
create policy director_revokes on register.revocation for insert to evenhand_director with check (revoked_by = front.me());
create policy director_sees on audit.disclosure_request for select to evenhand_director using (true);
create policy director_sees on audit.disclosure_answer for select to evenhand_director using (true);
create policy director_sees on audit.disclosure for select to evenhand_director using (true);
create policy director_consents on audit.disclosure_answer for insert to evenhand_director with check (answered_by = front.me());

-- Auditor: reads how it was decided, who acted and who looked; writes nothing, reads no name, no document, nothing sealed.
grant usage on schema casework, audit, register, ledger, people to evenhand_auditor;
grant select on casework.matter, casework.event, casework.exclusion, casework.standing, audit.disclosure_request,
  audit.disclosure_answer, audit.disclosure, register.revocation to evenhand_auditor;
grant select (place, matter, credential, plain) on ledger.opening to evenhand_auditor;
create policy auditor_reads on casework.matter for select to evenhand_auditor using (true);
create policy auditor_reads on casework.event for select to evenhand_auditor using (true);
create policy auditor_reads on casework.exclusion for select to evenhand_auditor using (true);
create policy auditor_reads on audit.disclosure_request for select to evenhand_auditor using (true);
create policy auditor_reads on audit.disclosure_answer for select to evenhand_auditor using (true);
create policy auditor_reads on audit.disclosure for select to evenhand_auditor using (true);
create policy auditor_reads on register.revocation for select to evenhand_auditor using (true);
create policy auditor_reads on ledger.opening for select to evenhand_auditor using (true);

-- Worker: mail, the log's signature, the exam's journal and scoring, the issuing of credentials.
grant usage on schema people, casework, exam, vault, register, post, evidence, money to evenhand_worker;
grant select on people.person, post.mail, post.delivery, exam.item, exam.form, exam.form_item, exam.sitting, exam.lease,
  exam.clock_event, exam.answer_event, exam.current_answer, exam.result, exam.scored_response, vault.item_key, register.credential, register.revocation,
  exam.heartbeat to evenhand_worker;
grant insert on post.delivery, exam.clock_event, exam.result, exam.scored_response, register.credential, ledger.checkpoint, exam.heartbeat to evenhand_worker;
grant update on exam.heartbeat to evenhand_worker;
grant usage on sequence register.status_sequence to evenhand_worker;
grant execute on function exam.append_answers, exam.lead to evenhand_worker;
do $$
declare t text;
begin
  foreach t in array array['people.person','post.mail','post.delivery','exam.item','exam.form','exam.form_item','exam.sitting',
    'exam.lease','exam.clock_event','exam.answer_event','exam.result','exam.scored_response','vault.item_key','register.credential',
    'register.revocation','exam.heartbeat'] loop
    execute format('create policy worker_reads on %s for select to evenhand_worker using (true)', t);
  end loop;
  foreach t in array array['post.delivery','exam.clock_event','exam.result','exam.scored_response','register.credential',
    'ledger.checkpoint','exam.heartbeat'] loop
    execute format('create policy worker_writes on %s for insert to evenhand_worker with check (true)', t);
  end loop;
end $$;
create policy worker_beats on exam.heartbeat for update to evenhand_worker using (true) with check (true);

-- Identify: may write answers and erase them, and read nothing.
grant usage on schema sealed to evenhand_identify, evenhand_measure;
grant execute on function sealed.record, sealed.erase to evenhand_identify;

-- Measure: outcomes and answers meet here and nowhere else, under pseudonyms.
grant select on sealed.answer to evenhand_measure;
create policy measure_measures on sealed.answer for select to evenhand_measure using (true);
grant usage on schema casework, exam, register to evenhand_measure;
create view casework.outcome as
  select s.person, m.id as matter, m.kind, m.program, m.opened_on, m.promised_by, last.type as last_event,
    decided.body->>'outcome' as outcome, decided.actor as decider, closed.at as closed_at
  from casework.matter m join casework.subject s on s.matter = m.id
  cross join lateral (select e.type from casework.event e where e.matter = m.id order by e.version desc limit 1) last
  left join lateral (select e.body, e.actor from casework.event e where e.matter = m.id and e.type = 'decided'
    order by e.version desc limit 1) decided on true
  left join lateral (select e.at from casework.event e where e.matter = m.id and e.type in ('decided','withdrawn')
    order by e.version limit 1) closed on true;
create view exam.outcome as
  select s.person, s.id as sitting, s.program, s.form, r.passed, r.scored_at from exam.sitting s join exam.result r on r.sitting = s.id;
create view exam.outcome_response as
  select s.person, s.id as sitting, s.form, x.item, x.answered, x.is_right
  from exam.scored_response x join exam.sitting s on s.id = x.sitting;
grant select on casework.outcome, exam.outcome, exam.outcome_response to evenhand_measure;

-- Work that outlives a request is queued in the same transaction: a mail, a new entry of the log.
create function post.enqueue_mail() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('send-mail', json_build_object('mail', new.id), max_attempts := 10);
  return new;
end $$;
create trigger enqueue_mail after insert on post.mail for each row execute function post.enqueue_mail();
create function ledger.enqueue_publication() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('publish-log', '{}'::json, job_key := 'publish-log');
  return new;
end $$;
create trigger enqueue_publication after insert on ledger.entry for each statement execute function ledger.enqueue_publication();

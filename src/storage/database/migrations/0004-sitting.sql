-- What a running exam needs beyond its tables: one lock a sitting, an epoch nobody can make up, and measurements that
-- do not count an exam nobody could score as one that was failed.

-- Whoever holds a sitting keeps answers from being added until the transaction ends: what is read then is all there is.
create function exam.hold(a_sitting uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from exam.lease where sitting = a_sitting for update;
  return found;
end $$;
revoke execute on function exam.hold from public;
grant execute on function exam.hold to evenhand_worker;

-- As before, but an epoch above the leading one is taken for the leading one: a page cannot promote itself.
create or replace function exam.append_answers(a_sitting uuid, a_person uuid, an_epoch int, a_client uuid, events jsonb)
returns table (acknowledged int, current_epoch int, added int)
language plpgsql security definer set search_path = '' as $$
declare l exam.lease; e jsonb; h bytea; s bigint; c int := 0; last_n int := 0; t text;
begin
  select le.* into l from exam.lease le join exam.sitting si on si.id = le.sitting
    where le.sitting = a_sitting and si.person = a_person for update of le;
  if not found then
    raise exception 'no such sitting' using errcode = 'EH004';
  end if;
  h := l.head; s := l.next_seq;
  for e in select value from jsonb_array_elements(events) loop
    last_n := greatest(last_n, (e->>'n')::int);
    t := a_client::text || '|' || (e->>'n') || '|' || (e->>'item') || '|' || (e->'response')::text;
    insert into exam.answer_event (sitting, client, n, epoch, seq, item, response, client_ms, hash)
      values (a_sitting, a_client, (e->>'n')::int, least(an_epoch, l.epoch), s, e->>'item', e->'response',
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

-- Started and not handed in, and handed in without a result: asked every few seconds by the worker.
create index on exam.clock_event (kind, sitting);

create or replace view exam.outcome as
  select s.person, s.id as sitting, s.program, s.form, r.passed, r.scored_at
  from exam.sitting s join exam.result r on r.sitting = s.id
  where r.report #>> '{score,outcome}' is distinct from 'not-scorable';
create or replace view exam.outcome_response as
  select s.person, s.id as sitting, s.form, x.item, x.answered, x.is_right
  from exam.scored_response x join exam.sitting s on s.id = x.sitting join exam.result r on r.sitting = s.id
  where r.report #>> '{score,outcome}' is distinct from 'not-scorable';

-- The line that a result leaves in the decision log names the sitting; whoever sat it may open it.
create policy candidate_own_result on ledger.opening for select to evenhand_candidate
  using (matter is null and credential is null
    and exists (select 1 from exam.sitting s where s.id::text = plain ->> 'matter' and s.person = front.me()));

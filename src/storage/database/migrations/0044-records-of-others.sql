-- Records that a third party keeps are asked for as an act of the investigation. Who was asked stands with those concerned,
-- for whoever handles the matter; the event has a label, the kind of holder and words that name nobody. A request is
-- answered, runs past its day, or is closed with a reason, before gathering ends.

alter table conduct.party drop constraint party_role_check;
alter table conduct.party add constraint party_role_check check (role in ('respondent','complainant','witness','holder'));
-- A third party is nobody concerned: it has no account, no language of its own and no place on any list.
alter table conduct.party add constraint party_holder_check check (role <> 'holder'
  or (person is null and full_name is not null and contact is not null));

-- How a request stands: asked before this event, and neither answered, nor past its day, nor closed.
create function conduct.request_is_open(a_matter uuid, a_holder text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.event e where e.matter = a_matter and e.type = 'records-asked' and e.body->>'holder' = a_holder)
    and not exists (select 1 from conduct.event e where e.matter = a_matter
      and e.type in ('records-answered','records-overdue','records-closed') and e.body->>'holder' = a_holder)
$$;
create function conduct.guard_records_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare subject conduct.party; holder text := new.body->>'holder';
begin
  case new.type
    when 'records-asked' then
      if not exists (select 1 from conduct.party p where p.matter = new.matter and p.key = holder and p.role = 'holder')
        or exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'records-asked' and e.body->>'holder' = holder) then
        raise exception 'each request is to one holder who is known by name' using errcode = 'EH005';
      end if;
      if coalesce((new.body->>'answerUntil')::date < (new.body->>'on')::date + 14, true) then
        raise exception 'whoever keeps records has two weeks' using errcode = 'EH005';
      end if;
      if new.body ? 'subject' then
        select p.* into subject from conduct.party p where p.matter = new.matter and p.key = new.body->>'subject';
        if subject.role is null or subject.role not in ('respondent','complainant') or subject.naming is not distinct from 'anonymous'
          or coalesce(not (new.body->'basis'->>'kind' = 'consent' and (new.body->'basis'->>'given')::date <= (new.body->>'on')::date
            or new.body->'basis'->>'kind' = 'rule' and subject.role = 'respondent' and trim(new.body->'basis'->>'words') <> ''), true) then
          raise exception 'nobody is named to a third party without consent or a rule' using errcode = 'EH005';
        end if;
      end if;
    when 'records-answered' then
      if not exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'records-asked' and e.body->>'holder' = holder)
        or exists (select 1 from conduct.event e where e.matter = new.matter and e.type in ('records-answered','records-closed')
          and e.body->>'holder' = holder)
        or coalesce(new.body->>'how' not in ('received','refused','not-held') or trim(new.body->>'reason') = '', true) then
        raise exception 'a holder who was asked answers once, with a reason' using errcode = 'EH005';
      end if;
    when 'records-overdue' then
      if not conduct.request_is_open(new.matter, holder) or not exists (select 1 from conduct.event e where e.matter = new.matter
          and e.type = 'records-asked' and e.body->>'holder' = holder and (e.body->>'answerUntil')::date < (new.body->>'on')::date) then
        raise exception 'the day for this request has not passed' using errcode = 'EH005';
      end if;
    when 'records-closed' then
      if not conduct.request_is_open(new.matter, holder) or coalesce(trim(new.body->>'reason') = '', true) then
        raise exception 'only an open request is closed, with a reason' using errcode = 'EH005';
      end if;
    when 'evidence-added' then
      if new.body ? 'holder' and not exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'records-answered'
          and e.body->>'holder' = holder and e.body->>'how' = 'received') then
        raise exception 'this holder sent nothing' using errcode = 'EH005';
      end if;
    else
      if exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'records-asked'
          and conduct.request_is_open(new.matter, e.body->>'holder')) then
        raise exception 'gathering does not end while a request is open' using errcode = 'EH005';
      end if;
  end case;
  return new;
end $$;
-- Named so that it runs after guard_event, which keeps the order of events.
create trigger guard_records_event before insert on conduct.event for each row
  when (new.type in ('records-asked','records-answered','records-overdue','records-closed','evidence-added','investigation-closed'))
  execute function conduct.guard_records_event();

drop policy handlers_act on conduct.event;
create policy handlers_act on conduct.event for insert to evenhand_conduct with check (conduct.on_list(matter, 'handler') and type in
  ('received','joined','screened','draw-committed','panel-seated','member-left','notice-given','response-closed','evidence-added','copy-added',
   'evidence-handed','disclosed','investigation-closed','hearing-noticed','took-effect','published','corrected','condition-checked','went-on',
   'dropped','interim-suspended','stayed','stay-lifted','reopened','ended','extended','redelivered','closing-told','promise-broken',
   'appeal-time-passed','responded','witness-invited','records-asked','records-answered','records-overdue','records-closed'));
drop policy worker_notes_time on conduct.event;
create policy worker_notes_time on conduct.event for insert to evenhand_worker
  with check (type in ('promise-broken','appeal-time-passed','records-overdue'));

-- Both sides learn that records were asked for and what came of it. The respondent reads of which kind the holder is and
-- what was asked; not its name, whose records they are, why, or where the answer goes. What came is shown as other evidence is.
create or replace function conduct.shown_to_respondent(a_matter uuid) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, case when e.type = 'records-asked'
      then e.body - 'by' - 'subject' - 'basis' - 'reason' - 'answerTo'
      else e.body - 'hopes' - 'naming' - 'complaint' - 'by' - 'pool' - 'seed' - 'members' - 'person' end
  from conduct.event e
  where e.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and e.type not in ('screened','screening-appealed','screening-appeal-decided','withdrawn','closing-told','evidence-handed','copy-added',
      'draw-committed','witness-invited','witness-answered')
    and (e.type <> 'evidence-added' or e.body->>'id' in (select conduct.shown_evidence(a_matter)))
    and not (e.type in ('promise-broken','extended') and e.body->>'to' = 'complainant')
  order by e.version
$$;
create or replace function conduct.shown_to_complainant(a_receipt_hash bytea) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, case
      when e.type = 'screened' then jsonb_build_object('on', e.body->'on', 'answers', e.body->'answers')
      when e.type = 'screening-appeal-decided' then e.body - 'by'
      when e.type = 'closing-told' then e.body - 'by'
      when e.type in ('extended','promise-broken') then e.body - 'by'
      when e.type = 'published' then e.body - 'by'
      else jsonb_build_object('on', e.body->'on') end
  from conduct.complaint_of(a_receipt_hash) c join conduct.event e on e.matter = c.matter
  where (e.type in ('received','screened','notice-given','investigation-closed','reviewed','heard','decided','appealed','appeal-decided',
      'published','dropped','stayed','stay-lifted','reopened','ended','screening-appealed','screening-appeal-decided',
      'records-asked','records-answered','records-overdue','records-closed')
    or (e.type in ('closing-told','joined','withdrawn') and e.body->>'complaint' = c.key)
    or (e.type in ('extended','promise-broken') and e.body->>'to' = 'complainant'))
  order by e.version
$$;
create or replace function conduct.without_words(a_value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(a_value) = 'object' then
    return coalesce((select jsonb_object_agg(k, case
        when k in ('words','statement','reason','summary','hopes','source','transcript','mayBring','remedy','what','departure','answerTo') and jsonb_typeof(v) = 'string' then '"(erased)"'::jsonb
        when k in ('conditions','aggravating','mitigating','accommodations','asked') then '[]'::jsonb
        else conduct.without_words(v) end) from jsonb_each(a_value) as each (k, v)), '{}'::jsonb);
  elsif jsonb_typeof(a_value) = 'array' then
    return coalesce((select jsonb_agg(conduct.without_words(v) order by place) from jsonb_array_elements(a_value) with ordinality as one (v, place)), '[]'::jsonb);
  end if;
  return a_value;
end $$;
revoke execute on function conduct.request_is_open, conduct.guard_records_event from public;

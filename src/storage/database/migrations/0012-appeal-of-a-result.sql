-- An appeal is against a decision on a matter or against the result of a sitting, and only against one's own.
alter table casework.matter add column result_of uuid references exam.sitting;
comment on column casework.matter.result_of is 'internal; kept 7 years after the last decision';
create index on casework.matter (result_of) where result_of is not null;
alter table casework.matter drop constraint appeals_are_of_something;
alter table casework.matter add constraint appeals_are_of_something
  check ((kind = 'appeal') = (num_nonnulls(appeal_of, result_of) = 1) and num_nonnulls(appeal_of, result_of) <= 1);
create policy candidate_appeals_own_result on casework.matter as restrictive for insert to evenhand_candidate
  with check (result_of is null or exam.is_mine(result_of));

create or replace view casework.standing with (security_invoker = true) as
  select m.id, m.label, m.kind, m.program, m.rules, m.opened_on, m.promised_by, m.appeal_of, e.version, e.at as since,
    case e.type
      when 'opened' then 'recording' when 'attested' then 'recording' when 'sent-to-review' then 'waiting'
      when 'taken' then 'in-review' when 'stepped-aside' then 'waiting' when 'decided' then 'decided'
      when 'withdrawn' then 'withdrawn'
      when 'set-aside' then case e.body->>'effect' when 'reversed' then 'decided' else 'waiting' end
    end as status,
    case when e.type = 'taken' then (e.body->>'decider')::uuid end as decider,
    m.result_of
  from casework.matter m
  cross join lateral (select version, type, body, at from casework.event where matter = m.id order by version desc limit 1) e;

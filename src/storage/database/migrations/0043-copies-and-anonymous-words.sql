-- A copy without names can be put beside a piece of evidence that came without one, once, and on record. And nothing
-- public rests on anonymous words alone: the database refuses such a decision as well.

create function conduct.guard_copy() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from conduct.evidence_file f where f.matter = new.matter and f.evidence = new.body->>'id' and f.which = 'original') then
    raise exception 'there is no such piece to copy' using errcode = 'EH005';
  end if;
  if exists (select 1 from conduct.evidence_file f where f.matter = new.matter and f.evidence = new.body->>'id' and f.which = 'copy') then
    raise exception 'a copy without names stands beside it already' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_copy before insert on conduct.event for each row
  when (new.type = 'copy-added') execute function conduct.guard_copy();

create function conduct.guard_public_sanction() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(new.body->'sanction'->>'kind', 'private-reprimand') <> 'private-reprimand' and not exists (
      select 1 from jsonb_array_elements(new.body->'findings') f
      cross join lateral jsonb_array_elements_text(f->'evidence') piece
      join conduct.event e on e.matter = new.matter and
        ((e.type = 'evidence-added' and e.body->>'id' = piece and e.body->>'kind' <> 'anonymous-testimony')
          or (e.type = 'reopened' and e.body->>'evidence' = piece))
      where (f->>'breach')::boolean) then
    raise exception 'nothing public rests on anonymous words alone' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_public_sanction before insert on conduct.event for each row
  when (new.type = 'decided') execute function conduct.guard_public_sanction();

drop policy handlers_act on conduct.event;
create policy handlers_act on conduct.event for insert to evenhand_conduct with check (conduct.on_list(matter, 'handler') and type in
  ('received','joined','screened','draw-committed','panel-seated','member-left','notice-given','response-closed','evidence-added','copy-added',
   'evidence-handed','disclosed','investigation-closed','hearing-noticed','took-effect','published','corrected','condition-checked','went-on',
   'dropped','interim-suspended','stayed','stay-lifted','reopened','ended','extended','redelivered','closing-told','promise-broken',
   'appeal-time-passed','responded','witness-invited'));

create or replace function conduct.shown_to_respondent(a_matter uuid) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, e.body - 'hopes' - 'naming' - 'complaint' - 'by' - 'pool' - 'seed' - 'members' - 'person'
  from conduct.event e
  where e.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and e.type not in ('screened','screening-appealed','screening-appeal-decided','withdrawn','closing-told','evidence-handed','copy-added',
      'draw-committed','witness-invited','witness-answered')
    and (e.type <> 'evidence-added' or e.body->>'id' in (select conduct.shown_evidence(a_matter)))
    and not (e.type in ('promise-broken','extended') and e.body->>'to' = 'complainant')
  order by e.version
$$;
revoke execute on function conduct.guard_copy, conduct.guard_public_sanction from public;

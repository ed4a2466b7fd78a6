-- Witnesses. Whoever handles a matter asks them; they answer by a link that only they were sent, without an account. What
-- they say is read by whoever handles the matter, becomes evidence there, and reaches the respondent and those who judge
-- only as other evidence does.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- The link of one witness. Its code is kept as a hash; nobody reads the hash but the functions below.
create table conduct.witness_link (
  party uuid primary key references conduct.party,
  code_hash bytea not null unique,
  made_at timestamptz not null default now()
);
select pg_temp.classed('conduct.witness_link', 'internal', 'erased 7 years after the matter is over', array['party','made_at']);
select pg_temp.classed('conduct.witness_link', 'secret', 'erased 7 years after the matter is over', array['code_hash']);

create table conduct.statement (
  party uuid primary key references conduct.party,
  matter uuid not null references conduct.matter,
  key text not null,
  words text not null check (char_length(words) between 1 and 50000),
  files jsonb not null default '[]',
  at timestamptz not null default now()
);
create index on conduct.statement (matter);
select pg_temp.classed('conduct.statement', 'personal', 'erased 7 years after the matter is over',
  array['party','matter','key','words','files','at']);

do $$
declare t text;
begin
  foreach t in array array['witness_link','statement'] loop
    execute format('alter table conduct.%I enable row level security', t);
    execute format('alter table conduct.%I force row level security', t);
    execute format('create policy owner_works on conduct.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- A witness who has an account here is known by the address, and bears a tie as everybody concerned does; so does whoever
-- holds an office under the same name, but for the one who asks.
create function conduct.know_witness() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.role = 'witness' and new.person is null and new.contact is not null then
    select p.id into new.person from people.person p where p.email = lower(trim(new.contact));
  end if;
  return new;
end $$;
create trigger know_witness before insert on conduct.party for each row execute function conduct.know_witness();
create function conduct.bar_namesakes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into conduct.bar (matter, person, why)
    select distinct new.matter, o.person, 'bears the name of a witness' from people.office o
    where o.person is distinct from front.me() and conduct.names_person(new.full_name, o.person) on conflict do nothing;
  update conduct.access a set until = now() where a.matter = new.matter and a.role <> 'respondent' and a.until is null
    and exists (select 1 from conduct.bar b where b.matter = a.matter and b.person = a.person);
  return new;
end $$;
-- Named so that it runs after follow_party.
create trigger follow_witness after insert on conduct.party for each row when (new.role = 'witness')
  execute function conduct.bar_namesakes();

-- The link is made in the moment of asking, by whoever asks, and mailed to the witness alone.
create function conduct.link_witness(a_party uuid, a_code_hash bytea, a_subject text, a_body text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare p conduct.party;
begin
  select * into p from conduct.party x where x.id = a_party and x.role = 'witness';
  if not found or not conduct.on_list(p.matter, 'handler') or not exists (
      select 1 from conduct.event e where e.matter = p.matter and e.type = 'witness-invited' and e.body->>'witness' = p.key
        and e.actor = front.me() and e.at = now()) then
    return false;
  end if;
  insert into conduct.witness_link (party, code_hash) values (p.id, a_code_hash);
  insert into post.mail (id, to_person, to_address, subject, body) values (gen_random_uuid(), null, trim(p.contact), a_subject, a_body);
  return true;
end $$;
-- What somebody with the link is shown: what they are asked and until when. No label, no other person, no other word.
create function conduct.asked_of_witness(a_code_hash bytea)
returns table (matter uuid, witness text, version int, program text, language text, asked jsonb, answer_until date, answered boolean)
language sql stable security definer set search_path = '' as $$
  select p.matter, p.key, (select max(e.version) from conduct.event e where e.matter = p.matter), m.program, p.language,
    i.body->'asked', (i.body->>'answerUntil')::date,
    exists (select 1 from conduct.event a where a.matter = p.matter and a.type = 'witness-answered' and a.body->>'witness' = p.key)
  from conduct.witness_link l join conduct.party p on p.id = l.party join conduct.matter m on m.id = p.matter
  join conduct.event i on i.matter = p.matter and i.type = 'witness-invited' and i.body->>'witness' = p.key
  where l.code_hash = a_code_hash
$$;
-- Two kinds of event, and the statement with its files, once.
create function conduct.by_witness(a_code_hash bytea, a_version int, a_type text, a_body jsonb, the_words text, some_files jsonb)
returns boolean language plpgsql security definer set search_path = '' as $$
declare p conduct.party;
begin
  select x.* into p from conduct.witness_link l join conduct.party x on x.id = l.party where l.code_hash = a_code_hash;
  if not found or a_type not in ('witness-answered','promise-broken')
    or (a_type = 'witness-answered' and a_body->>'witness' is distinct from p.key) then
    return false;
  end if;
  insert into conduct.event (matter, version, type, body) values (p.matter, a_version, a_type, a_body);
  if a_type = 'witness-answered' and not (a_body->>'declined')::boolean then
    insert into conduct.statement (party, matter, key, words, files) values (p.id, p.matter, p.key, the_words, some_files);
  end if;
  return true;
end $$;

-- One answer a witness, and only where one was asked; a piece that came from a witness rests on a statement.
create function conduct.guard_witness_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.type = 'witness-invited' and not exists (select 1 from conduct.party p where p.matter = new.matter
      and p.key = new.body->>'witness' and p.role = 'witness') then
    raise exception 'nobody is asked who is not known by name' using errcode = 'EH005';
  end if;
  if new.type = 'witness-answered' and (not exists (select 1 from conduct.event e where e.matter = new.matter
        and e.type = 'witness-invited' and e.body->>'witness' = new.body->>'witness')
      or exists (select 1 from conduct.event e where e.matter = new.matter
        and e.type = 'witness-answered' and e.body->>'witness' = new.body->>'witness')) then
    raise exception 'a witness who was asked answers once' using errcode = 'EH005';
  end if;
  if new.type = 'evidence-added' and new.body ? 'witness' and not exists (select 1 from conduct.statement s
      where s.matter = new.matter and s.key = new.body->>'witness') then
    raise exception 'this witness said nothing' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_witness_event before insert on conduct.event for each row
  when (new.type in ('witness-invited','witness-answered','evidence-added')) execute function conduct.guard_witness_event();

drop policy handlers_act on conduct.event;
create policy handlers_act on conduct.event for insert to evenhand_conduct with check (conduct.on_list(matter, 'handler') and type in
  ('received','joined','screened','draw-committed','panel-seated','member-left','notice-given','response-closed','evidence-added','evidence-handed',
   'disclosed','investigation-closed','hearing-noticed','took-effect','published','corrected','condition-checked','went-on','dropped',
   'interim-suspended','stayed','stay-lifted','reopened','ended','extended','redelivered','closing-told','promise-broken','appeal-time-passed','responded',
   'witness-invited'));
grant select on conduct.statement to evenhand_conduct;
create policy handlers on conduct.statement for select to evenhand_conduct using (conduct.on_list(matter, 'handler'));

-- Who was asked is no part of what the respondent reads; what they said is shown as evidence.
create or replace function conduct.shown_to_respondent(a_matter uuid) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, e.body - 'hopes' - 'naming' - 'complaint' - 'by' - 'pool' - 'seed' - 'members' - 'person'
  from conduct.event e
  where e.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and e.type not in ('screened','screening-appealed','screening-appeal-decided','withdrawn','closing-told','evidence-handed','draw-committed',
      'witness-invited','witness-answered')
    and (e.type <> 'evidence-added' or e.body->>'id' in (select conduct.shown_evidence(a_matter)))
    and not (e.type in ('promise-broken','extended') and e.body->>'to' = 'complainant')
  order by e.version
$$;

create or replace function conduct.without_words(a_value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(a_value) = 'object' then
    return coalesce((select jsonb_object_agg(k, case
        when k in ('words','statement','reason','summary','hopes','source','transcript','mayBring','remedy','what','departure') and jsonb_typeof(v) = 'string' then '"(erased)"'::jsonb
        when k in ('conditions','aggravating','mitigating','accommodations','asked') then '[]'::jsonb
        else conduct.without_words(v) end) from jsonb_each(a_value) as each (k, v)), '{}'::jsonb);
  elsif jsonb_typeof(a_value) = 'array' then
    return coalesce((select jsonb_agg(conduct.without_words(v) order by place) from jsonb_array_elements(a_value) with ordinality as one (v, place)), '[]'::jsonb);
  end if;
  return a_value;
end $$;
-- The rows of those concerned lose their names last, in retire: their links and statements go with them.
create function conduct.forget_witness() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from conduct.witness_link where party = new.id;
  delete from conduct.statement where party = new.id;
  return new;
end $$;
create trigger forget_witness after update of full_name on conduct.party for each row
  when (new.role = 'witness' and new.full_name = '(erased)') execute function conduct.forget_witness();

revoke execute on function conduct.know_witness, conduct.bar_namesakes, conduct.link_witness, conduct.asked_of_witness,
  conduct.by_witness, conduct.guard_witness_event, conduct.forget_witness from public;
grant execute on function conduct.link_witness to evenhand_conduct;
grant execute on function conduct.asked_of_witness, conduct.by_witness to evenhand_public;

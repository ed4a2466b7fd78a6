-- Complaints about conduct, judged with due process. Each matter has its own list of who may see it: coordinators or ombuds
-- who handle it, the respondent from the day of the notice, and panel members drawn for it by lot. Who is not on the list,
-- or has a tie to somebody concerned, cannot see that the matter exists, in no count either. Panels never reach a name.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table conduct.matter (
  id uuid primary key,
  label text not null unique,
  about text not null check (about in ('person','body')),
  program text not null,
  rules text not null,
  grounds text[] not null default '{}',
  setting text,
  opened_on date not null
);
select pg_temp.classed('conduct.matter', 'internal', 'kept for good: counted, names nobody',
  array['id','label','about','program','rules','grounds','setting','opened_on']);

-- Who is concerned. Read by whoever handles the matter, and by nobody who judges it.
create table conduct.party (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  role text not null check (role in ('respondent','complainant','witness')),
  key text not null,
  person uuid references people.person,
  full_name text,
  former_names text[] not null default '{}',
  contact text,
  naming text check (naming in ('to-all','to-staff','anonymous')),
  concern uuid unique references conduct.concern,
  hopes text not null default '',
  language text not null default 'en' check (language in ('en','es')),
  unique (matter, key),
  check (role = 'complainant' or (naming is null and concern is null)),
  check (naming is distinct from 'anonymous' or full_name is null)
);
create index on conduct.party (person) where person is not null;
select pg_temp.classed('conduct.party', 'personal', 'names and addresses erased 7 years after the matter is over',
  array['id','matter','role','key','person','full_name','former_names','contact','naming','concern','hopes','language']);

create table conduct.event (
  matter uuid not null references conduct.matter,
  version int not null check (version >= 1),
  type text not null,
  body jsonb not null,
  at timestamptz not null default now(),
  actor uuid,
  primary key (matter, version)
);
create index on conduct.event (type, at);
select pg_temp.classed('conduct.event', 'personal', 'free words erased 7 years after the matter is over; the steps are kept',
  array['matter','version','type','body','at','actor']);

-- What people wrote, in their own words and with the names they used. Events hold it with labels in place of names.
create table conduct.said (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  key text not null,
  words text not null,
  at timestamptz not null default now(),
  author uuid default front.me()
);
create index on conduct.said (matter);
select pg_temp.classed('conduct.said', 'personal', 'erased 7 years after the matter is over',
  array['id','matter','key','words','at','author']);

create table conduct.access (
  matter uuid not null references conduct.matter,
  person uuid not null references people.person,
  role text not null check (role in ('handler','respondent','panel')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (matter, person, role)
);
create index on conduct.access (person) where until is null;
select pg_temp.classed('conduct.access', 'personal', 'kept 7 years after the matter is over',
  array['matter','person','role','since','until']);

-- Who has a tie to somebody concerned. They are drawn for nothing, let into nothing, and told nothing of it.
create table conduct.bar (
  matter uuid not null references conduct.matter,
  person uuid not null references people.person,
  why text not null,
  at timestamptz not null default now(),
  primary key (matter, person)
);
select pg_temp.classed('conduct.bar', 'personal', 'kept 7 years after the matter is over', array['matter','person','why','at']);

-- One seat a person in a matter, whatever the panel and for good.
create table conduct.seat (
  matter uuid not null references conduct.matter,
  person uuid not null references people.person,
  panel text not null check (panel in ('screening-appeal','review','hearing','appeal','interim-appeal','reinstatement')),
  seated_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (matter, person)
);
select pg_temp.classed('conduct.seat', 'personal', 'kept 7 years after the matter is over',
  array['matter','person','panel','seated_at','left_at']);

-- The seed of a draw. Nobody reads it before the pool is fixed; its fingerprint is announced at once.
create table conduct.draw (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  panel text not null,
  commitment text not null unique,
  seed text not null,
  committed_at timestamptz not null default now(),
  revealed_at timestamptz
);
create index on conduct.draw (matter, panel);
select pg_temp.classed('conduct.draw', 'internal', 'kept for good', array['id','matter','panel','commitment','committed_at','revealed_at']);
select pg_temp.classed('conduct.draw', 'secret', 'secret until the draw, then kept for good', array['seed']);

-- Who can be drawn for a panel.
create table conduct.pool (
  person uuid primary key references people.person,
  is_public boolean not null,
  trained_until date not null,
  term_ends date not null,
  interests text not null default ''
);
select pg_temp.classed('conduct.pool', 'personal', 'kept while in the pool and 7 years after', array['person','is_public','trained_until','term_ends','interests']);

-- The bytes of a piece of evidence: as it came, and the copy in which nobody is named, for those who judge.
create table conduct.evidence_file (
  matter uuid not null references conduct.matter,
  evidence text not null,
  which text not null check (which in ('original','copy')),
  sha256 text not null,
  media_type text not null check (media_type in ('application/pdf','image/jpeg','image/png')),
  bytes int not null check (bytes > 0),
  original_name text not null,
  added_by uuid not null default front.me() references people.person,
  added_at timestamptz not null default now(),
  primary key (matter, evidence, which)
);
select pg_temp.classed('conduct.evidence_file', 'personal', 'erased 7 years after the matter is over',
  array['matter','evidence','which','sha256','media_type','bytes','original_name','added_by','added_at']);

create table conduct.letter (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  party uuid references conduct.party,
  -- The event that the letter tells of.
  version int not null,
  kind text not null,
  subject text not null,
  words text not null,
  sha256 text,
  written_at timestamptz not null default now(),
  returned_on date,
  unique (matter, party, kind, version)
);
create index on conduct.letter (party);
select pg_temp.classed('conduct.letter', 'personal', 'erased 7 years after the matter is over',
  array['id','matter','party','version','kind','subject','words','sha256','written_at','returned_on']);

-- What a decision does to a credential, and until when.
create table conduct.effect (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  credential text not null references register.credential,
  kind text not null check (kind in ('interim','probation','suspension','revocation')),
  from_day date not null,
  until_day date not null,
  ended_on date
);
create index on conduct.effect (credential);
create index on conduct.effect (matter);
select pg_temp.classed('conduct.effect', 'public', 'shown while it lasts; kept 7 years after it ends',
  array['credential','kind','from_day','until_day','ended_on']);
select pg_temp.classed('conduct.effect', 'internal', 'kept 7 years after it ends', array['id','matter']);

-- What the public is told, by rule and for as long as the sanction lasts.
create table conduct.notice (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  credential text references register.credential,
  holder_name text not null,
  program text not null,
  kind text not null,
  provisions jsonb not null,
  from_day date not null,
  until_day date not null,
  words text,
  corrects uuid references conduct.notice
);
create index on conduct.notice (credential);
select pg_temp.classed('conduct.notice', 'public', 'shown until its last day; kept 7 years after it',
  array['id','credential','holder_name','program','kind','provisions','from_day','until_day','words','corrects']);
select pg_temp.classed('conduct.notice', 'internal', 'kept 7 years after its last day', array['matter']);

-- A name shown to somebody who works under a label: asked by one, consented to by a custodian who cannot read the matter.
create table conduct.unmask_request (
  id uuid primary key,
  matter uuid not null references conduct.matter,
  key text not null,
  asked_by uuid not null default front.me() references people.person,
  reason text not null check (char_length(reason) >= 20),
  asked_at timestamptz not null default now()
);
select pg_temp.classed('conduct.unmask_request', 'internal', 'kept 7 years', array['id','matter','key','asked_by','reason','asked_at']);
create table conduct.unmask_answer (
  request uuid primary key references conduct.unmask_request,
  answered_by uuid not null default front.me() references people.person,
  consented boolean not null,
  reason text not null,
  answered_at timestamptz not null default now()
);
select pg_temp.classed('conduct.unmask_answer', 'internal', 'kept 7 years', array['request','answered_by','consented','reason','answered_at']);

do $$
declare t text;
begin
  foreach t in array array['matter','party','event','said','access','bar','seat','draw','pool','evidence_file','letter',
    'effect','notice','unmask_request','unmask_answer'] loop
    execute format('alter table conduct.%I enable row level security', t);
    execute format('alter table conduct.%I force row level security', t);
    execute format('create policy owner_works on conduct.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Who may see what --------------------------------------------------------------------------------------------------

create function conduct.on_list(asked uuid, a_role text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.access a where a.matter = asked and a.person = front.me() and a.role = a_role and a.until is null)
    and not exists (select 1 from conduct.bar b where b.matter = asked and b.person = front.me() and a_role <> 'respondent')
$$;
create function conduct.is_concerned(asked uuid, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.party p where p.matter = asked and p.person = a_person)
    or exists (select 1 from conduct.bar b where b.matter = asked and b.person = a_person)
$$;
create function conduct.holds_office_for(a_person uuid, an_about text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from people.office o where o.person = a_person
    and ((an_about = 'person' and o.office = 'conduct') or (an_about = 'body' and (o.office = 'ombud' or o.is_chair))))
$$;

-- A matter begins with whoever opens it on its list. A complaint that came as a concern is opened by somebody on the list
-- of that concern, and only once.
create function conduct.open(an_id uuid, a_label text, an_about text, a_program text, some_rules text, some_grounds text[],
  a_setting text, a_day date, a_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.holds_office_for(front.me(), an_about) then
    raise exception 'this office opens no such matter' using errcode = 'EH003';
  end if;
  if a_concern is not null then
    if not exists (select 1 from conduct.concern_access c
        where c.concern = a_concern and c.person = front.me() and c.until is null) then
      raise exception 'this concern is not theirs to open' using errcode = 'EH003';
    end if;
  end if;
  insert into conduct.matter (id, label, about, program, rules, grounds, setting, opened_on)
    values (an_id, a_label, an_about, a_program, some_rules, some_grounds, a_setting, a_day);
  insert into conduct.access (matter, person, role) values (an_id, front.me(), 'handler');
end $$;
-- A colleague of the same office comes onto the list.
create function conduct.let_in(a_matter uuid, a_person uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.on_list(a_matter, 'handler') then
    return false;
  end if;
  if conduct.is_concerned(a_matter, a_person) or exists (select 1 from conduct.seat s where s.matter = a_matter and s.person = a_person)
    or not exists (select 1 from conduct.matter m where m.id = a_matter and conduct.holds_office_for(a_person, m.about)) then
    return false;
  end if;
  insert into conduct.access (matter, person, role) values (a_matter, a_person, 'handler')
    on conflict (matter, person, role) do update set until = null;
  return true;
end $$;
create function conduct.colleagues(a_matter uuid) returns table (person uuid, full_name text, is_in boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, exists (select 1 from conduct.access a where a.matter = a_matter and a.person = p.id and a.role = 'handler' and a.until is null)
  from conduct.matter m join people.office o on conduct.holds_office_for(o.person, m.about) join people.person p on p.id = o.person
  where m.id = a_matter and conduct.on_list(a_matter, 'handler') and not conduct.is_concerned(a_matter, p.id)
    and not exists (select 1 from conduct.seat s where s.matter = a_matter and s.person = p.id)
  group by p.id, p.full_name order by p.full_name
$$;
-- Whoever turns out to have a tie leaves the list and sees nothing of the matter from then on.
create function conduct.leave_for_tie(a_matter uuid, a_why text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not (conduct.on_list(a_matter, 'handler') or conduct.on_list(a_matter, 'panel')) then
    return;
  end if;
  update conduct.access set until = now() where matter = a_matter and person = front.me() and role <> 'respondent' and until is null;
  insert into conduct.bar (matter, person, why) values (a_matter, front.me(), a_why) on conflict do nothing;
end $$;

-- From when to when the code bound somebody: from the first application or award, to the last day of the last credential.
create function conduct.bound_of(a_person uuid, a_program text) returns table (since date, until date)
language sql stable security definer set search_path = '' as $$
  select least((select min(m.opened_on) from casework.subject s join casework.matter m on m.id = s.matter
      where s.person = a_person and m.program = a_program and m.kind = 'eligibility'),
    (select min(c.issued_at)::date from register.credential c where c.person = a_person and c.program = a_program)),
    (select case when max(c.valid_until) < current_date then max(c.valid_until) end
      from register.credential c where c.person = a_person and c.program = a_program)
$$;

-- Whom a complaint is about, by a name they have or had, among those whom the code of a program binds or bound.
create function conduct.find_person(a_search text, a_program text)
returns table (id uuid, full_name text, former_names text[], since date, until date)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, p.former_names, b.since, b.until from people.person p cross join lateral conduct.bound_of(p.id, a_program) b
  where char_length(trim(a_search)) >= 2 and b.since is not null
    and (position(lower(trim(a_search)) in lower(p.full_name)) > 0 or p.email = lower(trim(a_search))
      or exists (select 1 from unnest(p.former_names) f where position(lower(trim(a_search)) in lower(f)) > 0)
      or exists (select 1 from register.credential c where c.person = p.id and c.id = trim(a_search)))
  order by p.full_name, p.id limit 20
$$;
-- What nobody can get around, whatever the program above it believes ---------------------------------------------------

create function conduct.guard_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare last_version int; panel_of text; last_type text; last_effect text;
begin
  select max(version) into last_version from conduct.event where matter = new.matter;
  if new.version <> coalesce(last_version, 0) + 1 then
    raise exception 'someone wrote first' using errcode = 'EH001';
  end if;
  if (new.type = 'received') <> (new.version = 1) then
    raise exception 'a matter begins with a complaint, once' using errcode = 'EH005';
  end if;
  new.actor := front.me();
  if new.body ? 'by' and not (new.type = 'decided' and new.body->>'how' = 'consent')
    and new.body->>'by' is distinct from new.actor::text then
    raise exception 'a named human acts, and signs for nobody else' using errcode = 'EH002';
  end if;
  panel_of := case new.type when 'screening-appeal-decided' then 'screening-appeal' when 'reviewed' then 'review'
    when 'heard' then 'hearing' when 'offered' then 'hearing' when 'appeal-decided' then 'appeal'
    when 'interim-appeal-decided' then 'interim-appeal' when 'reinstatement-decided' then 'reinstatement'
    when 'decided' then case new.body->>'how' when 'hearing' then 'hearing' end end;
  if panel_of is not null and not exists (select 1 from conduct.seat s where s.matter = new.matter and s.person = new.actor
      and s.panel = panel_of and s.left_at is null) then
    raise exception 'only a member of this panel speaks for it' using errcode = 'EH003';
  end if;
  if new.type = 'decided' and new.body->>'how' = 'consent' and not conduct.on_list(new.matter, 'respondent') then
    raise exception 'only the respondent agrees' using errcode = 'EH003';
  end if;
  if new.type not in ('received','joined','screened','screening-appealed','screening-appeal-decided','draw-committed','panel-seated',
      'member-left','evidence-added','evidence-handed','extended','promise-broken','withdrawn','went-on','dropped','stayed',
      'stay-lifted','reopened','ended','notice-given','closing-told')
    and not exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'notice-given') then
    raise exception 'nothing is done about anybody who was not told' using errcode = 'EH005';
  end if;
  if new.type = 'decided' and jsonb_typeof(new.body->'sanction') = 'object' and not exists (
      select 1 from jsonb_array_elements(new.body->'findings') f
      join conduct.event e on e.matter = new.matter and e.type in ('received','joined')
      cross join lateral jsonb_array_elements(e.body->'allegations') a
      where (f->>'breach')::boolean and a->>'id' = f->>'allegation' and a->'provision'->>'binding' = 'mandatory') then
    raise exception 'a sanction rests on a breached duty' using errcode = 'EH005';
  end if;
  if new.type = 'took-effect' then
    select e.type, e.body->>'effect' into last_type, last_effect from conduct.event e where e.matter = new.matter
      and e.type in ('decided','appealed','appeal-decided','appeal-time-passed') order by e.version desc limit 1;
    if not coalesce(last_type = 'appeal-time-passed' or (last_type = 'appeal-decided' and last_effect in ('stands','lessened')), false) then
      raise exception 'nothing takes effect before the appeal is over' using errcode = 'EH005';
    end if;
  end if;
  if new.type = 'published' and not exists (select 1 from conduct.event e where e.matter = new.matter and e.type = 'took-effect') then
    raise exception 'nothing is published before it takes effect' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_event before insert on conduct.event for each row execute function conduct.guard_event();

-- Nobody sits twice in a matter, nor after having handled it, nor with a tie.
create function conduct.guard_seat() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if conduct.is_concerned(new.matter, new.person)
    or exists (select 1 from conduct.access a where a.matter = new.matter and a.person = new.person and a.role = 'handler')
    or exists (select 1 from conduct.event e where e.matter = new.matter and e.actor = new.person)
    or not exists (select 1 from conduct.pool p where p.person = new.person) then
    raise exception 'this person cannot sit in this matter' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_seat before insert on conduct.seat for each row execute function conduct.guard_seat();

-- Whoever is concerned is barred from handling and judging; the respondent reads from the notice on.
create function conduct.follow_party() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.person is not null then
    insert into conduct.bar (matter, person, why) values (new.matter, new.person, 'is concerned') on conflict do nothing;
    update conduct.access set until = now() where matter = new.matter and person = new.person and role <> 'respondent' and until is null;
  end if;
  return new;
end $$;
create trigger follow_party after insert on conduct.party for each row execute function conduct.follow_party();

create function conduct.end_effects(a_matter uuid, some_kinds text[], a_day date) returns void
language sql security definer set search_path = '' as $$
  update conduct.effect set ended_on = a_day where matter = a_matter and kind = any (some_kinds) and ended_on is null
$$;
-- A notice that no longer holds is corrected as prominently, and for as long, as it was out.
create function conduct.take_back_notices(a_matter uuid, a_day date, some_words text) returns void
language sql security definer set search_path = '' as $$
  insert into conduct.notice (id, matter, credential, holder_name, program, kind, provisions, from_day, until_day, words, corrects)
    select gen_random_uuid(), n.matter, n.credential, n.holder_name, n.program, n.kind, n.provisions, a_day, n.until_day, some_words, n.id
    from conduct.notice n where n.matter = a_matter and n.corrects is null and n.until_day >= a_day
$$;

create function conduct.follow_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  day date := (new.body->>'on')::date;
  every text[] := array['interim','probation','suspension','revocation'];
  reversed boolean;
begin
  case new.type
    when 'panel-seated' then
      insert into conduct.seat (matter, person, panel)
        select new.matter, (m->>'person')::uuid, new.body->>'panel' from jsonb_array_elements(new.body->'members') m;
      insert into conduct.access (matter, person, role)
        select new.matter, (m->>'person')::uuid, 'panel' from jsonb_array_elements(new.body->'members') m;
    when 'member-left' then
      update conduct.seat set left_at = now() where matter = new.matter and person = (new.body->>'person')::uuid;
      update conduct.access set until = now() where matter = new.matter and person = (new.body->>'person')::uuid and role = 'panel';
    when 'notice-given' then
      insert into conduct.access (matter, person, role)
        select p.matter, p.person, 'respondent' from conduct.party p
        where p.matter = new.matter and p.role = 'respondent' and p.person is not null on conflict do nothing;
    when 'interim-suspended' then
      insert into conduct.effect (id, matter, credential, kind, from_day, until_day)
        select gen_random_uuid(), new.matter, c.id, 'interim', day, (new.body->>'until')::date
        from conduct.party p join conduct.matter m on m.id = p.matter
        join register.credential c on c.person = p.person and c.program = m.program
        where p.matter = new.matter and p.role = 'respondent';
    when 'interim-appeal-decided' then
      if (new.body->>'lifted')::boolean then
        perform conduct.end_effects(new.matter, array['interim'], day);
      end if;
    when 'took-effect' then
      perform conduct.end_effects(new.matter, every, day);
      insert into conduct.effect (id, matter, credential, kind, from_day, until_day)
        select gen_random_uuid(), new.matter, c.id, new.body->'sanction'->>'kind', day, (new.body->'sanction'->>'endsOn')::date
        from conduct.party p join conduct.matter m on m.id = p.matter
        join register.credential c on c.person = p.person and c.program = m.program
        where p.matter = new.matter and p.role = 'respondent'
          and new.body->'sanction'->>'kind' in ('probation','suspension','revocation');
    when 'published' then
      insert into conduct.notice (id, matter, credential, holder_name, program, kind, provisions, from_day, until_day)
        select gen_random_uuid(), new.matter, c.id, coalesce(c.document->'credentialSubject'->>'name', p.full_name), m.program,
          e.body->'sanction'->>'kind',
          (select jsonb_agg(distinct a->'provision'->>'number') from conduct.event d
            cross join lateral jsonb_array_elements(d.body->'findings') f
            join conduct.event r on r.matter = new.matter and r.type in ('received','joined')
            cross join lateral jsonb_array_elements(r.body->'allegations') a
            where d.matter = new.matter and d.type = 'decided' and d.version = (select max(x.version) from conduct.event x
              where x.matter = new.matter and x.type = 'decided') and (f->>'breach')::boolean and a->>'id' = f->>'allegation'),
          day, (new.body->>'until')::date
        from conduct.party p join conduct.matter m on m.id = p.matter
        join conduct.event e on e.matter = m.id and e.type = 'took-effect' and e.version = (select max(x.version)
          from conduct.event x where x.matter = m.id and x.type = 'took-effect')
        left join lateral (select k.id, k.document from register.credential k where k.person = p.person and k.program = m.program
          order by k.issued_at desc limit 1) c on true
        where p.matter = new.matter and p.role = 'respondent';
    when 'corrected' then
      perform conduct.take_back_notices(new.matter, day, new.body->>'words');
    when 'reinstatement-decided' then
      if (new.body->>'granted')::boolean then
        perform conduct.end_effects(new.matter, every, day);
      end if;
    when 'dropped', 'ended' then
      perform conduct.end_effects(new.matter, array['interim'], day);
    when 'reviewed', 'decided', 'appeal-decided' then
      reversed := case new.type
        when 'reviewed' then not exists (select 1 from jsonb_array_elements(new.body->'findings') f where (f->>'breach')::boolean)
        when 'decided' then jsonb_typeof(new.body->'sanction') is distinct from 'object'
        else new.body->>'effect' = 'reversed' end;
      if reversed then
        perform conduct.end_effects(new.matter, every, day);
        perform conduct.take_back_notices(new.matter, day, 'The decision behind this notice was reversed. It no longer holds.');
      end if;
    else null;
  end case;
  return new;
end $$;
create trigger follow_event after insert on conduct.event for each row execute function conduct.follow_event();

create function conduct.guard_unmask() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from conduct.unmask_request q where q.id = new.request
      and (q.asked_by = new.answered_by or conduct.is_concerned(q.matter, new.answered_by)
        or exists (select 1 from conduct.access a where a.matter = q.matter and a.person = new.answered_by))) then
    raise exception 'nobody consents to their own request, nor in a matter they can read' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_unmask before insert on conduct.unmask_answer for each row execute function conduct.guard_unmask();
-- The name behind a label: for whoever asked, after the consent, and the showing is itself on record. Where nobody gave a
-- name this is learned only now.
create function conduct.show_party(a_request uuid) returns table (full_name text, contact text)
language plpgsql security definer set search_path = '' as $$
declare q conduct.unmask_request;
begin
  select r.* into q from conduct.unmask_request r join conduct.unmask_answer a on a.request = r.id
    where r.id = a_request and r.asked_by = front.me() and a.consented;
  if not found or not (conduct.on_list(q.matter, 'handler') or conduct.on_list(q.matter, 'panel')) then
    return;
  end if;
  insert into conduct.reading (reader, what, about) values (front.me(), 'identity', q.id);
  return query select coalesce(pe.full_name, p.full_name, ''), coalesce(pe.email, p.contact, '')
    from conduct.party p left join people.person pe on pe.id = p.person where p.matter = q.matter and p.key = q.key;
end $$;
-- What a custodian is asked: the reason and the role, under the label, and nothing of the matter.
create function conduct.unmask_asked()
returns table (id uuid, label text, role text, reason text, asked_at timestamptz, consented boolean, answer_reason text)
language sql stable security definer set search_path = '' as $$
  select q.id, m.label, regexp_replace(q.key, '[0-9]+$', ''), q.reason, q.asked_at, a.consented, a.reason
  from conduct.unmask_request q join conduct.matter m on m.id = q.matter left join conduct.unmask_answer a on a.request = q.id
  where q.asked_by <> front.me() and not conduct.is_concerned(q.matter, front.me())
    and not exists (select 1 from conduct.access x where x.matter = q.matter and x.person = front.me())
  order by q.asked_at desc limit 200
$$;

-- Draws: the seed and the pool are read together, once, by whoever makes the draw.
create function conduct.reveal_draw(a_matter uuid, a_panel text) returns text
language plpgsql security definer set search_path = '' as $$
declare found_id uuid; found_seed text;
begin
  if not conduct.on_list(a_matter, 'handler') then
    return null;
  end if;
  select d.id, d.seed into found_id, found_seed from conduct.draw d where d.matter = a_matter and d.panel = a_panel
    order by d.committed_at desc, d.id limit 1 for update;
  update conduct.draw set revealed_at = coalesce(revealed_at, now()) where id = found_id;
  return found_seed;
end $$;
create function conduct.pool_for(a_matter uuid)
returns table (person uuid, full_name text, is_public boolean, trained_until date, term_ends date, interests text, conflict boolean)
language sql stable security definer set search_path = '' as $$
  select p.person, h.full_name, p.is_public, p.trained_until, p.term_ends, p.interests,
    conduct.is_concerned(a_matter, p.person)
      or exists (select 1 from conduct.access a where a.matter = a_matter and a.person = p.person and a.role = 'handler')
  from conduct.pool p join people.person h on h.id = p.person
  where conduct.on_list(a_matter, 'handler') order by h.full_name, p.person
$$;

-- How provisions were sanctioned before, without anybody's identity.
create function conduct.past_sanctions(a_program text) returns table (provisions text[], kind text, days int)
language sql stable security definer set search_path = '' as $$
  select (select array_agg(distinct a->'provision'->>'number') from conduct.event d
      cross join lateral jsonb_array_elements(d.body->'findings') f
      join conduct.event r on r.matter = m.id and r.type in ('received','joined')
      cross join lateral jsonb_array_elements(r.body->'allegations') a
      where d.matter = m.id and d.type = 'decided' and (f->>'breach')::boolean and a->>'id' = f->>'allegation'),
    e.body->'sanction'->>'kind', ((e.body->'sanction'->>'endsOn')::date - (e.body->>'on')::date)
  from conduct.matter m cross join lateral (select x.body from conduct.event x where x.matter = m.id and x.type = 'took-effect'
    order by x.version desc limit 1) e
  where m.program = a_program and m.about = 'person'
    and not exists (select 1 from conduct.event z where z.matter = m.id and z.type = 'appeal-decided' and z.body->>'effect' = 'reversed'
      and z.version > (select max(y.version) from conduct.event y where y.matter = m.id and y.type = 'took-effect'))
$$;

-- What the respondent may read: from the notice on, what was alleged, shown, done and decided; never who complained, what
-- they hoped for, or what was kept back.
create function conduct.shown_to_respondent(a_matter uuid) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, e.body - 'hopes' - 'naming' - 'complaint' - 'by' - 'pool' - 'seed' - 'members' - 'person'
  from conduct.event e
  where e.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and e.type not in ('screened','screening-appealed','screening-appeal-decided','withdrawn','closing-told','evidence-added','evidence-handed','draw-committed')
    and not (e.type in ('promise-broken','extended') and e.body->>'to' = 'complainant')
  order by e.version
$$;
create function conduct.my_matters() returns table (id uuid, label text, about text, program text, opened_on date)
language sql stable security definer set search_path = '' as $$
  select m.id, m.label, m.about, m.program, m.opened_on from conduct.matter m where conduct.on_list(m.id, 'respondent')
  order by m.opened_on desc, m.label
$$;
-- The pieces of evidence that were shown to the respondent.
create function conduct.shown_evidence(a_matter uuid) returns setof text
language sql stable security definer set search_path = '' as $$
  select distinct x from conduct.event e cross join lateral jsonb_array_elements_text(e.body->'evidence') x
  where e.matter = a_matter and e.type in ('notice-given','disclosed')
$$;

-- The complainant's side, by the receipt of the concern: whoever holds it may read the steps of their own complaint, and
-- write two kinds of event.
create function conduct.complaint_of(a_receipt_hash bytea) returns table (matter uuid, key text, label text, version int)
language sql stable security definer set search_path = '' as $$
  select p.matter, p.key, m.label, (select max(e.version) from conduct.event e where e.matter = p.matter)
  from conduct.concern c join conduct.party p on p.concern = c.id join conduct.matter m on m.id = p.matter
  where c.receipt_hash = a_receipt_hash
$$;
create function conduct.shown_to_complainant(a_receipt_hash bytea) returns table (version int, type text, body jsonb)
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
      'published','dropped','stayed','stay-lifted','reopened','ended','screening-appealed','screening-appeal-decided')
    or (e.type in ('closing-told','joined','withdrawn') and e.body->>'complaint' = c.key)
    or (e.type in ('extended','promise-broken') and e.body->>'to' = 'complainant'))
  order by e.version
$$;
-- Letters to whoever holds the receipt.
create function conduct.letters_by_receipt(a_receipt_hash bytea)
returns table (id uuid, matter uuid, version int, kind text, subject text, words text, sha256 text, written_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select l.id, l.matter, l.version, l.kind, l.subject, l.words, l.sha256, l.written_at
  from conduct.complaint_of(a_receipt_hash) c join conduct.party p on p.matter = c.matter and p.key = c.key
  join conduct.letter l on l.party = p.id order by l.version, l.id
$$;
create function conduct.by_complainant(a_receipt_hash bytea, a_version int, a_type text, a_body jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c record;
begin
  select * into c from conduct.complaint_of(a_receipt_hash);
  if not found or a_type not in ('withdrawn','screening-appealed','promise-broken') or (a_type <> 'promise-broken' and a_body->>'complaint' is distinct from c.key) then
    return false;
  end if;
  insert into conduct.event (matter, version, type, body) values (c.matter, a_version, a_type, a_body);
  return true;
end $$;

-- Whoever is on the list tells of it, the worker too; the respondent only in the moment of an act of their own.
create function conduct.acts_now(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select conduct.on_list(a_matter, 'respondent')
    and exists (select 1 from conduct.event e where e.matter = a_matter and e.actor = front.me() and e.at = now())
$$;
create function conduct.may_tell(a_matter uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select front.me() is null or conduct.on_list(a_matter, 'handler') or conduct.on_list(a_matter, 'panel') or conduct.acts_now(a_matter)
$$;
-- The line of the log for what the respondent decided, an agreement: in the same moment, and for nothing else.
create function conduct.append_line(a_matter uuid, a_commitment text, a_leaf_hash bytea, a_salt bytea, a_plain jsonb) returns bigint
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.acts_now(a_matter) then
    raise exception 'nothing was decided here' using errcode = 'EH003';
  end if;
  return ledger.append(a_commitment, a_leaf_hash, a_salt, a_plain, null, null);
end $$;
-- To one of those concerned, at the address they gave, without the sender learning it.
create function conduct.tell(a_matter uuid, a_key text, a_subject text, a_body text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.may_tell(a_matter) then
    return false;
  end if;
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.person, coalesce(h.email, p.contact), a_subject, a_body
    from conduct.party p left join people.person h on h.id = p.person
    where p.matter = a_matter and p.key = a_key and coalesce(h.email, p.contact) is not null;
  return found;
end $$;
create function conduct.tell_panel(a_matter uuid, a_panel text, a_subject text, a_body text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), h.id, h.email, a_subject, a_body from conduct.seat s join people.person h on h.id = s.person
    where s.matter = a_matter and s.panel = a_panel and s.left_at is null and conduct.on_list(a_matter, 'handler')
$$;

-- Inaction past a promise, for the board: under labels, without those matters in which the reader is concerned.
create function conduct.broken_promises()
returns table (label text, about text, program text, step text, side text, was date, noted date)
language sql stable security definer set search_path = '' as $$
  select m.label, m.about, m.program, e.body->>'step', e.body->>'to', (e.body->>'was')::date, (e.body->>'on')::date
  from conduct.event e join conduct.matter m on m.id = e.matter
  where e.type = 'promise-broken' and not conduct.is_concerned(m.id, front.me()) order by 6 desc, 1 limit 500
$$;

-- What anybody may read.
create function conduct.notices()
returns table (id uuid, credential text, holder_name text, program text, kind text, provisions jsonb, from_day date, until_day date, words text, corrects uuid)
language sql stable security definer set search_path = '' as $$
  select n.id, n.credential, n.holder_name, n.program, n.kind, n.provisions, n.from_day, n.until_day, n.words, n.corrects
  from conduct.notice n where n.until_day >= current_date order by n.from_day desc, n.id
$$;
create function conduct.shown_on(a_credential text)
returns table (kind text, from_day date, until_day date)
language sql stable security definer set search_path = '' as $$
  select e.kind, e.from_day, e.until_day from conduct.effect e
  where e.credential = a_credential and e.ended_on is null
    and (e.until_day >= current_date or e.kind = 'revocation') order by e.from_day
$$;
create or replace function register.look_up(asked text)
returns table (document jsonb, program text, demonstration boolean, revoked_on date, reason text)
language sql stable security definer set search_path = '' as $$
  select c.document, c.program, c.demonstration, coalesce(r.revoked_at::date, e.from_day),
    coalesce(r.reason, case when e.from_day is not null then 'A decision about conduct, after the appeal was over.' end)
  from register.credential c left join register.revocation r on r.credential = c.id
  left join lateral (select x.from_day from conduct.effect x where x.credential = c.id and x.kind = 'revocation'
    and x.ended_on is null order by x.from_day limit 1) e on true
  where c.id = asked
$$;
create or replace function register.revoked_places() returns setof int language sql stable security definer set search_path = '' as $$
  select c.status_index from register.credential c
  where exists (select 1 from register.revocation r where r.credential = c.id)
    or exists (select 1 from conduct.effect e where e.credential = c.id and e.kind = 'revocation' and e.ended_on is null)
$$;

-- Seven years after a matter is over, names, addresses and free words go. The steps stay, to be counted.
create function conduct.without_words(a_value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(a_value) = 'object' then
    return coalesce((select jsonb_object_agg(k, case
        when k in ('words','statement','reason','summary','hopes','source','transcript','mayBring','remedy','what','departure') and jsonb_typeof(v) = 'string' then '"(erased)"'::jsonb
        when k in ('conditions','aggravating','mitigating','accommodations') then '[]'::jsonb
        else conduct.without_words(v) end) from jsonb_each(a_value) as each (k, v)), '{}'::jsonb);
  elsif jsonb_typeof(a_value) = 'array' then
    return coalesce((select jsonb_agg(conduct.without_words(v) order by place) from jsonb_array_elements(a_value) with ordinality as one (v, place)), '[]'::jsonb);
  end if;
  return a_value;
end $$;
create function conduct.retire(before_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare old uuid[];
begin
  select array_agg(m.id) into old from conduct.matter m
    where exists (select 1 from conduct.event e where e.matter = m.id and e.type = 'closing-told')
      and (select max(e.at) from conduct.event e where e.matter = m.id) < before_day
      and not exists (select 1 from conduct.effect f where f.matter = m.id and f.ended_on is null and f.until_day >= before_day)
      and exists (select 1 from conduct.party p where p.matter = m.id and (p.full_name is distinct from '(erased)'));
  if old is null then
    return 0;
  end if;
  update conduct.party set full_name = case when naming = 'anonymous' then null else '(erased)' end, former_names = '{}', contact = null, hopes = '', person = null
    where matter = any (old);
  update conduct.event set body = conduct.without_words(body) where matter = any (old);
  delete from conduct.said where matter = any (old);
  delete from conduct.evidence_file where matter = any (old);
  delete from conduct.letter where matter = any (old);
  delete from conduct.access where matter = any (old);
  return cardinality(old);
end $$;

-- For measuring: one row a matter, the person or the complaint as keys of the sealed store.
create view conduct.outcome as
  select m.id as matter, m.about, m.program, m.grounds, m.setting, m.opened_on,
    (select p.person from conduct.party p where p.matter = m.id and p.role = 'respondent' limit 1) as respondent,
    (select coalesce(p.person, p.concern) from conduct.party p where p.matter = m.id and p.role = 'complainant' order by p.key limit 1) as complainant,
    (select p.naming from conduct.party p where p.matter = m.id and p.role = 'complainant' order by p.key limit 1) as naming,
    s.at as screened_at, s.goes_on as screened_in, n.at as noticed_at, r.at as reviewed_at, r.cause, d.at as decided_at, d.breach,
    d.sanction, d.how, a.at as appealed_at, x.effect as appeal_effect, t.kind as final_sanction, c.at as closed_at, g.achieved,
    (select count(*)::int from conduct.event e where e.matter = m.id and e.type = 'promise-broken') as promises_broken,
    (select e.type from conduct.event e where e.matter = m.id and e.type not in ('promise-broken','extended') order by e.version desc limit 1) as last_event
  from conduct.matter m
  left join lateral (select e.at, not exists (select 1 from jsonb_each(e.body->'answers') q where not (q.value->>'met')::boolean)
      or exists (select 1 from conduct.event u where u.matter = m.id and u.type = 'screening-appeal-decided' and (u.body->>'upheld')::boolean) as goes_on
    from conduct.event e where e.matter = m.id and e.type = 'screened' order by e.version limit 1) s on true
  left join lateral (select e.at from conduct.event e where e.matter = m.id and e.type = 'notice-given' order by e.version limit 1) n on true
  left join lateral (select e.at, exists (select 1 from jsonb_array_elements(e.body->'findings') f where (f->>'breach')::boolean) as cause
    from conduct.event e where e.matter = m.id and e.type = 'reviewed' order by e.version desc limit 1) r on true
  left join lateral (select e.at, e.body->>'how' as how, e.body->'sanction'->>'kind' as sanction,
      exists (select 1 from jsonb_array_elements(e.body->'findings') f where (f->>'breach')::boolean) as breach
    from conduct.event e where e.matter = m.id and e.type = 'decided' order by e.version limit 1) d on true
  left join lateral (select e.at from conduct.event e where e.matter = m.id and e.type = 'appealed' order by e.version limit 1) a on true
  left join lateral (select e.body->>'effect' as effect from conduct.event e where e.matter = m.id and e.type = 'appeal-decided' order by e.version limit 1) x on true
  left join lateral (select e.body->'sanction'->>'kind' as kind from conduct.event e where e.matter = m.id and e.type = 'took-effect' order by e.version desc limit 1) t on true
  left join lateral (select e.at, e.body->>'achieved' as achieved from conduct.event e where e.matter = m.id and e.type = 'closing-told' order by e.version limit 1) g on true
  left join lateral (select min(e.at) as at from conduct.event e where e.matter = m.id and (e.type in ('took-effect','dropped','ended','closing-told'))) c on true;

-- Grants ------------------------------------------------------------------------------------------------------------

revoke execute on all functions in schema conduct from public;
grant usage on schema people, ledger, post to evenhand_conduct, evenhand_panel;
grant usage on schema conduct to evenhand_measure, evenhand_director;
grant execute on function ledger.append to evenhand_conduct, evenhand_panel;
grant usage on schema ledger to evenhand_candidate;

-- Whoever handles a matter.
grant select on conduct.matter, conduct.party, conduct.said, conduct.access, conduct.bar, conduct.seat, conduct.evidence_file,
  conduct.letter, conduct.notice, conduct.effect, conduct.pool, conduct.unmask_request, conduct.unmask_answer to evenhand_conduct;
grant select (id, matter, panel, commitment, committed_at, revealed_at), insert (id, matter, panel, commitment, seed) on conduct.draw to evenhand_conduct;
grant select (matter, version, type, body, at, actor), insert (matter, version, type, body) on conduct.event to evenhand_conduct;
grant insert (id, matter, role, key, person, full_name, former_names, contact, naming, concern, hopes, language) on conduct.party to evenhand_conduct;
grant insert (id, matter, key, words) on conduct.said to evenhand_conduct;
grant insert (matter, person, why) on conduct.bar to evenhand_conduct;
grant insert (matter, evidence, which, sha256, media_type, bytes, original_name) on conduct.evidence_file to evenhand_conduct;
grant update (returned_on) on conduct.letter to evenhand_conduct;
grant insert (id, matter, key, reason) on conduct.unmask_request to evenhand_conduct, evenhand_panel;
grant execute on function conduct.on_list, conduct.is_concerned, conduct.open, conduct.let_in, conduct.colleagues, conduct.leave_for_tie,
  conduct.find_person, conduct.bound_of, conduct.reveal_draw, conduct.pool_for, conduct.past_sanctions, conduct.tell, conduct.tell_panel,
  conduct.show_party to evenhand_conduct;
create policy handlers on conduct.matter for select to evenhand_conduct using (conduct.on_list(id, 'handler'));
do $$
declare t text;
begin
  foreach t in array array['party','event','said','access','bar','seat','draw','evidence_file','letter','notice','effect'] loop
    execute format('create policy handlers on conduct.%I for select to evenhand_conduct using (conduct.on_list(matter, ''handler''))', t);
  end loop;
  foreach t in array array['party','said','bar','draw','evidence_file'] loop
    execute format('create policy handlers_write on conduct.%I for insert to evenhand_conduct with check (conduct.on_list(matter, ''handler''))', t);
  end loop;
end $$;
create policy handlers_note on conduct.letter for update to evenhand_conduct using (conduct.on_list(matter, 'handler')) with check (conduct.on_list(matter, 'handler'));
create policy handlers_read on conduct.pool for select to evenhand_conduct using (true);
create policy handlers_act on conduct.event for insert to evenhand_conduct with check (conduct.on_list(matter, 'handler') and type in
  ('received','joined','screened','draw-committed','panel-seated','member-left','notice-given','response-closed','evidence-added','evidence-handed',
   'disclosed','investigation-closed','hearing-noticed','took-effect','published','corrected','condition-checked','went-on','dropped',
   'interim-suspended','stayed','stay-lifted','reopened','ended','extended','redelivered','closing-told','promise-broken','appeal-time-passed','responded'));
create policy own_requests on conduct.unmask_request for select to evenhand_conduct, evenhand_panel using (asked_by = front.me());
create policy own_requests on conduct.unmask_answer for select to evenhand_conduct, evenhand_panel
  using (exists (select 1 from conduct.unmask_request q where q.id = request and q.asked_by = front.me()));
create policy asked_on_list on conduct.unmask_request for insert to evenhand_conduct, evenhand_panel
  with check (asked_by = front.me() and (conduct.on_list(matter, 'handler') or conduct.on_list(matter, 'panel')));

-- Whoever was drawn: the record under labels, copies without names, their own seat. No party, no raw word, no other matter.
grant select on conduct.matter, conduct.seat, conduct.evidence_file, conduct.pool, conduct.unmask_request, conduct.unmask_answer to evenhand_panel;
grant update (interests) on conduct.pool to evenhand_panel;
grant select (matter, version, type, body, at), insert (matter, version, type, body) on conduct.event to evenhand_panel;
grant execute on function conduct.on_list, conduct.is_concerned, conduct.leave_for_tie, conduct.past_sanctions, conduct.tell, conduct.show_party to evenhand_panel;
create policy drawn on conduct.matter for select to evenhand_panel using (conduct.on_list(id, 'panel'));
create policy drawn on conduct.event for select to evenhand_panel using (conduct.on_list(matter, 'panel'));
create policy drawn on conduct.seat for select to evenhand_panel using (conduct.on_list(matter, 'panel'));
create policy drawn on conduct.evidence_file for select to evenhand_panel using (which = 'copy' and conduct.on_list(matter, 'panel'));
create policy own_place on conduct.pool for select to evenhand_panel using (person = front.me());
create policy own_interests on conduct.pool for update to evenhand_panel using (person = front.me()) with check (person = front.me());
create policy drawn_judge on conduct.event for insert to evenhand_panel with check (conduct.on_list(matter, 'panel') and (type in
  ('screening-appeal-decided','reviewed','heard','offered','decided','appeal-decided','interim-appeal-decided','reinstatement-decided','promise-broken','appeal-time-passed')
  or (type = 'member-left' and body->>'person' = front.me()::text)));

-- The respondent.
grant execute on function conduct.on_list, conduct.my_matters, conduct.shown_to_respondent, conduct.shown_evidence, conduct.tell,
  conduct.append_line to evenhand_candidate;
grant insert (matter, version, type, body) on conduct.event to evenhand_candidate;
grant insert (id, matter, key, words) on conduct.said to evenhand_candidate;
grant select on conduct.evidence_file to evenhand_candidate;
grant select (id, matter, version, kind, subject, words, sha256, written_at) on conduct.letter to evenhand_candidate;
grant select on conduct.party to evenhand_candidate;
create policy respondent_acts on conduct.event for insert to evenhand_candidate with check (conduct.on_list(matter, 'respondent') and type in
  ('responded','appealed','interim-appealed','reinstatement-asked','declined','decided','promise-broken','appeal-time-passed'));
create policy respondent_says on conduct.said for insert to evenhand_candidate with check (conduct.on_list(matter, 'respondent') and key = 'respondent');
create policy respondent_shown on conduct.evidence_file for select to evenhand_candidate
  using (which = 'copy' and conduct.on_list(matter, 'respondent') and evidence in (select conduct.shown_evidence(matter)));
create policy respondent_self on conduct.party for select to evenhand_candidate using (person = front.me() and conduct.on_list(matter, 'respondent'));
create policy respondent_letters on conduct.letter for select to evenhand_candidate
  using (exists (select 1 from conduct.party p where p.id = party and p.person = front.me()));

-- The custodian: requests and consents.
grant execute on function conduct.unmask_asked to evenhand_custodian;
grant insert (request, consented, reason) on conduct.unmask_answer to evenhand_custodian;
create policy custodian_answers on conduct.unmask_answer for insert to evenhand_custodian with check (answered_by = front.me());

-- The board sees where a promise was broken; the director keeps the pool; the auditor sees who acted when, and no words.
grant execute on function conduct.broken_promises to evenhand_board;
grant execute on function conduct.is_concerned to evenhand_auditor;
grant select, insert on conduct.pool to evenhand_director;
grant update (is_public, trained_until, term_ends) on conduct.pool to evenhand_director;
create policy director_keeps on conduct.pool for all to evenhand_director using (true) with check (true);
grant select on conduct.matter to evenhand_auditor;
grant select (matter, version, type, at, actor) on conduct.event to evenhand_auditor;
grant select on conduct.access to evenhand_auditor;
create policy auditor_reads on conduct.matter for select to evenhand_auditor using (not conduct.is_concerned(id, front.me()));
create policy auditor_reads on conduct.event for select to evenhand_auditor using (not conduct.is_concerned(matter, front.me()));
create policy auditor_reads on conduct.access for select to evenhand_auditor using (not conduct.is_concerned(matter, front.me()));

-- The public and the holder of a receipt.
grant execute on function conduct.notices, conduct.shown_on to evenhand_public, evenhand_candidate;
grant execute on function conduct.complaint_of, conduct.shown_to_complainant, conduct.letters_by_receipt, conduct.by_complainant to evenhand_public;

-- The worker: keeps the clocks, tells, and retires what has been kept long enough.
grant select on conduct.matter, conduct.party, conduct.letter to evenhand_worker;
grant insert (id, matter, party, version, kind, subject, words, sha256) on conduct.letter to evenhand_worker;
grant select (matter, version, type, body, at), insert (matter, version, type, body) on conduct.event to evenhand_worker;
grant execute on function conduct.tell, conduct.retire to evenhand_worker;
create policy worker_keeps_time on conduct.matter for select to evenhand_worker using (true);
create policy worker_keeps_time on conduct.event for select to evenhand_worker using (true);
-- Names, to take them out of what those concerned write before anybody reads it.
create policy worker_labels on conduct.party for select to evenhand_worker using (true);
-- Letters follow from events, whoever acted; they are written by the worker, who reads what each reader may know.
create policy worker_writes on conduct.letter for select to evenhand_worker using (true);
create policy worker_writes_down on conduct.letter for insert to evenhand_worker with check (true);
create function conduct.enqueue_letters() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('write-letters', json_build_object('matter', new.matter), job_key := 'letters ' || new.matter, max_attempts := 10);
  return new;
end $$;
create trigger enqueue_letters after insert on conduct.event for each row execute function conduct.enqueue_letters();
revoke execute on function conduct.enqueue_letters from public;
create policy worker_notes_time on conduct.event for insert to evenhand_worker with check (type in ('promise-broken','appeal-time-passed'));

grant select on conduct.outcome to evenhand_measure;

-- The line of the log about a matter opens to the respondent.
create function conduct.is_label_of_mine(a_label text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.matter m where m.label = a_label and conduct.on_list(m.id, 'respondent'))
$$;
revoke execute on function conduct.is_label_of_mine from public;
grant execute on function conduct.is_label_of_mine to evenhand_candidate;
create policy respondent_own on ledger.opening for select to evenhand_candidate using (conduct.is_label_of_mine(plain->>'matter'));

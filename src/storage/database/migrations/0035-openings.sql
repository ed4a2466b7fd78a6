-- Openings: who may serve the body, how they are found, and who sits where. What a body promises about its boards is kept here:
-- how many seats, how many of them for people who never worked in the profession, how often somebody may serve.
-- Nothing here reads a complaint: one that is not decided changes nothing, and nobody who reads, draws or decides can ask.
-- What bars from a seat is what the register shows to anybody: a credential that is suspended, revoked or over.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create schema seats;

create table seats.body (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(id) <= 40),
  title text not null check (char_length(title) between 3 and 120),
  kind text not null check (kind in ('commission','committee','item-writers','subject-matter','hearing','public-members')),
  seats int not null check (seats between 1 and 200),
  term_months int not null check (term_months between 1 and 120),
  most_terms int not null check (most_terms between 1 and 20),
  -- At least so many seats belong to people who never worked in the profession.
  public_members int not null check (public_members between 0 and seats),
  made_by uuid not null references people.person,
  made_at timestamptz not null default now()
);
select pg_temp.classed('seats.body', 'public', 'kept for good',
  array['id','title','kind','seats','term_months','most_terms','public_members','made_at']);
select pg_temp.classed('seats.body', 'personal', 'kept for good', array['made_by']);

create table seats.opening (
  id uuid primary key,
  label text not null unique,
  body text not null references seats.body,
  title text not null check (char_length(title) between 3 and 160),
  seats int not null check (seats between 1 and 200),
  how text not null check (how in ('draw','reading')),
  -- Holders of a credential of the program, or people who never worked in the profession.
  open_to text not null check (open_to in ('holders','public')),
  program text not null,
  duties text not null,
  criteria text[] not null check (cardinality(criteria) between 1 and 8),
  hours text not null,
  pay text not null,
  meetings text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  answer_by date not null check (answer_by > closes_on),
  term_from date not null check (term_from > closes_on),
  random_source text,
  random_on date check (random_on > closes_on and random_on <= answer_by),
  -- Why a quota names what people told in confidence elsewhere; without it none may.
  legal_basis text check (char_length(legal_basis) >= 20),
  place bigint not null references ledger.entry,
  published_by uuid not null references people.person,
  published_on date not null,
  check ((how = 'draw') = (random_source is not null and random_on is not null))
);
create index on seats.opening (closes_on);
select pg_temp.classed('seats.opening', 'public', 'kept for good', array['id','label','body','title','seats','how','open_to',
  'program','duties','criteria','hours','pay','meetings','opens_on','closes_on','answer_by','term_from','random_source',
  'random_on','legal_basis','place','published_on']);
select pg_temp.classed('seats.opening', 'personal', 'kept for good', array['published_by']);

create table seats.quota (
  opening uuid not null references seats.opening,
  category text not null check (char_length(category) between 1 and 60),
  value text not null check (char_length(value) between 1 and 80),
  least int not null check (least >= 0),
  most int not null check (most >= least),
  place int not null,
  primary key (opening, category, value)
);
select pg_temp.classed('seats.quota', 'public', 'kept for good', array['opening','category','value','least','most','place']);

-- Somebody thinks of somebody else: that it happened, and nothing about whom. The other is written to, and says yes or not.
create table seats.suggestion (
  id uuid primary key,
  opening uuid not null references seats.opening,
  suggested_by uuid not null references people.person,
  on_day date not null
);
create index on seats.suggestion (opening, suggested_by);
select pg_temp.classed('seats.suggestion', 'personal', 'kept 2 years after the opening is filled',
  array['id','opening','suggested_by','on_day']);

create table seats.nomination (
  id uuid primary key,
  -- What deciders, readers and the published pool call the nominee.
  label text not null unique,
  opening uuid not null references seats.opening,
  nominee uuid not null default front.me() references people.person,
  suggestion uuid references seats.suggestion,
  -- One answer for each criterion, in its order; empty where seats are filled by draw.
  statement text[] not null,
  conflicts text not null,
  -- What the nominee says of themselves in each quota category that has to be verified.
  stated jsonb not null,
  never_in_profession boolean not null,
  household text,
  on_day date not null,
  unique (opening, nominee)
);
create index on seats.nomination (nominee);
select pg_temp.classed('seats.nomination', 'internal', 'kept 7 years', array['id','label','opening','on_day']);
select pg_temp.classed('seats.nomination', 'personal', 'kept 2 years after the opening is filled',
  array['nominee','suggestion','statement','conflicts','stated','never_in_profession','household']);

create table seats.withdrawal (
  nomination uuid primary key references seats.nomination,
  on_day date not null
);
select pg_temp.classed('seats.withdrawal', 'personal', 'kept 2 years after the opening is filled', array['nomination','on_day']);

create table seats.attribute (
  nomination uuid not null references seats.nomination,
  category text not null,
  value text not null,
  source text not null check (char_length(source) between 3 and 200),
  -- Nobody where the database itself looked it up.
  verified_by uuid references people.person,
  on_day date not null,
  primary key (nomination, category)
);
select pg_temp.classed('seats.attribute', 'personal', 'kept 2 years after the opening is filled',
  array['nomination','category','value','source','verified_by','on_day']);

-- Who is not in the pool, and why: whoever it is reads it.
create table seats.set_aside (
  nomination uuid primary key references seats.nomination,
  reason text not null check (char_length(reason) >= 10),
  set_by uuid not null references people.person,
  on_day date not null
);
select pg_temp.classed('seats.set_aside', 'personal', 'kept 2 years after the opening is filled',
  array['nomination','reason','set_by','on_day']);

create table seats.reading (
  nomination uuid not null references seats.nomination,
  reader uuid not null default front.me() references people.person,
  -- 0 to 3 for each criterion, in its order.
  scores int[] not null,
  note text not null,
  on_day date not null,
  primary key (nomination, reader)
);
select pg_temp.classed('seats.reading', 'personal', 'kept 7 years', array['nomination','reader','scores','note','on_day']);

create table seats.decided (
  nomination uuid primary key references seats.nomination,
  chosen boolean not null,
  reason text not null check (char_length(reason) >= 20),
  decided_by uuid not null default front.me() references people.person,
  on_day date not null,
  accept_by date not null,
  place bigint not null references ledger.entry
);
select pg_temp.classed('seats.decided', 'personal', 'kept 7 years',
  array['nomination','chosen','reason','decided_by','on_day','accept_by','place']);

-- The pool of a draw as it was closed and published, with everybody's tickets and one number that stands for all of it.
create table seats.committed (
  opening uuid primary key references seats.opening,
  pool text not null,
  quotas text not null,
  tickets text not null,
  -- By label: how many of the tickets hold each person, and their chance.
  held jsonb not null,
  commits jsonb not null,
  commitment text not null,
  seed bytea not null,
  place bigint not null references ledger.entry,
  opens_with bytea not null,
  committed_by uuid not null default front.me() references people.person,
  on_day date not null
);
select pg_temp.classed('seats.committed', 'public', 'kept for good',
  array['opening','pool','quotas','tickets','held','commits','commitment','place','opens_with','on_day']);
select pg_temp.classed('seats.committed', 'secret', 'told with the draw', array['seed']);
select pg_temp.classed('seats.committed', 'personal', 'kept for good', array['committed_by']);

-- Number 0 is the draw; each later number fills the seats of those who declined.
create table seats.drawn (
  opening uuid not null references seats.committed (opening),
  number int not null check (number >= 0),
  how text not null check (how in ('draw','alternate','replacement')),
  public_words text not null check (char_length(public_words) between 3 and 200),
  -- The draw as a stranger replays it; null where an alternate named before takes a seat.
  published text,
  panel text[] not null,
  fresh text[] not null,
  gone text[] not null,
  accept_by date not null,
  place bigint not null references ledger.entry,
  opens_with bytea not null,
  drawn_by uuid not null default front.me() references people.person,
  on_day date not null check (accept_by > on_day),
  primary key (opening, number)
);
select pg_temp.classed('seats.drawn', 'public', 'kept for good', array['opening','number','how','public_words','published','panel',
  'fresh','gone','accept_by','place','opens_with','on_day']);
select pg_temp.classed('seats.drawn', 'personal', 'kept for good', array['drawn_by']);

create table seats.answer (
  nomination uuid primary key references seats.nomination,
  answer text not null check (answer in ('accepted','declined','lapsed')),
  answered_by uuid not null default front.me() references people.person,
  on_day date not null
);
select pg_temp.classed('seats.answer', 'personal', 'kept 7 years', array['nomination','answer','answered_by','on_day']);

create table seats.term (
  id uuid primary key,
  body text not null references seats.body,
  person uuid not null references people.person,
  nomination uuid unique references seats.nomination,
  role text not null check (role in ('member','chair')),
  public_member boolean not null,
  from_day date not null,
  until_day date not null check (until_day > from_day)
);
create index on seats.term (body, until_day);
create index on seats.term (person);
select pg_temp.classed('seats.term', 'personal', 'kept for good: who served is part of the record of a body',
  array['id','body','person','nomination','role','public_member','from_day','until_day']);

create table seats.term_end (
  term uuid primary key references seats.term,
  why text not null check (char_length(why) >= 3),
  on_day date not null
);
select pg_temp.classed('seats.term_end', 'personal', 'kept for good', array['term','why','on_day']);

do $$
declare t text;
begin
  foreach t in array array['body','opening','quota','suggestion','nomination','withdrawal','attribute','set_aside','reading',
      'decided','committed','drawn','answer','term','term_end'] loop
    execute format('alter table seats.%I enable row level security', t);
    execute format('alter table seats.%I force row level security', t);
    execute format('create policy owner_works on seats.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- What is so ----------------------------------------------------------------------------------------------------------

-- A credential that stands on a day, as the register shows it to anybody.
create function seats.holds(a_person uuid, a_program text, on_a_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from register.credential c where c.person = a_person and c.program = a_program
    and register.is_good(c.id, on_a_day))
$$;

-- Nobody who holds a credential, or ever asked for one, is a stranger to the profession.
create function seats.is_stranger(a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from register.credential c where c.person = a_person)
    and not exists (select 1 from casework.subject s join casework.matter m on m.id = s.matter
      where s.person = a_person and m.kind = 'eligibility')
    and not exists (select 1 from people.office o where o.person = a_person)
$$;

create function seats.qualifies(an_opening uuid, a_person uuid, on_a_day date) returns boolean
language sql stable security definer set search_path = '' as $$
  select case o.open_to when 'holders' then seats.holds(a_person, o.program, on_a_day) else seats.is_stranger(a_person) end
  from seats.opening o where o.id = an_opening
$$;
create function seats.i_qualify(an_opening uuid, on_a_day date) returns boolean
language sql stable security definer set search_path = '' as
  $$ select coalesce(seats.qualifies(an_opening, front.me(), on_a_day), false) $$;

create function seats.sitting(a_body text, on_a_day date)
returns table (term uuid, person uuid, public_member boolean, role text, until_day date)
language sql stable security definer set search_path = '' as $$
  select t.id, t.person, t.public_member, t.role, t.until_day from seats.term t
  where t.body = a_body and t.from_day <= on_a_day and t.until_day >= on_a_day
    and not exists (select 1 from seats.term_end e where e.term = t.id and e.on_day <= on_a_day)
$$;

-- For anybody: how many seats are filled, never by whom.
create function seats.standing(a_body text, on_a_day date)
returns table (filled int, public_filled int, next_free date)
language sql stable security definer set search_path = '' as $$
  select count(*)::int, (count(*) filter (where s.public_member))::int, min(s.until_day) from seats.sitting(a_body, on_a_day) s
$$;

-- Who sits on the panel after the latest draw or replacement of an opening.
create function seats.panel_of(an_opening uuid) returns text[]
language sql stable security definer set search_path = '' as
  $$ select d.panel from seats.drawn d where d.opening = an_opening order by d.number desc limit 1 $$;

create function seats.is_mine(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from seats.nomination n where n.id = a_nomination and n.nominee = front.me()) $$;

-- Who may read a statement: nobody who is nominated for the same opening, or suggested somebody.
create function seats.may_read(a_nomination uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from seats.nomination n join seats.opening o on o.id = n.opening
    where n.id = a_nomination and o.how = 'reading'
      and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
      and not exists (select 1 from seats.set_aside a where a.nomination = n.id)
      and not exists (select 1 from seats.nomination m where m.opening = n.opening and m.nominee = front.me())
      and not exists (select 1 from seats.suggestion s where s.opening = n.opening and s.suggested_by = front.me()))
$$;

-- Nobody decides where they want a seat themselves.
create function seats.is_apart(an_opening uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from seats.nomination n where n.opening = an_opening and n.nominee = front.me())
$$;
-- Who lives together, as numbers: a draw needs no more than that, and nobody who decides reads where anybody lives.
create function seats.households(an_opening uuid) returns table (nomination uuid, household text)
language sql stable security definer set search_path = '' as $$
  select n.id, dense_rank() over (order by n.household)::text from seats.nomination n
  where n.opening = an_opening and n.household is not null and seats.is_apart(an_opening)
$$;
-- For whoever holds what a nominee states against the records: whose records to look in.
create function seats.nominee_name(a_nomination uuid) returns text
language sql stable security definer set search_path = '' as $$
  select p.full_name from seats.nomination n join people.person p on p.id = n.nominee
  where n.id = a_nomination and seats.is_apart(n.opening)
$$;
create function seats.opening_of(a_nomination uuid) returns uuid
language sql stable security definer set search_path = '' as
  $$ select n.opening from seats.nomination n where n.id = a_nomination $$;

-- Everybody who qualifies is written to, known or not. The sender learns how many, and nobody's name or address.
create function seats.tell_everybody(an_opening uuid, a_subject text, a_text text, on_a_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare told int;
begin
  insert into post.mail (id, to_person, to_address, subject, body)
    select gen_random_uuid(), p.id, p.email, a_subject, a_text from people.person p
    where seats.qualifies(an_opening, p.id, on_a_day);
  get diagnostics told = row_count;
  return told;
end $$;

create function seats.tell_nominee(an_id uuid, a_nomination uuid, a_subject text, a_text text) returns void
language sql security definer set search_path = '' as $$
  insert into post.mail (id, to_person, to_address, subject, body)
    select an_id, p.id, p.email, a_subject, a_text
    from seats.nomination n join people.person p on p.id = n.nominee where n.id = a_nomination
$$;

-- What keeps the promises ----------------------------------------------------------------------------------------------

create function seats.guard_quota() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from seats.opening o where o.id = new.opening and o.how = 'draw') then
    raise exception 'quotas belong to a draw' using errcode = 'EH005';
  end if;
  if new.category not in ('setting','region','program','level','first-time')
      and not exists (select 1 from seats.opening o where o.id = new.opening and o.legal_basis is not null) then
    raise exception 'a quota on anything else needs a recorded legal basis' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_quota before insert on seats.quota for each row execute function seats.guard_quota();

create function seats.guard_nomination() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = new.opening;
  if new.nominee is distinct from front.me() then
    raise exception 'nobody is nominated without saying yes' using errcode = 'EH002';
  end if;
  if new.on_day < o.opens_on or new.on_day > o.closes_on then
    raise exception 'the opening takes no nominations on this day' using errcode = 'EH005';
  end if;
  if not seats.qualifies(new.opening, new.nominee, new.on_day) or (o.open_to = 'public' and not new.never_in_profession) then
    raise exception 'this opening is for others' using errcode = 'EH003';
  end if;
  if o.how = 'reading' and cardinality(new.statement) <> cardinality(o.criteria) then
    raise exception 'every criterion is answered' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_nomination before insert on seats.nomination for each row execute function seats.guard_nomination();

-- What the database knows by itself is not asked, and cannot be claimed: the program held, and whether it is the first time.
create function seats.look_up() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into seats.attribute (nomination, category, value, source, verified_by, on_day)
    select new.id, q.category,
      case q.category when 'program' then
        (select c.program from register.credential c where c.person = new.nominee and register.is_good(c.id, new.on_day)
          order by c.issued_at limit 1)
      else case when exists (select 1 from seats.term t where t.person = new.nominee) then 'served before' else 'first time' end end,
      'looked up in the records of the body', null, new.on_day
    from (select distinct category from seats.quota where opening = new.opening and category in ('program','first-time')) q;
  return new;
end $$;
create trigger look_up after insert on seats.nomination for each row execute function seats.look_up();

create function seats.guard_pool() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from seats.committed c where c.opening = seats.opening_of(new.nomination)) then
    raise exception 'the pool is closed' using errcode = 'EH005';
  end if;
  if tg_table_name = 'set_aside' and not seats.is_apart(seats.opening_of(new.nomination)) then
    raise exception 'nobody works on an opening they are nominated for' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_pool before insert on seats.withdrawal for each row execute function seats.guard_pool();
create trigger guard_pool before insert on seats.set_aside for each row execute function seats.guard_pool();

create function seats.guard_attribute() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from seats.committed c where c.opening = seats.opening_of(new.nomination)) then
    raise exception 'the pool is closed' using errcode = 'EH005';
  end if;
  if new.verified_by is not null and (new.verified_by <> front.me() or seats.is_mine(new.nomination)) then
    raise exception 'nobody verifies what they say of themselves' using errcode = 'EH003';
  end if;
  if new.verified_by is null and pg_trigger_depth() < 2 then
    raise exception 'a named human verifies' using errcode = 'EH002';
  end if;
  if not exists (select 1 from seats.quota q where q.opening = seats.opening_of(new.nomination) and q.category = new.category
      and q.value = new.value) then
    raise exception 'the quotas of this opening have no such value' using errcode = 'EH003';
  end if;
  return new;
end $$;
create trigger guard_attribute before insert on seats.attribute for each row execute function seats.guard_attribute();

create function seats.guard_reading() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = seats.opening_of(new.nomination);
  if new.reader <> front.me() or not seats.may_read(new.nomination) then
    raise exception 'a reader reads statements of others, for themselves' using errcode = 'EH003';
  end if;
  if new.on_day <= o.closes_on or (select count(*) from seats.reading r where r.nomination = new.nomination) >= 2
      or exists (select 1 from seats.decided d where d.nomination = new.nomination) then
    raise exception 'two read, after the opening has closed and before it is decided' using errcode = 'EH005';
  end if;
  if cardinality(new.scores) <> cardinality(o.criteria) or not (0 <= all (new.scores) and 3 >= all (new.scores)) then
    raise exception 'every criterion has 0 to 3 points' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_reading before insert on seats.reading for each row execute function seats.guard_reading();

create function seats.guard_decided() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = seats.opening_of(new.nomination);
  if new.decided_by <> front.me() or not seats.is_apart(o.id)
      or exists (select 1 from seats.reading r where r.nomination = new.nomination and r.reader = front.me()) then
    raise exception 'who decides has read nothing of it before and wants no seat' using errcode = 'EH003';
  end if;
  if o.how <> 'reading' or (select count(*) from seats.reading r where r.nomination = new.nomination) < 2
      or exists (select 1 from seats.withdrawal w where w.nomination = new.nomination) then
    raise exception 'two have read it first' using errcode = 'EH005';
  end if;
  perform pg_advisory_xact_lock(hashtext('seats ' || o.body));
  -- Whoever was chosen and has not answered by their day is taken to decline.
  if new.chosen and (select count(*) from seats.decided d join seats.nomination n on n.id = d.nomination
      left join seats.answer a on a.nomination = n.id
      where n.opening = o.id and d.chosen
        and coalesce(a.answer, case when d.accept_by < new.on_day then 'lapsed' else 'accepted' end) = 'accepted') >= o.seats then
    raise exception 'every seat of this opening has somebody chosen for it' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_decided before insert on seats.decided for each row execute function seats.guard_decided();

create function seats.guard_committed() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening;
begin
  select * into o from seats.opening where id = new.opening;
  if new.committed_by <> front.me() or not seats.is_apart(new.opening) then
    raise exception 'whoever draws is not in the pool' using errcode = 'EH003';
  end if;
  if o.how <> 'draw' or new.on_day <= o.closes_on or new.on_day >= o.random_on then
    raise exception 'a draw is committed to after the pool has closed and before the public numbers are known' using errcode = 'EH005';
  end if;
  if exists (select 1 from seats.nomination n where n.opening = new.opening
      and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
      and not exists (select 1 from seats.set_aside a where a.nomination = n.id)
      and (not new.held ? n.label or exists (select 1 from seats.quota q where q.opening = n.opening
        and not exists (select 1 from seats.attribute a where a.nomination = n.id and a.category = q.category)))) then
    raise exception 'everybody is in the pool with verified attributes, or set aside with a reason' using errcode = 'EH005';
  end if;
  if exists (select 1 from jsonb_object_keys(new.held) k where not exists (select 1 from seats.nomination n
      where n.opening = new.opening and n.label = k
        and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
        and not exists (select 1 from seats.set_aside a where a.nomination = n.id))) then
    raise exception 'only nominees are in the pool' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_committed before insert on seats.committed for each row execute function seats.guard_committed();

create function seats.guard_drawn() returns trigger language plpgsql security definer set search_path = '' as $$
declare o seats.opening; c seats.committed; last seats.drawn;
begin
  select * into o from seats.opening where id = new.opening;
  select * into c from seats.committed where opening = new.opening;
  select * into last from seats.drawn where opening = new.opening order by number desc limit 1;
  if new.drawn_by <> front.me() or not seats.is_apart(new.opening) then
    raise exception 'whoever draws is not in the pool' using errcode = 'EH003';
  end if;
  if new.number <> coalesce(last.number + 1, 0) or new.on_day < o.random_on or (new.number = 0) <> (new.how = 'draw')
      or (new.number > 0 and cardinality(new.fresh) = 0) then
    raise exception 'this does not follow what was drawn before' using errcode = 'EH005';
  end if;
  if cardinality(new.panel) > o.seats or exists (select 1 from unnest(new.panel) p where not c.held ? p)
      or not new.fresh <@ new.panel then
    raise exception 'the panel comes from the published pool' using errcode = 'EH005';
  end if;
  if new.number > 0 and (not last.panel <@ (new.panel || new.gone) or exists (select 1 from unnest(new.gone) g
      where not exists (select 1 from seats.nomination n join seats.answer a on a.nomination = n.id
        where n.opening = new.opening and n.label = g and a.answer in ('declined','lapsed')))) then
    raise exception 'who sits keeps the seat, and only seats that were declined are drawn again' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_drawn before insert on seats.drawn for each row execute function seats.guard_drawn();

create function seats.guard_answer() returns trigger language plpgsql security definer set search_path = '' as $$
declare n seats.nomination; o seats.opening; until date;
begin
  select * into n from seats.nomination where id = new.nomination;
  select * into o from seats.opening where id = n.opening;
  until := case o.how
    when 'draw' then (select d.accept_by from seats.drawn d where d.opening = o.id and n.label = any (d.fresh) order by d.number desc limit 1)
    else (select d.accept_by from seats.decided d where d.nomination = n.id and d.chosen) end;
  if until is null or (o.how = 'draw' and not n.label = any (seats.panel_of(o.id))) then
    raise exception 'there is no seat to answer for' using errcode = 'EH005';
  end if;
  if new.answered_by is distinct from front.me() or (new.answer <> 'lapsed') <> (n.nominee = front.me()) then
    raise exception 'everybody answers for themselves' using errcode = 'EH003';
  end if;
  if (new.answer = 'lapsed') <> (new.on_day > until) then
    raise exception 'the last day counts to its end' using errcode = 'EH005';
  end if;
  return new;
end $$;
create trigger guard_answer before insert on seats.answer for each row execute function seats.guard_answer();

-- A seat that is accepted is taken, under the promises of the body.
create function seats.take_seat() returns trigger language plpgsql security definer set search_path = '' as $$
declare n seats.nomination; o seats.opening; b seats.body;
begin
  if new.answer = 'accepted' then
    select * into n from seats.nomination where id = new.nomination;
    select * into o from seats.opening where id = n.opening;
    select * into b from seats.body where id = o.body;
    insert into seats.term (id, body, person, nomination, role, public_member, from_day, until_day) values (gen_random_uuid(),
      b.id, n.nominee, n.id, 'member', o.open_to = 'public', o.term_from,
      (o.term_from + make_interval(months => b.term_months))::date - 1);
  end if;
  return new;
end $$;
create trigger take_seat after insert on seats.answer for each row execute function seats.take_seat();

create function seats.guard_term() returns trigger language plpgsql security definer set search_path = '' as $$
declare b seats.body; o seats.opening; filled int; public_filled int;
begin
  select * into b from seats.body where id = new.body;
  perform pg_advisory_xact_lock(hashtext('seats ' || b.id));
  select count(*), count(*) filter (where public_member) into filled, public_filled
    from seats.sitting(b.id, new.from_day) where person <> new.person;
  if exists (select 1 from seats.sitting(b.id, new.from_day) s where s.person = new.person) then
    raise exception 'nobody sits twice' using errcode = 'EH005';
  end if;
  if (select count(*) from seats.term t where t.body = b.id and t.person = new.person) >= b.most_terms then
    raise exception 'nobody serves longer than the published limit' using errcode = 'EH003';
  end if;
  if filled >= b.seats then
    raise exception 'every seat is taken' using errcode = 'EH005';
  end if;
  if not new.public_member and b.seats - filled - 1 < b.public_members - public_filled then
    raise exception 'this seat is kept for somebody who never worked in the profession' using errcode = 'EH003';
  end if;
  if new.public_member and not seats.is_stranger(new.person) then
    raise exception 'a public member never worked in the profession' using errcode = 'EH003';
  end if;
  if not new.public_member and new.nomination is not null then
    select p.* into o from seats.opening p where p.id = seats.opening_of(new.nomination);
    if not seats.holds(new.person, o.program, new.from_day) then
      raise exception 'a credential stands on the first day of the term' using errcode = 'EH003';
    end if;
  end if;
  return new;
end $$;
create trigger guard_term before insert on seats.term for each row execute function seats.guard_term();

-- Who may -------------------------------------------------------------------------------------------------------------

revoke execute on all functions in schema seats from public;
grant usage on schema seats to evenhand_public, evenhand_candidate, evenhand_staff, evenhand_reviewer, evenhand_director,
  evenhand_auditor;

do $$
declare everybody text := 'evenhand_public, evenhand_candidate, evenhand_staff, evenhand_reviewer, evenhand_director, evenhand_auditor';
begin
  execute 'grant select (id, title, kind, seats, term_months, most_terms, public_members, made_at) on seats.body to ' || everybody;
  execute 'grant select (id, label, body, title, seats, how, open_to, program, duties, criteria, hours, pay, meetings, opens_on,
    closes_on, answer_by, term_from, random_source, random_on, legal_basis, place, published_on) on seats.opening to ' || everybody;
  execute 'grant select on seats.quota to ' || everybody;
  execute 'grant select (opening, pool, quotas, tickets, held, commits, commitment, place, opens_with, on_day) on seats.committed to ' || everybody;
  execute 'grant select (opening, number, how, public_words, published, panel, fresh, gone, accept_by, place, opens_with, on_day)
    on seats.drawn to ' || everybody;
  execute 'grant execute on function seats.standing to ' || everybody;
  execute 'create policy all_read on seats.body for select to ' || everybody || ' using (true)';
  execute 'create policy all_read on seats.opening for select to ' || everybody || ' using (true)';
  execute 'create policy all_read on seats.quota for select to ' || everybody || ' using (true)';
  execute 'create policy all_read on seats.committed for select to ' || everybody || ' using (true)';
  execute 'create policy all_read on seats.drawn for select to ' || everybody || ' using (true)';
end $$;

-- Somebody who wants a seat, or thinks of somebody: their own, and nobody else's.
grant execute on function seats.i_qualify, seats.is_mine to evenhand_candidate;
grant insert (id, opening, suggested_by, on_day) on seats.suggestion to evenhand_candidate;
create policy own_suggests on seats.suggestion for insert to evenhand_candidate with check (suggested_by = front.me());
grant select, insert (id, label, opening, suggestion, statement, conflicts, stated, never_in_profession, household, on_day)
  on seats.nomination to evenhand_candidate;
create policy own on seats.nomination for select to evenhand_candidate using (nominee = front.me());
create policy own_offers on seats.nomination for insert to evenhand_candidate with check (nominee = front.me());
grant select, insert (nomination, on_day) on seats.withdrawal to evenhand_candidate;
create policy own on seats.withdrawal for select to evenhand_candidate using (seats.is_mine(nomination));
create policy own_withdraws on seats.withdrawal for insert to evenhand_candidate with check (seats.is_mine(nomination));
grant select (nomination, category, value, source, on_day) on seats.attribute to evenhand_candidate;
create policy own on seats.attribute for select to evenhand_candidate using (seats.is_mine(nomination));
grant select (nomination, reason, on_day) on seats.set_aside to evenhand_candidate;
create policy own on seats.set_aside for select to evenhand_candidate using (seats.is_mine(nomination));
grant select (nomination, chosen, reason, on_day, accept_by, place) on seats.decided to evenhand_candidate;
create policy own on seats.decided for select to evenhand_candidate using (seats.is_mine(nomination));
grant select, insert (nomination, answer, on_day) on seats.answer to evenhand_candidate;
create policy own on seats.answer for select to evenhand_candidate using (seats.is_mine(nomination));
create policy own_answers on seats.answer for insert to evenhand_candidate
  with check (seats.is_mine(nomination) and answer in ('accepted','declined') and answered_by = front.me());

-- Staff hold what nominees say of themselves against the records. They read no statement.
grant execute on function seats.is_apart, seats.opening_of, seats.nominee_name, seats.tell_nominee to evenhand_staff;
grant select (id, label, opening, stated, household, on_day) on seats.nomination to evenhand_staff;
create policy staff_verifies on seats.nomination for select to evenhand_staff using (seats.is_apart(opening));
grant select, insert on seats.attribute to evenhand_staff;
create policy staff_reads on seats.attribute for select to evenhand_staff using (seats.is_apart(seats.opening_of(nomination)));
create policy staff_verifies on seats.attribute for insert to evenhand_staff
  with check (verified_by = front.me() and seats.is_apart(seats.opening_of(nomination)));
grant select, insert on seats.set_aside to evenhand_staff;
create policy staff_reads on seats.set_aside for select to evenhand_staff using (seats.is_apart(seats.opening_of(nomination)));
create policy staff_sets_aside on seats.set_aside for insert to evenhand_staff
  with check (set_by = front.me() and seats.is_apart(seats.opening_of(nomination)));
grant select on seats.withdrawal to evenhand_staff;
create policy staff_reads on seats.withdrawal for select to evenhand_staff using (seats.is_apart(seats.opening_of(nomination)));

-- Readers see a statement under its label, and their own points: neither a name nor what the other reader gave.
grant execute on function seats.may_read to evenhand_reviewer;
grant select (id, label, opening, statement, on_day) on seats.nomination to evenhand_reviewer;
create policy reader_reads on seats.nomination for select to evenhand_reviewer using (seats.may_read(id));
grant select, insert (nomination, scores, note, on_day) on seats.reading to evenhand_reviewer;
create policy own on seats.reading for select to evenhand_reviewer using (reader = front.me());
create policy own_reads on seats.reading for insert to evenhand_reviewer with check (reader = front.me() and seats.may_read(nomination));

-- Directors publish, draw and decide, by label. No grant gives them a name.
grant execute on function seats.is_apart, seats.opening_of, seats.tell_everybody, seats.tell_nominee, seats.panel_of, seats.households
  to evenhand_director;
grant insert (id, title, kind, seats, term_months, most_terms, public_members, made_by) on seats.body to evenhand_director;
create policy director_makes on seats.body for insert to evenhand_director with check (made_by = front.me());
grant insert on seats.opening, seats.quota to evenhand_director;
create policy director_publishes on seats.opening for insert to evenhand_director with check (published_by = front.me());
create policy director_publishes on seats.quota for insert to evenhand_director with check (true);
grant select (id, label, opening, statement, conflicts, on_day) on seats.nomination to evenhand_director;
create policy director_reads on seats.nomination for select to evenhand_director using (seats.is_apart(opening));
grant select on seats.withdrawal, seats.set_aside, seats.reading to evenhand_director;
grant select (nomination, category, value, on_day) on seats.attribute to evenhand_director;
create policy director_reads on seats.withdrawal for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
create policy director_reads on seats.set_aside for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
create policy director_reads on seats.reading for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
create policy director_reads on seats.attribute for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
grant select, insert (nomination, chosen, reason, on_day, accept_by, place) on seats.decided to evenhand_director;
create policy director_reads on seats.decided for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
create policy director_decides on seats.decided for insert to evenhand_director with check (decided_by = front.me());
grant select (seed), insert (opening, pool, quotas, tickets, held, commits, commitment, seed, place, opens_with, on_day)
  on seats.committed to evenhand_director;
create policy director_commits on seats.committed for insert to evenhand_director with check (committed_by = front.me());
grant insert (opening, number, how, public_words, published, panel, fresh, gone, accept_by, place, opens_with, on_day)
  on seats.drawn to evenhand_director;
create policy director_draws on seats.drawn for insert to evenhand_director with check (drawn_by = front.me());
grant select (nomination, answer, on_day), insert (nomination, answer, on_day) on seats.answer to evenhand_director;
create policy director_reads on seats.answer for select to evenhand_director using (seats.is_apart(seats.opening_of(nomination)));
create policy director_lapses on seats.answer for insert to evenhand_director
  with check (answer = 'lapsed' and answered_by = front.me() and seats.is_apart(seats.opening_of(nomination)));

-- Whoever works for one program of a body and not for another neither sees nor decides what is the other's, under whatever
-- office. Without a line here somebody serves all programs, as a small body needs it. Handlers, panel members and ombuds are let
-- in matter by matter, on lists of their own, and are not held to this.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table people.serves_only (
  person uuid not null references people.person on delete cascade,
  program text not null check (btrim(program) <> ''),
  since timestamptz not null default now(),
  primary key (person, program)
);
alter table people.serves_only enable row level security;
alter table people.serves_only force row level security;
select pg_temp.classed('people.serves_only', 'internal', 'kept while the account lasts', array['person','program','since']);

-- Asked of each row, so the common case is answered once a query: (select people.serves_all()).
create function people.serves_all() returns boolean language sql stable security definer set search_path = '' as
  $$ select not exists (select 1 from people.serves_only where person = front.me()) $$;
create function people.serves(a_program text) returns boolean language sql stable security definer set search_path = '' as
  $$ select people.serves_all() or exists (select 1 from people.serves_only where person = front.me() and program = a_program) $$;
create function people.serves_matter(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select people.serves_all() or exists (select 1 from casework.matter m where m.id = asked and people.serves(m.program)) $$;
create function people.serves_credential(asked text) returns boolean language sql stable security definer set search_path = '' as
  $$ select people.serves_all() or exists (select 1 from register.credential c where c.id = asked and people.serves(c.program)) $$;
revoke execute on function people.serves_all, people.serves, people.serves_matter, people.serves_credential from public;
grant execute on function people.serves_all, people.serves, people.serves_matter, people.serves_credential
  to evenhand_clerk, evenhand_reviewer, evenhand_staff, evenhand_director, evenhand_auditor;

create function pg_temp.apart(target regclass, which text) returns void language plpgsql as $$
begin
  execute format('create policy own_programs on %s as restrictive for all to evenhand_clerk, evenhand_reviewer, evenhand_staff,
    evenhand_director, evenhand_auditor using ((select people.serves_all()) or %s) with check ((select people.serves_all()) or %s)',
    target, which, which);
end $$;
select pg_temp.apart('casework.matter', 'people.serves(program)');
select pg_temp.apart('casework.claim', 'people.serves_matter(matter)');
select pg_temp.apart('casework.event', 'people.serves_matter(matter)');
select pg_temp.apart('casework.exclusion', 'people.serves_matter(matter)');
select pg_temp.apart('casework.subject', 'people.serves_matter(matter)');
select pg_temp.apart('evidence.document', 'people.serves(program)');
select pg_temp.apart('evidence.attestation_request', 'people.serves_matter(matter)');
select pg_temp.apart('audit.disclosure_request', 'people.serves_matter(matter)');
select pg_temp.apart('money.entry', 'people.serves(program)');
select pg_temp.apart('register.credential', 'people.serves(program)');
select pg_temp.apart('register.copy', 'people.serves_credential(credential)');
select pg_temp.apart('register.revocation', 'people.serves_credential(credential)');
select pg_temp.apart('renewal.lottery', 'people.serves(program)');
select pg_temp.apart('renewal.matter_of', 'people.serves_matter(matter)');
select pg_temp.apart('renewal.course_review', 'people.serves(renewal.program_of_course(activity))');
select pg_temp.apart('renewal.course_second', 'people.serves(renewal.program_of_course(activity))');
select pg_temp.apart('exam.depicted', 'people.serves(program)');
select pg_temp.apart('study.study', 'people.serves(program)');
grant execute on function renewal.program_of_course to evenhand_clerk, evenhand_staff, evenhand_director, evenhand_auditor;

-- What looks past the rows of the tables looks past no program.
create or replace function casework.is_subject(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select exists (select 1 from casework.subject s where s.person = asked and people.serves_matter(s.matter)) $$;
create or replace function casework.may_decide(asked uuid) returns boolean language sql stable security definer set search_path = '' as
  $$ select front.me() is not null and people.serves_matter(asked)
     and not exists (select 1 from casework.exclusion where matter = asked and person = front.me()) $$;
create or replace function exam.held_results()
returns table (program text, held int, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.program, count(*)::int, min(c.at)
  from exam.sitting s
  join lateral (select min(e.at) as at from exam.clock_event e where e.sitting = s.id and e.kind = 'submit') c
    on c.at is not null
  where not exists (select 1 from exam.result r where r.sitting = s.id) and people.serves(s.program)
  group by s.program order by 3
$$;
create or replace function renewal.courses_to_review(at_most int)
returns table (id uuid, program text, provider text, title text, began date, completed date, hours numeric, subjects text[],
  delivery text, claimed_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.id, c.program, a.provider, a.title, a.began, a.completed, a.hours, a.subjects, a.delivery, a.claimed_at
  from renewal.activity a join register.credential c on c.id = a.credential
  where a.approved_provider is null and a.person <> front.me() and people.serves(c.program)
    and not exists (select 1 from renewal.course_review r where r.activity = a.id)
  order by a.claimed_at, a.id limit at_most
$$;
create or replace function renewal.courses_to_look_at_again(at_most int)
returns table (id uuid, program text, provider text, title text, began date, completed date, hours numeric, subjects text[],
  delivery text, reason text, said text, promised_by date)
language sql stable security definer set search_path = '' as $$
  select a.id, c.program, a.provider, a.title, a.began, a.completed, a.hours, a.subjects, a.delivery, r.reason, p.said, p.promised_by
  from renewal.course_appeal p join renewal.activity a on a.id = p.activity join register.credential c on c.id = a.credential
  join renewal.course_review r on r.activity = a.id
  where a.person <> front.me() and r.reviewed_by <> front.me() and people.serves(c.program)
    and not exists (select 1 from renewal.course_second s where s.activity = a.id)
  order by p.promised_by, a.id limit at_most
$$;

-- Who asked for what is another program's is put on record, and an auditor reads it.
create table audit.turned_away (
  id bigint generated always as identity primary key,
  person uuid not null references people.person on delete cascade,
  route text not null check (char_length(route) between 1 and 100),
  about text check (char_length(about) <= 100),
  at timestamptz not null default now()
);
alter table audit.turned_away enable row level security;
alter table audit.turned_away force row level security;
select pg_temp.classed('audit.turned_away', 'personal', 'kept 7 years', array['id','person','route','about','at']);
create policy auditor_reads on audit.turned_away for select to evenhand_auditor using (person <> front.me());
grant select on audit.turned_away to evenhand_auditor;
create function front.turn_away(a_person uuid, a_route text, an_about text) returns void
language sql security definer set search_path = '' as
  $$ insert into audit.turned_away (person, route, about) values (a_person, left(a_route, 100), left(an_about, 100)) $$;
revoke execute on function front.turn_away from public;
grant execute on function front.turn_away to evenhand_public;

drop function front.session_of(bytea, timestamptz);
create function front.session_of(a_token_hash bytea, at timestamptz)
returns table (person uuid, full_name text, email text, demonstration boolean, offices text[], programs text[], expires_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.person, p.full_name, p.email, p.demonstration,
    coalesce((select array_agg(o.office order by o.office) from people.office o where o.person = s.person), '{}'),
    coalesce((select array_agg(o.program order by o.program) from people.serves_only o where o.person = s.person), '{}'), s.expires_at
  from front.session s join people.person p on p.id = s.person
  where s.token_hash = a_token_hash and s.expires_at > at
$$;
revoke execute on function front.session_of from public;
grant execute on function front.session_of to evenhand_public;

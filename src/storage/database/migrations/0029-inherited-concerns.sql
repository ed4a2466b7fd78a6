-- A concern that came to an ombud, the chair or the board because nobody before them may see it can become a matter in
-- their hands. And a concern that nobody at all may see does not wait in silence: the board sees that there is one.

create function conduct.inherits(a_person uuid, a_matter uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.party p join conduct.concern c on c.id = p.concern
    join conduct.concern_access a on a.concern = c.id and a.person = a_person and (a.until is null or a.until > clock_timestamp())
    where p.matter = a_matter and conduct.turn_of(c.path, a_person) is not null
      and not a_person = any (c.concerned) and not conduct.is_tied(c.id, a_person))
$$;
-- Their office opens it, or the concern is theirs; a complaint of the body itself is opened by the office alone.
create or replace function conduct.open(an_id uuid, a_label text, an_about text, a_program text, some_rules text, some_grounds text[],
  a_setting text, a_day date, a_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.holds_office_for(front.me(), an_about) and (a_concern is null or not exists (
      select 1 from conduct.concern c where c.id = a_concern and (c.path = 'conduct') = (an_about = 'person'))) then
    raise exception 'this office opens no such matter' using errcode = 'EH003';
  end if;
  if a_concern is not null and not conduct.sees(a_concern) then
    raise exception 'this concern is not theirs to open' using errcode = 'EH003';
  end if;
  insert into conduct.matter (id, label, about, program, rules, grounds, setting, opened_on)
    values (an_id, a_label, an_about, a_program, some_rules, some_grounds, a_setting, a_day);
  insert into conduct.access (matter, person, role) values (an_id, front.me(), 'handler');
end $$;
-- A colleague of the office, or somebody else to whom the concern came.
create or replace function conduct.let_in(a_matter uuid, a_person uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.on_list(a_matter, 'handler') then
    return false;
  end if;
  if conduct.is_concerned(a_matter, a_person) or exists (select 1 from conduct.seat s where s.matter = a_matter and s.person = a_person)
    or not exists (select 1 from conduct.matter m where m.id = a_matter
      and (conduct.holds_office_for(a_person, m.about) or conduct.inherits(a_person, m.id))) then
    return false;
  end if;
  insert into conduct.access (matter, person, role) values (a_matter, a_person, 'handler')
    on conflict (matter, person, role) do update set until = null;
  return true;
end $$;
create or replace function conduct.colleagues(a_matter uuid) returns table (person uuid, full_name text, is_in boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name, exists (select 1 from conduct.access a where a.matter = a_matter and a.person = p.id and a.role = 'handler' and a.until is null)
  from conduct.matter m join people.office o on conduct.holds_office_for(o.person, m.about) or conduct.inherits(o.person, m.id)
    join people.person p on p.id = o.person
  where m.id = a_matter and conduct.on_list(a_matter, 'handler') and not conduct.is_concerned(a_matter, p.id)
    and not exists (select 1 from conduct.seat s where s.matter = a_matter and s.person = p.id)
  group by p.id, p.full_name order by p.full_name
$$;

-- That nobody may see a concern is put on record in the moment it comes about, and when it is over.
create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;
create table conduct.unseen (
  concern uuid not null references conduct.concern,
  since timestamptz not null default clock_timestamp(),
  until timestamptz,
  primary key (concern, since)
);
select pg_temp.classed('conduct.unseen', 'internal', 'kept 7 years after the concern is closed', array['concern','since','until']);
alter table conduct.unseen enable row level security;
alter table conduct.unseen force row level security;
create policy owner_works on conduct.unseen to current_user using (true) with check (true);

create function conduct.somebody_sees(a_concern uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from conduct.concern_access a join conduct.concern c on c.id = a.concern
    where c.id = a_concern and (a.until is null or a.until > clock_timestamp())
      and not a.person = any (c.concerned) and conduct.turn_of(c.path, a.person) is not null
      and not conduct.is_tied(c.id, a.person))
$$;
create or replace function conduct.fill_list(a_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not conduct.somebody_sees(a_concern) then
    insert into conduct.concern_access (concern, person)
      select a_concern, fit.person from (
        select p.person, conduct.turn_of(c.path, p.person) as turn, min(conduct.turn_of(c.path, p.person)) over () as first
        from conduct.concern c cross join (select distinct o.person from people.office o) p
        where c.id = a_concern and conduct.turn_of(c.path, p.person) is not null
          and not p.person = any (c.concerned) and not conduct.may_name_person(c.who, p.person)
          and not conduct.is_tied(c.id, p.person)
          and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = p.person)) fit
      where fit.turn = fit.first
      on conflict do nothing;
  end if;
  if conduct.somebody_sees(a_concern) then
    update conduct.unseen set until = clock_timestamp() where concern = a_concern and until is null;
  else
    insert into conduct.unseen (concern) select a_concern
      where not exists (select 1 from conduct.unseen u where u.concern = a_concern and u.until is null);
  end if;
end $$;
do $$ begin perform conduct.fill_list(c.id) from conduct.concern c; end $$;

-- For members of the board who are not concerned: the label, when it came, since when nobody may see it, and no word of it.
create function conduct.unseen_concerns() returns table (label text, about text, received_at timestamptz, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.label, case c.path when 'conduct' then 'person' else 'body' end, c.received_at, u.since
  from conduct.unseen u join conduct.concern c on c.id = u.concern
  where u.until is null and c.withdrawn_at is null and not front.me() = any (c.concerned)
    and not conduct.may_name_person(c.who, front.me()) and not conduct.is_tied(c.id, front.me())
    and not exists (select 1 from conduct.concern_access a where a.concern = c.id and a.person = front.me())
  order by c.received_at limit 500
$$;

revoke execute on function conduct.inherits, conduct.somebody_sees, conduct.unseen_concerns from public;
grant execute on function conduct.unseen_concerns to evenhand_board;

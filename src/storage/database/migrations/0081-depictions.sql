-- Whom and which settings the items show, and who is served: kept by a director, item by item under its id alone. What was
-- kept before stays; the newest of a program counts.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table exam.depicted (
  id uuid primary key,
  program text not null,
  -- By variable and category, how many are served; and by item, the categories that it shows.
  served jsonb not null check (jsonb_typeof(served) = 'array' and jsonb_array_length(served) > 0),
  items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) > 0),
  source text not null check (char_length(source) between 3 and 400),
  on_day date not null,
  recorded_by uuid not null default front.me() references people.person
);
create index on exam.depicted (program, on_day);
select pg_temp.classed('exam.depicted', 'internal', 'kept for good', array['id','program','served','items','source','on_day']);
select pg_temp.classed('exam.depicted', 'personal', 'kept for good', array['recorded_by']);
alter table exam.depicted enable row level security;
alter table exam.depicted force row level security;
create policy owner_works on exam.depicted to current_user using (true) with check (true);

-- The items of every form of a program, by id: no wording, no key.
create function exam.items_of_forms(a_program text) returns table (form text, item text)
language sql stable security definer set search_path = '' as $$
  select i.form, i.item from exam.form_item i join exam.form f on f.id = i.form
  where f.program = a_program order by f.published_at, i.form, i.place
$$;
revoke execute on function exam.items_of_forms from public;

create function exam.guard_depicted() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if front.me() is not null and new.recorded_by is distinct from front.me() then
    raise exception 'a named human records, and for nobody else' using errcode = 'EH002';
  end if;
  if exists (select 1 from jsonb_array_elements(new.items) i where not exists (
      select 1 from exam.items_of_forms(new.program) f where f.item = i->>'id')) then
    raise exception 'no form of this program has such an item' using errcode = 'EH002';
  end if;
  return new;
end $$;
create trigger guard_depicted before insert on exam.depicted for each row execute function exam.guard_depicted();

grant usage on schema exam to evenhand_director, evenhand_auditor, evenhand_board;
grant execute on function exam.items_of_forms to evenhand_director, evenhand_auditor, evenhand_board;
grant select (id, program, served, items, source, on_day) on exam.depicted to evenhand_director, evenhand_auditor, evenhand_board;
grant insert (id, program, served, items, source, on_day) on exam.depicted to evenhand_director;
create policy science_reads on exam.depicted for select to evenhand_director, evenhand_auditor, evenhand_board using (true);
create policy director_records on exam.depicted for insert to evenhand_director with check (recorded_by = front.me());

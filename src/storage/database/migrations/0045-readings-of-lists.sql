-- A list of complaints or concerns, what a custodian is asked, and where promises were broken are confidential pages too:
-- each reading of one is an event. It says who opened which list and when, and nothing of what was searched for.

do $$
declare said text;
begin
  select pg_get_constraintdef(oid) into said from pg_constraint
    where conrelid = 'conduct.reading'::regclass and conname = 'reading_what_check';
  alter table conduct.reading drop constraint reading_what_check;
  execute 'alter table conduct.reading add constraint reading_what_check ' || replace(said, 'ARRAY[',
    'ARRAY[''complaint-list''::text, ''concern-list''::text, ''panel-list''::text, ''own-list''::text, ''custody''::text,'
    || ' ''promise-list''::text, ''receipt''::text, ''readings''::text, ');
end $$;
-- A list is about nothing but its reader; whoever reads one signs for the list of their own office.
alter table conduct.reading add constraint reading_list_check check (about = reader
  or what not in ('complaint-list','concern-list','panel-list','own-list','custody','promise-list','readings'));

-- The auditor reads who read what, and that is read too.
grant insert (what, about) on conduct.reading to evenhand_auditor;
create policy auditor_signs on conduct.reading for insert to evenhand_auditor with check (reader = front.me() and what = 'readings');
create index on conduct.reading (at);

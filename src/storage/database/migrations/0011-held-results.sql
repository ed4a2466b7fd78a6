-- Staff are told how many exams were handed in and could not be scored, and since when: a count by program, no person.
create function exam.held_results() returns table (program text, held int, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.program, count(*)::int, min(c.at)
  from exam.sitting s
  join lateral (select min(e.at) as at from exam.clock_event e where e.sitting = s.id and e.kind = 'submit') c
    on c.at is not null
  where not exists (select 1 from exam.result r where r.sitting = s.id)
  group by s.program order by 3
$$;
revoke execute on function exam.held_results from public;
grant usage on schema exam to evenhand_staff, evenhand_director;
grant execute on function exam.held_results to evenhand_staff, evenhand_director;

-- What people told about themselves is erased when its time is over: so many years after it was last told, as recorded
-- for the question. Runs under the login that writes answers and reads none.
create function sealed.retire() returns int language sql security definer set search_path = '' as $$
  with kept as (
    select distinct on (dimension) dimension, retention::int as years from front.dimension
    where retention ~ '^[1-9][0-9]?$' order by dimension, recorded_at desc
  ), erased as (
    delete from sealed.answer a using kept k
    where a.dimension = k.dimension and a.answered_at < now() - make_interval(years => k.years)
    returning 1
  ), longest as (select max(years) as years from kept), gone as (
    delete from sealed.source s using longest l where s.came_at < now() - make_interval(years => l.years) returning 1
  )
  select (select count(*) from erased)::int + (select count(*) from gone)::int
$$;
revoke execute on function sealed.retire from public;
grant execute on function sealed.retire to evenhand_identify;

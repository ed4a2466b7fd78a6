-- The line that a result leaves in the decision log, found by its sitting, for whoever sat it. Row by row under the
-- policy this would read the whole log; here the index is used and the answer is the person's own or nothing.
create index opening_of_result on ledger.opening ((plain ->> 'matter')) where matter is null and credential is null;
create function ledger.opening_of_result(a_sitting uuid) returns table (place bigint, salt bytea, plain jsonb)
language sql stable security definer set search_path = '' as $$
  select o.place, o.salt, o.plain from ledger.opening o
  where o.matter is null and o.credential is null and o.plain ->> 'matter' = a_sitting::text
    and exists (select 1 from exam.sitting s where s.id = a_sitting and s.person = front.me())
  order by o.place limit 1
$$;
revoke execute on function ledger.opening_of_result from public;
grant execute on function ledger.opening_of_result to evenhand_candidate;

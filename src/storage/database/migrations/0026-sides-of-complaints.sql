-- What those concerned in a complaint are shown on their own pages, and what is true of a credential today. Nothing new is
-- kept: each function shows a part of what is there, to those on the list of the matter or to anybody.

-- The pieces that were shown stand with what they are; from whom and when each was handed on stays behind.
create or replace function conduct.shown_to_respondent(a_matter uuid) returns table (version int, type text, body jsonb)
language sql stable security definer set search_path = '' as $$
  select e.version, e.type, e.body - 'hopes' - 'naming' - 'complaint' - 'by' - 'pool' - 'seed' - 'members' - 'person'
  from conduct.event e
  where e.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and e.type not in ('screened','screening-appealed','screening-appeal-decided','withdrawn','closing-told','evidence-handed','draw-committed')
    and (e.type <> 'evidence-added' or e.body->>'id' in (select conduct.shown_evidence(a_matter)))
    and not (e.type in ('promise-broken','extended') and e.body->>'to' = 'complainant')
  order by e.version
$$;

-- Whoever chose to be named to everybody is named to the respondent; of others there is not even a number.
create function conduct.named_to_respondent(a_matter uuid) returns setof text
language sql stable security definer set search_path = '' as $$
  select p.full_name from conduct.party p
  where p.matter = a_matter and conduct.on_list(a_matter, 'respondent')
    and p.role = 'complainant' and p.naming = 'to-all' and p.full_name is not null
  order by p.key
$$;

-- The lines of the log about one's own matter, with what opens their envelopes.
create index on ledger.opening ((plain->>'matter'));
create function conduct.lines_under(a_label text) returns table (place bigint, salt bytea, plain jsonb)
language sql stable security definer set search_path = '' as $$
  select o.place, o.salt, o.plain from ledger.opening o
  where o.plain->>'matter' = a_label and conduct.is_label_of_mine(a_label) order by o.place
$$;

-- The places of credentials that may not be used today, for the list that verifiers ask.
create function register.suspended_places(a_day date) returns setof int
language sql stable security definer set search_path = '' as $$
  select distinct c.status_index from register.credential c join conduct.effect e on e.credential = c.id
  where e.kind in ('interim', 'suspension') and e.ended_on is null and e.from_day <= a_day and a_day <= e.until_day
$$;

revoke execute on function conduct.named_to_respondent, conduct.lines_under, register.suspended_places from public;
grant execute on function conduct.named_to_respondent, conduct.lines_under to evenhand_candidate;
grant execute on function register.suspended_places to evenhand_public;

-- Which kept files a row still names. A file that none names is of somebody who took it back, of a draft that was given up, or of a
-- matter whose time to be kept is over.
create function evidence.files_named() returns setof text language sql stable security definer set search_path = '' as $$
  select sha256 from evidence.document
  union select sha256 from renewal.proof
  union select sha256 from conduct.evidence_file
  union select sha256 from conduct.concern_file
  union select sha256 from conduct.letter where sha256 is not null
  union select m[1] from conduct.statement s cross join lateral regexp_matches(s.files::text, '[0-9a-f]{64}', 'g') m
$$;
revoke execute on function evidence.files_named from public;
grant execute on function evidence.files_named to evenhand_worker;

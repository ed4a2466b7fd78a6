-- The issuer's page of keys as it was each time it changed, with the line of the log that says so; and credentials that are
-- signed anew after a key was stolen: what they say stays as it is, only the signature is another.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

create table register.did_document (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  document text not null check (sha256 = encode(pg_catalog.sha256(convert_to(document, 'UTF8')), 'hex')),
  why text not null check (why in ('first', 'planned', 'stolen', 'changed')),
  place bigint not null unique references ledger.entry,
  salt bytea not null,
  listed_at timestamptz not null default now()
);
select pg_temp.classed('register.did_document', 'public', 'kept for good', array['sha256','document','why','place','listed_at']);
-- The envelope of this line holds what anybody may read.
select pg_temp.classed('register.did_document', 'secret', 'kept for good; handed out with the document', array['salt']);
alter table register.did_document enable row level security;
alter table register.did_document force row level security;
create policy owner_works on register.did_document to current_user using (true) with check (true);
grant select, insert (sha256, document, why, place, salt) on register.did_document to evenhand_worker, evenhand_director;
create policy worker_keeps on register.did_document to evenhand_worker using (true) with check (true);
create policy director_keeps on register.did_document to evenhand_director using (true) with check (true);

create function register.did_document_at(a_digest text) returns text language sql stable security definer set search_path = '' as
  $$ select document from register.did_document where sha256 = a_digest $$;
create function register.did_history() returns table (sha256 text, why text, place bigint, salt bytea, listed_at timestamptz)
language sql stable security definer set search_path = '' as
  $$ select d.sha256, d.why, d.place, d.salt, d.listed_at from register.did_document d order by d.place $$;

-- Copies that count and carry a key's signature, each with the digests that the log holds for its credential, and since when.
create function register.signed_with(a_key text, after_copy text, at_most int)
returns table (id text, credential text, document jsonb, logged jsonb)
language sql stable security definer set search_path = '' as $$
  select k.id, k.credential, k.document, coalesce((select jsonb_agg(jsonb_build_object('digest', o.plain->'outcome'->>'digest',
      'at', extract(epoch from e.at) * 1000)) from ledger.opening o join ledger.entry e on e.place = o.place
      where o.credential = k.credential and o.plain->'outcome'->>'digest' is not null), '[]')
  from register.copy k
  where k.document->'proof'->>'verificationMethod' = a_key and (after_copy is null or k.id > after_copy)
    and not exists (select 1 from register.copy_end x where x.copy = k.id)
  order by k.id limit at_most
$$;

create function register.guard_document() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.document - 'proof' is distinct from old.document - 'proof' or new.valid_until is distinct from old.valid_until then
    raise exception 'a copy is signed anew as it is, or not at all' using errcode = 'EH013';
  end if;
  return new;
end $$;
create trigger guard_document before update on register.copy for each row execute function register.guard_document();
grant update (document) on register.copy to evenhand_worker;
create policy worker_signs_again on register.copy for update to evenhand_worker using (true) with check (true);

-- The director who answers for a change of keys, by the address of the account.
create function register.director_called(an_email text) returns uuid language sql stable security definer set search_path = '' as $$
  select p.id from people.person p join people.office o on o.person = p.id where p.email = lower(an_email) and o.office = 'director'
$$;
revoke execute on function register.did_document_at, register.did_history, register.signed_with, register.guard_document,
  register.director_called from public;
grant execute on function register.did_document_at to evenhand_public;
grant execute on function register.did_history to evenhand_public, evenhand_worker, evenhand_director;
grant execute on function register.signed_with, register.director_called to evenhand_worker;

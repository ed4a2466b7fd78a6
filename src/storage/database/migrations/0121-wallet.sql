-- A holder puts a copy of their credential into a wallet (OpenID for Verifiable Credential Issuance, pre-authorized code). A copy in
-- a wallet is a copy like any other: its own address, its own place on a list, its own line of the log, its bit set for good. But it
-- stands beside the public copy and takes nobody's place: the public copy, and copies in other wallets, count as before. It ends
-- when the public copy ends beside which it was made, and its holder can end it alone, where a phone was lost.

create or replace function pg_temp.classed(target regclass, class text, kept text, names text[]) returns void
language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('comment on column %s.%I is %L', target, name, class || '; ' || kept);
  end loop;
end $$;

-- Secrets lie here as hashes only. The number that is typed into the wallet is hashed together with the code, which nobody keeps: a
-- copy of this table is of no help in guessing it.
create table register.wallet_offer (
  id uuid primary key,
  credential text not null references register.credential,
  -- One form of one credential, and nothing else, can be fetched with what grows out of an offer.
  format text not null check (format in ('ldp_vc', 'dc+sd-jwt')),
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  pin_hash bytea not null check (octet_length(pin_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '10 minutes'),
  wrong_pins int not null default 0 check (wrong_pins between 0 and 5),
  token_hash bytea unique check (octet_length(token_hash) = 32),
  token_expires_at timestamptz check (token_expires_at <= made_at + interval '20 minutes'),
  check ((token_hash is null) = (token_expires_at is null))
);
select pg_temp.classed('register.wallet_offer', 'internal', 'erased when the next offer is made, but for those that led to a copy',
  array['id','format','made_at','expires_at','wrong_pins','token_expires_at']);
select pg_temp.classed('register.wallet_offer', 'personal', 'erased when the next offer is made, but for those that led to a copy',
  array['credential']);
select pg_temp.classed('register.wallet_offer', 'secret', 'erased when the next offer is made, but for those that led to a copy',
  array['code_hash','pin_hash','token_hash']);

-- Nonces are made without being written down; those that were used are, until they would have run out by themselves.
create table register.used_nonce (
  nonce_hash bytea primary key check (octet_length(nonce_hash) = 32),
  until timestamptz not null
);
select pg_temp.classed('register.used_nonce', 'internal', 'erased when it would have run out', array['nonce_hash','until']);

-- Copies in wallets count downwards from -1, so that whoever asks for the newest copy by its number finds the newest public one.
alter table register.copy drop constraint copy_number_check;
alter table register.copy drop constraint copy_why_check;
alter table register.copy add constraint copy_why_check
  check (why in ('award', 'renewal', 'reinstatement', 'name-change', 'wallet'));
alter table register.copy
  add column beside int,
  add column format text check (format in ('ldp_vc', 'dc+sd-jwt')),
  add column wallet_offer uuid unique references register.wallet_offer,
  add foreign key (credential, beside) references register.copy (credential, number),
  add constraint copy_in_wallet check ((number < 0) = (why = 'wallet') and (number < 0) = (beside is not null)
    and (number < 0) = (format is not null) and (number < 0) = (wallet_offer is not null) and coalesce(beside, 0) >= 0);
select pg_temp.classed('register.copy', 'personal', 'kept for good: somebody may hold it', array['beside','format','wallet_offer']);
create trigger never_moved_wallet before update of beside, format, wallet_offer, why on register.copy
  for each row execute function register.never_unset();

-- What a copy says of the certification: everything but its own address, place, signature, and the word by which the holder is named.
create function register.said_in(a_document jsonb) returns jsonb language sql immutable strict parallel safe set search_path = '' as
  $$ select (a_document - array['id','proof','credentialStatus']) #- '{credentialSubject,id}' $$;

create function register.guard_wallet_copy() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  o register.wallet_offer;
  k register.copy;
begin
  select * into o from register.wallet_offer x where x.id = new.wallet_offer for update;
  if o.credential is distinct from new.credential or o.format is distinct from new.format or o.token_hash is null then
    raise exception 'a copy for a wallet is made where its holder offered one, in the form that was offered, and once'
      using errcode = 'EH006';
  end if;
  select * into k from register.copy x where x.credential = new.credential order by x.number desc limit 1 for update;
  if new.beside is distinct from k.number or exists (select 1 from register.copy_end x where x.copy = k.id)
      or not register.is_good(new.credential, new.issued_on) or register.name_due(new.credential) is not null then
    raise exception 'a copy for a wallet is made beside a copy that counts' using errcode = 'EH006';
  end if;
  if new.valid_until <> k.valid_until or register.said_in(new.document) is distinct from register.said_in(k.document) then
    raise exception 'a copy for a wallet says what the public copy says' using errcode = 'EH006';
  end if;
  if (select count(*) from register.copy x where x.credential = new.credential and x.number < 0
      and not exists (select 1 from register.copy_end e where e.copy = x.id)) >= 12 then
    raise exception 'no more than twelve copies in wallets count at a time' using errcode = 'EH006';
  end if;
  return new;
end $$;
create trigger guard_wallet_copy before insert on register.copy for each row when (new.number < 0)
  execute function register.guard_wallet_copy();

-- Only of one's own credential, and only of one that counts. A new offer ends the one before it.
create function register.make_wallet_offer(an_id uuid, a_credential text, a_format text, a_code_hash bytea, a_pin_hash bytea,
  a_moment timestamptz, an_end timestamptz, a_day date) returns text
language plpgsql security definer set search_path = '' as $$
declare k register.copy;
begin
  if not renewal.is_mine(a_credential) then
    return 'no-such-credential';
  end if;
  select * into k from register.copy x where x.credential = a_credential order by x.number desc limit 1;
  if not register.is_good(a_credential, a_day) or exists (select 1 from register.copy_end x where x.copy = k.id) then
    return 'not-current';
  end if;
  -- A name was decided and the public copy does not bear it yet: no wallet is given the one before.
  if register.name_due(a_credential) is not null then
    return 'name-due';
  end if;
  if (select count(*) from register.copy x where x.credential = a_credential and x.number < 0
      and not exists (select 1 from register.copy_end e where e.copy = x.id)) >= 12 then
    return 'too-many-wallets';
  end if;
  delete from register.wallet_offer o where o.credential = a_credential
    and not exists (select 1 from register.copy x where x.wallet_offer = o.id);
  insert into register.wallet_offer (id, credential, format, code_hash, pin_hash, made_at, expires_at)
    values (an_id, a_credential, a_format, a_code_hash, a_pin_hash, a_moment, an_end);
  return 'made';
end $$;

-- The code is good once, within its minutes, with the right number. Five wrong numbers end it. What is wrong is told apart for the
-- number alone, so that whoever mistyped knows it; a code that never was and one that is over look alike.
create function register.redeem_wallet_offer(a_code_hash bytea, a_pin_hash bytea, a_token_hash bytea, a_moment timestamptz,
  a_token_end timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare o register.wallet_offer;
begin
  select * into o from register.wallet_offer x where x.code_hash = a_code_hash for update;
  if o.id is null or o.token_hash is not null or o.wrong_pins >= 5 or a_moment >= o.expires_at then
    return 'no-such-code';
  end if;
  if o.pin_hash <> a_pin_hash then
    update register.wallet_offer set wrong_pins = wrong_pins + 1 where id = o.id;
    return 'wrong-number';
  end if;
  update register.wallet_offer set token_hash = a_token_hash, token_expires_at = a_token_end where id = o.id;
  return 'redeemed';
end $$;

-- What a token opens, held for whoever answers it now; nothing where it was used or is over.
create function register.open_delivery(a_token_hash bytea, a_moment timestamptz)
returns table (offer uuid, credential text, format text, person uuid, program text)
language plpgsql security definer set search_path = '' as $$
declare o register.wallet_offer;
begin
  select * into o from register.wallet_offer x where x.token_hash = a_token_hash for update;
  -- Asked after the wait for whoever held it before.
  if o.id is null or a_moment >= o.token_expires_at or exists (select 1 from register.copy k where k.wallet_offer = o.id) then
    return;
  end if;
  return query select o.id, c.id, o.format, c.person, c.program from register.credential c where c.id = o.credential;
end $$;
-- False where it was used before.
create function register.use_nonce(a_hash bytea, a_moment timestamptz, an_end timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  delete from register.used_nonce where until < a_moment;
  insert into register.used_nonce (nonce_hash, until) values (a_hash, an_end) on conflict do nothing;
  return found;
end $$;

create function register.end_wallet_copy(a_copy text, a_day date) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into register.copy_end (copy, word, from_day)
    select k.id, 'superseded', a_day from register.copy k
    where k.id = a_copy and k.number < 0 and renewal.is_mine(k.credential) on conflict (copy) do nothing;
  return found;
end $$;

do $$
declare t text;
begin
  foreach t in array array['wallet_offer','used_nonce'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    execute format('create policy owner_works on register.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
grant insert (beside, format, wallet_offer) on register.copy to evenhand_worker;
create policy worker_fills_wallets on register.copy for insert to evenhand_worker with check (number < 0);
revoke execute on function register.said_in, register.guard_wallet_copy, register.make_wallet_offer, register.redeem_wallet_offer,
  register.open_delivery, register.use_nonce, register.end_wallet_copy from public;
grant execute on function register.make_wallet_offer, register.end_wallet_copy to evenhand_candidate;
grant execute on function register.redeem_wallet_offer to evenhand_public;
grant execute on function register.open_delivery, register.use_nonce to evenhand_worker;

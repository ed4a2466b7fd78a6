-- The line of the log beside each credential: whoever knows the unguessable address of a credential holds what the line says of
-- it, so they may open its envelopes too. Where the line says why a copy was signed (a new name, an end of a suspension), its
-- salt stays here: the envelope then proves that the line is there, and tells nothing.
create function ledger.line_of_credential(a_id text) returns table (place bigint, commitment text, salt bytea, plain jsonb)
language sql stable security definer set search_path = '' as $$
  select o.place, e.commitment,
    case when o.plain->'outcome' ? 'why' then null else o.salt end,
    case when o.plain->'outcome' ? 'why' then null else o.plain end
  from ledger.opening o join ledger.entry e on e.place = o.place
  where o.plain->>'matter' = a_id and o.credential is not null
    and e.commitment::jsonb->>'kind' in ('award', 'copy')
  order by o.place limit 1
$$;

-- Erasure: without its salt a line of the log opens to nobody, whatever is guessed. What was decided and about which matter go
-- with it; the line itself stays, because every line after it rests on it.
create function ledger.drop_salts(a_label text) returns int language plpgsql security definer set search_path = '' as $$
declare dropped int;
begin
  delete from ledger.opening where plain->>'matter' = a_label;
  get diagnostics dropped = row_count;
  return dropped;
end $$;
revoke execute on function ledger.line_of_credential, ledger.drop_salts from public;
grant execute on function ledger.line_of_credential to evenhand_public;

-- Seven years after a complaint ended, with the words and the names.
create function conduct.drop_salts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform ledger.drop_salts(m.label) from conduct.matter m where m.id = new.matter;
  return null;
end $$;
revoke execute on function conduct.drop_salts from public;
create trigger drop_salts after update of full_name on conduct.party for each row
  when (new.role = 'respondent' and new.full_name = '(erased)') execute function conduct.drop_salts();

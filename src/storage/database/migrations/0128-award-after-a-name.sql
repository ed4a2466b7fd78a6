-- A credential that waited because no paper could print its holder's name, once another one was decided.
create function register.awards_due_to_renamed()
returns table (sitting uuid, person uuid, program text, form_kind text, scored_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.sitting, a.person, a.program, a.form_kind, a.scored_at from register.awards_due(null, null) a
  where exists (select 1 from people.name_change n where n.person = a.person and n.at > a.scored_at)
$$;
revoke execute on function register.awards_due_to_renamed from public;
grant execute on function register.awards_due_to_renamed to evenhand_worker;

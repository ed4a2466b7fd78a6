-- A letter about a complaint that is still open addresses its respondent by the name that was decided; the one before stays among
-- those that are taken out of statements. A complaint that ended stays as it was.
create function conduct.follow_name() returns trigger language plpgsql security definer set search_path = '' as $$
declare asked text;
begin
  select c.answers->>'name' into asked from casework.claim c where c.matter = new.matter;
  update conduct.party p set full_name = asked,
      former_names = array(select n from unnest(array_append(p.former_names, p.full_name)) with ordinality x(n, place)
        where n <> asked group by n order by min(place))
    where p.person = new.person and p.role = 'respondent' and asked is not null and p.full_name is not null and p.full_name <> '(erased)'
      and not exists (select 1 from conduct.event e where e.matter = p.matter and e.type = 'closing-told');
  return null;
end $$;
revoke execute on function conduct.follow_name from public;
create trigger follow_name after insert on people.name_change for each row execute function conduct.follow_name();

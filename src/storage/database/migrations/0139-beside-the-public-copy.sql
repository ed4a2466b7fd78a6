-- A copy in a wallet stands as the public copy does beside which it was made: superseded where that is, with the same notices and
-- the same effects beside it. The three functions stay what they were otherwise.
do $$
declare
  f record;
  said text;
begin
  for f in select * from (values
      ('register.standing(text,date)', 'n.number = k.number', 'n.number = coalesce(k.beside, k.number)'),
      ('register.notices_beside(text)', 'k.number = (select', 'coalesce(k.beside, k.number) = (select'),
      ('conduct.shown_on(text)', 'k.number = (select', 'coalesce(k.beside, k.number) = (select')) x(name, before, after) loop
    said := pg_get_functiondef(f.name::regprocedure);
    if position(f.before in said) = 0 then
      raise exception '% is not what it was', f.name;
    end if;
    execute replace(said, f.before, f.after);
  end loop;
end $$;

-- What the measuring login reads of complaints about conduct: beside what it read before, when it was known whether there
-- was a breach, of which provisions, when an appeal was decided, how long the matter rested for a court, and when it ended
-- without a decision. Still no name, no word of anybody, and no id but those that become keys of the sealed store.

create or replace view conduct.outcome as
  select m.id as matter, m.about, m.program, m.grounds, m.setting, m.opened_on,
    (select p.person from conduct.party p where p.matter = m.id and p.role = 'respondent' limit 1) as respondent,
    (select coalesce(p.person, p.concern) from conduct.party p where p.matter = m.id and p.role = 'complainant' order by p.key limit 1) as complainant,
    (select p.naming from conduct.party p where p.matter = m.id and p.role = 'complainant' order by p.key limit 1) as naming,
    s.at as screened_at, s.goes_on as screened_in, n.at as noticed_at, r.at as reviewed_at, r.cause, d.at as decided_at, d.breach,
    d.sanction, d.how, a.at as appealed_at, x.effect as appeal_effect, t.kind as final_sanction, c.at as closed_at, g.achieved,
    (select count(*)::int from conduct.event e where e.matter = m.id and e.type = 'promise-broken') as promises_broken,
    (select e.type from conduct.event e where e.matter = m.id and e.type not in ('promise-broken','extended') order by e.version desc limit 1) as last_event,
    coalesce(d.at, case when r.cause = false then r.at end) as concluded_at,
    coalesce(d.provisions, '[]'::jsonb) as provisions,
    x.at as appeal_decided_at, g.at as told_at, l.at as left_at,
    (select coalesce(jsonb_agg(jsonb_build_object('from', e.body->>'on', 'until',
        (select u.body->>'on' from conduct.event u where u.matter = m.id and u.type = 'stay-lifted' and u.version > e.version order by u.version limit 1))
        order by e.version), '[]'::jsonb) from conduct.event e where e.matter = m.id and e.type = 'stayed') as rests
  from conduct.matter m
  left join lateral (select e.at, not exists (select 1 from jsonb_each(e.body->'answers') q where not (q.value->>'met')::boolean)
      or exists (select 1 from conduct.event u where u.matter = m.id and u.type = 'screening-appeal-decided' and (u.body->>'upheld')::boolean) as goes_on
    from conduct.event e where e.matter = m.id and e.type = 'screened' order by e.version limit 1) s on true
  left join lateral (select e.at from conduct.event e where e.matter = m.id and e.type = 'notice-given' order by e.version limit 1) n on true
  left join lateral (select e.at, exists (select 1 from jsonb_array_elements(e.body->'findings') f where (f->>'breach')::boolean) as cause
    from conduct.event e where e.matter = m.id and e.type = 'reviewed' order by e.version desc limit 1) r on true
  left join lateral (select e.at, e.body->>'how' as how, e.body->'sanction'->>'kind' as sanction,
      exists (select 1 from jsonb_array_elements(e.body->'findings') f where (f->>'breach')::boolean) as breach,
      (select jsonb_agg(distinct jsonb_build_object('number', o->'provision'->>'number', 'on', o->'provision'->>'conductOn'))
        from jsonb_array_elements(e.body->'findings') f
        join conduct.event i on i.matter = m.id and i.type in ('received','joined')
        cross join lateral jsonb_array_elements(i.body->'allegations') o
        where (f->>'breach')::boolean and o->>'id' = f->>'allegation') as provisions
    from conduct.event e where e.matter = m.id and e.type = 'decided' order by e.version limit 1) d on true
  left join lateral (select e.at from conduct.event e where e.matter = m.id and e.type = 'appealed' order by e.version limit 1) a on true
  left join lateral (select e.at, e.body->>'effect' as effect from conduct.event e where e.matter = m.id and e.type = 'appeal-decided' order by e.version limit 1) x on true
  left join lateral (select e.body->'sanction'->>'kind' as kind from conduct.event e where e.matter = m.id and e.type = 'took-effect' order by e.version desc limit 1) t on true
  left join lateral (select e.at, e.body->>'achieved' as achieved from conduct.event e where e.matter = m.id and e.type = 'closing-told' order by e.version limit 1) g on true
  left join lateral (select e.at from conduct.event e where e.matter = m.id and e.type in ('dropped','ended') order by e.version limit 1) l on true
  left join lateral (select min(e.at) as at from conduct.event e where e.matter = m.id and (e.type in ('took-effect','dropped','ended','closing-told'))) c on true;

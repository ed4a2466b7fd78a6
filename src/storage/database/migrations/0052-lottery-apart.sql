-- The lottery of audits: the public number comes after the commitment and the draw not before it; whoever draws is not in
-- the pool and decides no audit that they drew. A course is charged for once. Days are those of the body.

alter table renewal.lottery_draw add column on_day date;
comment on column renewal.lottery_draw.on_day is 'public; kept for good';

create function renewal.is_in_pool(a_lottery text, a_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from renewal.pool_entry e join register.credential c on c.id = e.credential
    where e.lottery = a_lottery and c.person = a_person)
$$;

create function renewal.guard_plan() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if front.me() is not null and coalesce((new.plan->'publicNumber'->>'on')::date <= (new.plan->>'publishedOn')::date, true) then
    raise exception 'the public number comes after the plan with its fingerprint' using errcode = 'EH012';
  end if;
  return new;
end $$;
create trigger guard_plan before insert on renewal.lottery for each row execute function renewal.guard_plan();

create function renewal.guard_draw() returns trigger language plpgsql security definer set search_path = '' as $$
declare p renewal.lottery; q renewal.lottery_pool; number_on date;
begin
  select * into p from renewal.lottery where id = new.lottery;
  select * into q from renewal.lottery_pool where lottery = new.lottery;
  number_on := (p.plan->'publicNumber'->>'on')::date;
  if number_on is null or number_on <= (p.plan->>'publishedOn')::date or number_on <= q.closed_on then
    raise exception 'the public number was known before the pool was closed' using errcode = 'EH012';
  end if;
  if new.on_day is null or new.on_day < number_on then
    raise exception 'the day of the public number has not come' using errcode = 'EH012';
  end if;
  if renewal.is_in_pool(new.lottery, new.drawn_by) then
    raise exception 'whoever draws is not in the pool' using errcode = 'EH003';
  end if;
  return new;
end $$;
-- Named so that it runs after guard_lottery, which says first whether there is a pool.
create trigger keep_draw_apart before insert on renewal.lottery_draw for each row execute function renewal.guard_draw();

-- Whoever drew an audit has no part in deciding it, nor in deciding whether its term ends.
create function renewal.shut_out_drawer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into casework.exclusion (matter, person, why)
    select distinct on (d.drawn_by) new.matter, d.drawn_by, 'drew the lottery'
    from casework.matter m
    join renewal.event e on e.credential = new.credential and e.type = 'audit-drawn'
    join renewal.lottery_draw d on d.lottery = e.body->>'lottery'
    where m.id = new.matter and m.kind in ('audit', 'term-end')
    on conflict do nothing;
  return new;
end $$;
create trigger shut_out_drawer after insert on renewal.matter_of for each row execute function renewal.shut_out_drawer();

-- What was charged for the review of a course is taken back where the claim is taken back, or made another, before anybody
-- has reviewed it. The reference carries the course: claimed again it is charged again, reviewed once it is charged once.
create function renewal.course_unclaimed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (tg_op = 'DELETE' or new.folded is distinct from old.folded)
    and not exists (select 1 from renewal.course_review r where r.activity = old.id) then
    insert into money.entry (id, person, program, matter, kind, fee, cents, currency, reference)
      select gen_random_uuid(), c.person, c.program, c.matter, 'waiver', c.fee, c.cents, c.currency, c.reference
      from money.entry c where c.person = old.person and c.kind = 'charge' and c.fee = 'course-review'
        and (c.reference || ':') like 'course-review:' || old.credential || ':'
          || left(encode(sha256(convert_to(old.folded, 'UTF8')), 'hex'), 32) || ':%'
    on conflict (person, kind, reference) do nothing;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
-- Named so that it runs before guard_activity lets a review go with a changed claim.
create trigger before_it_is_another before delete or update on renewal.activity for each row execute function renewal.course_unclaimed();

-- The date at the body of a program.
create function casework.body_today(a_program text) returns date language sql stable security definer set search_path = '' as $$
  select (now() at time zone coalesce((select l.zone from casework.published_limit l where l.program = a_program limit 1), 'UTC'))::date
$$;
create or replace function conduct.bound_of(a_person uuid, a_program text) returns table (since date, until date)
language sql stable security definer set search_path = '' as $$
  select least((select min(m.opened_on) from casework.subject s join casework.matter m on m.id = s.matter
      where s.person = a_person and m.program = a_program and m.kind = 'eligibility'),
    (select min(c.issued_at)::date from register.credential c where c.person = a_person and c.program = a_program)),
    (select case when max(register.last_day(c.id)) < casework.body_today(a_program) then max(register.last_day(c.id)) end
      from register.credential c where c.person = a_person and c.program = a_program)
$$;
create or replace function mentoring.guard_offer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.person is distinct from front.me() then
    raise exception 'nobody offers for somebody else' using errcode = 'EH003';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.person, new.program) is distinct from (old.id, old.person, old.program) then
    raise exception 'an offer stays whose it is' using errcode = 'EH003';
  end if;
  if new.is_open and not mentoring.may_mentor(new.person, new.program, casework.body_today(new.program)) then
    raise exception 'only whoever holds a current credential, and no office, mentors' using errcode = 'EH003';
  end if;
  return new;
end $$;
create or replace function mentoring.guard_pair() returns trigger language plpgsql security definer set search_path = '' as $$
declare mentor uuid; the_program text; open_now boolean;
begin
  select o.person, o.program, o.is_open into mentor, the_program, open_now from mentoring.offer o where o.id = new.offer for update;
  if tg_op = 'INSERT' then
    if new.candidate is distinct from front.me() or new.candidate = mentor or new.standing <> 'asked' then
      raise exception 'a candidate asks, for nobody else, and somebody else' using errcode = 'EH003';
    end if;
    if not open_now or mentoring.places_left(new.offer) < 1 then
      raise exception 'this offer has no place left' using errcode = 'EH005';
    end if;
    if exists (select 1 from mentoring.pair p join mentoring.offer o on o.id = p.offer
        where p.candidate = new.candidate and o.program = the_program and p.standing in ('asked','taken')) then
      raise exception 'one mentor at a time' using errcode = 'EH005';
    end if;
    return new;
  end if;
  if (new.id, new.offer, new.candidate, new.asked_on, new.words) is distinct from (old.id, old.offer, old.candidate, old.asked_on, old.words) then
    raise exception 'only where it stands changes' using errcode = 'EH003';
  end if;
  if not (case old.standing
      when 'asked' then (new.standing in ('taken','declined') and front.me() = mentor) or (new.standing = 'withdrawn' and front.me() = new.candidate)
      when 'taken' then new.standing = 'ended' and front.me() in (mentor, new.candidate)
      else false end) then
    raise exception 'this does not follow what happened before' using errcode = 'EH005';
  end if;
  if new.standing = 'taken' then
    if not mentoring.may_mentor(mentor, the_program, casework.body_today(the_program)) then
      raise exception 'only whoever holds a current credential, and no office, mentors' using errcode = 'EH003';
    end if;
    if mentoring.places_left(new.offer) < 1 then
      raise exception 'this offer has no place left' using errcode = 'EH005';
    end if;
  end if;
  return new;
end $$;
create or replace function mentoring.open_offers(a_program text) returns table (id uuid, program text, settings text[], region text,
  languages text[], times text[], places int, places_left int, about text)
language sql stable security definer set search_path = '' as $$
  select o.id, o.program, o.settings, o.region, o.languages, o.times, o.places, mentoring.places_left(o.id), o.about
  from mentoring.offer o
  where front.me() is not null and o.is_open and o.program = a_program and o.person <> front.me()
    and mentoring.may_mentor(o.person, o.program, casework.body_today(o.program))
    and not exists (select 1 from mentoring.pair p where p.offer = o.id and p.candidate = front.me())
$$;


revoke execute on function renewal.is_in_pool, renewal.guard_plan, renewal.guard_draw, renewal.shut_out_drawer, renewal.course_unclaimed,
  casework.body_today from public;
grant execute on function renewal.is_in_pool to evenhand_worker;

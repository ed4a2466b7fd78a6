-- A flag is an entry of the journal too, and is no answer: it must not stand in for the choice made before it.
create or replace view exam.current_answer with (security_invoker = true) as
  select distinct on (sitting, item) sitting, item, response, epoch, client, n, client_ms, server_at
  from exam.answer_event where response ? 'option' order by sitting, item, epoch desc, n desc, server_at desc;

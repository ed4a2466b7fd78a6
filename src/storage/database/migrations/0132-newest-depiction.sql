-- Of two studies recorded on one day the later one counts. Ids are pure chance, so they tell nothing of an order.
alter table exam.depicted add column place bigint generated always as identity;
comment on column exam.depicted.place is 'internal; kept for good';
grant select (place) on exam.depicted to evenhand_director, evenhand_auditor, evenhand_board;

-- The queues as the API may know them, and what the outbox remembers of a row that resists.

-- Written by the relay every few seconds; `GET /api/queues` reads it, so that the API never touches BullMQ.
create table jiefen.queue_figures (
  queue      text primary key,
  backend    text not null,
  waiting    bigint not null,
  active     bigint not null,
  delayed    bigint not null,
  failed     bigint not null,
  paused     boolean not null,
  at         timestamptz not null
);

-- `attempt` counts deliveries: it versions the job's id, and says nothing against a row whose consumer was merely down.
-- `tries` counts how often a consumer had the row in its hands and did not finish it; enough of them end in a dead letter.
alter table jiefen.outbox
  add column tries int not null default 0,
  add column error text;

-- Rows are updated twice within a second of being made: room on the page keeps the lease update off the indexes, and the
-- dead versions at the head of the queue must go long before a fifth of the table is dead.
alter table jiefen.outbox set (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0.2
);

create index wakeups_unqueued on jiefen.wakeups(at) where queued_at is null;
create index dead_letters_open on jiefen.dead_letters(id) where redriven_at is null;

grant select, insert, update on jiefen.queue_figures to jiefen_app;

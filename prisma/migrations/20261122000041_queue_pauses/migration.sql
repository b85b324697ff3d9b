-- What an operator has stopped, whether the backend of the queues answers, and how late the latest deadlines fired.

-- The truth about a pause, because a queue may be lost with its own. A row: the queue is paused. Workers ask here; the relay
-- makes the queue show it.
create table jiefen.queue_pauses (
  queue      text primary key,
  paused_by  uuid not null,
  paused_at  timestamptz not null default clock_timestamp(),
  reason     text not null
);

-- Written by the relay with the figures. Its age tells that no relay runs.
create table jiefen.queue_backend (
  only_row    boolean primary key default true check (only_row),
  kind        text not null,
  -- Null: it answers.
  away_since  timestamptz,
  -- 'unreachable', 'evicting'; null: it answers.
  reason      text,
  at          timestamptz not null
);

-- The latest fires of a million deadlines, for their lateness; rows that never fire aren't in it.
create index deadlines_fired on jiefen.deadlines(fired_at) where fired_at is not null;

grant select, insert, delete on jiefen.queue_pauses to jiefen_app;
grant select, insert, update on jiefen.queue_backend to jiefen_app;

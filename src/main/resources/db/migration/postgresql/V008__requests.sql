create table requests (
  id         text    not null primary key,
  user_id    text    not null references users (id),
  title_id   text    not null,
  seasons    text    not null,
  episodes   text    not null,
  name       text    not null,
  server     text    not null,
  rating_cap integer,
  cost       integer not null,
  status     text    not null,
  reason     text    not null,
  created_at bigint not null,
  decided_at bigint,
  due_at     bigint not null
);

create index requests_of_user on requests (user_id, created_at);
create index requests_by_status on requests (status, due_at);

-- Who asks for the same on two devices at once asks once.
create unique index requests_once on requests (user_id, title_id, server, seasons, episodes)
  where status in ('PENDING', 'APPROVED', 'SENDING', 'SENT');

-- The server that the users and their sessions come from.
create table known_servers (
  name      text   not null primary key,
  server_id text   not null,
  since     bigint not null
);

-- When the server is to be told (again) that a session is over; 0 is at once.
alter table sessions add column sign_out_due_at bigint not null default 0;

-- When the user signed out everywhere last: what was let in before, but has no session yet, stays out.
alter table users add column signed_out_at bigint not null default 0;

-- When no user had approved the code yet, by the clock of the proxy.
alter table quick_connects add column pending_at bigint not null default 0;

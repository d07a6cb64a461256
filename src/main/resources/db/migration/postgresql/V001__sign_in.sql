-- Instants are milliseconds since 1970, ids are random text made by the proxy.

create table users (
  id            text    not null primary key,
  subject       text    not null unique,
  name          text    not null,
  administrator boolean not null,
  created_at    bigint  not null
);

create table sessions (
  id             text    not null primary key,
  user_id        text    not null references users (id),
  device_id      text    not null unique,
  device_label   text    not null,
  provider_token bytea   not null,
  created_at     bigint  not null
);

create index sessions_of_user on sessions (user_id);

create table refresh_tokens (
  hash       text    not null primary key,
  session_id text    not null references sessions (id),
  created_at bigint  not null,
  expires_at bigint  not null
);

create index refresh_tokens_of_session on refresh_tokens (session_id);

-- Buckets of the limits that all proxies share; they live for a minute or so. Not logged, because after a
-- crash of the database full buckets are good enough. A row is written in two steps, the first of which
-- knows no time yet: should the second one never come, the row counts as expired.
create unlogged table rate_limits (
  id         text   not null primary key,
  state      bytea,
  expires_at bigint not null default 0
);

create index rate_limits_by_expiry on rate_limits (expires_at);

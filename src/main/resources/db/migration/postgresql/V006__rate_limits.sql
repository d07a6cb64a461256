-- The columns are Bucket4j's.
create table rate_limits (
  id         text   not null primary key,
  state      bytea,
  expires_at bigint
);

create index rate_limits_by_expiry on rate_limits (expires_at);

create table sign_in_failures (
  id           text    not null primary key,
  failures     integer not null,
  since        bigint  not null,
  locks        integer not null,
  locked_at    bigint  not null,
  locked_until bigint  not null,
  touched_at   bigint  not null
);

create index sign_in_failures_by_use on sign_in_failures (touched_at);

create table sign_in_failures (
  id           text    not null primary key,
  failures     integer not null,
  since        integer not null,
  locks        integer not null,
  locked_at    integer not null,
  locked_until integer not null,
  touched_at   integer not null
);

create index sign_in_failures_by_use on sign_in_failures (touched_at);

create table quick_connects (
  id           text    not null primary key,
  secret       bytea   not null,
  device_id    text    not null,
  device_label text    not null,
  client       text    not null,
  expires_at   bigint  not null
);

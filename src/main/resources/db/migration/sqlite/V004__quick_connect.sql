create table quick_connects (
  id           text    not null primary key,
  secret       blob    not null,
  device_id    text    not null,
  device_label text    not null,
  client       text    not null,
  expires_at   integer not null
);

-- What plays on a device, as its last report said; a silent one is closed there by any proxy.
create table open_plays (
  session_id     text    not null primary key references sessions (id) on delete cascade,
  item           text    not null,
  source         text    not null,
  position_ms    bigint  not null,
  telling        text    not null,
  watched_before boolean not null,
  heard_at       bigint  not null,
  begun_at       bigint  not null,
  claimed_until  bigint  not null
);

create index open_plays_by_silence on open_plays (heard_at);

-- Which version or part of an item a user watched last, for items that have several.
create table watched_sources (
  id         text    not null primary key,
  user_id    text    not null references users (id),
  item       text    not null,
  source     text    not null,
  watched_at bigint  not null
);

create index watched_sources_of_user on watched_sources (user_id);

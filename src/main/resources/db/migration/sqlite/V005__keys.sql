-- Fingerprints of the keys seen at the last start; nothing about a key follows from them.
create table seen_keys (
  name        text    not null primary key,
  fingerprint text    not null,
  since       integer not null
);

-- Sessions of before know neither their program nor their address; they are checked at once.
alter table sessions add column client       text    not null default '';
alter table sessions add column last_address text    not null default '';
alter table sessions add column last_seen_at bigint  not null default 0;
alter table sessions add column checked_at   bigint  not null default 0;
alter table sessions add column ended_at     bigint;
alter table sessions add column end_reason   text;
alter table sessions add column provider_knows boolean not null default false;

-- A token that was used gives its successor again for a while; afterwards using it means theft.
alter table refresh_tokens add column rotated_at bigint;
alter table refresh_tokens add column successor  bytea;

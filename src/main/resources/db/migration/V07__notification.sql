-- What pages must know: kept ten minutes for browsers that lost the stream, told to all nodes by NOTIFY.
create table live_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    topic   varchar(64) not null,
    ref     varchar(100) not null,
    version integer not null
);
create index live_event_at on live_event (at);

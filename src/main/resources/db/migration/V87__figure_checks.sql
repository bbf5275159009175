-- A check of figures against the raw rows: what was looked at, and what did not agree.
create table figure_check (
    id         bigint generated always as identity primary key,
    kind       varchar(8) not null check (kind in ('CHECK', 'REBUILD')),
    figures    varchar(32)[] not null,
    from_day   date,
    to_day     date,
    asked_by   varchar(64) not null,
    asked_at   timestamptz not null,
    done       integer not null default 0,
    ended_at   timestamptz,
    failed     boolean not null default false
);
create unique index figure_check_running on figure_check ((true)) where ended_at is null;
create table figure_difference (
    check_id bigint not null references figure_check,
    figure   varchar(32) not null,
    part     varchar(60) not null,
    level    varchar(12) not null,
    day      date not null,
    place    varchar(600) not null,
    counted  bigint not null,
    raw      bigint not null
);
create index figure_difference_check on figure_difference (check_id);

-- A migration (迁移): running cases of one version of a process go on with another. mapping: what a designer chose, step to step; steps that are the
-- same in both versions are not written. excluded: case numbers left out. Who works at it holds it until a moment, so that another node goes on when
-- that one is gone.
create table migration (
    id           bigint generated always as identity primary key,
    change_id    bigint references model_change (id),
    reverse_of   bigint references migration (id),
    process      varchar(200) not null,
    from_version integer not null,
    to_version   integer not null check (to_version <> from_version),
    mapping      jsonb not null default '{}',
    late         boolean not null default false,
    team         varchar(64),
    excluded     varchar(100)[] not null default '{}',
    state        varchar(10) not null check (state in ('PREVIEWED', 'CANARY', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE', 'REVERSED')),
    created_by   varchar(64) not null,
    created_at   timestamptz not null,
    started_by   varchar(64),
    started_at   timestamptz,
    ended_at     timestamptz,
    holder       varchar(64),
    held_until   timestamptz
);
create index migration_newest on migration (change_id, id desc);
create index migration_working on migration (id) where state in ('CANARY', 'RUNNING');

-- One running instance of it. standing: where it stood when it was looked at; after: where it stood once it had been moved; both only to be compared.
-- forecast: steps, tasks and clocks before and after, as shown. reason: sentence and what it names.
create table migration_case (
    migration_id bigint not null references migration (id),
    place        integer not null,
    instance_id  varchar(64) not null,
    label        varchar(100) not null,
    standing     varchar(64) not null,
    forecast     jsonb not null,
    outcome      varchar(8) not null check (outcome in ('WAITING', 'CANNOT', 'MOVED', 'SKIPPED', 'FAILED')),
    reason       jsonb,
    canary       boolean not null default false,
    after        varchar(64),
    moved_at     timestamptz,
    primary key (migration_id, place),
    unique (migration_id, instance_id),
    check ((outcome = 'MOVED') = (moved_at is not null)),
    check (outcome in ('WAITING', 'MOVED') or reason is not null)
);
create index migration_case_waiting on migration_case (migration_id, place) where outcome = 'WAITING';

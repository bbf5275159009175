-- One file that somebody sent: kept whole until it is done, so that a run goes on after a crash.
create table import_run (
    id          bigint generated always as identity primary key,
    mapping     varchar(64) not null,
    file_name   varchar(255) not null,
    folder_file varchar(1000) unique,
    sha256      varchar(64) not null,
    content     bytea not null,
    state       varchar(16) not null check (state in ('PREVIEW', 'RUNNING', 'DONE', 'FAILED')),
    total       integer not null default 0,
    done        integer not null default 0,
    accepted    integer not null default 0,
    duplicates  integer not null default 0,
    rejected    integer not null default 0,
    problem     jsonb,
    uploaded_by varchar(64) not null,
    uploaded_at timestamptz not null,
    started_at  timestamptz,
    moved_at    timestamptz,
    finished_at timestamptz
);
create index import_run_recent on import_run (id desc);
create index import_run_running on import_run (moved_at) where state = 'RUNNING';

-- cells: the row as it was sent; problems: field, message key and arguments of everything that is wrong with it.
create table import_reject (
    run_id   bigint not null references import_run,
    line     integer not null,
    cells    jsonb not null,
    problems jsonb not null,
    primary key (run_id, line)
);

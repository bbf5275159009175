create table import_run (
    id          bigint generated always as identity primary key,
    mapping     varchar(64) not null,
    file_name   varchar(255) not null,
    sha256      varchar(64) not null,
    content     bytea not null,
    state       varchar(16) not null check (state in ('PREVIEW', 'RUNNING', 'DONE', 'FAILED')),
    total       integer not null default 0,
    done        integer not null default 0,
    accepted    integer not null default 0,
    duplicates  integer not null default 0,
    rejected    integer not null default 0,
    problem     varchar(500),
    uploaded_by varchar(64) not null,
    uploaded_at timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create index import_run_recent on import_run (id desc);

create table import_reject (
    run_id  bigint not null references import_run,
    line    integer not null,
    row     text not null,
    field   varchar(100),
    message varchar(500) not null,
    primary key (run_id, line)
);

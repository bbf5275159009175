-- The read model of open work: one row an open task, written in the transaction that opens, claims or ends it.
create table open_task (
    id            varchar(64) collate "C" primary key,
    version       integer not null default 0,
    kind          varchar(16) not null,
    subject_id    bigint not null,
    subject       varchar(100) not null,
    task_key      varchar(200) not null,
    name_en       varchar(200) not null,
    name_zh       varchar(200) not null,
    form          varchar(300) not null,
    definition_id varchar(128) not null,
    instance_id   varchar(64) not null,
    team          varchar(64) not null,
    assignee      varchar(64),
    excluded      varchar(64)[] not null default '{}',
    severity      varchar(2),
    channel       varchar(16),
    case_team     varchar(64),
    customer      varchar(200),
    place         varchar(300),
    summary       varchar(300),
    flags         varchar(16)[] not null default '{}',
    due_at        timestamptz not null,
    start_by      timestamptz not null,
    critical_at   timestamptz not null,
    waiting       boolean not null default false,
    work_minutes  integer not null,
    created_at    timestamptz not null,
    claimed_at    timestamptz
);
-- A list is walked in the order it is shown: equality first, then the latest safe start; the due moments at the end are checked inside the
-- index, so that a group ("overdue", "due today") is found without visiting rows of another.
create index open_task_claimable on open_task (team, start_by, id, due_at, critical_at) where assignee is null and not waiting;
create index open_task_team on open_task (team, start_by, id, due_at, critical_at, severity) where not waiting;
create index open_task_mine on open_task (assignee, start_by, id, due_at, critical_at) where assignee is not null;
create index open_task_all on open_task (start_by, id, due_at, critical_at, severity) where not waiting;
create index open_task_waiting on open_task (team, start_by, id) where waiting;
create index open_task_subject on open_task (kind, subject_id);

-- What somebody typed and has not sent: kept by subject and step, so that it outlives the engine's task.
create table task_draft (
    username   varchar(64) not null,
    kind       varchar(16) not null,
    subject_id bigint not null,
    task_key   varchar(200) not null,
    answers    jsonb not null,
    saved_at   timestamptz not null,
    primary key (username, kind, subject_id, task_key)
);

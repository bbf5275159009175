-- When three quarters of a clock are used; written with the reading of the ledger. A clock whose ledger has had no line since is not called
-- at risk before it is late: what was not read is not claimed.
alter table case_clock add column risk_at timestamptz;
update case_clock set risk_at = due_at;
alter table case_clock alter column risk_at set not null;

-- What is late or about to be, without visiting a row; and clocks in the order in which they are due.
create index case_clock_risk on case_clock (risk_at) include (complaint_id, kind, state, due_at, breached_at, paused_minutes)
    where state in ('RUNNING', 'PAUSED');
create index case_clock_running on case_clock (due_at, complaint_id, kind, risk_at) where state = 'RUNNING';
create index case_clock_paused on case_clock (complaint_id) where state = 'PAUSED';
create index complaint_open on complaint (id, severity, team)
    where state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN');
create index complaint_month_end on complaint (closed_at, team) where state = 'CLOSED';
create index open_task_free_case on open_task (subject_id) where kind = 'CASE' and assignee is null and not waiting;

-- How long steps take in working minutes, measured from the paths of cases; severity '' is any.
create table step_time (
    task_key    varchar(200) not null,
    severity    varchar(2) not null default '',
    samples     integer not null,
    p50_minutes integer not null,
    p80_minutes integer not null,
    measured_at timestamptz not null,
    primary key (task_key, severity)
);
create index case_path_done on case_path (element_id, left_at) where left_at is not null and not canceled;

-- Where an open case has spent its working time (滞留环节): minutes of the visits that have ended, and where it stands since when. "since_work"
-- counts working minutes from a fixed day, so that the time until now is one subtraction.
create table case_stage (
    complaint_id bigint primary key references complaint,
    stage        varchar(16),
    since_work   bigint not null,
    around       boolean not null,
    assignment   integer not null,
    signing      integer not null,
    work         integer not null,
    waiting      integer not null,
    review       integer not null,
    recall       integer not null
);

-- What looks as if a clock had been played with, and the lines that show it.
create table gaming_mark (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    kind         varchar(24) not null,
    at           timestamptz not null,
    actor        varchar(64),
    team         varchar(64),
    proof        jsonb not null,
    found_at     timestamptz not null,
    unique (complaint_id, kind, at)
);
create index gaming_mark_at on gaming_mark (at desc);

-- How far each of these tables has read what it is made of.
create table board_mark (
    name   varchar(32) primary key,
    done   bigint not null default 0,
    seen   bigint not null default 0,
    seen_at timestamptz,
    version integer not null default 0
);

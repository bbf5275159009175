-- The ladder of a clock: where it stands and when it fires next, for lists; written with the reading of the ledger.
alter table case_clock add column round integer not null default 1;
alter table case_clock add column next_level integer;
alter table case_clock add column next_step_at timestamptz;
create index case_clock_next on case_clock (next_step_at) where next_step_at is not null;

-- Every step that was taken. The key is what makes a step happen exactly once, whoever dies at that moment.
create table ladder_step (
    id              bigint generated always as identity primary key,
    complaint_id    bigint not null references complaint,
    clock           varchar(16) not null,
    round           integer not null,
    level           integer not null,
    cause           varchar(24) not null,
    share           integer,
    action          varchar(24) not null,
    audience        varchar(24) not null,
    due_at          timestamptz not null,
    fired_at        timestamptz not null,
    recipients      varchar(64)[] not null default '{}',
    note_en         varchar(300),
    note_zh         varchar(300),
    acknowledged_by varchar(64),
    acknowledged_at timestamptz,
    unique (complaint_id, clock, round, level, cause)
);
create index ladder_step_case on ladder_step (complaint_id, id);
create index ladder_step_fired on ladder_step (fired_at);

create table supervision_order (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    step_id      bigint references ladder_step,
    source       varchar(16) not null check (source in ('LADDER', 'MANUAL')),
    level        integer,
    ordered_by   varchar(64) not null,
    ordered_at   timestamptz not null,
    reason       varchar(2000) not null,
    answered_by  varchar(64),
    answered_at  timestamptz,
    action       varchar(16),
    answer       varchar(2000)
);
create index supervision_order_case on supervision_order (complaint_id, id);
create index supervision_order_open on supervision_order (ordered_at) where answered_at is null;

create table extension_request (
    id              bigint generated always as identity primary key,
    complaint_id    bigint not null references complaint,
    clock           varchar(16) not null,
    asked_by        varchar(64) not null,
    asked_at        timestamptz not null,
    until           timestamptz not null,
    reason          varchar(2000) not null,
    decided_by      varchar(64),
    decided_at      timestamptz,
    decision        varchar(16),
    decision_reason varchar(2000)
);
create index extension_request_case on extension_request (complaint_id, id);
create unique index extension_request_open on extension_request (complaint_id) where decided_at is null;

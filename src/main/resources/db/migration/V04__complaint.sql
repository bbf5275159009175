-- Category in three levels: business or class -> class -> reason; only leaves are put on a case.
create table category (
    code    varchar(100) primary key,
    parent  varchar(100) references category,
    class   varchar(32) not null,
    name_en varchar(200) not null,
    name_zh varchar(200) not null,
    initials varchar(40) not null default '',
    active  boolean not null default true
);

create sequence case_number;

create table complaint (
    id                     bigint generated always as identity primary key,
    number                 varchar(20) not null unique,
    version                integer not null default 0,
    state                  varchar(32) not null,
    severity               varchar(2) not null,
    severity_rule          varchar(64),
    severity_reason_en     varchar(300),
    severity_reason_zh     varchar(300),
    severity_by            varchar(64),
    severity_why           varchar(1000),
    channel                varchar(16) not null,
    received_at            timestamptz not null,
    captured_at            timestamptz not null,
    captured_by            varchar(64) not null,
    outside_number         varchar(64),
    outside_due_at         timestamptz,
    source                 varchar(32),
    source_key             varchar(100),
    call_id                bigint,
    service_job            varchar(100),
    business               varchar(32),
    customer_id            bigint references customer,
    complainant            varchar(200),
    phone                  varchar(40),
    segment                varchar(32) not null default 'ORDINARY',
    contact_way            varchar(100),
    anonymous              boolean not null default false,
    confidential           boolean not null default false,
    area                   varchar(64),
    place                  varchar(300),
    account                varchar(64),
    category               varchar(100) references category,
    summary                varchar(300) not null,
    words                  text,
    remedy_sought          varchar(2000),
    safety                 boolean not null default false,
    media                  boolean not null default false,
    group_size             integer not null default 1,
    repeat_of              bigint references complaint,
    merged_into            bigint references complaint,
    owner                  varchar(64),
    team                   varchar(64) references team,
    handler                varchar(64),
    handlers               varchar(64)[] not null default '{}',
    teams                  varchar(64)[] not null default '{}',
    hand_over_count        integer not null default 0,
    return_count           integer not null default 0,
    reopen_count           integer not null default 0,
    rework_count           integer not null default 0,
    waiting_for            varchar(16),
    first_contact_at       timestamptz,
    customer_statement     text,
    employee_statement     text,
    finding                text,
    root_cause             text,
    remedies               varchar(32)[] not null default '{}',
    amount                 numeric(12, 2),
    basis_for_resolution   text,
    verdict                varchar(32),
    liable_party           varchar(32),
    caused_by_service      boolean,
    decision_reason        varchar(2000),
    resolved_at            timestamptz,
    recall_attempts        integer not null default 0,
    recall_solved          boolean,
    recall_scale           varchar(16),
    recall_rating          varchar(16),
    recall_by              varchar(64),
    dissatisfaction_reason varchar(2000),
    outcome                varchar(32),
    closed_at              timestamptz,
    search                 tsvector not null default ''::tsvector
);
create unique index complaint_source on complaint (source, source_key);
create index complaint_search on complaint using gin (search) with (fastupdate = off);
create index complaint_received on complaint (received_at desc, id desc);
create index complaint_state on complaint (state, received_at desc, id desc);
create index complaint_team on complaint (team, received_at desc, id desc);
create index complaint_open_customer on complaint (customer_id, id desc);
create index complaint_phone on complaint (phone, id desc);
create index complaint_teams on complaint using gin (teams);
create index complaint_handlers on complaint using gin (handlers);
create index complaint_repeat_of on complaint (repeat_of) where repeat_of is not null;
create index complaint_merged_into on complaint (merged_into) where merged_into is not null;
create index complaint_captured_by on complaint (captured_by, received_at desc, id desc);

-- The ledger of every clock: append-only, a due moment is the fold of its lines.
create table clock_entry (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    kind         varchar(16) not null,
    at           timestamptz not null,
    what         varchar(32) not null,
    severity     varchar(2),
    amount       integer,
    unit         varchar(16),
    limit_at     timestamptz,
    note         varchar(300),
    actor        varchar(64) not null
);
create index clock_entry_case on clock_entry (complaint_id, kind, id);
create trigger clock_entry_append_only before update or delete on clock_entry
    for each row execute function refuse_change();

-- What the fold of the ledger said last: read by lists, never computed from.
create table case_clock (
    complaint_id   bigint not null references complaint,
    kind           varchar(16) not null,
    state          varchar(16) not null,
    started_at     timestamptz not null,
    due_at         timestamptz not null,
    critical_at    timestamptz not null,
    paused_since   timestamptz,
    paused_minutes integer not null default 0,
    breached_at    timestamptz,
    stopped_at     timestamptz,
    ladder_level   integer not null default 0,
    primary key (complaint_id, kind)
);
create index case_clock_due on case_clock (kind, due_at) where state in ('RUNNING', 'PAUSED');

-- The timeline a person reads. kind is a message key; data its arguments.
create table case_event (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    at           timestamptz not null,
    actor        varchar(64) not null,
    kind         varchar(64) not null,
    internal     boolean not null default true,
    data         jsonb not null default '{}'
);
create index case_event_case on case_event (complaint_id, id);
create trigger case_event_append_only before update or delete on case_event
    for each row execute function refuse_change();

-- Where the process has been: one row for every element passed, left_at null where the token stands.
create table case_path (
    id            bigint generated always as identity primary key,
    complaint_id  bigint not null references complaint,
    definition_id varchar(128) not null,
    instance_id   varchar(128) not null,
    element_id    varchar(200) not null,
    entered_at    timestamptz not null,
    left_at       timestamptz,
    canceled      boolean not null default false
);
create index case_path_case on case_path (complaint_id, id);
create index case_path_open on case_path (instance_id) where left_at is null;

create table case_document (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    name         varchar(255) not null,
    media_type   varchar(100) not null,
    size         integer not null,
    sha256       varchar(64) not null,
    content      bytea not null,
    added_at     timestamptz not null,
    added_by     varchar(64) not null,
    unique (complaint_id, sha256, name)
);

create table case_answer (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    task_key     varchar(200) not null,
    at           timestamptz not null,
    actor        varchar(64) not null,
    answers      jsonb not null
);
create index case_answer_case on case_answer (complaint_id, id);

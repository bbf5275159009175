create table service_job (
    id             bigint generated always as identity primary key,
    external_id    varchar(100) not null unique,
    business       varchar(32) not null,
    done_at        timestamptz not null,
    appointment_at timestamptz,
    team           varchar(64) references team,
    employee       varchar(64),
    customer_id    bigint not null references customer,
    customer_name  varchar(200) not null,
    phone          varchar(40),
    segment        varchar(32) not null default 'ORDINARY',
    warranty       boolean not null default false,
    sampled        boolean not null,
    rate           integer not null,
    sampling_rule  varchar(64) not null,
    received_at    timestamptz not null
);
create index service_job_customer on service_job (customer_id, done_at desc);

create table follow_up_call (
    id               bigint generated always as identity primary key,
    job_id           bigint not null unique references service_job,
    version          integer not null default 0,
    state            varchar(16) not null check (state in ('OPEN', 'EVALUATED', 'COMPLAINT', 'NOT_REACHED', 'LAPSED')),
    window_ends_at   timestamptz not null,
    attempts         integer not null default 0,
    retry_at         timestamptz,
    promised         boolean not null default false,
    appointment_kept boolean,
    scale            varchar(16),
    rating           varchar(16),
    suggestion       varchar(2000),
    complaint        boolean,
    summary          varchar(300),
    outcome          varchar(16),
    agent            varchar(64),
    case_number      varchar(20),
    called_at        timestamptz,
    closed_at        timestamptz
);
create index follow_up_call_state on follow_up_call (state, window_ends_at, id);

create table call_attempt (
    id       bigint generated always as identity primary key,
    call_id  bigint not null references follow_up_call,
    at       timestamptz not null,
    agent    varchar(64) not null,
    reached  boolean not null,
    retry_at timestamptz
);
create index call_attempt_call on call_attempt (call_id, id);

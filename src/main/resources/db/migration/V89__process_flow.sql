-- How a step of a case ended, for what is measured afterwards: written in the transaction that ends it. A row of open work goes, and with it
-- who had it when and when it was due.
create table step_end (
    visit_id     varchar(128) primary key,
    complaint_id bigint not null,
    case_team    varchar(64),
    severity     varchar(2),
    claimed_at   timestamptz,
    due_at       timestamptz not null,
    waiting      boolean not null
);

-- One row for every visit of a step that has ended (环节经过): working minutes in somebody's hands and minutes waited. "late" is null where the
-- step has no due moment; "back_from" names the step from which the case came back to this one, null where it did not. '' is no team, no business.
create table step_visit (
    path_id       bigint primary key,
    complaint_id  bigint not null,
    definition_id varchar(128) not null,
    element_id    varchar(200) not null,
    left_at       timestamptz not null,
    month         date not null,
    team          varchar(64) not null,
    severity      varchar(2) not null,
    business      varchar(32) not null,
    broken        boolean not null,
    work          integer not null,
    wait          integer not null,
    bucket        smallint not null,
    late          boolean,
    back_from     varchar(200)
);
create index step_visit_step on step_visit (element_id, left_at desc, path_id desc);
create index step_visit_left on step_visit (left_at);
create index step_visit_team on step_visit (team, left_at);
create index step_visit_case on step_visit (complaint_id);
create index step_visit_back on step_visit (left_at) include (back_from, element_id, team, severity, business, definition_id)
    where back_from is not null;

-- The same by month and length of work: sums of any months without visiting a case. Bucket -1 holds the visits that were broken off.
create table step_month (
    month         date not null,
    definition_id varchar(128) not null,
    element_id    varchar(200) not null,
    team          varchar(64) not null,
    severity      varchar(2) not null,
    business      varchar(32) not null,
    bucket        smallint not null,
    visits        bigint not null,
    work          bigint not null,
    wait          bigint not null,
    clocked       bigint not null,
    late          bigint not null,
    back          bigint not null,
    primary key (month, team, severity, business, definition_id, element_id, bucket)
);
create index step_month_team on step_month (team, month);
create index step_month_definition on step_month (definition_id);

-- Which way an ended case went (办理路径): the steps in their order. A case that goes on again has no row until it ends anew.
create table path_variant (
    id    varchar(32) primary key,
    steps varchar(200)[] not null
);
create table case_variant (
    complaint_id  bigint primary key,
    variant       varchar(32) not null references path_variant,
    definition_id varchar(128) not null,
    ended_at      timestamptz not null,
    team          varchar(64) not null,
    severity      varchar(2) not null,
    business      varchar(32) not null,
    late          boolean not null
);
create index case_variant_ended on case_variant (ended_at) include (variant, late, team, severity, business, definition_id);
create index case_variant_list on case_variant (variant, ended_at desc, complaint_id desc);

-- Cases that wait for the next attempt stand at no task.
create index case_path_retry on case_path (complaint_id) where left_at is null and element_id = 'event_retryDue';

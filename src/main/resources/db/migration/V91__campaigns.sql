-- Thematic calls (专题回访). A proposal keeps the chart that made it, a running one the population it was started over: what a page shows later is what
-- was decided on. follow_up_call.campaign_id and evaluation.campaign_id say which calls and answers are its.
create sequence campaign_number;
create table campaign (
    id             bigint generated always as identity primary key,
    code           varchar(20) not null unique,
    version        integer not null default 0,
    state          varchar(10) not null check (state in ('PROPOSED', 'DROPPED', 'RUNNING', 'ANALYSED', 'CLOSED')),
    name           varchar(200),
    signal         varchar(24),
    month          date check (month = date_trunc('month', month)),
    business       varchar(32),
    chart          jsonb,
    population     jsonb,
    left_out       jsonb not null default '{}',
    questionnaire  varchar(64),
    window_ends_at timestamptz,
    opened         integer not null default 0,
    reason         varchar(2000),
    finding        varchar(4000),
    conclusion     varchar(4000),
    created_at     timestamptz not null,
    created_by     varchar(64) not null,
    started_at     timestamptz,
    started_by     varchar(64),
    decided_at     timestamptz,
    decided_by     varchar(64),
    check ((signal is null) = (month is null) and (signal is null) = (chart is null)),
    check ((state in ('RUNNING', 'ANALYSED', 'CLOSED')) = (population is not null)),
    check ((state = 'DROPPED') = (reason is not null)),
    check (state not in ('ANALYSED', 'CLOSED') or finding is not null),
    check ((state = 'CLOSED') = (conclusion is not null))
);
-- One proposal a business, measure and month, however often the rule looks and on however many nodes.
create unique index campaign_once on campaign (business, signal, month) where signal is not null;
create index campaign_newest on campaign (created_at desc, id desc);
create index evaluation_campaign on evaluation (campaign_id) where campaign_id is not null;

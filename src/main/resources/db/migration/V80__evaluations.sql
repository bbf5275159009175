-- Scales (评价等级制) are data: what a grade means decides what follows from it and how it counts, never its name in the code.
create table scale (
    code    varchar(16) primary key,
    name_en varchar(100) not null,
    name_zh varchar(100) not null,
    active  boolean not null default true
);

-- Position 1 is the best grade. Score only where the scale has numbers.
create table scale_grade (
    scale    varchar(16) not null references scale,
    code     varchar(16) not null,
    position integer not null,
    name_en  varchar(100) not null,
    name_zh  varchar(100) not null,
    meaning  varchar(12) not null check (meaning in ('SATISFIED', 'NEUTRAL', 'DISSATISFIED')),
    score    integer,
    primary key (scale, code),
    unique (scale, position)
);

insert into scale (code, name_en, name_zh) values
    ('GRADE5', 'Five grades', '五级评价'),
    ('GRADE3', 'Three grades', '三级评价'),
    ('LIKERT5', 'One to five', '五分制');
insert into scale_grade (scale, code, position, name_en, name_zh, meaning, score) values
    ('GRADE5', 'EXCELLENT', 1, 'Excellent', '优秀', 'SATISFIED', null),
    ('GRADE5', 'GOOD', 2, 'Good', '良好', 'SATISFIED', null),
    ('GRADE5', 'FAIR', 3, 'Fair', '一般', 'NEUTRAL', null),
    ('GRADE5', 'PASS', 4, 'Pass', '合格', 'NEUTRAL', null),
    ('GRADE5', 'FAIL', 5, 'Fail', '不合格', 'DISSATISFIED', null),
    ('GRADE3', 'GOOD', 1, 'Good', '好', 'SATISFIED', null),
    ('GRADE3', 'FAIR', 2, 'Fair', '一般', 'NEUTRAL', null),
    ('GRADE3', 'POOR', 3, 'Poor', '较差', 'DISSATISFIED', null),
    ('LIKERT5', '5', 1, '5 - very satisfied', '5分 非常满意', 'SATISFIED', 5),
    ('LIKERT5', '4', 2, '4 - satisfied', '4分 满意', 'SATISFIED', 4),
    ('LIKERT5', '3', 3, '3 - neither', '3分 一般', 'NEUTRAL', 3),
    ('LIKERT5', '2', 4, '2 - dissatisfied', '2分 不满意', 'DISSATISFIED', 2),
    ('LIKERT5', '1', 5, '1 - very dissatisfied', '1分 非常不满意', 'DISSATISFIED', 1);

-- One asking of one customer about one service (一次询问): by an agent on the phone, by a link, or collected in another system. It is never
-- rewritten by a later change of a scale or a questionnaire: the meaning of the grade at the time of the answer stands in the row.
create table evaluation (
    id                    bigint generated always as identity primary key,
    source_key            varchar(140) not null unique,
    via                   varchar(12) not null check (via in ('PHONE', 'TRACK', 'MAIL', 'SMS', 'OUTSIDE')),
    job_id                bigint references service_job,
    call_id               bigint references follow_up_call,
    complaint_id          bigint references complaint,
    campaign_id           bigint,
    business              varchar(32) not null,
    team                  varchar(64),
    employee              varchar(64),
    region                varchar(64),
    segment               varchar(32) not null default 'ORDINARY',
    done_at               timestamptz not null,
    asked_at              timestamptz not null,
    reached               boolean not null,
    answered_at           timestamptz,
    questionnaire         varchar(64),
    questionnaire_version integer,
    scale                 varchar(16),
    rating                varchar(16),
    meaning               varchar(12),
    appointment_kept      boolean,
    suggestion            varchar(2000),
    answers               jsonb not null default '{}',
    outcome               varchar(16),
    agent                 varchar(64),
    case_number           varchar(20)
);
create index evaluation_asked on evaluation (asked_at, id);
create index evaluation_job on evaluation (job_id);

-- Where the customer lives, at the time of the service.
alter table service_job add column region varchar(64);
create index service_job_done on service_job (done_at, id);

-- A sampled job always has a line, also where nobody can be called: nothing is dropped in silence.
alter table follow_up_call drop constraint follow_up_call_state_check;
alter table follow_up_call add constraint follow_up_call_state_check
    check (state in ('OPEN', 'EVALUATED', 'COMPLAINT', 'NOT_REACHED', 'LAPSED', 'NO_PHONE', 'DO_NOT_CALL'));

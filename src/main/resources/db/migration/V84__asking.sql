-- Which customers are asked without a telephone call (短信、邮件询问): nobody until the company says so, business by business.
create table asking_rule (
    business   varchar(32) not null,
    via        varchar(12) not null check (via in ('MAIL', 'SMS')),
    share      integer not null check (share between 0 and 100),
    channel    varchar(64),
    since      timestamptz not null,
    changed_by varchar(64) not null,
    primary key (business, via)
);
comment on column asking_rule.share is 'percent of the jobs that are not called';
comment on column asking_rule.channel is 'webhook channel of the SMS gateway';
comment on column asking_rule.since is 'jobs that came in before are not asked';

-- A link leads to one question about one job; only what it hashes to is kept.
create table ask_link (
    id          bigint generated always as identity primary key,
    hash        varchar(64) not null unique,
    job_id      bigint not null unique references service_job,
    via         varchar(12) not null,
    scale       varchar(16) not null references scale,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null,
    answered_at timestamptz
);
comment on column ask_link.answered_at is 'first answer; for a day after it the answer can be changed';

-- Dissatisfied answers from outside that still need their case.
create index evaluation_uninvestigated on evaluation (asked_at, id)
    where via = 'OUTSIDE' and case_number is null and job_id is not null and outcome in ('DISSATISFIED', 'COMPLAINT');

-- The place of a job in the draw of those asked by link; apart from the draw of those called.
create function asking_place(job text) returns integer language plpgsql immutable strict parallel safe as $$
begin
    return ('x' || substr(md5('ask/' || job), 1, 8))::bit(32)::bigint % 100;
end $$;

alter table webhook_channel drop constraint webhook_channel_shape_check;
alter table webhook_channel add constraint webhook_channel_shape_check
    check (shape in ('GENERIC', 'SMS', 'DINGTALK_TEXT', 'DINGTALK_MARKDOWN', 'WECOM_TEXT', 'WECOM_MARKDOWN'));

-- What leaves the house: written in the transaction of the act it tells of, sent afterwards by a worker of any node.
create table message (
    id            bigint generated always as identity primary key,
    key           varchar(200) not null unique,
    outlet        varchar(80) not null,
    template      varchar(64) not null,
    username      varchar(64),
    name          varchar(200),
    address       varchar(320),
    phone         varchar(40),
    language      varchar(16) not null,
    filled        jsonb not null default '{}',
    case_number   varchar(32),
    urgent        boolean not null,
    state         varchar(16) not null check (state in ('WAITING', 'SENT', 'UNDELIVERABLE')),
    created_at    timestamptz not null,
    waiting_since timestamptz not null,
    next_at       timestamptz not null,
    attempts      integer not null default 0,
    tried_first   timestamptz,
    lease         varchar(64),
    leased_until  timestamptz,
    sent_at       timestamptz,
    subject       text,
    body          text,
    trouble       varchar(32),
    detail        varchar(500)
);
comment on column message.outlet is 'mail, hook:<code of the webhook channel>, or bell when the note in the bell is all there is';
comment on column message.filled is 'what its placeholders stand for; the text is made when it goes out';
comment on column message.waiting_since is 'created, or put back in line by a person';
comment on column message.lease is 'who is sending it just now; a lease that ran out belongs to nobody';
comment on column message.body is 'as sent';

create index message_waiting on message (outlet, urgent desc, next_at, id) where state = 'WAITING';
create index message_state on message (state, id desc);
create index message_sent on message (sent_at) where state = 'SENT';
create index message_case on message (case_number) where case_number is not null;

-- A way out of the house, shared by all nodes: how fast it may be used, and whether it rests because the other side is away.
create table outlet (
    code          varchar(80) primary key,
    tokens        double precision,
    refilled_at   timestamptz,
    failures      integer not null default 0,
    failing_since timestamptz,
    paused_until  timestamptz,
    trouble       varchar(32),
    detail        varchar(500)
);
insert into outlet (code) values ('mail');

create table webhook_channel (
    code       varchar(64) primary key,
    name_en    varchar(200) not null,
    name_zh    varchar(200) not null,
    url        varchar(1000) not null,
    shape      varchar(24) not null check (shape in ('GENERIC', 'DINGTALK_TEXT', 'DINGTALK_MARKDOWN', 'WECOM_TEXT', 'WECOM_MARKDOWN')),
    body       text,
    secret     varchar(200) not null,
    language   varchar(16) not null,
    templates  varchar(64)[] not null default '{}',
    per_minute integer not null check (per_minute between 1 and 6000),
    active     boolean not null,
    version    integer not null default 0
);
comment on column webhook_channel.body is 'JSON with placeholders; null for the body its shape brings';
comment on column webhook_channel.templates is 'what the channel is told of';

-- Texts that the company changed; without a row the shipped one counts.
create table message_template (
    code       varchar(64) not null,
    language   varchar(2) not null check (language in ('en', 'zh')),
    subject    varchar(300) not null,
    body       text not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null,
    version    integer not null default 0,
    primary key (code, language)
);

create table bell_note (
    id          bigint generated always as identity primary key,
    message_key varchar(200) not null unique,
    username    varchar(64) not null,
    template    varchar(64) not null,
    filled      jsonb not null default '{}',
    case_number varchar(32),
    urgent      boolean not null,
    at          timestamptz not null,
    read_at     timestamptz
);
create index bell_note_person on bell_note (username, id desc);
create index bell_note_unread on bell_note (username, id desc) where read_at is null;

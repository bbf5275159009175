create table customer (
    id           bigint generated always as identity primary key,
    account      varchar(64) unique,
    name         varchar(200) not null,
    phone        varchar(40),
    phone_digits varchar(20),
    segment      varchar(32) not null default 'ORDINARY',
    address      varchar(300),
    area         varchar(64),
    language     varchar(16) not null default 'zh-CN',
    do_not_call  boolean not null default false,
    vip_agent    varchar(64),
    version      integer not null default 0
);
create index customer_phone on customer (phone_digits text_pattern_ops);
create index customer_account on customer (account text_pattern_ops);
create index customer_name on customer (name text_pattern_ops);

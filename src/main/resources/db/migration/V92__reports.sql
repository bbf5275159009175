-- Reports that people come back to (常用报表): what they ask for, never its numbers. A view that is mailed has a rhythm and readers.
create table saved_view (
    id         bigint generated always as identity primary key,
    version    integer not null default 0,
    owner      varchar(64) not null,
    name       varchar(100) not null,
    query      varchar(1000) not null,
    shared     boolean not null default false,
    changed_at timestamptz not null
);
create unique index saved_view_name on saved_view (owner, lower(name));
create index saved_view_shared on saved_view (lower(name), id) where shared;

-- next_on is the working day of the next mail; what was sent is told by the key of its message and never sent again.
create table view_schedule (
    view_id bigint primary key references saved_view on delete cascade,
    rhythm  varchar(8) not null,
    next_on date not null,
    paused  boolean not null default false
);
create index view_schedule_next on view_schedule (next_on) where not paused;
create table view_recipient (
    view_id  bigint not null references view_schedule on delete cascade,
    username varchar(64) not null,
    stopped  boolean not null default false,
    primary key (view_id, username)
);

-- Which node sends: the others leave it alone until its time is over.
create table report_lease (
    name   varchar(32) primary key,
    holder varchar(64) not null,
    until  timestamptz not null
);

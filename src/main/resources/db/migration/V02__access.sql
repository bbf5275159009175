create table account (
    username        varchar(64) primary key references person,
    password_hash   varchar(200) not null,
    enabled         boolean not null default true,
    failed_attempts integer not null default 0,
    locked_until    timestamptz,
    language        varchar(16),
    version         integer not null default 0
);

-- Append-only: who did what, when, from where, and what changed.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      varchar(64) not null,
    origin     varchar(200) not null,
    act        varchar(64) not null,
    subject    varchar(32) not null,
    subject_id varchar(64) not null,
    change     jsonb not null default '{}'
);
create index audit_entry_subject on audit_entry (subject, subject_id, id);
create index audit_entry_actor on audit_entry (actor, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();

-- The first answer to a POST, kept so that the same key gives the same answer again.
create table idempotency_key (
    actor      varchar(64) not null,
    key        varchar(200) not null,
    body_hash  varchar(64) not null,
    status     integer not null,
    media_type varchar(100),
    location   varchar(300),
    answer     text,
    at         timestamptz not null,
    primary key (actor, key)
);
create index idempotency_key_at on idempotency_key (at);

create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

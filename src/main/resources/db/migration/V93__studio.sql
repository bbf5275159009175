-- Contents of models, each once.
create table model_content (
    sha256  char(64) primary key check (sha256 = encode(sha256(content), 'hex')),
    content bytea not null check (octet_length(content) <= 4194304)
);

-- A change (变更): files that a designer edits and releases together. While it is SUBMITTED its files stand still.
create table model_change (
    id         bigint generated always as identity primary key,
    title      varchar(200) not null,
    note       varchar(4000) not null default '',
    state      varchar(12) not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'RELEASED', 'DISCARDED')),
    created_by varchar(64) not null references person (username),
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index model_change_newest on model_change (state, changed_at desc, id desc);

-- One file of a change. base: what was in force when the designer began, none for a new file; content none: the file is to go.
create table model_draft (
    change_id  bigint not null references model_change (id),
    file       varchar(200) not null,
    base       char(64) references model_content (sha256),
    content    char(64) references model_content (sha256),
    revision   integer not null,
    changed_by varchar(64) not null references person (username),
    changed_at timestamptz not null,
    -- who has it open for editing, and until when nobody else may without taking it over
    held_by    varchar(64) references person (username),
    held_until timestamptz,
    primary key (change_id, file)
);
-- What a draft was at some time. Autosaves of one author within some minutes are one version, unless it is kept; aside: what somebody
-- could not save any more because another had taken over, kept so that nothing typed is lost.
create table model_draft_version (
    id        bigint generated always as identity primary key,
    change_id bigint not null,
    file      varchar(200) not null,
    revision  integer not null,
    content   char(64) references model_content (sha256),
    author    varchar(64) not null references person (username),
    begun_at  timestamptz not null,
    saved_at  timestamptz not null,
    kept      boolean not null default false,
    aside     boolean not null default false,
    foreign key (change_id, file) references model_draft (change_id, file)
);
create index model_draft_version_newest on model_draft_version (change_id, file, id desc);
create index model_draft_version_content on model_draft_version (content);

-- A release (发布): a whole set of models, one deployment. kind PRODUCT: came with the product; CHANGE: of a change; PIPELINE: by the API;
-- BACK: an earlier one put into force again. fingerprint: SHA-256 over names and contents of all files, which is what an approval approves.
create table model_release (
    id           bigint generated always as identity primary key,
    number       integer unique,
    kind         varchar(10) not null check (kind in ('PRODUCT', 'CHANGE', 'PIPELINE', 'BACK')),
    state        varchar(10) not null check (state in ('SUBMITTED', 'APPROVED', 'RELEASED', 'REFUSED', 'WITHDRAWN', 'FAILED')),
    change_id    bigint references model_change (id),
    title        varchar(200) not null,
    note         varchar(4000) not null default '',
    version_tag  varchar(60) not null default '',
    fingerprint  char(64) not null,
    based_on     bigint references model_release (id),
    asked_by     varchar(64) not null,
    asked_at     timestamptz not null,
    decided_by   varchar(64),
    decided_at   timestamptz,
    reason       varchar(4000),
    not_before   timestamptz,
    not_after    timestamptz check (not_after > not_before),
    deployment   varchar(64),
    released_at  timestamptz,
    check (decided_by <> asked_by or state in ('WITHDRAWN', 'FAILED') or kind = 'PRODUCT'),
    check ((state = 'RELEASED') = (number is not null and released_at is not null and deployment is not null))
);
create unique index model_release_one_request on model_release (change_id) where state in ('SUBMITTED', 'APPROVED');
create index model_release_newest on model_release (number desc nulls last);
create table model_release_file (
    release_id bigint not null references model_release (id),
    file       varchar(200) not null,
    content    char(64) not null references model_content (sha256),
    changed    boolean not null,
    primary key (release_id, file)
);

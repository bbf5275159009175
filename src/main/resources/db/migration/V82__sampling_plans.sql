-- The plan that somebody works on (抽样计划草稿): one for the company, like the table it may become.
create table sampling_draft (
    id         smallint primary key default 1 check (id = 1),
    revision   integer not null,
    based_on   integer not null,
    rules      jsonb not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null
);
comment on column sampling_draft.based_on is 'version of the sampling table it began with; it may be released while that one is in force';

-- Who released which version of the sampling table, and what it changed. Versions that came with the product are not in here.
create table sampling_release (
    version     integer primary key,
    released_at timestamptz not null,
    released_by varchar(64) not null,
    note        varchar(500) not null,
    changes     jsonb not null
);

-- A briefing (回访简报) of one period: drafted with its numbers frozen, published as it then stands, or dropped. The content is the text that was
-- hashed, not jsonb, which would write it its own way.
create table briefing (
    id           bigint generated always as identity primary key,
    kind         varchar(8) not null check (kind in ('WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    from_day     date not null,
    to_day       date not null check (to_day > from_day),
    business     varchar(32),
    state        varchar(12) not null check (state in ('DRAFT', 'PUBLISHED', 'DROPPED')),
    content      text not null,
    sha256       char(64) not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    words        jsonb not null default '{}',
    drafted_by   varchar(64) not null,
    drafted_at   timestamptz not null,
    ended_by     varchar(64),
    ended_at     timestamptz,
    reason       varchar(2000)
);
-- One briefing a period and business (none: all of them), however often it is asked for.
create unique index briefing_once on briefing (kind, from_day, coalesce(business, ''));
create index briefing_newest on briefing (from_day desc, id desc);

create function refuse_change_after_publication() returns trigger language plpgsql as $$
begin
    raise exception 'briefing % is published and never changes', old.id;
end $$;
create trigger briefing_published before update or delete on briefing
    for each row when (old.state = 'PUBLISHED') execute function refuse_change_after_publication();

-- Who is told when a briefing is published: everybody with a role, or one person.
create table briefing_recipient (
    id       bigint generated always as identity primary key,
    role     varchar(32),
    username varchar(64) references person (username),
    check ((role is null) <> (username is null)),
    unique (role),
    unique (username)
);
insert into briefing_recipient (role) values ('TEAM_LEADER'), ('DEPARTMENT_MANAGER'), ('SERVICE_DIRECTOR');

-- What was decided to make it better (整改措施), by a briefing or a campaign, and what became of it. The figure it is measured by, with the
-- numbers it had then: the next briefing sets the numbers of its own period beside them.
create table measure (
    id                   bigint generated always as identity primary key,
    version              integer not null default 0,
    source               varchar(12) not null check (source in ('BRIEFING', 'CAMPAIGN')),
    source_id            bigint not null,
    team                 varchar(64) references team (code),
    business             varchar(32),
    text                 varchar(2000) not null,
    owner                varchar(64) references person (username),
    decided_by           varchar(64) not null,
    decided_at           timestamptz not null,
    due_on               date,
    state                varchar(8) not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
    result               varchar(2000),
    ended_by             varchar(64),
    ended_at             timestamptz,
    figure               varchar(32),
    baseline_numerator   bigint,
    baseline_denominator bigint,
    baseline_from        date,
    baseline_to          date,
    check ((figure is null) = (baseline_numerator is null) and (figure is null) = (baseline_denominator is null)
        and (figure is null) = (baseline_from is null) and (figure is null) = (baseline_to is null)),
    check ((state = 'OPEN') = (ended_at is null))
);
create index measure_source on measure (source, source_id);

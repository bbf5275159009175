-- The company's working time. What a saved version holds never changes; the rows of version 0 are the draft that is being edited.
create table calendar_version (
    version  integer primary key,
    reason   varchar(300) not null,
    saved_by varchar(64) not null,
    saved_at timestamptz not null
);
create table calendar_draft (
    base      integer not null references calendar_version,
    revision  integer not null,
    edited_by varchar(64) not null,
    edited_at timestamptz not null
);
create unique index calendar_draft_one on calendar_draft ((true));

create table calendar_zone (
    version integer primary key,
    zone    varchar(64) not null
);
-- region '' is the company; a region without slots keeps the company's week.
create table calendar_region (
    version integer not null,
    code    varchar(64) not null,
    name_en varchar(200) not null,
    name_zh varchar(200) not null,
    areas   varchar(64)[] not null default '{}',
    primary key (version, code)
);
create table calendar_slot (
    version integer not null,
    region  varchar(64) not null,
    weekday smallint not null,
    starts  varchar(8) not null,
    ends    varchar(8) not null,
    primary key (version, region, weekday, starts)
);
create table calendar_day (
    version integer not null,
    region  varchar(64) not null,
    day     date not null,
    kind    varchar(16) not null,
    hours   varchar(200) not null default '',
    name_en varchar(200) not null,
    name_zh varchar(200) not null,
    primary key (version, region, day)
);
create table calendar_suspension (
    version integer not null,
    from_at timestamptz not null,
    to_at   timestamptz not null,
    area    varchar(64),
    kind    varchar(32),
    name_en varchar(200) not null,
    name_zh varchar(200) not null
);
create index calendar_suspension_version on calendar_suspension (version);

create function refuse_version_change() returns trigger language plpgsql as $$
begin
    if old.version <> 0 then
        raise exception 'a saved version of the calendar never changes';
    end if;
    return coalesce(new, old);
end $$;
create trigger calendar_zone_kept before update or delete on calendar_zone for each row execute function refuse_version_change();
create trigger calendar_region_kept before update or delete on calendar_region for each row execute function refuse_version_change();
create trigger calendar_slot_kept before update or delete on calendar_slot for each row execute function refuse_version_change();
create trigger calendar_day_kept before update or delete on calendar_day for each row execute function refuse_version_change();
create trigger calendar_suspension_kept before update or delete on calendar_suspension for each row execute function refuse_version_change();

-- Open clocks that a new version would move, for a person to decide on.
create table calendar_proposal (
    id          bigint generated always as identity primary key,
    version     integer not null references calendar_version,
    reason      varchar(300) not null,
    proposed_by varchar(64) not null,
    proposed_at timestamptz not null
);
create table calendar_move (
    proposal_id  bigint not null references calendar_proposal,
    complaint_id bigint not null references complaint,
    number       varchar(20) not null,
    clock        varchar(16) not null,
    old_version  integer not null,
    old_area     varchar(64),
    old_kind     varchar(32),
    new_area     varchar(64),
    new_kind     varchar(32),
    old_due_at   timestamptz not null,
    new_due_at   timestamptz not null,
    state        varchar(16) not null,
    decided_by   varchar(64),
    decided_at   timestamptz,
    primary key (proposal_id, complaint_id, clock)
);
create index calendar_move_shown on calendar_move (proposal_id, old_due_at, complaint_id, clock);
create index calendar_move_waiting on calendar_move (proposal_id, complaint_id) where state in ('CHOSEN', 'RETURNING');

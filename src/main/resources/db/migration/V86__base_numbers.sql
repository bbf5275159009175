-- Tables of answers from years before the system (历史汇总表). A team without called and counts has only its published percentage left.
-- team '' is the total as it was printed, where it was.
create table evaluation_aggregate (
    period    varchar(8) not null check (period in ('WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    from_day  date not null,
    business  varchar(32) not null,
    team      varchar(64) not null,
    called    bigint,
    scale     varchar(16),
    counts    jsonb not null default '{}',
    unrated   bigint,
    published numeric(5, 2) check (published between 0 and 100),
    sent_by   varchar(64) not null,
    sent_at   timestamptz not null,
    primary key (period, from_day, business, team)
);

-- What a figure should be (目标值), as a share: at least, or at most.
create table figure_target (
    figure   varchar(32) primary key,
    at_least boolean not null,
    share    numeric(8, 6) not null check (share between 0 and 1),
    set_by   varchar(64) not null,
    set_at   timestamptz not null
);
insert into figure_target (figure, at_least, share, set_by, set_at) values
    ('SATISFACTION_PUBLISHED', true, 0.98, 'system', now()),
    ('SATISFACTION_RATED', true, 0.98, 'system', now()),
    ('CALL_CENTRE_COMPLAINTS', false, 0.0015, 'system', now());

-- Numbers that no row of ours can give: customers served, calls handled by the call centre. region '' is the company as a whole.
create table base_number (
    kind   varchar(20) not null check (kind in ('SERVED_CUSTOMERS', 'CALLS_HANDLED')),
    month  date not null check (extract(day from month) = 1),
    region varchar(64) not null default '',
    n      bigint not null check (n >= 0),
    set_by varchar(64) not null,
    set_at timestamptz not null,
    primary key (kind, month, region)
);

-- A complaint in one of these categories is about the call centre's own service.
create table call_centre_category (
    category varchar(100) primary key references category
);
insert into call_centre_category (category) select code from category where code like '%.service.hotline';
create function figure_note_category() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into figure_dirty (subject, id) select 3, c.id from complaint c join old_rows r on r.category = c.category;
    else
        insert into figure_dirty (subject, id) select 3, c.id from complaint c join new_rows r on r.category = c.category;
    end if;
    return null;
end $$;
create trigger figure_in after insert on call_centre_category referencing new table as new_rows
    for each statement execute function figure_note_category();
create trigger figure_out after delete on call_centre_category referencing old table as old_rows
    for each statement execute function figure_note_category();

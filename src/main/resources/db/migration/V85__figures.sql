-- A call that belongs to a campaign (专题回访) is none of the daily programme.
alter table follow_up_call add column if not exists campaign_id bigint;

-- Rows of other tables that changed since they were counted. Only ever added to by triggers, so that nobody waits for anybody; one reader at
-- a time takes them out and counts them. subject: 1 service_job, 2 evaluation, 3 complaint.
create table figure_dirty (
    seq     bigint generated always as identity primary key,
    subject smallint not null,
    id      bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What one row counts as, in numbers and on its day: a pure function of the rows of other tables. subject as above, 4 for what a case does to
-- the backlog (part: its coming and going). marks: one bit a property, see figure.Mark. n is 1, or -1 for what leaves the backlog.
create table figure_fact (
    subject  smallint not null,
    id       bigint not null,
    part     smallint not null,
    day      date not null,
    business varchar(32) collate "C" not null,
    team     varchar(64) collate "C" not null,
    employee varchar(64) collate "C" not null,
    region   varchar(64) collate "C" not null,
    channel  varchar(16) collate "C" not null,
    segment  varchar(32) collate "C" not null,
    grade    varchar(40) collate "C" not null,
    marks    bigint not null,
    n        integer not null,
    amount   bigint not null,
    primary key (subject, id, part)
) with (fillfactor = 90);
create index figure_fact_day on figure_fact (subject, day, id);

-- Sums of the facts of a month; day is its first. level: M by business and team; E by business, team and employee; P by business, team, region,
-- channel and segment. What a level does not know is ''.
create table figure_sum (
    subject  smallint not null,
    level    char(1) not null,
    day      date not null,
    business varchar(32) collate "C" not null,
    team     varchar(64) collate "C" not null,
    employee varchar(64) collate "C" not null,
    region   varchar(64) collate "C" not null,
    channel  varchar(16) collate "C" not null,
    segment  varchar(32) collate "C" not null,
    grade    varchar(40) collate "C" not null,
    marks    bigint not null,
    n        bigint not null,
    amount   bigint not null,
    primary key (subject, level, day, business, team, employee, region, channel, segment, grade, marks)
) with (fillfactor = 80);

-- The zone in which the days of the facts were cut; another one counts everything anew.
create table figure_setting (
    zone varchar(64) not null
);
create unique index figure_setting_one on figure_setting ((true));

create function figure_note_job() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into figure_dirty (subject, id) select 1, id from old_rows;
    end if;
    if tg_op <> 'DELETE' then
        insert into figure_dirty (subject, id) select 1, id from new_rows;
    end if;
    return null;
end $$;
create function figure_note_call() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into figure_dirty (subject, id) select 1, job_id from old_rows;
    end if;
    if tg_op <> 'DELETE' then
        insert into figure_dirty (subject, id) select 1, job_id from new_rows;
    end if;
    return null;
end $$;
create function figure_note_evaluation() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into figure_dirty (subject, id)
            select 2, id from old_rows union all select 1, job_id from old_rows where job_id is not null;
    end if;
    if tg_op <> 'DELETE' then
        insert into figure_dirty (subject, id)
            select 2, id from new_rows union all select 1, job_id from new_rows where job_id is not null;
    end if;
    return null;
end $$;
create function figure_note_case() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into figure_dirty (subject, id) select 3, id from old_rows;
    else
        insert into figure_dirty (subject, id) select 3, id from new_rows;
    end if;
    return null;
end $$;
create function figure_note_of_case() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into figure_dirty (subject, id) select distinct 3, complaint_id from old_rows;
    end if;
    if tg_op <> 'DELETE' then
        insert into figure_dirty (subject, id) select distinct 3, complaint_id from new_rows;
    end if;
    return null;
end $$;

create trigger figure_in after insert on service_job referencing new table as new_rows
    for each statement execute function figure_note_job();
create trigger figure_on after update on service_job referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_job();
create trigger figure_out after delete on service_job referencing old table as old_rows
    for each statement execute function figure_note_job();
create trigger figure_in after insert on follow_up_call referencing new table as new_rows
    for each statement execute function figure_note_call();
create trigger figure_on after update on follow_up_call referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_call();
create trigger figure_out after delete on follow_up_call referencing old table as old_rows
    for each statement execute function figure_note_call();
create trigger figure_in after insert on evaluation referencing new table as new_rows
    for each statement execute function figure_note_evaluation();
create trigger figure_on after update on evaluation referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_evaluation();
create trigger figure_out after delete on evaluation referencing old table as old_rows
    for each statement execute function figure_note_evaluation();
create trigger figure_in after insert on complaint referencing new table as new_rows
    for each statement execute function figure_note_case();
create trigger figure_on after update on complaint referencing new table as new_rows
    for each statement execute function figure_note_case();
create trigger figure_out after delete on complaint referencing old table as old_rows
    for each statement execute function figure_note_case();
create trigger figure_in after insert on case_clock referencing new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_on after update on case_clock referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_out after delete on case_clock referencing old table as old_rows
    for each statement execute function figure_note_of_case();
create trigger figure_in after insert on ladder_step referencing new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_on after update on ladder_step referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_out after delete on ladder_step referencing old table as old_rows
    for each statement execute function figure_note_of_case();
create trigger figure_in after insert on extension_request referencing new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_on after update on extension_request referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_of_case();
create trigger figure_out after delete on extension_request referencing old table as old_rows
    for each statement execute function figure_note_of_case();

-- A case waits for a third party: only the first time counts, and lines of the timeline never change.
create function figure_note_event() returns trigger language plpgsql as $$
begin
    insert into figure_dirty (subject, id) select distinct 3, complaint_id from new_rows where kind = 'WAITING';
    return null;
end $$;
create trigger figure_in after insert on case_event referencing new table as new_rows
    for each statement execute function figure_note_event();

-- How many customers there are, by region and segment: lines to be added up, so that two new customers never wait for one another.
create table figure_customers (
    region  varchar(64) not null,
    segment varchar(32) not null,
    n       bigint not null
);
create function figure_note_customer() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into figure_customers select coalesce(nullif(area, ''), '-'), segment, count(*) from new_rows group by 1, 2;
    elsif tg_op = 'DELETE' then
        insert into figure_customers select coalesce(nullif(area, ''), '-'), segment, -count(*) from old_rows group by 1, 2;
    else
        insert into figure_customers
            select region, segment, sum(n) from (
                select coalesce(nullif(area, ''), '-') as region, segment, 1 as n from new_rows
                union all select coalesce(nullif(area, ''), '-'), segment, -1 from old_rows) moved
            group by 1, 2 having sum(n) <> 0;
    end if;
    return null;
end $$;
create trigger figure_in after insert on customer referencing new table as new_rows
    for each statement execute function figure_note_customer();
create trigger figure_on after update on customer referencing old table as old_rows new table as new_rows
    for each statement execute function figure_note_customer();
create trigger figure_out after delete on customer referencing old table as old_rows
    for each statement execute function figure_note_customer();

-- What is there already.
insert into figure_dirty (subject, id) select 1, id from service_job;
insert into figure_dirty (subject, id) select 2, id from evaluation;
insert into figure_dirty (subject, id) select 3, id from complaint;
insert into figure_customers select coalesce(nullif(area, ''), '-'), segment, count(*) from customer group by 1, 2;

-- What the grade of a re-callback meant when it was given: a later change of a scale rewrites no answer.
alter table complaint add column recall_meaning varchar(12);
create function keep_recall_meaning() returns trigger language plpgsql as $$
begin
    new.recall_meaning := (select g.meaning from scale_grade g where g.scale = new.recall_scale and g.code = new.recall_rating);
    return new;
end $$;
create trigger recall_meaning_in before insert on complaint for each row when (new.recall_rating is not null)
    execute function keep_recall_meaning();
create trigger recall_meaning_on before update of recall_scale, recall_rating on complaint for each row
    when ((new.recall_scale, new.recall_rating) is distinct from (old.recall_scale, old.recall_rating))
    execute function keep_recall_meaning();
update complaint c set recall_meaning = g.meaning from scale_grade g where g.scale = c.recall_scale and g.code = c.recall_rating;

create table department (
    code    varchar(64) primary key,
    name_en varchar(200) not null,
    name_zh varchar(200) not null
);

create table team (
    code            varchar(64) primary key,
    department_code varchar(64) not null references department,
    name_en         varchar(200) not null,
    name_zh         varchar(200) not null,
    kind            varchar(16) not null default 'INTERNAL' check (kind in ('INTERNAL', 'PARTNER')),
    active          boolean not null default true
);

create table person (
    username    varchar(64) primary key,
    name_en     varchar(200) not null,
    name_zh     varchar(200) not null,
    email       varchar(200),
    phone       varchar(40),
    active      boolean not null default true,
    deputy      varchar(64) references person,
    absent_from date,
    absent_to   date
);

create table person_role (
    username varchar(64) not null references person,
    role     varchar(32) not null,
    primary key (username, role)
);

-- A leader is a member with the flag set; a person may belong to several teams.
create table team_member (
    team_code varchar(64) not null references team,
    username  varchar(64) not null references person,
    leader    boolean not null default false,
    primary key (team_code, username)
);
create index team_member_person on team_member (username);

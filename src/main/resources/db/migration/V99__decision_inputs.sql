-- What decisions were asked for real (真实输入), so that a changed table can be tried on it. Facts are kept as the table was given them, also words of
-- customers where it reads those; only the newest of each decision are kept. subject: case or call it was about.
create table decision_input (
    id            bigint generated always as identity primary key,
    decision      varchar(200) not null,
    definition_id varchar(128) not null,
    subject       varchar(100),
    at            timestamptz not null,
    inputs        jsonb not null,
    outcome       jsonb not null,
    rules         varchar(200)[] not null
);
create index decision_input_newest on decision_input (decision, id desc);

-- What the customer's own pages need: where to write to, links that lead to one case, what customers think of the outcome.
alter table customer add column email varchar(200);
alter table complaint add column email varchar(200);
alter table complaint add column language varchar(16);

-- Every message carries a link of its own; only what a link hashes to is kept.
create table tracking_link (
    hash         varchar(64) primary key,
    complaint_id bigint not null references complaint,
    made_at      timestamptz not null
);
create index tracking_link_case on tracking_link (complaint_id);

-- The last line of a case counts.
create table customer_rating (
    id           bigint generated always as identity primary key,
    complaint_id bigint not null references complaint,
    at           timestamptz not null,
    scale        varchar(16) not null,
    rating       varchar(16) not null
);
create index customer_rating_case on customer_rating (complaint_id, id);

-- How long the last cases of a kind took.
create index complaint_closed_kind on complaint (severity, closed_at desc) where state = 'CLOSED';

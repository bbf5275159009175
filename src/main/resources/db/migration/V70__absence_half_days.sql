-- Half days (半天假): the absence begins after lunch on its first day, or ends with the morning of its last.
alter table person
    add column absent_from_noon boolean not null default false,
    add column absent_to_noon   boolean not null default false;

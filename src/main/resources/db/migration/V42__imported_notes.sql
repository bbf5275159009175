-- A note that came from another system comes once.
create unique index case_event_source on case_event (complaint_id, (data ->> 'sourceKey')) where data ->> 'sourceKey' is not null;

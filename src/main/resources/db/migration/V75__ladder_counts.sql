-- How often the customer said on a re-callback that it was not solved; coming back by request is counted in reopen_count alone.
alter table complaint add column dissatisfied_count integer not null default 0;
create index supervision_order_step on supervision_order (step_id);

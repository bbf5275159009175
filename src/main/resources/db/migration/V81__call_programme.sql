-- The place of a job in the draw, 0 to 9999: the first four bytes of SHA-256 of its number, modulo 10,000, as Sampling computes it. A job
-- is picked when its place is below a hundred times the rate, so a plan can be counted without drawing again. Immutable although
-- convert_to is not: a database of Redress is UTF-8 for ever.
create function sampling_place(job text) returns smallint language plpgsql immutable strict parallel safe as $$
begin
    return ('x' || substr(encode(sha256(convert_to(job, 'UTF8')), 'hex'), 1, 8))::bit(32)::bigint % 10000;
end $$;
alter table service_job add column bucket smallint generated always as (sampling_place(external_id)) stored;

-- Version of the sampling table that gave the rate; null for jobs that came before plans had versions.
alter table service_job add column sampling_version integer;

-- One line a job in the daily programme, and one in each campaign (专题回访) that chose it.
alter table follow_up_call add column campaign_id bigint;
-- Who alone calls this customer: not given to others when they are away from their desk.
alter table follow_up_call add column named_agent varchar(64);
alter table follow_up_call drop constraint follow_up_call_job_id_key;
create unique index follow_up_call_once on follow_up_call (job_id, coalesce(campaign_id, 0));
create index follow_up_call_campaign on follow_up_call (campaign_id, state) where campaign_id is not null;
create index follow_up_call_retry on follow_up_call (retry_at) where state = 'OPEN' and retry_at is not null;

-- Where the recording of the conversation lies in the telephone system.
alter table call_attempt add column recording varchar(200);
create index call_attempt_agent on call_attempt (agent, at);
create index call_attempt_at on call_attempt (at);

-- A time promised to a household (约定回访时间) is a clock: it has a due moment, and was kept or not.
create table call_promise (
    id          bigint generated always as identity primary key,
    call_id     bigint not null references follow_up_call,
    made_at     timestamptz not null,
    made_by     varchar(64) not null,
    promised_at timestamptz not null,
    due_at      timestamptz not null,
    ended_at    timestamptz,
    kept        boolean
);
create unique index call_promise_running on call_promise (call_id) where ended_at is null;
create index call_promise_due on call_promise (due_at);

-- When somebody was last at work in the call programme, to the minute.
create table agent_presence (
    username varchar(64) primary key,
    seen_at  timestamptz not null
);

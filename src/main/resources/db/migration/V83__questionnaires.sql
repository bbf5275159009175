-- Questionnaires (问卷): what a customer is asked, in versions that never change once they have been live.
create table questionnaire (
    code          varchar(64) primary key,
    campaign_only boolean not null default false
);

create table questionnaire_version (
    questionnaire varchar(64) not null references questionnaire,
    version       integer not null,
    revision      integer not null default 0,
    name_en       varchar(200) not null,
    name_zh       varchar(200) not null,
    businesses    varchar(32)[] not null default '{}',
    scale         varchar(16) not null references scale,
    form          text not null,
    state         varchar(8) not null check (state in ('DRAFT', 'LIVE', 'RETIRED')),
    changed_by    varchar(64) not null,
    changed_at    timestamptz not null,
    published_by  varchar(64),
    published_at  timestamptz,
    retired_by    varchar(64),
    retired_at    timestamptz,
    primary key (questionnaire, version)
);
comment on column questionnaire_version.revision is 'counts up with each change of a draft';
comment on column questionnaire_version.businesses is 'kinds of service it is for; none for every one that has no questionnaire of its own';
comment on column questionnaire_version.form is 'the Camunda Form, as it was written';
create unique index questionnaire_live on questionnaire_version (questionnaire) where state = 'LIVE';
create unique index questionnaire_draft on questionnaire_version (questionnaire) where state = 'DRAFT';

-- Answers name their version: whoever changes one that was live changes what customers were asked.
create function questionnaire_stays() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' and (old.form, old.scale, old.name_en, old.name_zh, old.businesses)
            is distinct from (new.form, new.scale, new.name_en, new.name_zh, new.businesses) then
        raise exception 'version % of questionnaire % has been live and does not change', old.version, old.questionnaire;
    end if;
    return new;
end $$;
create trigger questionnaire_stays before update on questionnaire_version for each row execute function questionnaire_stays();

alter table scale add column revision integer not null default 0;

-- What a call asks: a questionnaire that its campaign chose, the version it was taken with, and the answers beyond the fixed ones.
alter table follow_up_call add column if not exists questionnaire varchar(64);
alter table follow_up_call add column if not exists questionnaire_version integer;
alter table follow_up_call add column if not exists answers jsonb not null default '{}';

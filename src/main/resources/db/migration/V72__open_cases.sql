-- A board that is narrowed to a team or a severity goes from the open cases to their clocks.
create index complaint_open_team on complaint (team, id)
    where state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN');
create index complaint_open_severity on complaint (severity, id)
    where state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN');

-- Work that nobody holds is a step of the case itself: an order to answer or a request to decide is not.
drop index open_task_free_case;
create index open_task_free_step on open_task (subject_id)
    where kind = 'CASE' and assignee is null and not waiting
        and task_key not in ('userTask_answerSupervisionOrder', 'userTask_decideExtension');

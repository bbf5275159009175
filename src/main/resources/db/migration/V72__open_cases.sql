-- A board that is narrowed to a team or a severity goes from the open cases to their clocks.
create index complaint_open_team on complaint (team, id)
    where state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN');
create index complaint_open_severity on complaint (severity, id)
    where state not in ('REJECTED', 'MERGED', 'SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN');

-- Which version of the calendar a clock keeps from this line on, and how it sees it: null on a line that leaves it as it is; a ledger
-- without any keeps version 1.
alter table clock_entry add column calendar integer, add column calendar_area varchar(64), add column calendar_kind varchar(32);

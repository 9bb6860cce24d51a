-- Redirects of the old site that name many addresses at once. Each is tried in this order, on an address that is nobody else's.
create table old_pattern (
    pattern  text primary key,
    target   text not null,
    position integer not null
);

-- Which revision of an article came over last: one that was made here since is not overwritten by a newer export. 0: nobody noted it.
alter table brought add column revision integer not null default 0;

-- Redirects of the old site that name many addresses at once. Each is tried in this order, on an address that is nobody else's.
create table old_pattern (
    pattern  text primary key,
    target   text not null,
    position integer not null
);

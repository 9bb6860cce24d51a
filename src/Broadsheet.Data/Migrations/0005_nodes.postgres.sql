-- The nodes that serve the paper. A writer waits until each has heard of its change or has no lease any more.
-- Unlogged: a lease is worth nothing after a crash, and renewing it must not wait for the disk. Id 0 is no node but the table's own memory:
-- where it is missing, the table was emptied by a crash or is new on a promoted standby, and nodes may hold leases that nobody knows of.
create unlogged table node (
    id          bigint primary key,
    name        text not null,
    heard       bigint not null,
    lease_until timestamptz not null,
    started_at  timestamptz not null
);
insert into node (id, name, heard, lease_until, started_at) values (0, '', 0, now(), now());

-- Told when the change is committed, not before. Only the number: a notice holds 8000 bytes at most, and whoever missed some reads them all the same way.
create function tell_of_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('change', new.id::text);
    return null;
end $$;

create trigger change_is_told after insert on change
    for each row execute function tell_of_change();

-- How far each cache in front of the paper has been told what changed; a row for each that the running program knows of.
create table purged (
    edge      text primary key,
    change_id bigint not null,
    edition   text not null,
    faltering boolean not null
);

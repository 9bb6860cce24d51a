-- Notices belong to a revision like its text: what was issued stays in the log. The text of one that was removed for a legal reason is empty,
-- and the tombstone says so, signed.
alter table revision add column corrections text not null default '[]';
alter table revision add column tombstone text;
-- How many were removed: few, and otherwise every text would be read to count them.
create index revision_removed on revision (id) where tombstone is not null;

-- The list of all notices that stand at articles which readers see, made anew with each publication.
create table listed_correction (
    article_id bigint not null references article (id),
    position   integer not null,
    at         timestamptz not null,
    kind       text not null,
    text       text not null,
    primary key (article_id, position)
);
-- The page of corrections and its feed: newest first.
create index listed_correction_newest on listed_correction (at desc, article_id desc, position desc);

-- A paper that was brought over from another engine.

-- What feeds call an article, as the old engine's did; null: by our own number.
alter table article add column guid text;

-- Where a path or a query of the old site ("/tag/rowing/", "/?p=12") leads today, as a path of ours. An article's own older paths are in "address".
create table old_address (
    path   text primary key,
    target text not null
);

-- What came over, by its number there. The digest is of what was read: the same again changes nothing.
create table brought (
    source text not null,
    kind   text not null,
    old_id bigint not null,
    new_id bigint not null,
    digest text not null,
    primary key (source, kind, old_id)
);

-- Copy that readers have not seen, or see no more: drafts, what waits, what is private. The article has its number and its address.
create table working_copy (
    article_id bigint primary key references article (id),
    state      text not null,
    due_at     timestamptz,
    saved_at   timestamptz not null,
    copy       text not null
);

-- What the desk has in work. Copy that was brought over stands here already (0009).
update working_copy set state = 'InReview' where state = 'Pending';
-- What was scheduled stood still until now; nothing of it goes out because the program was renewed.
update working_copy set state = 'Draft' where state = 'Scheduled';
alter table working_copy add column number integer not null default 0;
alter table working_copy add column saved_by bigint references staff_member (id);
alter table working_copy add column plan text not null default '{}';
-- The clock that lets pieces go out at their time.
create index working_copy_due on working_copy (state, due_at);

-- Nobody publishes before then; it falls when two have said so. Who began a piece may write in it.
alter table article add column embargo_until timestamptz;
alter table article add column embargo_lifted_by bigint references staff_member (id);
alter table article add column started_by bigint references staff_member (id);

-- Every save of the desk: rows are only ever added.
create table draft (
    id         {id},
    article_id bigint not null references article (id),
    number     integer not null,
    based_on   integer not null,
    kind       text not null,
    staff_id   bigint not null references staff_member (id),
    sitting    text not null,
    saved_at   timestamptz not null,
    copy       text not null,
    unique (article_id, number)
);

-- What colleagues say to each other about a piece. The anchor is the words that a note is about; null: the whole.
create table note (
    id          {id},
    article_id  bigint not null references article (id),
    parent_id   bigint references note (id),
    staff_id    bigint not null references staff_member (id),
    written_at  timestamptz not null,
    text        text not null,
    anchor      text,
    resolved_at timestamptz,
    resolved_by bigint references staff_member (id)
);
create index note_of_article on note (article_id, id);

-- Who was named in a note, until they have seen it.
create table mention (
    note_id  bigint not null references note (id),
    staff_id bigint not null references staff_member (id),
    seen_at  timestamptz,
    primary key (note_id, staff_id)
);
create index mention_of_staff on mention (staff_id, seen_at);

-- Who has an article open. Old rows mean nothing.
create table presence (
    article_id bigint not null references article (id),
    staff_id   bigint not null references staff_member (id),
    sitting    text not null,
    writing    boolean not null,
    seen_at    timestamptz not null,
    primary key (article_id, sitting)
);

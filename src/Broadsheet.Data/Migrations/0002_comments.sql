create table reader (
    id            {id},
    sealed_email  {bytes} not null,
    fingerprint   text not null unique,
    first_seen_at timestamptz not null,
    trusted       boolean not null
);

create table comment (
    id          {id},
    article_id  bigint not null references article (id),
    revision_id bigint not null references revision (id),
    parent_id   bigint references comment (id),
    thread_id   bigint references comment (id),
    reader_id   bigint not null references reader (id),
    author      text not null,
    website     text,
    body        text not null,
    state       text not null,
    reason      text not null,
    posted_at   timestamptz not null
);
-- The threads below an article, page by page, and the number of replies beside a headline.
create index comment_of_article on comment (article_id, state, thread_id, id);
-- The replies within the threads of one page.
create index comment_of_thread on comment (thread_id, state, id);
-- The checks for repeats and floods.
create index comment_of_reader on comment (reader_id, posted_at);
-- What waits for a moderator, oldest first.
create index comment_by_state on comment (state, id);

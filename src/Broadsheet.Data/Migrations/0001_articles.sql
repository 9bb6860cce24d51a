-- One file for both databases. {id} is the only word that differs: SQLite's rowid or PostgreSQL's identity, both growing.
-- Times are UTC. Lists that belong to one revision (credits, topics, picks) are kept in it as JSON, because they never change.

create table section (
    id        {id},
    name      text not null,
    slug      text not null,
    path      text not null unique,
    parent_id bigint references section (id),
    position  integer not null
);

create table topic (
    id   {id},
    name text not null,
    slug text not null unique
);

create table story (
    id   {id},
    name text not null,
    slug text not null unique
);

create table byline (
    id    {id},
    name  text not null,
    slug  text not null unique,
    role  text,
    about text
);

create table picture (
    id       {id},
    file     text not null unique,
    width    integer not null,
    height   integer not null,
    name     text not null,
    added_at timestamptz not null
);

create table article (
    id               {id},
    state            text not null,
    path             text not null unique,
    revision_id      bigint,
    revision_number  integer not null,
    section_id       bigint not null references section (id),
    story_id         bigint references story (id),
    language         text not null,
    rank             integer not null,
    published_at     timestamptz,
    updated_at       timestamptz,
    update_note      text,
    comments_open    boolean not null,
    withdrawn_at     timestamptz,
    withdrawn_reason text
);
-- The front page, date archives, feeds and sitemaps: newest first.
create index article_newest on article (state, published_at desc, id desc);
-- Section pages and the section blocks of the front page.
create index article_of_section on article (section_id, state, published_at desc, id desc);
-- "The story so far" and story pages.
create index article_of_story on article (story_id, state, published_at desc, id desc);

-- The paper's log of what readers saw: rows are only ever added, chained by hash (0004).
create table revision (
    id            bigint primary key,
    article_id    bigint not null references article (id),
    number        integer not null,
    made_at       timestamptz not null,
    dated_at      timestamptz not null,
    updated_at    timestamptz,
    update_note   text,
    kicker        text,
    headline      text not null,
    standfirst    text,
    body          text not null,
    dateline      text,
    language      text not null,
    section_id    bigint not null,
    story_id      bigint,
    credits       text not null,
    topics        text not null,
    picture       text,
    read_also     text not null,
    head          text not null,
    previous_hash text not null unique,
    hash          text not null unique,
    unique (article_id, number)
);

create table address (
    id         {id},
    path       text not null unique,
    article_id bigint not null references article (id)
);
create index address_of_article on address (article_id);

create table article_topic (
    article_id bigint not null references article (id),
    topic_id   bigint not null references topic (id),
    primary key (article_id, topic_id)
);
-- Topic pages.
create index article_topic_by_topic on article_topic (topic_id, article_id);

create table article_byline (
    article_id bigint not null references article (id),
    byline_id  bigint not null references byline (id),
    primary key (article_id, byline_id)
);
-- Authors' pages.
create index article_byline_by_byline on article_byline (byline_id, article_id);

create table slot (
    id         {id},
    position   integer not null,
    article_id bigint not null references article (id),
    starts_at  timestamptz not null,
    ends_at    timestamptz
);

create table change (
    id    {id},
    at    timestamptz not null,
    names text not null
);

-- What to read also below each article. Kept beside the articles and not worked out for a page: that takes the words of the whole paper.
-- A published article without a row, or with one of another revision, is due; so is a row whose article readers no longer see.
create table read_also (
    article_id  bigint primary key references article (id),
    revision_id bigint not null,
    picks       text not null,
    made_at     timestamptz not null
);

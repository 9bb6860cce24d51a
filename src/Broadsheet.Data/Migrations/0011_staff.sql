-- Who works here. The address is sealed like a reader's; the fingerprint finds it again.
create table staff_member (
    id               {id},
    name             text not null,
    role             text not null,
    sealed_email     {bytes} not null,
    fingerprint      text not null unique,
    password_hash    text,
    stamp            text not null,
    authenticator    {bytes},
    two_factor       boolean not null,
    recovery_codes   text not null,
    failed_count     integer not null,
    locked_until     timestamptz,
    byline_id        bigint references byline (id),
    added_at         timestamptz not null,
    dismissed_at     timestamptz
);

-- What the newsroom did: rows are only ever added.
create table audit_entry (
    id         {id},
    staff_id   bigint references staff_member (id),
    staff_name text not null,
    act        text not null,
    article_id bigint references article (id),
    detail     text,
    at         timestamptz not null
);
-- The record of one article, and of one person.
create index audit_entry_of_article on audit_entry (article_id, id);
create index audit_entry_of_staff on audit_entry (staff_id, id);

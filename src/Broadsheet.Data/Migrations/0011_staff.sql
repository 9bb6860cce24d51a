-- Who works here. The address is sealed like a reader's; the fingerprint finds it again.
create table staff_member (
    id               {id},
    name             text not null,
    role             text not null,
    sealed_email     {bytes} not null,
    fingerprint      text not null unique,
    password_hash    text,
    -- The key that an authenticator app shares with the paper, sealed; on = asked for at sign-in.
    authenticator    {bytes},
    two_factor       boolean not null,
    last_code        text,
    -- Hashes of codes that each let in once when the app is lost.
    recovery_codes   text not null,
    failed_count     integer not null,
    locked_until     timestamptz,
    byline_id        bigint references byline (id),
    added_at         timestamptz not null,
    dismissed_at     timestamptz
);

-- Keys that a device keeps (passkeys); what is here is of no use to anybody who reads it.
create table passkey (
    id                {id},
    staff_id          bigint not null references staff_member (id),
    name              text not null,
    credential        {bytes} not null unique,
    public_key        {bytes} not null,
    sign_count        bigint not null,
    transports        text not null,
    is_verified       boolean not null,
    may_be_backed_up  boolean not null,
    is_backed_up      boolean not null,
    attestation       {bytes} not null,
    client_data       {bytes} not null,
    added_at          timestamptz not null
);
create index passkey_of_staff on passkey (staff_id);

-- A row for each sign-in: what the cookie names. Ended = out at once.
create table staff_session (
    id          {id},
    staff_id    bigint not null references staff_member (id),
    device      text not null,
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    ended_at    timestamptz
);
create index staff_session_of_staff on staff_session (staff_id, id);

-- Links that let somebody choose a password, once. No member: whoever follows it becomes the first publisher.
create table invitation (
    id          {id},
    staff_id    bigint references staff_member (id),
    token_hash  text not null unique,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index invitation_of_staff on invitation (staff_id);

-- The keys of cookies and forms, sealed: every node has them, and a restart keeps who is signed in.
create table protection_key (
    id      {id},
    sealed  {bytes} not null
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

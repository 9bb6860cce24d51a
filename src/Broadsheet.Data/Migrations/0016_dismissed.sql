-- Findings of the copy desk's checks that somebody has looked at and let stand. The same finding in the same words stays dismissed.
create table dismissed (
    article_id   bigint not null references article (id),
    finding      text not null,
    staff_id     bigint not null references staff_member (id),
    dismissed_at timestamptz not null,
    primary key (article_id, finding)
);

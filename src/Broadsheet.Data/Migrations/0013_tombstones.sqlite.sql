-- One change is allowed, once: the content goes, what says when and as what it was published stays, and a tombstone stands there.
drop trigger revision_is_never_updated;
create trigger revision_is_never_updated before update on revision
when not (
    old.tombstone is null and new.tombstone is not null
    and new.id is old.id and new.article_id is old.article_id and new.number is old.number and new.made_at is old.made_at and new.dated_at is old.dated_at
    and new.updated_at is old.updated_at and new.language is old.language and new.section_id is old.section_id and new.story_id is old.story_id
    and new.previous_hash is old.previous_hash and new.hash is old.hash
    and new.headline is '' and new.body is '' and new.kicker is null and new.standfirst is null and new.dateline is null and new.update_note is null and new.picture is null
    and new.credits is '[]' and new.topics is '[]' and new.read_also is '[]' and new.corrections is '[]'
    and new.head is '{"SearchTitle":null,"SearchDescription":null,"SocialTitle":null,"SocialDescription":null}'
)
begin
    select raise(abort, 'A published revision is never altered.');
end;

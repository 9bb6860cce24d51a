-- One change is allowed, once: the content goes, what says when and as what it was published stays, and a tombstone stands there.
create or replace function refuse_to_alter_revision() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.tombstone is null and new.tombstone is not null
            and (new.id, new.article_id, new.number, new.made_at, new.dated_at, new.updated_at, new.language, new.section_id, new.story_id, new.previous_hash, new.hash)
                is not distinct from (old.id, old.article_id, old.number, old.made_at, old.dated_at, old.updated_at, old.language, old.section_id, old.story_id, old.previous_hash, old.hash)
            and new.headline = '' and new.body = '' and new.kicker is null and new.standfirst is null and new.dateline is null and new.update_note is null and new.picture is null
            and new.credits = '[]' and new.topics = '[]' and new.read_also = '[]' and new.corrections = '[]'
            and new.head = '{"SearchTitle":null,"SearchDescription":null,"SocialTitle":null,"SocialDescription":null}'
        then
            return new;
        end if;
    end if;
    raise exception 'A published revision is never altered and never removed.';
end $$;

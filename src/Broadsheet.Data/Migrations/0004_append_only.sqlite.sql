-- No silent edits: not even the program itself can alter or remove what was published.
create trigger revision_is_never_updated before update on revision
begin
    select raise(abort, 'A published revision is never altered.');
end;

-- "replace into" would otherwise remove the old row without asking the trigger below.
create trigger revision_is_never_replaced before insert on revision
when exists (select 1 from revision where id = new.id or hash = new.hash or previous_hash = new.previous_hash or (article_id = new.article_id and number = new.number))
begin
    select raise(abort, 'A published revision is never replaced.');
end;

create trigger revision_is_never_deleted before delete on revision
begin
    select raise(abort, 'A published revision is never removed.');
end;

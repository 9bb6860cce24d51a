-- No silent edits: not even the program itself can alter or remove what was published.
create trigger revision_is_never_updated before update on revision
begin
    select raise(abort, 'A published revision is never altered.');
end;

create trigger revision_is_never_deleted before delete on revision
begin
    select raise(abort, 'A published revision is never removed.');
end;

-- No silent edits: not even the program itself can alter or remove what was published.
create function refuse_to_alter_revision() returns trigger language plpgsql as $$
begin
    raise exception 'A published revision is never altered and never removed.';
end $$;

create trigger revision_is_never_altered before update or delete on revision
    for each row execute function refuse_to_alter_revision();

create trigger revision_is_never_emptied before truncate on revision
    for each statement execute function refuse_to_alter_revision();

-- What the front says of an article where the desk wants it otherwise there; null: as the article has it.
-- A slot that was taken away has ended: the rows tell what stood on the front at any time.
alter table slot add column headline text;
alter table slot add column picture_id bigint references picture (id);
create index slot_in_time on slot (ends_at);

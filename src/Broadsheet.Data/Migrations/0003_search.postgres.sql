-- The words are made by Broadsheet.Domain.Text.Words, the same for both databases; here they are only kept and ranked.
create table article_words (
    rowid bigint primary key,
    words tsvector not null
);
create index article_words_found on article_words using gin (words);

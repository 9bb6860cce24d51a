-- The words are made by Broadsheet.Domain.Text.Words, the same for both databases; here they are only kept and ranked.
create virtual table article_words using fts5 (
    headline, standfirst, body,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co S*'"
);

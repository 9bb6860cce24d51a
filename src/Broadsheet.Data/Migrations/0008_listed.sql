-- Every list of articles that readers see, in one table: of all articles, of a section with those below it, of a topic, an author, a story.
-- A list is called as a page names it that hangs on it ("section:7"). A page of any list is one stretch of the key, however long the list is.
create table listed (
    list         text not null,
    published_at timestamptz not null,
    article_id   bigint not null references article (id),
    primary key (list, published_at, article_id)
);
-- What a publication or a withdrawal changes.
create index listed_of_article on listed (article_id);

insert into listed (list, published_at, article_id) select 'articles', published_at, id from article where state = 'Published';
insert into listed (list, published_at, article_id) select 'story:' || story_id, published_at, id from article where state = 'Published' and story_id is not null;
insert into listed (list, published_at, article_id)
    select 'topic:' || t.topic_id, a.published_at, a.id from article a join article_topic t on t.article_id = a.id where a.state = 'Published';
insert into listed (list, published_at, article_id)
    select 'byline:' || b.byline_id, a.published_at, a.id from article a join article_byline b on b.article_id = a.id where a.state = 'Published';
with recursive around (article_id, published_at, section_id) as (
    select id, published_at, section_id from article where state = 'Published'
    union all
    select around.article_id, around.published_at, section.parent_id from around join section on section.id = around.section_id where section.parent_id is not null
)
insert into listed (list, published_at, article_id) select 'section:' || section_id, published_at, article_id from around;

drop table article_topic;
drop table article_byline;
drop index article_newest;
drop index article_of_section;
drop index article_of_story;

-- How many replies readers see: beside every headline, and in the ranking.
alter table article add column replies integer not null default 0;
update article set replies = (select count(*) from comment where comment.article_id = article.id and comment.state = 'Visible');

-- What waits for a moderator. Of all states the index led the threads of one article astray: nearly every comment is visible.
drop index comment_by_state;
create index comment_waiting on comment (id) where state = 'Waiting';

create table hidden_titles (
  id        text    not null primary key,
  user_id   text    not null references users (id),
  title_id  text    not null,
  hidden_at bigint  not null
);

create index hidden_titles_of_user on hidden_titles (user_id);

-- Which choices fit to which of another attribute of the same object: {"a": ["a1", "a2"]}; what is not named restricts nothing.
alter table choice_list add column depends_on text;
alter table choice_list add column fits jsonb;

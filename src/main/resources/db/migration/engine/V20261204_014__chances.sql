-- How likely a record that has the choice comes to a good end, of a hundred; null where nobody says.
alter table choice add column chance numeric;

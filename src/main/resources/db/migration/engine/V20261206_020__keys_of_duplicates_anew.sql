-- Keys have another shape: a record's rows are taken away by what they say, so those of the former shape would stay for good. The job that
-- makes them anew is taken on when the program begins to run, since duplicate_base still tells of the former shape.
truncate duplicate_key;

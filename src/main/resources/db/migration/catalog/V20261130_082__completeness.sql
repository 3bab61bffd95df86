-- How much of what it should say a record says, in percent; kept by the program from here on.
alter table product add column completeness numeric;
update product set completeness = round(100.0 * num_nonnulls(code, price, series, unit, description) / 5);

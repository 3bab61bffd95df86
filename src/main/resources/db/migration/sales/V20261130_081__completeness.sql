-- How much of what it should say a record says, in percent; kept by the program from here on.
alter table lead add column completeness numeric;
update lead set completeness = round(100.0 * num_nonnulls(mobile, company, need, interest, email, position, source, city, owner_id) / 9);
alter table opportunity add column completeness numeric;
update opportunity set completeness = round(100.0 * num_nonnulls(customer_id, amount, close_date, next_step, contact_id, probability, source, owner_id) / 8);

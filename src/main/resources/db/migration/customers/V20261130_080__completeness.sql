-- How much of what it should say a record says, in percent; kept by the program from here on.
alter table customer add column completeness numeric;
update customer set completeness = round(100.0 * num_nonnulls(phone, email, industry, grade, stage, source, city, address, owner_id) / 9);
alter table contact add column completeness numeric;
update contact set completeness = round(100.0 * num_nonnulls(customer_id, mobile, email, position, role, department, owner_id) / 7);

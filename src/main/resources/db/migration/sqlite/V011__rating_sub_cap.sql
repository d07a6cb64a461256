-- The second number of a highest rating: it tells R from NC-17.
alter table requests add column rating_sub_cap integer;

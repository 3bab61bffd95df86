package io.keyuan.bench.load;

/**
 * One kind of request, and what it is compared with.
 *
 * @param name what people read
 * @param program asks the program
 * @param bare does the least that had to be done in the database
 */
record Work(String name, Client.Source program, Client.Source bare) {}

package io.keyuan.backup.format;

/**
 * What the rows of a table must add up to.
 *
 * @param bytes before compression
 * @param sha256 in hexadecimal digits
 */
public record Part(String table, long rows, long bytes, String sha256) {}

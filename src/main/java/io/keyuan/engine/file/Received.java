package io.keyuan.engine.file;

/**
 * A content that is kept and waits for what it belongs to.
 *
 * @param name as it will be kept
 * @param hash of its bytes
 * @param size in bytes
 * @param type media type, by its content
 */
record Received(String name, String hash, long size, String type) {}

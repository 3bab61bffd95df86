package io.keyuan.engine.layout;

/**
 * What is settled about an object.
 *
 * @param version under which it may be replaced; 0 where nothing has ever been settled
 */
public record SettledLayouts(ObjectLayouts layouts, long version) {}

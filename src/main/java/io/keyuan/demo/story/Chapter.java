package io.keyuan.demo.story;

import io.keyuan.engine.ObjectType;
import java.util.function.IntFunction;

/**
 * The records of one object, numbered from 0.
 *
 * @param tale makes the drafts of one; the caller must be bound
 */
public record Chapter(ObjectType type, int size, IntFunction<Tale> tale) {}

package io.keyuan.engine.advice;

import io.keyuan.engine.ObjectType;

/**
 * A rule of advice as a company has it.
 *
 * @param name by which it is told and put off: an id, or of one that is shipped {@code task.late}
 * @param version 0 of one that is shipped, where the company has said nothing
 * @param type on whose records' pages it is told; may be there no more
 * @param shipped whether what it says is the program's: only whether it holds and how much it weighs is the company's
 * @param weight the greatest first
 */
record AdviceSetting(String name, long version, ObjectType type, boolean shipped, boolean active, int weight, WrittenAdvice written) {}

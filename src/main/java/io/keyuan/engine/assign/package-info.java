/**
 * Who records belong to, and how they come to belong to somebody else: one of them, many of them, by rules, and when somebody
 * leaves. All of it goes through the pipeline in batches with one operation, so that it is told, and taken back, as one.
 */
@NullMarked
@NamedInterface("assign")
package io.keyuan.engine.assign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

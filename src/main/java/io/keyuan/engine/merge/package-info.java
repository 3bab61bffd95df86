/**
 * Several records about the same become one: its values are chosen attribute by attribute, what pointed to the others points to it, and
 * what was kept beside them comes along. It is one operation, which is taken back as any other; nobody here knows the object.
 */
@NullMarked
package io.keyuan.engine.merge;

import org.jspecify.annotations.NullMarked;

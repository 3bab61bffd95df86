/** Attributes that companies add to the program's objects: written down, told of, kept where they are looked up. */
@NullMarked
package io.keyuan.engine.attribute;

import org.jspecify.annotations.NullMarked;

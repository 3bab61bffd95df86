/** Programs of their own for what comes from outside and is hard to read: with little memory, no secrets, and an end. */
@NullMarked
package io.keyuan.engine.child;

import org.jspecify.annotations.NullMarked;

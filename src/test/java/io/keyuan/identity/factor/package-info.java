@NullMarked
package io.keyuan.identity.factor;

import org.jspecify.annotations.NullMarked;

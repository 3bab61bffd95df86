@NullMarked
package io.keyuan.identity.leaving;

import org.jspecify.annotations.NullMarked;

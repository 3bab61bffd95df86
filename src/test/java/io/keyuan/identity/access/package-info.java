@NullMarked
package io.keyuan.identity.access;

import org.jspecify.annotations.NullMarked;

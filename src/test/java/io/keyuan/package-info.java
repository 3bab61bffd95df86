@NullMarked
package io.keyuan;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.keyuan.identity.company;

import org.jspecify.annotations.NullMarked;

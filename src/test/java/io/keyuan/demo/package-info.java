@NullMarked
package io.keyuan.demo;

import org.jspecify.annotations.NullMarked;

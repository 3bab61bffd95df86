@NullMarked
package io.keyuan.sales;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.keyuan.engine.sql;

import org.jspecify.annotations.NullMarked;

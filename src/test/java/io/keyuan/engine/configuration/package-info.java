@NullMarked
package io.keyuan.engine.configuration;

import org.jspecify.annotations.NullMarked;

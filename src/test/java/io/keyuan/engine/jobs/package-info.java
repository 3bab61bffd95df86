@NullMarked
package io.keyuan.engine.jobs;

import org.jspecify.annotations.NullMarked;

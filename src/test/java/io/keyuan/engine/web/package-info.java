@NullMarked
package io.keyuan.engine.web;

import org.jspecify.annotations.NullMarked;

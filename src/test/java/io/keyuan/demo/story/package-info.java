@NullMarked
package io.keyuan.demo.story;

import org.jspecify.annotations.NullMarked;

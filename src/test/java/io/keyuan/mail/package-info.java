@NullMarked
package io.keyuan.mail;

import org.jspecify.annotations.NullMarked;

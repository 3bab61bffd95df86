@NullMarked
package io.keyuan.identity.signin;

import org.jspecify.annotations.NullMarked;

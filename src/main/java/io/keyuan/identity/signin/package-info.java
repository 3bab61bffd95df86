/** From a request to the person it comes from: cookies, tokens and the program's own commands. */
@NullMarked
package io.keyuan.identity.signin;

import org.jspecify.annotations.NullMarked;

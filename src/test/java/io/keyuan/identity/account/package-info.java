@NullMarked
package io.keyuan.identity.account;

import org.jspecify.annotations.NullMarked;

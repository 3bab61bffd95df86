@NullMarked
package io.keyuan.identity.oidc;

import org.jspecify.annotations.NullMarked;

/** Signing in by identity providers that speak OpenID Connect. */
@NullMarked
package io.keyuan.identity.oidc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.keyuan.identity.organisation;

import org.jspecify.annotations.NullMarked;

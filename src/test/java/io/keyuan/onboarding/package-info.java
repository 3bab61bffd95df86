@NullMarked
package io.keyuan.onboarding;

import org.jspecify.annotations.NullMarked;

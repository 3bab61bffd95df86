/** What people do in the console, done in a real Chromium and judged by what they would see. */
@NullMarked
package io.keyuan.browser;

import org.jspecify.annotations.NullMarked;

/** What people prove themselves with, and who may sign in at all. */
@NullMarked
package io.keyuan.identity.account;

import org.jspecify.annotations.NullMarked;

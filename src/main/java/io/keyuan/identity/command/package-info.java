/** What administrators do with people, and what commands on the same machine ask for. */
@NullMarked
package io.keyuan.identity.command;

import org.jspecify.annotations.NullMarked;

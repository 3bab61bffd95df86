/** Who may see and do what: the program compared with the rules, written down once more and as simply as can be. */
@NullMarked
package io.keyuan.rights;

import org.jspecify.annotations.NullMarked;

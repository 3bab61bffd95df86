/** Taking records away for good, as though they had never been: for what was only tried. */
@NullMarked
@NamedInterface("erasure")
package io.keyuan.engine.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

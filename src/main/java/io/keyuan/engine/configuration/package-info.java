/** What companies set up, as files: written, compared, looked at before it is applied. */
@NamedInterface("configuration")
@NullMarked
package io.keyuan.engine.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

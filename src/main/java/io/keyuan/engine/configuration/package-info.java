/** What companies set up, as files: written, compared, looked at before it is applied. */
@NullMarked
package io.keyuan.engine.configuration;

import org.jspecify.annotations.NullMarked;

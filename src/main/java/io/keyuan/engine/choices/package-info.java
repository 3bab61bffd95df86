/** The tenants' choices: stages, grades, sources. */
@NullMarked
package io.keyuan.engine.choices;

import org.jspecify.annotations.NullMarked;

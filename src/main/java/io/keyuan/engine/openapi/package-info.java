/** Writes the OpenAPI document from the definitions: what is not in it, the program does not answer. */
@NullMarked
package io.keyuan.engine.openapi;

import org.jspecify.annotations.NullMarked;

/** The outer surface of the engine: problems, metadata, the OpenAPI document, and the console's files. */
@NullMarked
package io.keyuan.engine.web;

import org.jspecify.annotations.NullMarked;

/** The addresses of records: each controller turns a request into a query or a batch and writes the answer. */
@NullMarked
package io.keyuan.engine.api;

import org.jspecify.annotations.NullMarked;

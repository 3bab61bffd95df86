/**
 * The one expression language, CEL: parsed by the language's own parser, checked against the definitions of objects and
 * made conditions of SQL.
 */
@NullMarked
package io.keyuan.engine.expression;

import org.jspecify.annotations.NullMarked;

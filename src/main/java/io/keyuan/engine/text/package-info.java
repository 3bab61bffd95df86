/**
 * Text as people search and sort it: folding, readings of Han characters, sort keys and search lexemes.
 *
 * <p>Pure functions on strings. What they return is stored in indexes, so a change here means that search documents and
 * sort keys have to be rebuilt.
 */
@NullMarked
@NamedInterface("text")
package io.keyuan.engine.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

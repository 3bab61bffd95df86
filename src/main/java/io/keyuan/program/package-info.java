/**
 * How the program starts, stops and is commanded: the command line, the data folder, the database inside it.
 *
 * <p>Nothing here knows a business word, and no other module needs anything from here while requests are answered.
 */
@NullMarked
package io.keyuan.program;

import org.jspecify.annotations.NullMarked;

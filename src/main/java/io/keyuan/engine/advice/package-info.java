/** What is best done next with a record, by the rules of the definitions, and what people do not want to hear of now. */
@NullMarked
package io.keyuan.engine.advice;

import org.jspecify.annotations.NullMarked;

/** What is best done next with a record, by rules of the definitions and of companies, and what people do not want to hear of now. */
@NullMarked
package io.keyuan.engine.advice;

import org.jspecify.annotations.NullMarked;

/**
 * What happened in the sample company. Everything follows from the day it is told on: the same day, the same story. Nothing
 * here reads the database, and what a record is follows from its number.
 */
@NullMarked
package io.keyuan.demo.story;

import org.jspecify.annotations.NullMarked;

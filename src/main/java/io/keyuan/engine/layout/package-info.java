/**
 * How companies lay out their objects: which attributes stand in which section of forms and pages, in which order, for whom and for records
 * of which kind. It is presentation and gives nobody a right.
 */
@NullMarked
package io.keyuan.engine.layout;

import org.jspecify.annotations.NullMarked;

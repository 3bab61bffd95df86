/**
 * Addresses: their parts, the countries and China's divisions they are of, and how they are written and read as one line.
 *
 * <p>Pure functions on values that are the same for every company. What they make is stored for filters and orders, so a change here
 * means that addresses have to be written again.
 */
@NullMarked
@NamedInterface("address")
package io.keyuan.engine.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package io.keyuan.identity.company;

import java.time.LocalDate;

/**
 * A day that is not as its weekday.
 *
 * @param worked whether it is worked, to make up for another; else it is free
 */
public record Holiday(LocalDate day, String name, boolean worked) {}

package io.keyuan.engine.address;

import java.util.Locale;

/** The parts of an address, from the largest to the smallest. */
public enum AddressPart {
    COUNTRY(100),
    PROVINCE(100),
    CITY(100),
    DISTRICT(100),
    STREET(300),
    POSTCODE(20);

    private final int maxLength;

    AddressPart(int maxLength) {
        this.maxLength = maxLength;
    }

    /** As JSON, expressions and columns name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the divisions that a country has. */
    public boolean isDivision() {
        return this == PROVINCE || this == CITY || this == DISTRICT;
    }

    /** @param code of one of them */
    public static AddressPart of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** In UTF-16 code units. */
    public int maxLength() {
        return maxLength;
    }
}

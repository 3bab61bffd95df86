package io.keyuan.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people write it in a cell, its currency before or behind it where they say one.
 *
 * @param currency as it is written; null where none is
 */
public record AmountText(String amount, @Nullable String currency) {

    private static final Pattern BEFORE = Pattern.compile("([A-Za-z]{3})\\s*([-+0-9.].*)");
    private static final Pattern BEHIND = Pattern.compile("([-+0-9.].*?)\\s*([A-Za-z]{3})");

    public static AmountText of(String text) {
        String clean = text.strip();
        Matcher before = BEFORE.matcher(clean);
        if (before.matches()) {
            return new AmountText(before.group(2), before.group(1));
        }
        Matcher behind = BEHIND.matcher(clean);
        return behind.matches() ? new AmountText(behind.group(1), behind.group(2)) : new AmountText(clean, null);
    }
}

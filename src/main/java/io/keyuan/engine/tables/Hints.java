package io.keyuan.engine.tables;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows about a file better than we could find out.
 *
 * @param charset how its characters are coded, or null to find out
 * @param separator what stands between its cells, or null to find out
 * @param sheet of a workbook, or null for the first
 */
public record Hints(@Nullable Charset charset, @Nullable Character separator, @Nullable String sheet) {
    private static final Hints NONE = new Hints(null, null, null);

    /** Everything is to be found out. */
    public static Hints none() {
        return NONE;
    }
}

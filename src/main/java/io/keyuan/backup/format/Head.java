package io.keyuan.backup.format;

import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * What a backup says of itself before its rows.
 *
 * @param format of the file, {@value #FORMAT} today
 * @param program the release that wrote it
 * @param made when, RFC 3339; everything in it is as it was at that moment
 * @param postgresql version of the server it was taken from, for the reader's information
 * @param migrations versions of the schema's migrations; the rows are laid out as these left the tables
 * @param companies whose data is in it
 */
@NamedInterface("format")
public record Head(int format, String program, String made, String postgresql, List<String> migrations, List<Company> companies) {

    /** Grows when a reader of the number before could not read the file. */
    public static final int FORMAT = 2;

    /** @param slug its name in addresses */
    @NamedInterface("format")
    public record Company(UUID id, String slug, String name) {}
}

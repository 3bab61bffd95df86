package io.keyuan.backup.format;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** The end of a backup: without it the file is not whole. */
@NamedInterface("format")
public record Foot(List<Part> parts) {

    /** Those of tables; the pieces of files are not counted. */
    public long rows() {
        return parts.stream().filter(part -> !part.table().equals(Pieces.TABLE)).mapToLong(Part::rows).sum();
    }
}

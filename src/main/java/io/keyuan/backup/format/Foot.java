package io.keyuan.backup.format;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** The end of a backup: without it the file is not whole. */
@NamedInterface("format")
public record Foot(List<Part> parts) {

    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }
}

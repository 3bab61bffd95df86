package io.keyuan.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of files in which records are taken out. */
public enum FileFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Cards for an address book. */
    VCF("text/vcard;charset=UTF-8"),
    /** Things to do, for a calendar. */
    ICS("text/calendar;charset=UTF-8");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** In addresses, and at the end of names of files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The attributes such a file has a place for, whatever else they are; empty for tables, which have one for each. */
    public Collection<Attribute<?>> places(ObjectType type) {
        return switch (this) {
            case CSV, XLSX -> List.of();
            case VCF -> type.card().values();
            case ICS -> type.toDo().values();
        };
    }

    private boolean isOf(ObjectType type) {
        return this == CSV || this == XLSX || !places(type).isEmpty();
    }

    /** Those in which records of an object can be taken out. */
    public static List<FileFormat> of(ObjectType type) {
        return Arrays.stream(values()).filter(format -> format.isOf(type)).toList();
    }

    /**
     * @param code null for the first there is
     * @throws Problem where records of the object cannot be taken out so
     */
    public static FileFormat of(ObjectType type, @Nullable String code) {
        for (FileFormat format : of(type)) {
            if (code == null || format.code().equals(code)) {
                return format;
            }
        }
        throw Problem.of(ProblemKind.MALFORMED, Fault.at("format", "bad-parameter"));
    }
}

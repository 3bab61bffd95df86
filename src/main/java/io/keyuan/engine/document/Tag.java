package io.keyuan.engine.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks for at one place.
 *
 * @param kind what it is
 * @param path as it is written; not necessarily one
 * @param otherwise what is written where there is no value; empty for nothing
 */
record Tag(Kind kind, String path, String otherwise) {

    enum Kind {
        VALUE,
        /** Begins what is there for each line, or where there is a value. */
        OPEN,
        /** Begins what is there where there is no value. */
        OPEN_WITHOUT,
        CLOSE
    }

    /** Braces of the wide form are what an input method for Chinese writes. */
    static final Pattern IN_TEXT = Pattern.compile("(?:\\{\\{|｛｛)([^{}｛｝]{0,400})(?:}}|｝｝)");

    private static final Pattern PATH = Pattern.compile("\\p{Alpha}\\w*(\\.\\p{Alpha}\\w*)*");

    /** @param inner what stands between the braces */
    static Tag of(String inner) {
        String text = inner.strip();
        Kind kind = text.isEmpty() ? Kind.VALUE : switch (text.charAt(0)) {
            case '#' -> Kind.OPEN;
            case '^' -> Kind.OPEN_WITHOUT;
            case '/' -> Kind.CLOSE;
            default -> Kind.VALUE;
        };
        String rest = kind == Kind.VALUE ? text : text.substring(1).strip();
        int bar = rest.indexOf('|');
        return new Tag(kind, bar < 0 ? rest : rest.substring(0, bar).strip(), bar < 0 ? "" : rest.substring(bar + 1).strip());
    }

    /** @return null where the whole text is none */
    static @Nullable Tag ofText(String text) {
        Matcher match = IN_TEXT.matcher(text);
        return match.matches() ? of(match.group(1)) : null;
    }

    boolean isPath() {
        return PATH.matcher(path).matches();
    }

    boolean opens() {
        return kind == Kind.OPEN || kind == Kind.OPEN_WITHOUT;
    }
}

package io.keyuan.engine.file;

import java.text.Normalizer;
import java.util.Locale;

/** Names of files as they are kept: the last part of a path, without what cannot be shown or would show it as something else. */
final class FileNames {

    static final int LONGEST = 200;

    /** Beyond this it is no ending but a name with a dot in it. */
    private static final int LONGEST_ENDING = 12;

    private FileNames() {}

    /** @return never empty, never longer than {@link #LONGEST}; a long name loses its middle, not its ending */
    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Marks of direction are among the formatting characters: with them photo[U+202E]gnp.exe reads photoexe.png.
        String shown = Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
        String plain = shown.matches("\\.*") ? "file" : shown;
        return plain.length() <= LONGEST ? plain : shortened(plain);
    }

    private static String shortened(String name) {
        String ending = ending(name);
        String tail = ending.isEmpty() || ending.length() > LONGEST_ENDING ? "" : name.substring(name.length() - ending.length() - 1);
        int end = LONGEST - tail.length();
        // Half of a character of two parts is none.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + tail;
    }

    /** What stands behind the last dot, in lower case; empty where nothing does. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }
}

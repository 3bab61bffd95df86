package io.keyuan.engine.imports;

import io.keyuan.engine.tables.Hints;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TableProblem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the files people bring, as the map says they are written. */
final class Uploads {

    /** The facts of a table's problem in the order in which their words take them. */
    private static final List<String> FACTS = List.of("name", "line", "column", "columns", "first", "second", "position", "charset", "format", "most");

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|', ",", ',', ";", ';', "\t", '\t', "|", '|');

    private Uploads() {}

    /** @throws io.keyuan.engine.Problem where it is no table that can be read */
    static TableFile open(Path file, ImportMap map) throws IOException {
        try {
            return TableFile.open(file, new Hints(charset(map.encoding()), separator(map.separator()), map.sheet()));
        } catch (TableProblem problem) {
            throw refusal(problem);
        }
    }

    static io.keyuan.engine.Problem refusal(TableProblem problem) {
        Object[] facts = FACTS.stream().filter(problem.args()::containsKey).map(problem.args()::get).toArray();
        return MapProblem.ofFile("file-" + problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), facts);
    }

    private static @Nullable Charset charset(@Nullable String encoding) {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw MapProblem.at("encoding", "unknown-encoding");
        }
    }

    /** How maps call a separator. */
    static String word(char separator) {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            default -> "comma";
        };
    }

    private static @Nullable Character separator(@Nullable String separator) {
        if (separator == null) {
            return null;
        }
        Character known = SEPARATORS.get(separator.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw MapProblem.at("separator", "unknown-separator");
        }
        return known;
    }
}

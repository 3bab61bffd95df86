package io.keyuan.engine.search;

import io.keyuan.engine.text.SearchQuery;

/** What is told of a long text in which something was found. */
final class Around {

    private static final int BEFORE = 20;
    private static final int LONGEST = 120;

    private Around() {}

    /** The first line that says it, shortened to begin a little before what was looked for; empty where no line does by itself. */
    static String line(SearchQuery query, String text) {
        return text.lines().filter(line -> query.matches("", line)).findFirst().map(line -> shortened(query, line)).orElse("");
    }

    private static String shortened(SearchQuery query, String line) {
        if (line.length() <= LONGEST) {
            return line.strip();
        }
        int from = 0;
        int to = line.length();
        while (to - from > LONGEST && query.matches("", line.substring(from + LONGEST / 2))) {
            from += LONGEST / 2;
        }
        int begin = Math.max(0, from - BEFORE);
        return (begin > 0 ? "…" : "") + line.substring(begin, Math.min(to, begin + LONGEST)).strip() + "…";
    }
}

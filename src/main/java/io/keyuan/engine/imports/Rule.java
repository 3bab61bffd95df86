package io.keyuan.engine.imports;

import java.util.List;

/** How one attribute gets its value from a row. */
record Rule(Source source, Target target, Empty empty, Reading reading) {

    /** Reads what the row says, or says what is wrong with it. */
    void apply(Candidate candidate) {
        String text = source.text(candidate.row().cells());
        if (!text.isBlank()) {
            reading.read(text, this, candidate);
        } else if (empty == Empty.CLEAR) {
            target.put(candidate.input(), null);
        }
    }

    String text(List<String> cells) {
        return source.text(cells);
    }
}

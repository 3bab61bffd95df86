package io.keyuan.engine.imports;

import io.keyuan.engine.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the rows that are like records that are there, chunk by chunk, beside what else is watched. */
final class AlikeRows implements Outcome {

    private final Outcome watched;
    private final List<Row> rows = new ArrayList<>();

    AlikeRows(Outcome watched) {
        this.watched = watched;
    }

    /**
     * One of them.
     *
     * @param title what the row would be called
     * @param records the ones it is like, as whoever imports is told of them
     */
    record Row(long line, @Nullable String title, Alike what, List<Map<String, Object>> records) {}

    @Override
    public void saved(Candidate candidate, Draft draft) {
        watched.saved(candidate, draft);
    }

    @Override
    public void alike(Candidate candidate, Draft draft, List<Map<String, Object>> records, Alike what) {
        rows.add(new Row(candidate.row().line(), draft.get(draft.type().title()), what, records));
    }

    List<Row> take() {
        List<Row> taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }
}

package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A run that is interrupted goes on as if it had not been. */
class ProgressTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aPassThatSettledSomethingIsNotTheLastWhereverItWasInterrupted() {
        Progress begun = Progress.START.after(5, Counts.NONE, rows(0, 1, 2, 3)).nextPass();

        Progress inTheMiddle = resumed(begun.after(3, Counts.ofCreated(), rows(0, 1, 2)));
        Progress atTheEnd = resumed(inTheMiddle.after(5, Counts.NONE, rows(0, 1, 2)));

        assertThat(begun.last()).isFalse();
        assertThat(atTheEnd.nextPass().last()).isFalse();
        assertThat(atTheEnd.nextPass()).extracting(Progress::pass, Progress::next, Progress::counts).containsExactly(3, 0L, Counts.ofCreated());
    }

    @Test
    void aPassThatSettledNothingIsTheLast() {
        Progress begun = Progress.START.after(5, Counts.NONE, rows(0, 1)).nextPass();

        assertThat(begun.last()).isFalse();
        assertThat(resumed(begun.after(5, Counts.NONE, rows(0, 1))).nextPass().last()).isTrue();
    }

    @Test
    void whatAnOlderReleaseNotedIsGoneOnWith() {
        String older = """
                {"pass":2,"next":4,"last":false,"waiting":"Aw==","counts":{"in":2,"created":2,"updated":0,"skipped":0,"failed":0,"implied":0}}
                """;

        Progress progress = JSON.readValue(older, Progress.class);

        assertThat(progress.waitingRows()).isEqualTo(rows(0, 1));
        assertThat(progress.nextPass().last()).isFalse();
        assertThat(progress.nextPass().nextPass().last()).isTrue();
    }

    private static Progress resumed(Progress progress) {
        return JSON.readValue(JSON.writeValueAsString(progress), Progress.class);
    }

    private static BitSet rows(int... numbers) {
        var rows = new BitSet();
        for (int number : numbers) {
            rows.set(number);
        }
        return rows;
    }
}

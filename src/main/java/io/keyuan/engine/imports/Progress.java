package io.keyuan.engine.imports;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is; what a run that was interrupted begins from.
 *
 * @param pass from 1: rows that name a row further down wait for the next
 * @param next the number of the first row this pass has not come to
 * @param last whether nothing waits any more
 * @param waiting the numbers of the rows that wait, as a {@link BitSet} writes them
 * @param before how many rows waited when this pass began; null where an older release noted it, which did not say
 */
record Progress(int pass, long next, boolean last, Counts counts, byte[] waiting, @Nullable Long before) {

    static final Progress START = new Progress(1, 0, false, Counts.NONE, new byte[0], null);

    private static final int MOST_PASSES = 50;

    BitSet waitingRows() {
        return BitSet.valueOf(waiting);
    }

    /** After some more rows of this pass. */
    Progress after(long next, Counts more, BitSet stillWaiting) {
        return new Progress(pass, next, last, counts.plus(more), stillWaiting.toByteArray(), before);
    }

    /** Where as many rows wait as when this pass began, waiting is of no use. */
    Progress nextPass() {
        long still = waitingRows().cardinality();
        boolean stuck = before != null && before == still || pass >= MOST_PASSES;
        return new Progress(pass + 1, 0, stuck, counts, waiting, still);
    }

    boolean isEnd() {
        return waiting.length == 0;
    }

    double share(long rows) {
        return rows == 0 ? 1 : (double) counts.in() / rows;
    }
}

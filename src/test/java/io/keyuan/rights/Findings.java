package io.keyuan.rights;

import java.util.ArrayList;
import java.util.List;

/** Everything that is not as the rules say, told at the end: of one fault alone nobody can tell what it is. */
final class Findings {

    private static final int MOST = 12;

    private final List<String> found = new ArrayList<>();

    /** Looks behind a door and goes on whatever is there. */
    void at(Runnable door) {
        try {
            door.run();
        } catch (AssertionError difference) {
            found.add(String.valueOf(difference.getMessage()));
        }
    }

    void tell() {
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + " differences, the first of which are\n" + String.join("\n\n", found.stream().limit(MOST).toList()));
        }
    }
}

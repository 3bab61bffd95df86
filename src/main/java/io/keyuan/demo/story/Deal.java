package io.keyuan.demo.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale, made, lost or still hoped for.
 *
 * @param start when it began
 * @param steps the stages it came to after the first, in order
 * @param wanted when it was hoped to be made
 * @param forgotten whether nobody did anything about it for long
 */
record Deal(
        int index, UUID id, Client client, LocalDate start, Instant since, String source, List<Item> items, List<Step> steps, LocalDate wanted,
        boolean forgotten, String title) {

    static final String WON = "won";
    static final String LOST = "lost";

    /** @param yuan what one costs at home */
    record Item(int article, int quantity, int yuan) {}

    /** @param reason why a sale was lost; null otherwise */
    record Step(String stage, LocalDate day, Instant at, @Nullable String reason) {}

    String stage() {
        return steps.isEmpty() ? "prospecting" : steps.getLast().stage();
    }

    boolean isOpen() {
        return !stage().equals(WON) && !stage().equals(LOST);
    }

    /** What it is worth, told in yuan. */
    BigDecimal yuan() {
        return BigDecimal.valueOf(items.stream().mapToLong(item -> (long) item.quantity() * item.yuan()).sum());
    }
}

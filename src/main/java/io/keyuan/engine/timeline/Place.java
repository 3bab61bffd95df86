package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Tables;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A place in an order by time and id, the newest first: where a page ended. */
record Place(Instant at, UUID id) {

    private static final String SEPARATOR = "~";

    /** The years that records may have; PostgreSQL knows fewer than Java. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** @throws Problem where the text was made by no page */
    static @Nullable Place of(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(page), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, 2);
            Instant at = Instant.parse(parts[0]);
            if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
                return new Place(at, UUID.fromString(parts[parts.length - 1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Not one of ours; answered below.
        }
        throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
    }

    /** What comes after this place; everything for none. */
    static Condition after(@Nullable Place place, Field<OffsetDateTime> at, Field<UUID> id) {
        return place == null ? noCondition() : row(at, id).lt(row(val(Tables.bound(place.at())), val(place.id())));
    }

    String page() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }
}

package io.keyuan.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the trail says something again, and what of it. */
class RecentLooksTest {

    private static final UUID TENANT = Ids.next();
    private static final UUID PERSON = Ids.next();
    private static final UUID RECORD = Ids.next();
    private static final UUID OTHER = Ids.next();

    private final AtomicLong time = new AtomicLong();
    private final RecentLooks looks = new RecentLooks(time::get);

    private static Entry look(Caller.Mandate mandate, String address, List<String> attributes, List<UUID> records) {
        boolean one = records.size() == 1;
        var event = new AuditEvent(
                "sensitive-read", "contact", one ? records.getFirst() : null, one ? List.of() : records,
                Map.of("attributes", attributes, "count", records.size()));
        var caller = new Caller(TENANT, PERSON, false, Languages.ENGLISH, mandate, null);
        return new Entry(Ids.next(), Instant.EPOCH, caller, new Origin(address, null, null), event);
    }

    private static Entry look(List<String> attributes, UUID... records) {
        return look(Caller.Mandate.FULL, "10.0.0.1", attributes, List.of(records));
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void theSameIsSaidAgainAfterAnHourAndNotLaterForHavingBeenSeenMeanwhile() {
        assertThat(looks.unsaid(look(List.of("mobile"), RECORD))).isNotNull();
        pass(RecentLooks.SPAN.minusMinutes(1));
        assertThat(looks.unsaid(look(List.of("mobile"), RECORD))).isNull();
        pass(Duration.ofMinutes(2));
        assertThat(looks.unsaid(look(List.of("mobile"), RECORD))).isNotNull();
    }

    @Test
    void otherValuesOtherPlacesAndOtherEyesAreOtherLooks() {
        assertThat(looks.unsaid(look(List.of("mobile"), RECORD))).isNotNull();

        assertThat(looks.unsaid(look(List.of("email", "mobile"), RECORD))).isNotNull();
        assertThat(looks.unsaid(look(Caller.Mandate.FULL, "10.0.0.2", List.of("mobile"), List.of(RECORD)))).isNotNull();
        assertThat(looks.unsaid(look(Caller.Mandate.seenBy(OTHER), "10.0.0.1", List.of("mobile"), List.of(RECORD)))).isNotNull();
    }

    @Test
    void ofAPageThoseAreNamedOfWhichNothingWasSaid() {
        UUID third = Ids.next();
        looks.unsaid(look(List.of("mobile"), RECORD));

        AuditEvent both = Objects.requireNonNull(looks.unsaid(look(List.of("mobile"), RECORD, OTHER, third))).event();
        assertThat(both.records()).containsExactly(OTHER, third);
        assertThat(both.details()).containsEntry("count", 2);
        assertThat(looks.unsaid(look(List.of("mobile"), RECORD, OTHER, third))).isNull();
    }
}

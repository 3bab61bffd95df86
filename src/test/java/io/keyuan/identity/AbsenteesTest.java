package io.keyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A line of stand-ins ends at the first who is there. */
class AbsenteesTest {

    private static final UUID WANG = UUID.randomUUID();
    private static final UUID LI = UUID.randomUUID();
    private static final UUID ZHAO = UUID.randomUUID();

    @Test
    void whoeverIsThereDoesTheirOwnWork() {
        var away = new Absentees(Map.of(LI, Optional.of(ZHAO)));

        assertThat(away.present(WANG)).contains(WANG);
        assertThat(away.actedForBy(WANG)).isEmpty();
    }

    @Test
    void aStandInWhoIsAwayHasOneToo() {
        var away = new Absentees(Map.of(WANG, Optional.of(LI), LI, Optional.of(ZHAO)));

        assertThat(away.present(WANG)).contains(ZHAO);
        assertThat(away.actedForBy(ZHAO)).containsExactlyInAnyOrder(WANG, LI);
        assertThat(away.actedForBy(LI)).isEmpty();
    }

    @Test
    void aLineThatLeadsNowhereOrInACircleEnds() {
        var circle = new Absentees(Map.of(WANG, Optional.of(LI), LI, Optional.of(WANG), ZHAO, Optional.empty()));

        assertThat(circle.present(ZHAO)).isEmpty();
        assertThat(circle.present(WANG)).isEmpty();
        assertThat(circle.actedForBy(WANG)).isEmpty();
    }
}

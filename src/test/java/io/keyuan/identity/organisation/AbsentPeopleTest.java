package io.keyuan.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A line of stand-ins ends at the first who is there. */
class AbsentPeopleTest {

    private static final UUID WANG = UUID.randomUUID();
    private static final UUID LI = UUID.randomUUID();
    private static final UUID ZHAO = UUID.randomUUID();

    @Test
    void whoeverIsThereDoesTheirOwnWork() {
        assertThat(AbsentPeople.present(WANG, Map.of(LI, Optional.of(ZHAO)))).contains(WANG);
    }

    @Test
    void aStandInWhoIsAwayHasOneToo() {
        assertThat(AbsentPeople.present(WANG, Map.of(WANG, Optional.of(LI), LI, Optional.of(ZHAO)))).contains(ZHAO);
    }

    @Test
    void aLineThatLeadsNowhereOrInACircleEnds() {
        assertThat(AbsentPeople.present(WANG, Map.of(WANG, Optional.empty()))).isEmpty();
        Map<UUID, Optional<UUID>> circle = new HashMap<>();
        circle.put(WANG, Optional.of(LI));
        circle.put(LI, Optional.of(WANG));
        assertThat(AbsentPeople.present(WANG, circle)).isEmpty();
    }
}

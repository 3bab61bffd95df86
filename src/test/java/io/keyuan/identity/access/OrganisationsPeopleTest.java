package io.keyuan.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reports to whom and who stands in for whom, found without asking the database. */
class OrganisationsPeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 5, 17);

    private final UUID chief = UUID.randomUUID();
    private final UUID worker = UUID.randomUUID();
    private final UUID newcomer = UUID.randomUUID();

    private static Organisation.Member member(UUID person, UUID manager) {
        return new Organisation.Member(person, manager, Set.of());
    }

    private static Organisation organisation(List<Organisation.Member> members, List<Organisation.Away> away) {
        return new Organisation(members, Map.of(), Map.of(), away);
    }

    @Test
    void everybodyReportsWhoseChainLeadsHereHoweverLong() {
        List<Organisation.Member> members = new ArrayList<>();
        members.add(new Organisation.Member(chief, null, Set.of()));
        UUID above = chief;
        for (int i = 0; i < 5_000; i++) {
            UUID next = UUID.randomUUID();
            members.add(member(next, above));
            above = next;
        }

        var organisation = organisation(members, List.of());
        assertThat(organisation.reports(chief)).hasSize(5_000).contains(above).doesNotContain(chief);
        assertThat(organisation.reports(above)).isEmpty();
    }

    @Test
    void aCircleEndsWhereItBegan() {
        var circle = organisation(List.of(member(chief, newcomer), member(worker, chief), member(newcomer, worker)), List.of());

        assertThat(circle.reports(chief)).containsExactlyInAnyOrder(worker, newcomer);
        assertThat(circle.reports(worker)).containsExactlyInAnyOrder(chief, newcomer);
        assertThat(organisation(List.of(member(chief, chief)), List.of()).reports(chief)).isEmpty();
    }

    @Test
    void aManagerNobodyKnowsHasReportsAllTheSame() {
        assertThat(organisation(List.of(member(worker, chief)), List.of()).reports(chief)).containsExactly(worker);
        assertThat(organisation(List.of(), List.of()).reports(chief)).isEmpty();
    }

    @Test
    void anAbsenceCountsOnItsDays() {
        var away = new Organisation.Away(chief, TODAY, TODAY.plusDays(1), worker);
        var organisation = organisation(List.of(), List.of(away, new Organisation.Away(worker, TODAY.plusDays(1), TODAY.plusDays(1), newcomer)));

        assertThat(organisation.standsInFor(worker, TODAY.minusDays(1))).isEmpty();
        assertThat(organisation.standsInFor(worker, TODAY)).containsExactly(chief);
        assertThat(organisation.standsInFor(worker, TODAY.plusDays(1))).isEmpty();
        assertThat(organisation.standsInFor(newcomer, TODAY.plusDays(1))).containsExactlyInAnyOrder(chief, worker);
        assertThat(organisation.away(TODAY.plusDays(2)).standIns()).isEmpty();
    }
}

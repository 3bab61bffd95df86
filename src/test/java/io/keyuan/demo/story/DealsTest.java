package io.keyuan.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The story tells what a company would recognise, whatever day it is told on. */
class DealsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final List<Deal> deals = deals(TODAY, new UUID(1, 1));

    private static List<Deal> deals(LocalDate today, UUID operation) {
        var seasons = new Seasons(today, ZONE);
        var ids = new StoryIds(operation);
        var staff = new Staff(Instant.EPOCH, operation, ids);
        return new Deals(new Clients(2_000, seasons, staff, ids), seasons, staff, ids).all();
    }

    @Test
    void theSameDayTellsTheSameStoryUnderWhateverIds() {
        List<Deal> again = deals(TODAY, new UUID(2, 2));

        assertThat(again).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "client.id").isEqualTo(deals);
        assertThat(again).extracting(Deal::id).doesNotContainAnyElementsOf(deals.stream().map(Deal::id).toList());
    }

    @Test
    void nothingHappensAfterYesterdayOrBeforeItCould() {
        Instant midnight = TODAY.atStartOfDay(ZONE).toInstant();

        assertThat(deals).allSatisfy(deal -> {
            assertThat(deal.since()).isAfter(deal.client().since()).isBefore(midnight);
            assertThat(deal.steps()).extracting(Deal.Step::at).isSorted().allMatch(at -> at.isAfter(deal.since()) && at.isBefore(midnight));
        });
    }

    @Test
    void itCanBeToldOnALeapDay() {
        assertThat(deals(LocalDate.of(2028, 2, 29), new UUID(3, 3))).hasSize(deals.size());
    }

    @Test
    void referralsAreWonOftenerThanColdCalls() {
        assertThat(won(deal -> deal.source().equals("referral"))).isGreaterThan(2 * won(deal -> deal.source().equals("telesales")));
    }

    @Test
    void moreIsSignedInTheLastQuarterThanInTheFirst() {
        long last = signed(List.of(Month.OCTOBER, Month.NOVEMBER, Month.DECEMBER));
        long first = signed(List.of(Month.JANUARY, Month.FEBRUARY, Month.MARCH));

        assertThat(last).isGreaterThan(first);
    }

    @Test
    void oneDealTowersAboveTheOthersAndIsBeingNegotiated() {
        List<Deal> largest = deals.stream().sorted(Comparator.comparing(Deal::yuan).reversed()).limit(2).toList();

        assertThat(largest.getFirst().yuan()).isGreaterThan(largest.getLast().yuan().multiply(java.math.BigDecimal.TWO));
        assertThat(largest.getFirst().stage()).isEqualTo("negotiating");
    }

    @Test
    void someAreForgottenAndEveryLostOneHasAReason() {
        assertThat(deals.stream().filter(deal -> deal.isOpen() && deal.wanted().isBefore(TODAY.minusDays(60)))).isNotEmpty();
        assertThat(deals.stream().filter(deal -> deal.stage().equals(Deal.LOST)))
                .isNotEmpty()
                .allSatisfy(deal -> assertThat(deal.steps().getLast().reason()).isNotNull());
    }

    private double won(Predicate<Deal> which) {
        List<Deal> ended = deals.stream().filter(which).filter(deal -> !deal.isOpen()).toList();
        return (double) ended.stream().filter(deal -> deal.stage().equals(Deal.WON)).count() / ended.size();
    }

    private long signed(List<Month> months) {
        return deals.stream()
                .filter(deal -> deal.stage().equals(Deal.WON) && months.contains(deal.steps().getLast().day().getMonth()))
                .count();
    }
}

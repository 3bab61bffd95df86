package io.keyuan.demo.story;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of customers: whoever is offered something is interested, whoever bought is won, whoever bought often is loyal, whoever falls silent is lost. */
final class Careers {

    private static final int LOYAL_AFTER = 2;
    private static final int LOST_AFTER = Client.SILENT_AFTER + 150;
    private static final BigDecimal GRADE_A = BigDecimal.valueOf(300_000);
    private static final BigDecimal GRADE_B = BigDecimal.valueOf(60_000);

    private record Event(Instant at, String stage, BigDecimal yuan) {}

    private final Map<Integer, List<Deal>> deals;
    private final Seasons seasons;
    private final Staff staff;

    Careers(Deals deals, Seasons seasons, Staff staff) {
        this.deals = deals.all().stream().collect(Collectors.groupingBy(deal -> deal.client().index()));
        this.seasons = seasons;
        this.staff = staff;
    }

    List<Draft> of(Client client) {
        List<Event> events = events(client);
        List<Draft> drafts = new ArrayList<>();
        Map<String, Object> known = new LinkedHashMap<>();
        BigDecimal bought = BigDecimal.ZERO;
        int times = 0;
        for (Event event : events) {
            bought = bought.add(event.yuan());
            times += event.yuan().signum();
            Map<String, Object> now = state(event, times, bought);
            boolean repeats = times > 0 && event.stage().equals("interested");
            if (!known.equals(now) && !repeats) {
                known = now;
                drafts.add(Draft.update(CUSTOMER, client.id(), null, now).in(new Past(event.at(), staff.id(client.owner()))));
            }
        }
        return drafts;
    }

    private static Map<String, Object> state(Event event, int times, BigDecimal bought) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(CUSTOMER.stage.name(), times >= LOYAL_AFTER && !event.stage().equals("lost") ? "loyal" : event.stage());
        if (times > 0) {
            state.put(CUSTOMER.grade.name(), bought.compareTo(GRADE_A) > 0 ? "a" : bought.compareTo(GRADE_B) > 0 ? "b" : "c");
        }
        return state;
    }

    private List<Event> events(Client client) {
        List<Event> events = new ArrayList<>();
        for (Deal deal : deals.getOrDefault(client.index(), List.of())) {
            events.add(new Event(deal.since(), "interested", BigDecimal.ZERO));
            deal.steps().stream()
                    .filter(step -> step.stage().equals(Deal.WON))
                    .forEach(step -> events.add(new Event(step.at(), "dealt", deal.yuan())));
        }
        events.sort(Comparator.comparing(Event::at));
        LocalDate lost = Seasons.working(client.day().plusDays(LOST_AFTER));
        if (client.silent() && seasons.isPast(lost)) {
            Instant at = seasons.at(lost, 17 * 60, 0);
            events.removeIf(event -> event.at().isAfter(at));
            events.add(new Event(at, "lost", BigDecimal.ZERO));
        }
        return events;
    }
}

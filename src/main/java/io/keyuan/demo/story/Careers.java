package io.keyuan.demo.story;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of customers: whoever is offered something is interested, whoever bought is won, whoever bought often is loyal. */
final class Careers {

    private static final int LOYAL_AFTER = 3;
    private static final BigDecimal GRADE_A = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal GRADE_B = BigDecimal.valueOf(200_000);

    private record Event(Instant at, String stage, BigDecimal yuan) {}

    private final Map<Integer, List<Deal>> deals;
    private final Staff staff;

    Careers(Deals deals, Staff staff) {
        this.deals = deals.all().stream().collect(Collectors.groupingBy(deal -> deal.client().index()));
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
            if (!known.equals(now) && !(times > 0 && event.yuan().signum() == 0)) {
                known = now;
                drafts.add(Draft.update(CUSTOMER, client.id(), null, now).in(new Past(event.at(), staff.id(client.owner()))));
            }
        }
        return drafts;
    }

    private static Map<String, Object> state(Event event, int times, BigDecimal bought) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(CUSTOMER.stage.name(), times >= LOYAL_AFTER ? "loyal" : event.stage());
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
        return events;
    }
}

package io.keyuan.engine.layout;

import io.keyuan.engine.KnownRoles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Chooses among what the company has settled by the roles of whoever asks. */
@Component
class ChosenLayouts implements LayoutsOfCaller {

    private final LayoutStore store;
    private final KnownRoles roles;

    ChosenLayouts(LayoutStore store, KnownRoles roles) {
        this.store = store;
        this.roles = roles;
    }

    @Override
    public Map<String, Chosen> all() {
        Map<String, SettledLayouts> settled = store.all();
        Set<UUID> own = settled.isEmpty() ? Set.of() : roles.ofCaller();
        Map<String, Chosen> chosen = new HashMap<>();
        settled.forEach((object, each) -> chosen.put(object, choose(each.layouts(), own)));
        return chosen;
    }

    static Chosen choose(ObjectLayouts layouts, Set<UUID> roles) {
        Layout plain = layouts.of(null, roles);
        Map<String, Layout> byKind = new HashMap<>();
        for (String kind : layouts.kinds()) {
            Layout own = layouts.of(kind, roles);
            if (own != null && !own.equals(plain)) {
                byKind.put(kind, own);
            }
        }
        return new Chosen(
                layouts.kind(), plain, Map.copyOf(byKind), layouts.rules().isEmpty() ? null : conditional(layouts.rules()),
                offered(layouts.offers()));
    }

    private static Map<String, Map<String, List<String>>> offered(List<KindOffer> offers) {
        return offers.stream().collect(Collectors.groupingBy(KindOffer::kind, Collectors.toMap(KindOffer::attribute, KindOffer::choices)));
    }

    private static Conditional conditional(List<AttributeRule> rules) {
        return new Conditional(
                rules.stream().filter(rule -> rule.visibleWhen() != null).map(AttributeRule::attribute).collect(Collectors.toUnmodifiableSet()),
                rules.stream().flatMap(rule -> rule.by().stream()).collect(Collectors.toUnmodifiableSet()));
    }
}

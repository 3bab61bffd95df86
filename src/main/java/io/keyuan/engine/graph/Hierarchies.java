package io.keyuan.engine.graph;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Ref;
import io.keyuan.engine.TenantSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a record lies in and what lies in it, with figures of everything below. */
@Component
class Hierarchies {

    private static final int SHOWN = 50;

    private final Access access;
    private final Descent descent;
    private final OpenTotals open;
    private final Nodes nodes;
    private final TenantSettings settings;

    Hierarchies(Access access, Descent descent, OpenTotals open, Nodes nodes, TenantSettings settings) {
        this.access = access;
        this.descent = descent;
        this.open = open;
        this.nodes = nodes;
        this.settings = settings;
    }

    /**
     * @param above what it lies in, the outermost first
     * @param under what lies right in it, up to fifty of {@code count}
     * @param exact false where there is more than could be counted quickly; figures are then of what was counted
     */
    record Hierarchy(List<Map<String, Object>> above, Branch node, List<Branch> under, int count, boolean exact) {}

    /**
     * @param records how many lie in it, and in those
     * @param open what is still open there, and with the record itself
     */
    record Branch(String object, Object id, Object values, int records, List<Open> open) {}

    /** @param base what it is worth, in the tenant's base currency */
    record Open(String object, String attribute, int count, @Nullable Map<String, String> base) {}

    /** @throws Problem where the record is not there or not for the caller, or such records do not lie in one another for the caller */
    Hierarchy of(ObjectType type, UUID id) {
        Attribute<Ref> above = type.hierarchy();
        if (above == null || !access.mayRead(above)) {
            throw Problem.notFound();
        }
        Descent.Found found = descent.from(type, above, id);
        List<UUID> first = found.first();
        List<UUID> shown = first.subList(0, Math.min(first.size(), SHOWN));
        List<UUID> upwards = descent.above(type, above, id).reversed();
        Map<UUID, ObjectType> wanted = new LinkedHashMap<>();
        wanted.put(id, type);
        upwards.forEach(each -> wanted.put(each, type));
        shown.forEach(each -> wanted.put(each, type));
        Map<UUID, Map<String, Object>> told = nodes.of(wanted);
        if (!told.containsKey(id)) {
            throw Problem.notFound();
        }
        var figures = new Figures(id, found);
        open.told(type).forEach(figures::add);
        return new Hierarchy(
                upwards.stream().filter(told::containsKey).map(told::get).toList(), figures.branch(id, told),
                shown.stream().filter(told::containsKey).map(each -> figures.branch(each, told)).toList(), first.size(), found.whole());
    }

    /** Figures of the record and of each right below it. */
    private final class Figures {

        private final UUID top;
        private final Descent.Found found;
        private final Map<UUID, Integer> records = new HashMap<>();
        private final Map<UUID, List<Open>> kinds = new HashMap<>();

        Figures(UUID top, Descent.Found found) {
            this.top = top;
            this.found = found;
            found.under().forEach((id, first) -> records.merge(first, id.equals(first) ? 0 : 1, Integer::sum));
            records.put(top, found.under().size());
        }

        void add(Attribute<?> reference) {
            List<UUID> all = new ArrayList<>(found.under().keySet());
            all.add(top);
            Map<UUID, OpenTotals.Total> totals = new HashMap<>();
            open.of(reference, all).forEach((id, total) -> {
                totals.merge(top, total, OpenTotals.Total::and);
                if (!id.equals(top)) {
                    totals.merge(Objects.requireNonNull(found.under().get(id)), total, OpenTotals.Total::and);
                }
            });
            totals.forEach((id, total) -> kinds.computeIfAbsent(id, any -> new ArrayList<>()).add(
                    new Open(reference.object().path(), reference.name(), total.count(), money(total))));
        }

        private @Nullable Map<String, String> money(OpenTotals.Total total) {
            return total.worth() == null ? null : Map.of("amount", total.worth().toPlainString(), "currency", settings.baseCurrency());
        }

        Branch branch(UUID id, Map<UUID, Map<String, Object>> told) {
            Map<String, Object> node = Objects.requireNonNull(told.get(id));
            return new Branch(
                    String.valueOf(node.get("object")), id, Objects.requireNonNull(node.get("values")), records.getOrDefault(id, 0),
                    kinds.getOrDefault(id, List.of()));
        }
    }
}

package io.keyuan.engine.aggregate;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.query.Titles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups as JSON says them. */
@Component
class GroupJson {

    private final Titles titles;

    GroupJson(Titles titles) {
        this.titles = titles;
    }

    List<Map<String, @Nullable Object>> of(List<Group> groups, List<Tallies> tallies, String baseCurrency) {
        List<Map<UUID, String>> titles = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            titles.add(titles(groups.get(i).target(), i, tallies));
        }
        return tallies.stream().map(tally -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                json.put(groups.get(i).name(), value(groups.get(i), tally.key().get(i), titles.get(i)));
            }
            for (Tallies.Figures figures : tally.figures()) {
                json.put(figures.measure().name(), FigureJson.of(figures, tally.count(), baseCurrency));
            }
            return json;
        }).toList();
    }

    private Map<UUID, String> titles(@Nullable ObjectType target, int at, List<Tallies> tallies) {
        if (target == null) {
            return Map.of();
        }
        Set<UUID> ids = tallies.stream()
                .map(tally -> tally.key().get(at))
                .filter(Objects::nonNull)
                .map(UUID.class::cast)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : titles.of(target, ids);
    }

    private static @Nullable Object value(Group group, @Nullable Object value, Map<UUID, String> titles) {
        ValuePart.Naming naming = group.part() == null ? null : group.part().naming();
        return switch (value) {
            case UUID id -> reference(id.toString(), titles.get(id));
            case String code when naming != null -> reference(code, naming.name(code, Caller.current().locale()));
            case LocalDate day -> day.toString();
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> reference(String id, @Nullable String title) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("title", title);
        return json;
    }
}

package io.keyuan.engine.merge;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what somebody asks for what can be done, or says what is wrong with it. */
@Component
class MergeOrders {

    /** Beside the one that stays; more nobody looks at together. */
    static final int MOST = 20;

    private final Access access;

    MergeOrders(Access access) {
        this.access = access;
    }

    /** @throws Problem where such records are not made one, or not by the caller */
    void requireAllowed(ObjectType type) {
        if (!type.can(Capability.MERGEABLE)) {
            throw Problem.notFound();
        }
        for (Right right : List.of(Right.EDIT, Right.DELETE)) {
            if (!access.may(right, type)) {
                throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-" + right.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    MergeOrder order(ObjectType type, MergeRequest request) {
        UUID into = id("into", request.into());
        Set<UUID> from = new LinkedHashSet<>();
        (request.from() == null ? List.<@Nullable String>of() : request.from()).forEach(text -> from.add(id("from", text)));
        if (from.isEmpty() || from.contains(into)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("from", "which-records"));
        }
        if (from.size() > MOST) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at("from", "too-many-rows", MOST));
        }
        Map<UUID, Long> versions = new LinkedHashMap<>();
        if (request.versions() != null) {
            request.versions().forEach((id, version) -> {
                if (version != null) {
                    versions.put(id("versions", id), version);
                }
            });
        }
        Map<String, String> choose = new LinkedHashMap<>();
        if (request.choose() != null) {
            request.choose().forEach((name, which) -> choose.put(name, which == null ? "" : which));
        }
        Map<String, @Nullable Object> values = request.values() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(request.values());
        var order = new MergeOrder(type.name(), into, List.copyOf(from), choose, values, versions);
        check(type, order);
        return order;
    }

    private static UUID id(String path, @Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(path, "bad-id"));
        }
    }

    /** Whoever says what becomes of an attribute may write it; of the others the usual becomes. */
    private void check(ObjectType type, MergeOrder order) {
        List<Fault> faults = new ArrayList<>();
        order.choose().forEach((name, which) -> {
            Attribute<?> attribute = settable(type, "choose", name, faults);
            if (attribute != null && !isChoice(attribute, which, order)) {
                faults.add(Fault.at("choose." + name, "bad-value"));
            }
        });
        order.values().keySet().forEach(name -> settable(type, "values", name, faults));
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
    }

    private @Nullable Attribute<?> settable(ObjectType type, String where, String name, List<Fault> faults) {
        Attribute<?> attribute = type.find(name);
        if (attribute == null || !access.mayRead(attribute)) {
            faults.add(Fault.at(where, "unknown-attribute"));
            return null;
        }
        if (!MergedValues.isMerged(attribute) || !access.mayWrite(attribute)) {
            faults.add(Fault.at(where + "." + name, "not-writable"));
            return null;
        }
        return attribute;
    }

    private static boolean isChoice(Attribute<?> attribute, String which, MergeOrder order) {
        return which.equals(MergeOrder.ALL)
                ? MergedValues.canBeAll(attribute) && !(attribute.type() instanceof LinesType)
                : order.all().stream().anyMatch(id -> id.toString().equals(which));
    }
}

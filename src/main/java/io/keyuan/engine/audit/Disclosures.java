package io.keyuan.engine.audit;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the answer to the current request tells of {@linkplain Attribute#isSensitive() sensitive} attributes: noted where a value
 * is written as it is, and kept before the answer leaves, one event for each object. A value that is masked is not told, and
 * so not noted. Where there is no request, nobody is told anything, unless a job {@linkplain #gather gathers} what it writes for somebody to fetch.
 */
@NamedInterface("disclosures")
public final class Disclosures {

    /** The kind of the event. */
    static final String KIND = "sensitive-read";

    private static final String ATTRIBUTE = Disclosures.class.getName();

    private static final ScopedValue<Disclosures> GATHERING = ScopedValue.newInstance();

    private final Map<ObjectType, Told> told = new LinkedHashMap<>();

    private Disclosures() {}

    /**
     * Of one object.
     *
     * @param grouped those whose values were told as what records are counted by, or added up, whosever they are
     */
    private record Told(Set<String> attributes, Set<UUID> records, Set<String> grouped) {}

    /** The value of an attribute of a row is told; of no consequence where that is not sensitive. */
    public static void note(Row row, Attribute<?> attribute) {
        if (attribute.isSensitive()) {
            int at = row.attributes().indexOf(row.type().id);
            note(attribute, at >= 0 && row.values()[at] instanceof UUID id ? id : null);
        }
    }

    /** @param record whose value it is; null where the answer does not say so either */
    public static void note(Attribute<?> attribute, @Nullable UUID record) {
        Told told = attribute.isSensitive() ? told(attribute) : null;
        if (told != null) {
            told.attributes().add(attribute.name());
            if (record != null) {
                told.records().add(record);
            }
        }
    }

    /** Values of an attribute are told without the records that have them: as groups, or added up. */
    public static void noteGrouped(Attribute<?> attribute) {
        Told told = attribute.isSensitive() ? told(attribute) : null;
        if (told != null) {
            told.grouped().add(attribute.name());
        }
    }

    /** Null where nobody is told anything. */
    private static @Nullable Told told(Attribute<?> attribute) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Disclosures noted = GATHERING.isBound() ? GATHERING.get() : request == null ? null : of(request);
        return noted == null ? null : noted.told.computeIfAbsent(attribute.object(), any -> new Told(new TreeSet<>(), new LinkedHashSet<>(), new TreeSet<>()));
    }

    private static Disclosures of(RequestAttributes request) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Disclosures known) {
            return known;
        }
        var fresh = new Disclosures();
        request.setAttribute(ATTRIBUTE, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }

    /** @param told what the work's result tells of sensitive attributes, to be kept when the result is */
    public record Gathered<T>(T result, List<AuditEvent> told) {}

    /** For work that no request waits for, and whose result somebody gets later. */
    public static <T> Gathered<T> gather(Supplier<T> work) {
        var gathering = new Disclosures();
        T result = ScopedValue.where(GATHERING, gathering).call(work::get);
        return new Gathered<>(result, gathering.told.entrySet().stream().map(each -> event(each.getKey(), each.getValue())).toList());
    }

    /** Keeps what was noted since the last time: before an answer leaves, or for one that leaves in pieces, before each. */
    public static void keep(AuditTrail trail) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Disclosures noted) {
            request.removeAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
            noted.told.forEach((type, told) -> trail.keepLook(event(type, told)));
        }
    }

    private static AuditEvent event(ObjectType type, Told told) {
        List<UUID> records = List.copyOf(told.records());
        boolean one = records.size() == 1;
        return new AuditEvent(KIND, type.name(), one ? records.getFirst() : null, one ? List.of() : records, details(told));
    }

    private static Map<String, Object> details(Told told) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!told.attributes().isEmpty()) {
            details.put("attributes", List.copyOf(told.attributes()));
            details.put("count", told.records().size());
        }
        if (!told.grouped().isEmpty()) {
            details.put("grouped", List.copyOf(told.grouped()));
        }
        return details;
    }
}

package io.keyuan.contract;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.customers.Relationship;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.FileType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import io.keyuan.identity.Absence;
import io.keyuan.identity.Membership;
import io.keyuan.identity.TeamMember;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of any object, with whatever they need to point to, through the API and on somebody's behalf. */
final class SampleRecords {

    /** A person is in a department or a team once, and away once, and nobody is related to themselves: each record of these is about somebody else. */
    private static final Set<ObjectType> OF_SOMEBODY_ELSE =
            Set.of(Membership.MEMBERSHIP, TeamMember.TEAM_MEMBER, Absence.ABSENCE, Relationship.RELATIONSHIP);

    private final TestClient client;
    private final Map<ObjectType, String> targets = new HashMap<>();
    private final Map<Integer, String> brought = new HashMap<>();
    private int number;

    SampleRecords(TestClient client) {
        this.client = client;
    }

    static String path(ObjectType type) {
        return "/api/v1/" + type.path();
    }

    static String path(ObjectType type, String id) {
        return path(type) + "/" + id;
    }

    /** A record with no more than its object demands. */
    TestAnswer create(ObjectType type) {
        return client.post(path(type), minimal(type)).expect(201);
    }

    /** What the object demands and no more; unlike every one before it where values must be. */
    Map<String, @Nullable Object> minimal(ObjectType type) {
        int next = number++;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.isRequired() && attribute.isWritable() && attribute.initial() == null) {
                body.put(attribute.name(), value(attribute, next));
            }
        }
        return body;
    }

    /** A value for every attribute that can be written. */
    Map<String, @Nullable Object> full(ObjectType type) {
        int next = number++;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        writable(type).forEach(attribute -> body.put(attribute.name(), value(attribute, next)));
        return body;
    }

    static List<Attribute<?>> writable(ObjectType type) {
        return type.attributes().stream().filter(Attribute::isWritable).toList();
    }

    /** @return null where the attribute cannot have a value yet */
    @Nullable Object value(Attribute<?> attribute, int number) {
        return switch (attribute.type()) {
            case ReferenceType reference -> Map.of("id", target(attribute));
            case FileType file -> Map.of("id", brought(number));
            case LinesType lines -> List.of(line(attribute));
            default -> SampleValues.of(attribute, number);
        };
    }

    private Map<String, @Nullable Object> line(Attribute<?> lines) {
        ObjectType child = Objects.requireNonNull(EveryDefinition.Source.TYPES.target(lines));
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (Attribute<?> attribute : child.attributes()) {
            boolean back = attribute.equals(child.parent());
            if (attribute.isRequired() && attribute.isWritable() && !back && attribute.initial() == null) {
                line.put(attribute.name(), value(attribute, number++));
            }
        }
        return line;
    }

    /** A file that attributes may be given; the same number is the same one. */
    private String brought(int number) {
        return brought.computeIfAbsent(number, any -> client.post(
                "/api/v1/files", new TestForm().file("licence " + number + ".txt", "number " + number)).expect(201).id());
    }

    private String target(Attribute<?> reference) {
        ObjectType type = Objects.requireNonNull(EveryDefinition.Source.TYPES.target(reference));
        return OF_SOMEBODY_ELSE.contains(reference.object()) ? create(type).id() : target(type);
    }

    /** Some record of the object, always the same one. */
    String target(ObjectType type) {
        String known = targets.get(type);
        if (known == null) {
            known = create(type).id();
            targets.put(type, known);
        }
        return known;
    }
}

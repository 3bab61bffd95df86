package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.WholeLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who is meant: people by name or in groups, and those whom a record names. */
@Component
class Recipients {

    private final ObjectTypes types;
    private final Access access;
    private final Principals principals;
    private final WholeLists lists;

    Recipients(ObjectTypes types, Access access, Principals principals, WholeLists lists) {
        this.types = types;
        this.access = access;
        this.principals = principals;
        this.lists = lists;
    }

    /** Whether an attribute names people. */
    boolean isOfPeople(@Nullable Attribute<?> attribute) {
        return attribute != null && types.people().equals(types.target(attribute));
    }

    /** @return by record; only of those that are there for the caller */
    Map<UUID, Set<UUID>> of(ObjectType type, List<Action.Recipient> recipients, List<UUID> records) {
        Set<UUID> always = new LinkedHashSet<>();
        List<Attribute<?>> named = new ArrayList<>();
        for (Action.Recipient recipient : recipients) {
            Attribute<?> attribute = recipient.attribute() == null ? null : type.find(recipient.attribute());
            if (recipient.id() != null) {
                always.addAll(principals.people(recipient.id()));
            } else if (attribute != null && isOfPeople(attribute) && access.mayRead(attribute)) {
                named.add(attribute);
            }
        }
        List<Attribute<?>> read = new ArrayList<>(List.of(type.id));
        named.stream().filter(attribute -> !read.contains(attribute)).forEach(read::add);
        Map<UUID, Set<UUID>> people = new LinkedHashMap<>();
        for (Row row : lists.rows(type, read, records)) {
            Set<UUID> all = new LinkedHashSet<>(always);
            named.forEach(attribute -> {
                if (row.get(attribute) instanceof Ref ref) {
                    all.add(ref.requireId());
                }
            });
            people.put(Objects.requireNonNull(row.get(type.id)), all);
        }
        return people;
    }
}

package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records like another, as answers show them. Of those that somebody may not see they are told that there is one, by what of what they gave
 * themselves, and whose it is, so that they can ask; not which, and only where it is as good as certain.
 */
@Component
class ShownLookalikes {

    private final Messages messages;
    private final ObjectTypes types;
    private final Titles titles;

    ShownLookalikes(Messages messages, ObjectTypes types, Titles titles) {
        this.messages = messages;
        this.types = types;
        this.titles = titles;
    }

    List<Map<String, Object>> of(ObjectType type, List<Lookalikes.Found> found) {
        Map<UUID, String> owners = owners(type, found);
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Lookalikes.Found each : found) {
            if (each.compared().visible() || each.match().isSame()) {
                shown.add(shown(type, each, owners));
            }
        }
        return shown;
    }

    private Map<String, Object> shown(ObjectType type, Lookalikes.Found found, Map<UUID, String> owners) {
        Map<String, Object> shown = new LinkedHashMap<>();
        boolean visible = found.compared().visible();
        shown.put("hidden", !visible);
        if (visible) {
            shown.put("id", found.id().toString());
            shown.put("title", String.valueOf(found.compared().row().get(type.title())));
        }
        UUID owner = owner(type, found);
        if (owner != null) {
            shown.put("owner", Map.of("id", owner.toString(), "title", owners.getOrDefault(owner, "")));
        }
        shown.put("score", found.match().score());
        shown.put("reasons", reasons(found.match()));
        return shown;
    }

    private Map<UUID, String> owners(ObjectType type, List<Lookalikes.Found> found) {
        Attribute<Ref> attribute = type.owner();
        Set<UUID> people = new HashSet<>();
        found.forEach(each -> {
            UUID owner = owner(type, each);
            if (owner != null) {
                people.add(owner);
            }
        });
        return attribute == null || people.isEmpty() ? new HashMap<>() : titles.of(Objects.requireNonNull(types.target(attribute)), people);
    }

    private static @Nullable UUID owner(ObjectType type, Lookalikes.Found found) {
        Attribute<Ref> owner = type.owner();
        Ref ref = owner == null ? null : found.compared().row().get(owner);
        return ref == null ? null : ref.id();
    }

    /** @return code, attribute and words of each */
    List<Map<String, Object>> reasons(Match match) {
        return match.reasons().stream().map(because -> reason(because.reason(), because.attribute())).toList();
    }

    Map<String, Object> reason(Reason reason, @Nullable Attribute<?> attribute) {
        var language = Caller.current().locale();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", reason.code());
        if (attribute != null) {
            told.put("attribute", attribute.name());
        }
        told.put("for", reason.speaksFor());
        told.put("text", messages.text(language, "duplicate." + reason.code(), attribute == null ? "" : messages.label(language, attribute)));
        return told;
    }
}

package io.keyuan.engine.share;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.RecordPart;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom a record was given, by name. */
@Component
class SharesOfRecord implements RecordPart {

    private final Shares shares;
    private final Principals principals;
    private final ActiveRules rules;

    SharesOfRecord(Shares shares, Principals principals, ActiveRules rules) {
        this.shares = shares;
        this.principals = principals;
        this.rules = rules;
    }

    /** @param kind of the principal, such as {@code user}, {@code team}, {@code department}; {@code rule} with its name as title */
    record Somebody(String kind, UUID id, String title) {}

    /** @param by null where a rule gave it */
    record Item(
            String kind, Somebody to, boolean editing, boolean along, @Nullable Instant until, @Nullable String note, @Nullable Somebody by,
            Instant at) {}

    /** @param mayGive whether the caller may give the record to others, and take it back from them */
    record Given(List<Item> items, boolean mayGive) {}

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return type.can(Capability.OWNED) && !deleted;
    }

    @Override
    public Given of(ObjectType type, UUID record) {
        List<Share> found = shares.of(type, record);
        Set<UUID> named = new HashSet<>();
        found.forEach(share -> {
            named.add(share.principal());
            if (share.by() != null) {
                named.add(share.by());
            }
        });
        Map<UUID, Principals.Principal> known = principals.of(named);
        List<Item> items = found.stream().map(share -> item(type, share, known)).flatMap(Optional::stream).toList();
        return new Given(items, shares.mayGive(type, record));
    }

    private Optional<Item> item(ObjectType type, Share share, Map<UUID, Principals.Principal> known) {
        Somebody to = share.kind().equals(Share.RULE) ? rule(type, share.principal()) : somebody(known.get(share.principal()));
        Somebody by = share.by() == null ? null : somebody(known.get(share.by()));
        return to == null
                ? Optional.empty()
                : Optional.of(new Item(share.kind(), to, share.editing(), share.along(), share.until(), share.note(), by, share.at()));
    }

    private @Nullable Somebody rule(ObjectType type, UUID generation) {
        return rules.of(type.name()).stream()
                .filter(rule -> rule.generation().equals(generation))
                .findFirst()
                .map(rule -> new Somebody(Share.RULE, rule.id(), rule.name()))
                .orElse(null);
    }

    private static @Nullable Somebody somebody(Principals.@Nullable Principal principal) {
        return principal == null ? null : new Somebody(principal.kind(), principal.id(), principal.title());
    }
}

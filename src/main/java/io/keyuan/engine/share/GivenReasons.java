package io.keyuan.engine.share;

import io.keyuan.engine.Principals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Tells why somebody was given a record. */
@NamedInterface("share")
@Component
public class GivenReasons {

    private final ShareStore store;
    private final ActiveRules rules;
    private final Principals principals;

    GivenReasons(ShareStore store, ActiveRules rules, Principals principals) {
        this.store = store;
        this.rules = rules;
        this.principals = principals;
    }

    /**
     * One reason.
     *
     * @param kind {@code collaborator}, {@code share} or {@code rule}
     * @param to to whom it was given: the person or a group they belong to; of a rule its name
     */
    @NamedInterface("share")
    public record Reason(String kind, String to, boolean editing, boolean along, @Nullable Instant until) {}

    /**
     * What counts now.
     *
     * @param object the name in code
     * @param all to whom something is given that reaches the person
     */
    public List<Reason> of(String object, UUID record, Set<UUID> all) {
        List<Share> shares = store.of(record);
        Map<UUID, Principals.Principal> known = principals.of(all);
        Map<UUID, SharingRule> serving = rules.of(object).stream()
                .filter(rule -> rule.targets().stream().anyMatch(target -> all.contains(target.id())))
                .collect(Collectors.toMap(SharingRule::generation, rule -> rule));
        return shares.stream().flatMap(share -> Stream.ofNullable(reason(share, all, known, serving))).toList();
    }

    private static @Nullable Reason reason(
            Share share, Set<UUID> all, Map<UUID, Principals.Principal> known, Map<UUID, SharingRule> serving) {
        SharingRule rule = serving.get(share.principal());
        if (rule != null) {
            return new Reason(share.kind(), rule.name(), rule.editing(), rule.along(), null);
        }
        if (!all.contains(share.principal()) || !known.containsKey(share.principal())) {
            return null;
        }
        String to = Objects.requireNonNull(known.get(share.principal())).title();
        return new Reason(share.kind(), to, share.editing(), share.along(), share.until());
    }
}

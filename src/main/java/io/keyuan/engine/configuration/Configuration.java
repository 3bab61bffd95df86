package io.keyuan.engine.configuration;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.ConfigurationPart;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Turns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what is set up and makes it what a file says. What a file would do is found out by doing it in a transaction that is given
 * up: so every rule of every part is asked, and what is seen before is what happens after.
 */
@Service
class Configuration {

    private final List<ConfigurationPart> parts;
    private final ConfigurationYaml yaml;
    private final AuditTrail trail;
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final TransactionTemplate step;

    Configuration(List<ConfigurationPart> parts, ConfigurationYaml yaml, AuditTrail trail, DSLContext sql, PlatformTransactionManager transactions) {
        this.parts = parts.stream().sorted(Comparator.comparing(ConfigurationPart::stage).thenComparing(ConfigurationPart::name)).toList();
        this.yaml = yaml;
        this.trail = trail;
        this.sql = sql;
        transaction = new TransactionTemplate(transactions);
        step = new TransactionTemplate(transactions);
        step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What a file does.
     *
     * @param state of what was there before; another one where something has changed since
     */
    record Outcome(String state, List<Change> changes) {}

    Set<String> names() {
        return parts.stream().map(ConfigurationPart::name).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    ConfigurationFile current(Set<String> wanted) {
        SequencedMap<String, SequencedMap<String, Map<String, Object>>> read = new LinkedHashMap<>();
        parts.stream().filter(part -> wanted.contains(part.name())).forEach(part -> read.put(part.name(), part.read()));
        return new ConfigurationFile(read);
    }

    /** What would become of what is there; nothing does. */
    Outcome preview(ConfigurationFile file, boolean remove) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return worked(file, remove, null);
        }));
    }

    /**
     * All of it, or nothing.
     *
     * @param state of {@link #preview}
     * @throws Problem 412 where something has changed since, 422 with everything that cannot be
     */
    Outcome apply(ConfigurationFile file, boolean remove, String state) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Outcome outcome = worked(file, remove, state);
            List<Fault> faults = outcome.changes().stream()
                    .flatMap(change -> change.faults().stream().map(fault -> fault.below(change.part() + "." + change.key())))
                    .toList();
            if (!faults.isEmpty()) {
                throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
            }
            Map<Change.Kind, Long> counts = outcome.changes().stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
            trail.keep(AuditEvent.of("configuration-applied", Map.of(
                    "parts", List.copyOf(file.parts().keySet()), "added", counts.getOrDefault(Change.Kind.ADDED, 0L),
                    "changed", counts.getOrDefault(Change.Kind.CHANGED, 0L), "removed", counts.getOrDefault(Change.Kind.REMOVED, 0L))));
            return outcome;
        }));
    }

    private Outcome worked(ConfigurationFile file, boolean remove, @Nullable String seen) {
        Turns.await(sql, "configuration");
        ConfigurationFile before = current(file.parts().keySet());
        String state = state(before);
        if (seen != null && !seen.equals(state)) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        Map<Item, List<Fault>> refused = new LinkedHashMap<>();
        // Whoever writes records waits for what holds their numbers, so that is held shortly.
        for (boolean last : List.of(false, true)) {
            List<ConfigurationPart> some = parts.stream()
                    .filter(part -> file.parts().containsKey(part.name()) && (part.stage() == ConfigurationPart.Stage.NUMBERS) == last)
                    .toList();
            for (ConfigurationPart part : some) {
                write(part, file.of(part.name()), before.of(part.name()), refused);
                part.arrange(file.of(part.name()).keySet().stream().filter(key -> !refused.containsKey(new Item(part.name(), key))).toList());
            }
            if (remove) {
                some.reversed().forEach(part -> remove(part, file, before, refused));
            }
        }
        return new Outcome(state, changes(before, current(file.parts().keySet()), file, refused));
    }

    private record Item(String part, String key) {}

    /** Things of one part may go by each other: what cannot be yet is tried again after the rest, for as long as that helps. */
    private void write(
            ConfigurationPart part, SequencedMap<String, Map<String, Object>> wanted, Map<String, Map<String, Object>> there, Map<Item, List<Fault>> refused) {
        List<Map.Entry<String, Map<String, Object>>> left =
                wanted.entrySet().stream().filter(item -> !item.getValue().equals(there.get(item.getKey()))).toList();
        int tried;
        do {
            tried = left.size();
            List<Map.Entry<String, Map<String, Object>>> again = new ArrayList<>();
            for (Map.Entry<String, Map<String, Object>> each : left) {
                Item item = new Item(part.name(), each.getKey());
                List<Fault> faults = attempted(() -> part.write(each.getKey(), each.getValue()));
                refused.remove(item);
                if (!faults.isEmpty()) {
                    refused.put(item, faults);
                    again.add(each);
                }
            }
            left = again;
        } while (!left.isEmpty() && left.size() < tried);
    }

    private void remove(ConfigurationPart part, ConfigurationFile file, ConfigurationFile before, Map<Item, List<Fault>> refused) {
        for (String key : before.of(part.name()).reversed().keySet()) {
            if (!file.of(part.name()).containsKey(key) && !part.isAlwaysThere(key)) {
                List<Fault> faults = attempted(() -> part.remove(key));
                if (!faults.isEmpty()) {
                    refused.put(new Item(part.name(), key), faults);
                }
            }
        }
    }

    /** What does not work leaves nothing behind, and what else is asked for is still tried. */
    private List<Fault> attempted(Runnable work) {
        try {
            step.executeWithoutResult(status -> work.run());
            return List.of();
        } catch (Problem problem) {
            if (problem.kind().status() >= 500) {
                throw problem;
            }
            return problem.faults().isEmpty() ? List.of(Fault.whole("cannot-be")) : problem.faults();
        }
    }

    private List<Change> changes(ConfigurationFile before, ConfigurationFile after, ConfigurationFile file, Map<Item, List<Fault>> refused) {
        List<Change> changes = new ArrayList<>();
        for (ConfigurationPart part : parts) {
            Map<String, Map<String, Object>> old = before.of(part.name());
            Map<String, Map<String, Object>> now = after.of(part.name());
            Set<String> keys = new java.util.LinkedHashSet<>(old.keySet());
            keys.addAll(now.keySet());
            keys.addAll(file.of(part.name()).keySet());
            for (String key : keys) {
                Change change = change(new Item(part.name(), key), old.get(key), now.get(key), file, refused);
                if (change != null) {
                    changes.add(change);
                }
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable Change change(
            Item item, @Nullable Map<String, Object> old, @Nullable Map<String, Object> now, ConfigurationFile file, Map<Item, List<Fault>> refused) {
        List<Fault> faults = refused.getOrDefault(item, List.of());
        if (!faults.isEmpty()) {
            return of(item, Change.Kind.REFUSED, List.of(), faults);
        }
        if (old == null) {
            return now == null ? null : of(item, Change.Kind.ADDED, List.of(), faults);
        }
        if (now == null) {
            return of(item, Change.Kind.REMOVED, List.of(), faults);
        }
        if (!now.equals(old)) {
            return of(item, Change.Kind.CHANGED, Difference.between(old, now), faults);
        }
        return file.of(item.part()).containsKey(item.key()) ? null : of(item, Change.Kind.KEPT, List.of(), faults);
    }

    private static Change of(Item item, Change.Kind kind, List<Difference> differences, List<Fault> faults) {
        return new Change(item.part(), item.key(), kind, differences, faults);
    }

    private String state(ConfigurationFile file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(yaml.write(file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}

package io.keyuan.engine.audit;

import io.keyuan.engine.AuditWords;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.query.Titles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds out what everything is called that rows of the trail name: records, people and groups of them, and what modules know. */
@Component
class TrailNaming {

    private final ObjectTypes types;
    private final Titles titles;
    private final Principals principals;
    private final List<AuditWords> modules;

    TrailNaming(ObjectTypes types, Titles titles, Principals principals, List<AuditWords> modules) {
        this.types = types;
        this.titles = titles;
        this.principals = principals;
        this.modules = List.copyOf(modules);
    }

    TrailNames of(Collection<Kept> rows) {
        TrailNames names = TrailNames.of(rows, types, titles);
        Set<UUID> unknown = names.unknown();
        if (!unknown.isEmpty()) {
            Map<UUID, String> groups = new HashMap<>();
            principals.of(unknown).forEach((id, group) -> groups.put(id, group.title()));
            names.know(groups);
            Locale language = Caller.current().locale();
            modules.forEach(module -> names.know(module.names(unknown, language)));
        }
        return names;
    }
}

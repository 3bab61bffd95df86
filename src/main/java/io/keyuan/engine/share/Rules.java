package io.keyuan.engine.share;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Notices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and removes sharing rules; what follows for the records there are is a job's work. */
@Service
class Rules {

    private final RuleStore store;
    private final ActiveRules active;
    private final RuleJobs jobs;
    private final NewsOfRules news;
    private final Notices notices;
    private final ObjectTypes types;
    private final AuditTrail trail;

    Rules(
            RuleStore store, ActiveRules active, RuleJobs jobs, NewsOfRules news, Notices notices, ObjectTypes types, AuditTrail trail) {
        this.store = store;
        this.active = active;
        this.jobs = jobs;
        this.news = news;
        this.notices = notices;
        this.types = types;
        this.trail = trail;
    }

    @Transactional
    SharingRule create(SharingRule rule) {
        store.insert(rule);
        active.changed();
        jobs.apply(rule, List.of());
        keep("sharing-rule-made", rule);
        return rule;
    }

    /** A rule at rest is not kept true to the records: woken, it begins from nothing. */
    @Transactional
    SharingRule change(SharingRule before, SharingRule wanted) {
        boolean woken = wanted.active() && !before.active();
        SharingRule rule = woken && wanted.generation().equals(before.generation()) ? anew(wanted) : wanted;
        store.update(rule);
        active.changed();
        if (!rule.generation().equals(before.generation())) {
            jobs.apply(rule, List.of(before.generation()));
        } else if (rule.active()) {
            tellNewcomers(before, rule);
        }
        keep("sharing-rule-changed", rule);
        return rule;
    }

    /** Whom it serves counts at once, and takes no job. */
    private void tellNewcomers(SharingRule before, SharingRule rule) {
        ObjectType type = types.byName(rule.object());
        if (type != null) {
            notices.tell(news.widened(before, rule, type));
        }
    }

    private static SharingRule anew(SharingRule rule) {
        return new SharingRule(
                rule.id(), rule.object(), rule.name(), rule.condition(), rule.attributes(), rule.editing(), rule.along(), rule.active(),
                rule.targets(), io.keyuan.engine.Ids.next());
    }

    @Transactional
    void delete(SharingRule rule) {
        store.delete(rule.id());
        active.changed();
        jobs.clear(rule);
        keep("sharing-rule-removed", rule);
    }

    private void keep(String kind, SharingRule rule) {
        trail.keep(new AuditEvent(
                kind, rule.object(), null,
                Map.of(
                        "rule", rule.id().toString(), "name", rule.name(), "condition", rule.condition(), "editing", rule.editing(),
                        "along", rule.along(), "active", rule.active(),
                        "targets", rule.targets().stream().map(target -> target.kind() + " " + target.id()).toList())));
    }
}

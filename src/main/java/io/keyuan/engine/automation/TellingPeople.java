package io.keyuan.engine.automation;

import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.automation.AutomationRun.Step;
import io.keyuan.engine.document.TextFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people something of a record; whoever may not see the record is told nothing. */
@Component
class TellingPeople implements ActionWork {

    private static final int LONGEST = 500;

    private final Recipients recipients;
    private final TextFields texts;
    private final Notices notices;
    private final AuditTrail trail;

    TellingPeople(Recipients recipients, TextFields texts, Notices notices, AuditTrail trail) {
        this.recipients = recipients;
        this.texts = texts;
        this.notices = notices;
        this.trail = trail;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.NOTIFY;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        String text = action.text() == null ? "" : action.text();
        Map<UUID, Map<String, String>> filled = acting.shown() ? filled(acting, text, ids) : told(acting, text, ids);
        Map<UUID, Set<UUID>> people = recipients.of(acting.type(), action.to(), ids);
        Map<UUID, Step> steps = new LinkedHashMap<>();
        List<Notice> told = new ArrayList<>();
        for (UUID id : ids) {
            Set<UUID> some = people.get(id);
            if (some == null || some.isEmpty()) {
                steps.put(id, Step.failed(action, some == null ? GONE : List.of(Fault.whole("nobody-to-tell"))));
            } else {
                String said = shortened(filled.getOrDefault(id, Map.of()).getOrDefault(text, ""));
                told.add(Notice.about(NoticeKind.AUTOMATED, some, acting.type(), id).by(null).with(Map.of("title", said)));
                steps.put(id, Step.done(action, told(some, said, acting.shown())));
            }
        }
        if (!acting.shown()) {
            notices.tell(told);
        }
        return steps;
    }

    private Map<UUID, Map<String, String>> filled(Acting acting, String text, List<UUID> ids) {
        return texts.fill(acting.type(), ids, Set.of(text), Caller.current().locale());
    }

    /** Sensitive values that a rule tells somebody are in the trail as whatever the program tells. */
    private Map<UUID, Map<String, String>> told(Acting acting, String text, List<UUID> ids) {
        Disclosures.Gathered<Map<UUID, Map<String, String>>> gathered = Disclosures.gather(() -> filled(acting, text, ids));
        gathered.told().forEach(trail::keep);
        return gathered.result();
    }

    /** What was said stands in the inboxes of those who may see the record, and nowhere else. */
    private static Map<String, @Nullable Object> told(Set<UUID> people, String said, boolean shown) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("people", people.size());
        if (shown) {
            told.put("text", said);
        }
        return told;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}

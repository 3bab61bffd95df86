package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.OutgoingMail;
import io.keyuan.engine.Right;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.automation.AutomationRun.Step;
import io.keyuan.engine.document.TextFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes a letter to an address that the record says, or that is always the same: to those who are nobody of the
 * company; for whoever may take the records out. Colleagues are {@linkplain TellingPeople told}, which heeds what they may see.
 */
@Component
class WritingLetters implements ActionWork {

    private final TextFields texts;
    private final OutgoingMail mail;
    private final AuditTrail trail;
    private final Access access;

    WritingLetters(TextFields texts, OutgoingMail mail, AuditTrail trail, Access access) {
        this.texts = texts;
        this.mail = mail;
        this.trail = trail;
        this.access = access;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.MAIL;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        String address = Objects.requireNonNullElse(action.address(), "");
        String subject = Objects.requireNonNullElse(action.subject(), "");
        String text = Objects.requireNonNullElse(action.text(), "");
        if (!access.may(Right.EXPORT, acting.type())) {
            Map<UUID, Step> refused = new LinkedHashMap<>();
            ids.forEach(id -> refused.put(id, Step.failed(action, List.of(Fault.at("address", "may-not-export")))));
            return refused;
        }
        boolean open = mail.isOpen();
        Map<UUID, Map<String, String>> filled = filled(acting, List.of(address, subject, text), ids);
        Map<UUID, Step> steps = new LinkedHashMap<>();
        for (UUID id : ids) {
            Map<String, String> of = filled.get(id);
            String to = of == null ? "" : of.getOrDefault(address, "").strip();
            if (of == null || !open || !mail.isAddress(to)) {
                steps.put(id, Step.failed(action, of == null ? GONE : List.of(open ? Fault.at("address", "no-address") : Fault.whole("mail-not-set-up"))));
                continue;
            }
            String said = of.getOrDefault(subject, "");
            if (!acting.shown()) {
                mail.send(to, said, of.getOrDefault(text, ""));
            }
            steps.put(id, Step.done(action, acting.shown() ? Map.of("address", to, "text", said) : Map.of()));
        }
        return steps;
    }

    /** Sensitive values that leave with a letter are in the trail as whatever the program tells. */
    private Map<UUID, Map<String, String>> filled(Acting acting, List<String> wanted, List<UUID> ids) {
        if (acting.shown()) {
            return texts.fill(acting.type(), ids, wanted, Caller.current().locale());
        }
        Disclosures.Gathered<Map<UUID, Map<String, String>>> gathered =
                Disclosures.gather(() -> texts.fill(acting.type(), ids, wanted, Caller.current().locale()));
        gathered.told().forEach(trail::keep);
        return gathered.result();
    }
}

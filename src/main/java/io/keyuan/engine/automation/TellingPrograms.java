package io.keyuan.engine.automation;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.automation.AutomationRun.Step;
import io.keyuan.engine.webhook.RuleMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells another program of the records, by a webhook that administrators have settled. */
@Component
class TellingPrograms implements ActionWork {

    private final RuleMessages messages;

    TellingPrograms(RuleMessages messages) {
        this.messages = messages;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.WEBHOOK;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        UUID webhook = action.webhook();
        Map<UUID, Step> steps = new LinkedHashMap<>();
        if (webhook == null || !messages.webhooks().containsKey(webhook) || !Caller.current().administers()) {
            ids.forEach(id -> steps.put(id, Step.failed(action, List.of(Fault.at("webhook", "unknown-reference")))));
            return steps;
        }
        if (!acting.shown()) {
            messages.tell(webhook, acting.type(), acting.rule(), ids);
        }
        ids.forEach(id -> steps.put(id, Step.done(action, Map.of())));
        return steps;
    }
}

package io.keyuan.engine.api;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Faults in the caller's language, as problems tell them. */
@Component
class FaultWords {

    private final Messages messages;

    FaultWords(Messages messages) {
        this.messages = messages;
    }

    Map<String, Object> of(Fault fault) {
        return Map.of(
                "path", fault.path(),
                "code", fault.code(),
                "message", messages.text(Caller.current().locale(), "fault." + fault.code(), fault.args().toArray()),
                "args", List.copyOf(fault.args()));
    }
}

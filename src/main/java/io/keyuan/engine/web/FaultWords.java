package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A fault as problems and results of batches tell it. */
@Component
public class FaultWords {

    private final Messages messages;

    FaultWords(Messages messages) {
        this.messages = messages;
    }

    public Map<String, Object> of(Fault fault, Locale language) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("path", fault.path());
        words.put("code", fault.code());
        words.put("message", messages.text(language, "fault." + fault.code(), fault.args().toArray()));
        words.put("args", List.copyOf(fault.args()));
        return words;
    }
}

package io.keyuan.engine.jobs;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a job failed, kept without words so that everybody reads it in their own language. */
record StoredProblem(String kind, List<Fault> faults) {

    static StoredProblem of(Problem problem) {
        return new StoredProblem(problem.kind().slug(), problem.faults());
    }

    /** For a fault of the program; the log has what happened under the job's id. */
    static StoredProblem failure() {
        return new StoredProblem(ProblemKind.FAILURE.slug(), List.of());
    }

    /** @param reference under which the log has more */
    Map<String, Object> words(Messages messages, Locale language, String reference) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("type", "/problems/" + kind);
        words.put("title", messages.text(language, "problem." + kind + ".title"));
        words.put("detail", messages.text(language, "problem." + kind + ".detail", reference));
        words.put("errors", faults.stream().map(fault -> words(fault, messages, language)).toList());
        return words;
    }

    private static Map<String, Object> words(Fault fault, Messages messages, Locale language) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("path", fault.path());
        words.put("code", fault.code());
        words.put("message", messages.text(language, "fault." + fault.code(), fault.args().toArray()));
        words.put("args", fault.args());
        return words;
    }
}

package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor has found out: plain facts, and judgements with the mend of what is not as it should be. */
final class Checkup {

    /** How something is. */
    enum State {
        OK,
        /** It works, and will not for ever. */
        WARN,
        /** It does not work, or acknowledged work could be lost. */
        FAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing that was looked at. */
    record Finding(String name, State state, String detail) {

        Map<String, String> described() {
            var members = new LinkedHashMap<String, String>();
            members.put("name", name);
            members.put("state", state.word());
            members.put("detail", detail);
            return members;
        }
    }

    /** Something that is looked at. */
    interface Look {
        void at() throws Exception;
    }

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    void fact(String name, String value) {
        facts.put(name, value);
    }

    void ok(String name, String detail) {
        findings.add(new Finding(name, State.OK, detail));
    }

    void warn(String name, String detail) {
        findings.add(new Finding(name, State.WARN, detail));
    }

    void fail(String name, String detail) {
        findings.add(new Finding(name, State.FAIL, detail));
    }

    /** Looks at something; whatever stands in the way of looking is the finding. */
    void look(String name, Look look) {
        try {
            look.at();
        } catch (Refusal refusal) {
            fail(name, refusal.sentence());
        } catch (Exception failure) {
            fail(name, "It could not be looked at: " + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** That of the worst finding. */
    State state() {
        return findings.stream().map(Finding::state).max(State::compareTo).orElse(State.OK);
    }

    /** As one JSON object. */
    Map<String, Object> described() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("state", state().word());
        all.put("checks", findings.stream().map(Finding::described).toList());
        return all;
    }
}

package io.keyuan.engine.configuration;

import io.keyuan.engine.ConfigurationPart;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.modulith.NamedInterface;

/** A part of which there is one thing, always. */
@NamedInterface("configuration")
public abstract class SinglePart implements ConfigurationPart {

    private static final String KEY = "settings";

    /** As {@link Portable} makes it. */
    protected abstract Map<String, Object> content();

    /** @throws Problem with what is wrong */
    protected abstract void write(Map<String, Object> content);

    @Override
    public final SequencedMap<String, Map<String, Object>> read() {
        SequencedMap<String, Map<String, Object>> read = new LinkedHashMap<>();
        read.put(KEY, content());
        return read;
    }

    @Override
    public final void write(String key, Map<String, Object> content) {
        if (!key.equals(KEY)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("nothing-called-so"));
        }
        write(content);
    }

    @Override
    public final boolean isAlwaysThere(String key) {
        return true;
    }

    @Override
    public final void remove(String key) {
        throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("always-there"));
    }
}

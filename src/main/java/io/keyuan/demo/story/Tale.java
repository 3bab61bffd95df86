package io.keyuan.demo.story;

import io.keyuan.engine.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one record.
 *
 * @param begin how it came to be; null for a record that is there already
 * @param later what became of it, in order
 */
public record Tale(@Nullable Draft begin, List<Draft> later) {

    static Tale of(Draft begin) {
        return new Tale(begin, List.of());
    }
}

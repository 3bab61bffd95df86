package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a part in the place of values the caller may not see whole, before anybody gets the rows. */
@Component
public class Masking {

    private final Access access;

    Masking(Access access) {
        this.access = access;
    }

    /** @param rows which all hold the same attributes */
    public void apply(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> masked = masked(rows.iterator().next().attributes());
        for (Row row : rows) {
            masked.forEach(at -> row.values()[at] = part(row.values()[at]));
        }
    }

    private List<Integer> masked(List<Attribute<?>> attributes) {
        List<Integer> masked = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            if (access.isMasked(attributes.get(i))) {
                masked.add(i);
            }
        }
        return masked;
    }

    static @Nullable Object part(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            // Masked when it was kept already.
            case Masked masked -> masked;
            case String text -> Masked.of(text);
            default -> Masked.whole();
        };
    }
}

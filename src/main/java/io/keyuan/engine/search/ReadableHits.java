package io.keyuan.engine.search;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes from what was found the texts of attributes the caller may not read: nobody finds a record by those, nor sees them. */
@Component
class ReadableHits {

    private final ObjectTypes types;
    private final Access access;

    ReadableHits(ObjectTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    List<Search.Hit> of(List<Search.Hit> hits) {
        Map<ObjectType, Boolean> whole = new HashMap<>();
        return hits.stream().map(hit -> {
            ObjectType type = Objects.requireNonNull(types.byName(hit.object()));
            return hit.body() == null || whole.computeIfAbsent(type, this::isReadWhole) ? hit : part(type, hit, hit.body());
        }).toList();
    }

    private boolean isReadWhole(ObjectType type) {
        return type.attributes().stream().allMatch(attribute -> attribute.searched() == null || access.mayRead(attribute));
    }

    private Search.Hit part(ObjectType type, Search.Hit hit, String body) {
        List<SearchDocument.Line> lines = lines(type, body, hit.sources());
        return new Search.Hit(
                hit.object(), hit.id(), hit.title(), SearchDocument.subtitle(lines), SearchDocument.text(lines), hit.sources(), null);
    }

    /** Whose a line is that was written before that was kept, nobody knows: it is not shown. */
    private List<SearchDocument.Line> lines(ObjectType type, String body, @Nullable String sources) {
        List<String> texts = body.lines().toList();
        List<String> names = sources == null ? List.of() : sources.lines().toList();
        List<SearchDocument.Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), names.size()); i++) {
            Attribute<?> attribute = type.find(names.get(i));
            if (attribute != null && access.mayRead(attribute)) {
                lines.add(new SearchDocument.Line(attribute, texts.get(i)));
            }
        }
        return lines;
    }
}

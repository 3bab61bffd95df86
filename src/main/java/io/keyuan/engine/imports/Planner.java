package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a map against the object and the header of the file, and refuses what does not fit. */
@Component
class Planner {

    private final ObjectTypes types;
    private final Access access;
    private final Readings readings;

    Planner(ObjectTypes types, Access access, Readings readings) {
        this.types = types;
        this.access = access;
        this.readings = readings;
    }

    /** @param map with a rule for each column that is to be brought in */
    /** Of what nobody can tell alike every row is new. */
    private static Alike alike(ObjectType type, ImportMap map) {
        if (map.duplicates() == null) {
            return Alike.CREATE;
        }
        if (type.sameness() == null && map.duplicates() != Alike.CREATE) {
            throw MapProblem.at("duplicates", "never-alike");
        }
        return map.duplicates();
    }

    Plan plan(ObjectType type, ImportMap map, List<String> headers) {
        var draft = new Drafting(type, headers, map);
        map.columns().forEach(draft::column);
        map.computed().forEach(draft::computed);
        map.constants().forEach(draft::constant);
        var key = new KeyOfPlan(type, map, draft.targets);
        return new Plan(type, key.mode(), key.attributes(), List.copyOf(draft.rules), Map.copyOf(draft.constants), alike(type, map));
    }

    /** The plan while it is being made. */
    private final class Drafting {

        private final ObjectType type;
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<String, Source.OfColumn> sources = new HashMap<>();
        private final ImportMap map;
        private final Set<Target> targets = new HashSet<>();
        private final List<Rule> rules = new ArrayList<>();
        private final Map<Target, Object> constants = new LinkedHashMap<>();

        Drafting(ObjectType type, List<String> headers, ImportMap map) {
            this.type = type;
            this.map = map;
            for (int i = 0; i < headers.size(); i++) {
                columns.putIfAbsent(headers.get(i), i);
                columns.putIfAbsent(Words.alike(headers.get(i)), i);
            }
        }

        void column(String header, List<ImportMap.Rule> said) {
            said.forEach(rule -> {
                var source = new Source.OfColumn(header, index(header, "columns." + header), rule.values());
                sources.put(header, source);
                add(rule, source);
            });
        }

        void computed(ImportMap.Rule said) {
            var template = new Template(Objects.requireNonNull(said.template()));
            Map<String, Source.OfColumn> parts = new HashMap<>();
            for (String column : template.columns()) {
                int index = index(column, said.path() + ".template");
                parts.put(column, sources.getOrDefault(column, new Source.OfColumn(column, index, Map.of())));
            }
            add(said, new Source.OfTemplate(String.join(", ", template.columns()), template, parts, said.values()));
        }

        void constant(String field, Object value) {
            String path = "constants." + field;
            Target target = claim(field, path);
            constants.put(target, readings.constant(target, value, path));
        }

        private int index(String header, String path) {
            Integer index = columns.getOrDefault(header, columns.get(Words.alike(header)));
            if (index == null) {
                throw MapProblem.at(path, "no-such-column");
            }
            return index;
        }

        private void add(ImportMap.Rule said, Source source) {
            Target target = claim(said.field(), said.path());
            Empty empty = said.empty() == null ? Empty.KEEP : said.empty();
            rules.add(new Rule(source, target, empty, readings.of(target.attribute(), said)));
        }

        private Target claim(String field, String path) {
            Target target = target(field, path);
            if (!targets.add(target)) {
                throw MapProblem.at(path, "given-twice");
            }
            return target;
        }

        private Target target(String field, String path) {
            int dot = field.indexOf('.');
            Attribute<?> lines = dot < 0 ? null : type.find(field.substring(0, dot));
            if (lines == null || !(lines.type() instanceof LinesType)) {
                return target(null, type, field, path);
            }
            return target(lines, Objects.requireNonNull(types.target(lines)), field.substring(dot + 1), path);
        }

        private Target target(@Nullable Attribute<?> lines, ObjectType object, String field, String path) {
            int dot = field.indexOf('.');
            return dot < 0
                    ? new Target(lines, writable(object, field, path))
                    : part(lines, writable(object, field.substring(0, dot), path), field.substring(dot + 1), path);
        }

        private Target part(@Nullable Attribute<?> lines, Attribute<?> attribute, String name, String path) {
            return attribute.type().givenParts().stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .map(part -> new Target(lines, attribute, part))
                    .orElseThrow(() -> MapProblem.at(path, "unknown-attribute"));
        }

        private Attribute<?> writable(ObjectType object, String name, String path) {
            @Nullable Attribute<?> attribute = object.find(name);
            if (attribute == null || !access.mayRead(attribute)) {
                throw MapProblem.at(path, "unknown-attribute");
            }
            boolean asKey = attribute.equals(type.id) && map.key().contains(name);
            boolean brought = attribute.isWritable() && access.mayWrite(attribute) && !(attribute.type() instanceof LinesType);
            if (!asKey && !brought) {
                throw MapProblem.at(path, "not-writable");
            }
            return attribute;
        }
    }
}

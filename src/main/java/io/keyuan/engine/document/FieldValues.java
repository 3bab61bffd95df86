package io.keyuan.engine.document;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.audit.Disclosures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what a template asks for, for some records at once. */
@Component
class FieldValues {

    private final ObjectTypes types;
    private final MergeFields fields;
    private final RecordReading reading;
    private final Access access;
    private final TenantProfile company;
    private final TenantSettings settings;
    private final ChoiceLists lists;
    private final Messages messages;

    FieldValues(
            ObjectTypes types, MergeFields fields, RecordReading reading, Access access, TenantProfile company, TenantSettings settings,
            ChoiceLists lists, Messages messages) {
        this.types = types;
        this.fields = fields;
        this.reading = reading;
        this.access = access;
        this.company = company;
        this.settings = settings;
        this.lists = lists;
        this.messages = messages;
    }

    /** @return by record; those that are not there for the caller are not among them */
    Map<UUID, Filled> of(ObjectType type, List<UUID> ids, List<Asked> asked, Locale language) {
        var record = new Branch(type);
        var me = new Branch(types.people());
        Map<Attribute<?>, Branch> ofLines = new LinkedHashMap<>();
        for (Asked each : asked) {
            Meaning meaning = each.meaning();
            if (meaning != null && meaning.isLines()) {
                ofLines.computeIfAbsent(meaning.steps().getFirst(), lines -> new Branch(fields.target(lines)));
            } else if (meaning != null && meaning.isText()) {
                Branch branch = switch (meaning.from()) {
                    case RECORD -> record;
                    case LINE -> ofLines.computeIfAbsent(java.util.Objects.requireNonNull(each.lines()), lines -> new Branch(fields.target(lines)));
                    case ME -> me;
                    case COMPANY, TODAY, INDEX -> null;
                };
                if (branch != null) {
                    branch.want(meaning.steps(), fields::target);
                }
            }
        }
        reading.load(record, ids);
        reading.load(me, me.wanted().isEmpty() ? List.of() : List.of(Caller.current().person()));
        Map<Attribute<?>, Map<UUID, List<UUID>>> lines = new HashMap<>();
        ofLines.forEach((attribute, branch) -> {
            Map<UUID, List<UUID>> found = reading.lines(attribute, record.rows().keySet());
            lines.put(attribute, found);
            reading.load(branch, found.values().stream().flatMap(List::stream).toList());
        });
        var wording = new Wording(language, settings, lists, messages);
        Map<UUID, Filled> filled = new LinkedHashMap<>();
        ids.stream().filter(record.rows()::containsKey).forEach(id -> filled.put(id, new OfOne(id, record, me, ofLines, lines, wording).filled(asked)));
        return filled;
    }

    /** The values of one record, as they are put together. */
    private final class OfOne {

        private final UUID id;
        private final Branch record;
        private final Branch me;
        private final Map<Attribute<?>, Branch> ofLines;
        private final Map<Attribute<?>, Map<UUID, List<UUID>>> lines;
        private final Wording wording;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Map<Attribute<?>, List<Map<String, Object>>> lineValues = new LinkedHashMap<>();
        private final Set<LeftEmpty> left = new LinkedHashSet<>();

        private OfOne(
                UUID id, Branch record, Branch me, Map<Attribute<?>, Branch> ofLines, Map<Attribute<?>, Map<UUID, List<UUID>>> lines,
                Wording wording) {
            this.id = id;
            this.record = record;
            this.me = me;
            this.ofLines = ofLines;
            this.lines = lines;
            this.wording = wording;
        }

        private Filled filled(List<Asked> asked) {
            asked.forEach(this::put);
            return new Filled(values, List.copyOf(left));
        }

        private void put(Asked asked) {
            Meaning meaning = asked.meaning();
            if (meaning == null || !meaning.isText() && !meaning.isLines()) {
                left.add(new LeftEmpty(asked.path(), LeftEmpty.Why.UNKNOWN));
            } else if (meaning.isLines()) {
                Attribute<?> attribute = meaning.steps().getFirst();
                note(access.maySee(attribute) ? null : LeftEmpty.Why.ATTRIBUTE, asked.path());
                values.put(asked.path(), lines(attribute));
            } else if (meaning.from() == Meaning.From.LINE || meaning.from() == Meaning.From.INDEX) {
                ofEachLine(java.util.Objects.requireNonNull(asked.lines()), asked.path(), meaning);
            } else {
                put(values, asked.path(), meaning, general(meaning, asked.path()));
            }
        }

        private void put(Map<String, Object> into, String path, Meaning meaning, String text) {
            into.put(path, text);
            if (!meaning.steps().isEmpty() && meaning.steps().getLast().type() instanceof BooleanType && text.equals(wording.no())) {
                into.put(Filling.no(path), true);
            }
        }

        private String general(Meaning meaning, String path) {
            return switch (meaning.from()) {
                case TODAY -> wording.today();
                case COMPANY -> meaning.part().equals("name") ? company.name() : company.letterhead().getOrDefault(meaning.part(), "");
                case ME -> text(me, Caller.current().person(), meaning, path);
                default -> text(record, id, meaning, path);
            };
        }

        private List<UUID> ids(Attribute<?> attribute) {
            return lines.getOrDefault(attribute, Map.of()).getOrDefault(id, List.of());
        }

        private List<Map<String, Object>> lines(Attribute<?> attribute) {
            return lineValues.computeIfAbsent(attribute, any -> {
                List<Map<String, Object>> made = new ArrayList<>();
                ids(attribute).forEach(line -> made.add(new LinkedHashMap<>()));
                return made;
            });
        }

        private void ofEachLine(Attribute<?> attribute, String path, Meaning meaning) {
            List<Map<String, Object>> made = lines(attribute);
            List<UUID> ids = ids(attribute);
            Branch branch = java.util.Objects.requireNonNull(ofLines.get(attribute));
            for (int i = 0; i < made.size(); i++) {
                put(made.get(i), path, meaning, meaning.from() == Meaning.From.INDEX ? String.valueOf(i + 1) : text(branch, ids.get(i), meaning, path));
            }
        }

        private String text(Branch branch, UUID start, Meaning meaning, String path) {
            Branch at = branch;
            UUID record = start;
            for (int i = 0; i < meaning.steps().size(); i++) {
                Attribute<?> step = meaning.steps().get(i);
                Row row = at.rows().get(record);
                if (row == null || !access.maySee(step)) {
                    note(row == null ? LeftEmpty.Why.RECORD : LeftEmpty.Why.ATTRIBUTE, path);
                    return "";
                }
                int place = row.attributes().indexOf(step);
                Object value = place < 0 ? null : row.values()[place];
                boolean last = i == meaning.steps().size() - 1;
                if (value == null || last) {
                    return last ? said(row, step, value, meaning, path) : "";
                }
                if (!(value instanceof Ref ref)) {
                    note(LeftEmpty.Why.ATTRIBUTE, path);
                    return "";
                }
                at = java.util.Objects.requireNonNull(at.below().get(step));
                record = ref.requireId();
            }
            return "";
        }

        private String said(Row row, Attribute<?> attribute, @Nullable Object value, Meaning meaning, String path) {
            if (value instanceof Ref ref && ref.title() == null) {
                note(LeftEmpty.Why.RECORD, path);
            }
            if (value != null && !(value instanceof Masked)) {
                Disclosures.note(attribute, (UUID) row.values()[0]);
            }
            return wording.text(attribute, value, meaning.part());
        }

        private void note(LeftEmpty.@Nullable Why why, String path) {
            if (why != null) {
                left.add(new LeftEmpty(path, why));
            }
        }
    }
}

package io.keyuan.engine.exports;

import io.keyuan.engine.AttachedFile;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Money;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Row;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.address.Address;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.imports.Spelling;
import io.keyuan.engine.query.Masking;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.tables.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of rows as they are stored what the caller may read in a file: with titles, in their words, masked where it has to be. */
@Component
class ExportCells {

    private final Titles titles;
    private final Masking masking;
    private final Spelling spelling;
    private final ObjectTypes types;
    private final Messages messages;
    private final TenantSettings settings;

    ExportCells(Titles titles, Masking masking, Spelling spelling, ObjectTypes types, Messages messages, TenantSettings settings) {
        this.titles = titles;
        this.masking = masking;
        this.spelling = spelling;
        this.types = types;
        this.messages = messages;
        this.settings = settings;
    }

    /** The table of one file. */
    Table table(ObjectType type, List<Attribute<?>> columns) {
        return new Table(type, columns);
    }

    /** One file; what is asked once is remembered as long as it is written. */
    final class Table {

        private final ObjectType type;
        private final List<Attribute<?>> columns;
        private final Locale language = Caller.current().locale();
        private final ZoneId zone = settings.zone();
        private final Map<Attribute<?>, Map<String, String>> choices = new HashMap<>();

        private Table(ObjectType type, List<Attribute<?>> columns) {
            this.type = type;
            this.columns = columns;
            columns.stream().filter(column -> column.type().isOfChoices())
                    .forEach(column -> choices.put(column, spelling.choices(column, language)));
        }

        List<String> header() {
            return spelling.headers(type, columns, language);
        }

        /** @param rows which hold the columns, and the id; their values are changed */
        List<List<Cell>> cells(List<Row> rows) {
            if (rows.isEmpty()) {
                return List.of();
            }
            titles.fill(rows);
            masking.apply(rows);
            Map<ObjectType, Map<UUID, String>> names = names(rows);
            List<List<Cell>> cells = new ArrayList<>(rows.size());
            int[] places = columns.stream().mapToInt(column -> rows.getFirst().attributes().indexOf(column)).toArray();
            for (Row row : rows) {
                List<Cell> line = new ArrayList<>(places.length);
                for (int i = 0; i < places.length; i++) {
                    line.add(cell(row, columns.get(i), row.values()[places[i]], names));
                }
                cells.add(line);
            }
            return cells;
        }

        /** What nobody writes is never looked for when it is read back. */
        private Map<ObjectType, Map<UUID, String>> names(List<Row> rows) {
            Map<ObjectType, Map<UUID, String>> named = new HashMap<>();
            for (Attribute<?> column : columns) {
                if (column.type() instanceof ReferenceType && column.isWritable()) {
                    Map<UUID, String> titled = named.computeIfAbsent(target(column), any -> new HashMap<>());
                    int at = rows.getFirst().attributes().indexOf(column);
                    rows.forEach(row -> {
                        if (row.values()[at] instanceof Ref ref && ref.title() != null) {
                            titled.put(ref.requireId(), ref.title());
                        }
                    });
                }
            }
            Map<ObjectType, Map<UUID, String>> names = new HashMap<>();
            named.forEach((target, titled) -> names.put(target, titled.isEmpty() ? Map.of() : spelling.names(target, titled)));
            return names;
        }

        private ObjectType target(Attribute<?> reference) {
            return Objects.requireNonNull(types.target(reference));
        }

        private Cell cell(Row row, Attribute<?> column, @Nullable Object value, Map<ObjectType, Map<UUID, String>> names) {
            if (value != null && !(value instanceof Masked)) {
                Disclosures.note(row, column);
            }
            return switch (value) {
                case null -> Cell.EMPTY;
                case Masked masked -> new Cell.Masked(masked.text());
                case String text -> new Cell.Text(text);
                case Long number -> new Cell.Figure(BigDecimal.valueOf(number));
                case BigDecimal number -> new Cell.Figure(new BigDecimal(String.valueOf(json(column, number))));
                case Money money -> amount(column, money);
                case Address address -> new Cell.Text(address.cell());
                case LocalDate day -> new Cell.Day(day);
                case Instant time -> moment(time);
                case Boolean yes -> new Cell.Text(messages.text(language, yes ? "export.yes" : "export.no"));
                case Choice choice -> new Cell.Text(label(column, choice.code()));
                case Choices several -> new Cell.Text(MultiChoiceType.cell(several.codes().stream().map(code -> label(column, code)).toList()));
                case AttachedFile file -> new Cell.Text(file.cell());
                case Ref ref -> new Cell.Text(name(column, ref, names));
                default -> new Cell.Text(value.toString());
            };
        }

        private String label(Attribute<?> column, String code) {
            return Objects.requireNonNull(choices.get(column)).getOrDefault(code, code);
        }

        /** What one may not see has no name, and an empty cell changes nothing. */
        private String name(Attribute<?> column, Ref ref, Map<ObjectType, Map<UUID, String>> names) {
            String title = ref.title() == null ? "" : ref.title();
            return column.isWritable() ? names.getOrDefault(target(column), Map.of()).getOrDefault(ref.requireId(), title) : title;
        }

        private Cell amount(Attribute<?> column, Money money) {
            Map<?, ?> json = (Map<?, ?>) json(column, money);
            return new Cell.Amount(new BigDecimal(String.valueOf(json.get("amount"))), money.currency());
        }

        private Cell moment(Instant time) {
            OffsetDateTime clock = time.atZone(zone).toOffsetDateTime();
            return new Cell.Moment(clock, zone.getRules().getValidOffsets(clock.toLocalDateTime()).size() == 1);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Object json(Attribute<T> attribute, Object value) {
        return attribute.type().json((T) value);
    }
}

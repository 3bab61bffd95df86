package io.keyuan.engine.expression;

import static io.keyuan.engine.sample.Account.ACCOUNT;
import static io.keyuan.engine.sample.Deal.DEAL;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Money;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sample.Deal.Outcome;
import io.keyuan.engine.sample.Sample;
import io.keyuan.engine.text.SortKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An expression as a test makes one up, and what it means said a second time, in plain Java over values in memory. */
sealed interface Sentence {

    /** As people would write it. */
    String text();

    boolean holds(Sample row, Map<UUID, Sample> visible);

    record And(Sentence one, Sentence other) implements Sentence {
        @Override
        public String text() {
            return "(" + one.text() + " && " + other.text() + ")";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            return one.holds(row, visible) && other.holds(row, visible);
        }
    }

    record Or(Sentence one, Sentence other) implements Sentence {
        @Override
        public String text() {
            return "(" + one.text() + " || " + other.text() + ")";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            return one.holds(row, visible) || other.holds(row, visible);
        }
    }

    record Not(Sentence one) implements Sentence {
        @Override
        public String text() {
            return "!(" + one.text() + ")";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            return !one.holds(row, visible);
        }
    }

    record Has(Term path) implements Sentence {
        @Override
        public String text() {
            return "has(" + path.text() + ")";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            return path.stored(row, visible) != null;
        }
    }

    record Compare(Term path, String operator, Object value) implements Sentence {
        @Override
        public String text() {
            return path.text() + " " + operator + " " + literal(value);
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            Object actual = path.compared(row, visible);
            return switch (operator) {
                case "==" -> actual != null && same(actual, value);
                case "!=" -> actual == null || !same(actual, value);
                default -> actual != null && ordered(operator, order(actual, value));
            };
        }
    }

    record In(Term path, List<Object> values) implements Sentence {
        @Override
        public String text() {
            return path.text() + " in [" + values.stream().map(Sentence::literal).collect(Collectors.joining(", ")) + "]";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            Object actual = path.compared(row, visible);
            return actual != null && values.stream().anyMatch(value -> same(actual, value));
        }
    }

    /** {@code contains} and its like, whatever the case of letters. */
    record Method(Term path, String name, String part) implements Sentence {
        private static final Map<String, BiPredicate<String, String>> METHODS =
                Map.of("contains", String::contains, "startsWith", String::startsWith, "endsWith", String::endsWith);

        @Override
        public String text() {
            return path.text() + "." + name + "(" + literal(part) + ")";
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            return path.compared(row, visible) instanceof String text
                    && Objects.requireNonNull(METHODS.get(name)).test(text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT));
        }
    }

    /** Of choices that are several: whether one is held that is said in some way. */
    record Holds(Set<String> codes, Way way) implements Sentence {

        enum Way { IN, EQUAL, OTHER, LISTED, NOT_LISTED }

        @Override
        public String text() {
            String list = codes.stream().sorted().map(Sentence::literal).collect(Collectors.joining(", "));
            return switch (way) {
                case IN -> list + " in marks";
                case EQUAL -> "marks.exists(mark, mark == " + list + ")";
                case OTHER -> "marks.exists(mark, mark != " + list + ")";
                case LISTED -> "marks.exists(mark, mark in [" + list + "])";
                case NOT_LISTED -> "marks.exists(mark, !(mark in [" + list + "]) && mark != 'grey')";
            };
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            Choices held = row.get(DEAL.marks);
            return held != null && held.codes().stream().anyMatch(code -> switch (way) {
                case IN, EQUAL, LISTED -> codes.contains(code);
                case OTHER -> !codes.contains(code);
                case NOT_LISTED -> !codes.contains(code) && !code.equals("grey");
            });
        }
    }

    record ComparePaths(Term one, String operator, Term other) implements Sentence {
        @Override
        public String text() {
            return one.text() + " " + operator + " " + other.text();
        }

        @Override
        public boolean holds(Sample row, Map<UUID, Sample> visible) {
            Object left = one.compared(row, visible);
            Object right = other.compared(row, visible);
            return left != null && right != null && ordered(operator, order(left, right));
        }
    }

    /** An attribute of the row or, through references, of another record. */
    record Term(List<Attribute<Ref>> references, Attribute<?> attribute, String part) {

        String text() {
            String path = references.stream().map(reference -> reference.name() + ".").collect(Collectors.joining()) + attribute.name();
            return part.equals("size") ? "size(" + path + ")" : part.isEmpty() ? path : path + "." + part;
        }

        @Nullable Object stored(Sample row, Map<UUID, Sample> visible) {
            Sample at = row;
            for (Attribute<Ref> reference : references) {
                Ref ref = at.get(reference);
                at = ref == null ? null : visible.get(ref.requireId());
                if (at == null) {
                    return null;
                }
            }
            return at.get(attribute);
        }

        @Nullable Object compared(Sample row, Map<UUID, Sample> visible) {
            Object value = stored(row, visible);
            return switch (value) {
                case null -> part.equals("size") && attribute.equals(DEAL.marks) ? BigDecimal.ZERO : null;
                case Choices held -> BigDecimal.valueOf(held.codes().size());
                case Money money -> part.equals("currency") ? money.currency() : part.equals("value") ? money.amount() : money.base();
                case Choice choice -> part.equals("meaning") ? meaning(choice) : choice.code();
                case String text when part.equals("size") -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
                case Long number -> BigDecimal.valueOf(number);
                case Ref ref -> ref.requireId().toString();
                case UUID id -> id.toString();
                default -> value;
            };
        }

        private static String meaning(Choice choice) {
            Outcome meaning = switch (choice.code()) {
                case "won" -> Outcome.WON;
                case "lost" -> Outcome.LOST;
                default -> Outcome.OPEN;
            };
            return meaning.name().toLowerCase(Locale.ROOT);
        }
    }

    static Term deal(Attribute<?> attribute) {
        return new Term(List.of(), attribute, "");
    }

    static Term account(Attribute<?> attribute) {
        return new Term(List.of(DEAL.account), attribute, "");
    }

    static Term group(Attribute<?> attribute) {
        return new Term(List.of(DEAL.account, ACCOUNT.group), attribute, "");
    }

    private static boolean same(Object actual, Object value) {
        return switch (actual) {
            case Instant time when value instanceof LocalDate day -> day(time).equals(day);
            case BigDecimal number when value instanceof BigDecimal other -> number.compareTo(other) == 0;
            default -> actual.equals(value);
        };
    }

    /** Every type here can be compared with the values that are made up for it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int order(Object actual, Object value) {
        return switch (actual) {
            case Instant time when value instanceof LocalDate day -> day(time).compareTo(day);
            case String text -> SortKey.of(text).compareTo(SortKey.of((String) value));
            default -> ((Comparable) actual).compareTo(value);
        };
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    private static String literal(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case LocalDate day -> "date('" + day + "')";
            case Instant time -> "timestamp('" + time + "')";
            case Boolean yes -> yes.toString();
            default -> "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
        };
    }
}

package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.tables.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done with the rows of a file: a map held against the file's header and the object's definition.
 *
 * @param key the attributes by which a row finds its record; empty where all rows are new whatever is there
 * @param constants the values every row has, as JSON
 * @param alike what becomes of new rows that are like a record
 */
record Plan(ObjectType type, Mode mode, List<Attribute<?>> key, List<Rule> rules, Map<Target, Object> constants, Alike alike) {

    /** Makes of a row what can be made of it without the database. */
    Candidate candidate(long number, Row row) {
        var candidate = new Candidate(number, row);
        if (row.problem() == null) {
            constants.forEach((target, value) -> target.put(candidate.input(), value));
            rules.forEach(rule -> rule.apply(candidate));
        } else {
            candidate.reject(Fault.whole(row.problem() == Row.Problem.TOO_FEW_CELLS ? "too-few-cells" : "too-many-cells"));
        }
        return candidate;
    }

    /** The rules of references to records of the same object, which may stand further down in the file. */
    List<Rule> toItself() {
        return rules.stream()
                .filter(rule -> rule.reading() instanceof References references && references.target().equals(type))
                .toList();
    }

    /** Where the file has the text of one of the record's own attributes. */
    Optional<Source> source(Attribute<?> attribute) {
        return rules.stream()
                .filter(rule -> rule.target().equals(new Target(null, attribute)))
                .map(Rule::source)
                .findFirst();
    }

    /**
     * The rule whose cell of a row a fault is about: where a part that no column has is wrong, the first of those that say others. Empty where it is
     * about no cell.
     */
    Optional<Rule> rule(Fault fault, Row row) {
        return rules.stream()
                .filter(rule -> fault.isAt(rule.target().path()))
                .max(Comparator.comparingInt(rule -> rule.target().path().length()))
                .or(() -> rules.stream()
                        .filter(rule -> fault.isAt(rule.target().whole().path()) && !rule.text(row.cells()).isBlank())
                        .findFirst());
    }
}

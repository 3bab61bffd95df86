package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.TextType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the record another one points to: by what is asked, first found first taken. Which it is only the database can tell.
 *
 * @param by attributes of the target, one after the other
 * @param set what records are given that are made because a row names them
 */
record References(ObjectType target, List<Attribute<?>> by, Missing missing, Map<String, Object> set) implements Reading {

    static References of(Attribute<?> attribute, ImportMap.Rule said, ObjectTypes types) {
        ObjectType target = Objects.requireNonNull(types.target(attribute));
        List<Attribute<?>> by = said.by().isEmpty()
                ? List.of(target.externalId, target.title())
                : said.by().stream().<Attribute<?>>map(name -> by(target, name, said)).toList();
        said.set().keySet().forEach(name -> checkSet(target, name, said));
        return new References(target, by, said.missing() == null ? Missing.FAIL : said.missing(), said.set());
    }

    /** Only what an index finds: anything else would read the whole table for each chunk. */
    private static Attribute<?> by(ObjectType target, String name, ImportMap.Rule said) {
        Attribute<?> attribute = target.find(name);
        if (attribute == null) {
            throw MapProblem.at(said.path() + ".by", "unknown-attribute");
        }
        boolean findable = attribute.equals(target.id)
                || attribute.equals(target.title())
                || attribute.isUnique() && attribute.type() instanceof TextType;
        if (!findable) {
            throw MapProblem.at(said.path() + ".by", "not-a-key");
        }
        return attribute;
    }

    private static void checkSet(ObjectType target, String name, ImportMap.Rule said) {
        Attribute<?> attribute = target.find(name);
        if (attribute == null || !attribute.isWritable()) {
            throw MapProblem.at(said.path() + ".set." + name, attribute == null ? "unknown-attribute" : "not-writable");
        }
    }

    @Override
    public void read(String text, Rule rule, Candidate candidate) {
        try {
            TextType.checkCharacters(text);
            candidate.open().add(new Candidate.Open(rule, text));
        } catch (BadValue bad) {
            candidate.reject(rule.target(), bad.code(), bad.args().toArray());
        }
    }
}

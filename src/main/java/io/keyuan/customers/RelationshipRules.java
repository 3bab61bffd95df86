package io.keyuan.customers;

import static io.keyuan.customers.Contact.CONTACT;
import static io.keyuan.customers.Relationship.RELATIONSHIP;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A relationship is between two people, and called after them where nobody says otherwise. */
@Component
class RelationshipRules implements Rules<Relationship> {

    private static final String BETWEEN = " – ";

    private final ObjectProvider<Records> records;

    RelationshipRules(ObjectProvider<Records> records) {
        this.records = records;
    }

    @Override
    public void derive(Batch batch) {
        List<Draft> nameless = batch.saved()
                .where(draft -> draft.get(RELATIONSHIP.name) == null && !draft.isGiven(RELATIONSHIP.name))
                .where(draft -> draft.get(RELATIONSHIP.person) != null)
                .drafts();
        if (!nameless.isEmpty()) {
            Map<UUID, String> names = records.getObject().titles(CONTACT, people(nameless));
            nameless.forEach(draft -> draft.set(RELATIONSHIP.name, both(draft)
                    .map(person -> names.getOrDefault(person.requireId(), "…"))
                    .collect(Collectors.joining(BETWEEN))));
        }
    }

    private static Set<UUID> people(List<Draft> drafts) {
        return drafts.stream()
                .flatMap(RelationshipRules::both)
                .map(Ref::requireId)
                .collect(Collectors.toSet());
    }

    private static Stream<Ref> both(Draft draft) {
        return Stream.concat(Stream.ofNullable(draft.get(RELATIONSHIP.person)), Stream.ofNullable(draft.get(RELATIONSHIP.other)));
    }

    @Override
    public void check(Batch batch) {
        batch.saved()
                .where(draft -> draft.get(RELATIONSHIP.person) != null && Objects.equals(draft.get(RELATIONSHIP.person), draft.get(RELATIONSHIP.other)))
                .stream()
                .forEach(draft -> draft.reject(RELATIONSHIP.other, "same-person"));
    }
}

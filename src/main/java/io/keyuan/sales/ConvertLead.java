package io.keyuan.sales;

import static io.keyuan.customers.Contact.CONTACT;
import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.sales.Lead.LEAD;
import static io.keyuan.sales.Opportunity.OPPORTUNITY;

import io.keyuan.customers.CustomerKind;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes of a lead a customer, the person one talks to there and the sale one hopes for. A lead without a company is a
 * private customer, who is spoken to directly. The lead stays, with its history, and points to what became of it.
 */
@Service
class ConvertLead {

    private final Records records;
    private final ChoiceLists choices;
    private final TransactionTemplate transaction;

    ConvertLead(Records records, ChoiceLists choices, TransactionTemplate transaction) {
        this.records = records;
        this.choices = choices;
        this.transaction = transaction;
    }

    /** Records that a lead is already; null for those that are to be made. */
    record Known(@Nullable UUID customer, @Nullable UUID contact) {

        static final Known NOTHING = new Known(null, null);
    }

    /**
     * @param known what it is already
     * @param lookalikes whether whoever converts it is told of records like the new ones
     * @return the lead as it is then
     * @throws Problem {@link ProblemKind#DUPLICATE} with the records like it, {@link ProblemKind#RULE_BROKEN} where a known one is not there
     */
    Row convert(UUID id, Known known, Draft.Lookalikes lookalikes) {
        transaction.executeWithoutResult(status -> convert(records.get(LEAD, id), known, lookalikes));
        return records.get(LEAD, id);
    }

    private void convert(Row lead, Known known, Draft.Lookalikes lookalikes) {
        requireOpen(lead);
        String company = lead.get(LEAD.company);
        UUID customer = known.customer() != null ? there(CUSTOMER, "customer", known.customer()) : save((company == null ? privateCustomer(lead) : company(lead, company)).minding(lookalikes));
        UUID contact = known.contact() != null
                ? there(CONTACT, "contact", known.contact())
                : company == null ? null : save(contact(lead, customer).minding(lookalikes));
        UUID opportunity = save(opportunity(lead, customer, contact));
        Draft converted = Draft.update(LEAD, id(lead), lead.get(LEAD.version), Map.of(LEAD.state.name(), code(LEAD.state, LeadMeaning.CONVERTED)))
                .set(LEAD.customer, Ref.to(customer))
                .set(LEAD.contact, contact == null ? null : Ref.to(contact))
                .set(LEAD.opportunity, Ref.to(opportunity))
                .set(LEAD.convertedAt, Instant.now().truncatedTo(ChronoUnit.MICROS));
        save(converted);
    }

    private UUID there(ObjectType type, String path, UUID record) {
        if (!records.titles(type, Set.of(record)).containsKey(record)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, "unknown-reference"));
        }
        return record;
    }

    private void requireOpen(Row lead) {
        Choice state = lead.get(LEAD.state);
        Choice known = state == null ? null : choices.of(LEAD.state).find(state.code());
        if (known == null || known.meaning() != LeadMeaning.OPEN) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("lead-ended"));
        }
    }

    /** The tenant's own choice of that meaning. */
    private String code(Attribute<Choice> attribute, Enum<?> meaning) {
        Choice choice = choices.of(attribute).meaning(meaning);
        if (choice == null) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("lead-ended"));
        }
        return choice.code();
    }

    private Draft company(Row lead, String name) {
        return draft(CUSTOMER, lead, CUSTOMER.source, CustomerKind.COMPANY)
                .set(CUSTOMER.name, name)
                .set(CUSTOMER.city, lead.get(LEAD.city))
                .set(CUSTOMER.owner, lead.get(LEAD.owner));
    }

    private Draft privateCustomer(Row lead) {
        return draft(CUSTOMER, lead, CUSTOMER.source, CustomerKind.PERSON)
                .set(CUSTOMER.name, lead.get(LEAD.name))
                .set(CUSTOMER.phone, lead.get(LEAD.mobile))
                .set(CUSTOMER.email, lead.get(LEAD.email))
                .set(CUSTOMER.city, lead.get(LEAD.city))
                .set(CUSTOMER.owner, lead.get(LEAD.owner));
    }

    private static Draft contact(Row lead, UUID customer) {
        return Draft.create(CONTACT, Map.of())
                .set(CONTACT.name, lead.get(LEAD.name))
                .set(CONTACT.customer, Ref.to(customer))
                .set(CONTACT.position, lead.get(LEAD.position))
                .set(CONTACT.mobile, lead.get(LEAD.mobile))
                .set(CONTACT.email, lead.get(LEAD.email))
                .set(CONTACT.owner, lead.get(LEAD.owner));
    }

    private Draft opportunity(Row lead, UUID customer, @Nullable UUID contact) {
        String need = lead.get(LEAD.need);
        String title = need == null ? Objects.requireNonNullElse(lead.get(LEAD.company), lead.get(LEAD.name)) : need;
        return draft(OPPORTUNITY, lead, OPPORTUNITY.source, null)
                .set(OPPORTUNITY.title, title.length() > 200 ? title.substring(0, 200) : title)
                .set(OPPORTUNITY.customer, Ref.to(customer))
                .set(OPPORTUNITY.contact, contact == null ? null : Ref.to(contact))
                .set(OPPORTUNITY.owner, lead.get(LEAD.owner));
    }

    /** Where the company has the same source for both, it is taken over. */
    private Draft draft(ObjectType type, Row lead, Attribute<Choice> source, @Nullable CustomerKind kind) {
        Map<String, Object> input = new HashMap<>();
        Choice known = lead.get(LEAD.source);
        if (known != null && choices.of(source).isOffered(known.code())) {
            input.put(source.name(), known.code());
        }
        if (kind != null) {
            input.put(CUSTOMER.kind.name(), code(CUSTOMER.kind, kind));
        }
        return Draft.create(type, input);
    }

    private UUID save(Draft draft) {
        return records.save(new Batch(draft.type(), List.of(draft))).drafts().getFirst().id();
    }

    private static UUID id(Row lead) {
        return Objects.requireNonNull(lead.get(LEAD.id));
    }
}

package io.keyuan.sales;

import static io.keyuan.sales.Lead.LEAD;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.api.ListParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done with leads. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class LeadCommands {

    private final ConvertLead convert;
    private final Access access;

    LeadCommands(ConvertLead convert, Access access) {
        this.convert = convert;
        this.access = access;
    }

    /**
     * Those that are there already, as references; null for new ones.
     *
     * @param contact the person one talks to at the customer
     */
    record Wanted(@Nullable Known customer, @Nullable Known contact) {}

    /** A record by its id. */
    record Known(@Nullable UUID id) {}

    /**
     * @param duplicates {@code allow} where a customer like one that is there is made all the same
     * @return what it became, as references; a contact only where there is a company
     */
    @PostMapping("/convert")
    Map<String, @Nullable Object> convert(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String duplicates, @RequestBody(required = false) @Nullable Wanted wanted) {
        if (!access.may(Right.EDIT, LEAD)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        var known = wanted == null ? ConvertLead.Known.NOTHING : new ConvertLead.Known(id("customer", wanted.customer()), id("contact", wanted.contact()));
        Row lead = convert.convert(id, known, ListParameters.lookalikes(duplicates));
        Map<String, @Nullable Object> became = new LinkedHashMap<>();
        became.put("customer", reference(lead, LEAD.customer));
        became.put("contact", reference(lead, LEAD.contact));
        became.put("opportunity", reference(lead, LEAD.opportunity));
        return became;
    }

    private static @Nullable UUID id(String path, @Nullable Known known) {
        if (known != null && known.id() == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, "required"));
        }
        return known == null ? null : known.id();
    }

    private static @Nullable Object reference(Row lead, Attribute<Ref> attribute) {
        Ref ref = lead.get(attribute);
        return ref == null ? null : attribute.type().json(ref);
    }
}

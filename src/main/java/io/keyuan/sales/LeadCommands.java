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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    /** @return what it became, as references; a contact only where there is a company */
    @PostMapping("/convert")
    Map<String, @Nullable Object> convert(@PathVariable UUID id) {
        if (!access.may(Right.EDIT, LEAD)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        Row lead = convert.convert(id);
        Map<String, @Nullable Object> became = new LinkedHashMap<>();
        became.put("customer", reference(lead, LEAD.customer));
        became.put("contact", reference(lead, LEAD.contact));
        became.put("opportunity", reference(lead, LEAD.opportunity));
        return became;
    }

    private static @Nullable Object reference(Row lead, Attribute<Ref> attribute) {
        Ref ref = lead.get(attribute);
        return ref == null ? null : attribute.type().json(ref);
    }
}

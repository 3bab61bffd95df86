package io.keyuan.engine.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.openapi.OpenApi;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description, with the choices and attributes of the caller's tenant. */
@RestController
class OpenApiController {

    private static final int DOCUMENTS_KEPT = 50;

    private final OpenApi openApi;
    private final DescribedTenant tenant;
    private final JsonMapper json;
    private final Cache<Contents, TaggedJson> written = Caffeine.newBuilder().maximumSize(DOCUMENTS_KEPT).build();

    OpenApiController(OpenApi openApi, DescribedTenant tenant, JsonMapper json) {
        this.openApi = openApi;
        this.tenant = tenant;
        this.json = json;
    }

    /** What distinguishes one tenant's document from another's. */
    private record Contents(Locale language, Map<Attribute<?>, List<ChoiceList.Item>> choices, Set<AttributeDefinition> added, Set<Attribute<?>> hidden,
            Set<ObjectDefinition> objects, Set<ObjectType> unmentioned) {

        List<ChoiceList.Item> of(Attribute<?> attribute) {
            return choices.getOrDefault(attribute, List.of());
        }
    }

    @GetMapping("/api/v1/openapi.json")
    @Nullable ResponseEntity<byte[]> document(HttpServletRequest request, ServletWebRequest exchange) {
        return written.get(new Contents(tenant.language(request), tenant.choices(), tenant.added(), tenant.hidden(), tenant.objects(), tenant.unmentioned()), this::write).answer(exchange);
    }

    private TaggedJson write(Contents contents) {
        return TaggedJson.of(json.writeValueAsBytes(openApi.document(contents.language(), contents::of, contents.hidden()::contains, contents.unmentioned()::contains)));
    }
}

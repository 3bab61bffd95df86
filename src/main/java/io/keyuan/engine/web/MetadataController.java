package io.keyuan.engine.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Access;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.layout.LayoutsOfCaller;
import io.keyuan.engine.view.FirstViews;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Tells the caller which objects there are, how they look and what may be done with them. */
@RestController
class MetadataController {

    private static final int VIEWPOINTS_KEPT = 200;

    private final DescribedTenant tenant;
    private final Access access;
    private final ObjectTypes types;
    private final Messages messages;
    private final JsonMapper json;
    private final FirstViews first;
    private final LayoutsOfCaller layouts;
    private final Cache<Viewpoint, TaggedJson> written = Caffeine.newBuilder().maximumSize(VIEWPOINTS_KEPT).build();

    MetadataController(
            DescribedTenant tenant, Access access, ObjectTypes types, Messages messages, JsonMapper json, FirstViews first,
            LayoutsOfCaller layouts) {
        this.tenant = tenant;
        this.access = access;
        this.types = types;
        this.messages = messages;
        this.json = json;
        this.first = first;
        this.layouts = layouts;
    }

    @GetMapping("/api/v1/metadata")
    @Nullable ResponseEntity<byte[]> metadata(HttpServletRequest request, ServletWebRequest exchange) {
        var view = Viewpoint.of(
                tenant.language(request), tenant.facts(), types.all(), access, tenant.choices(), tenant.dependencies(), tenant.added(), tenant.objects(),
                first.ofCaller(), layouts.all());
        return written.get(view, this::write).answer(exchange);
    }

    private TaggedJson write(Viewpoint view) {
        return TaggedJson.of(json.writeValueAsBytes(new Description(view, types, messages).metadata()));
    }
}

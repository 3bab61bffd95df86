package io.keyuan.engine.overview;

import io.keyuan.engine.api.Addressed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands beside a record. */
@RestController
class OverviewController {

    private final Addressed addressed;
    private final Overviews overviews;

    OverviewController(Addressed addressed, Overviews overviews) {
        this.addressed = addressed;
        this.overviews = overviews;
    }

    @GetMapping("/api/v1/{object}/{id}/overview")
    Map<String, Object> overview(
            @PathVariable String object, @PathVariable String id, @RequestParam(required = false) @Nullable String parts) {
        return overviews.of(addressed.object(object), addressed.id(id), parts);
    }
}

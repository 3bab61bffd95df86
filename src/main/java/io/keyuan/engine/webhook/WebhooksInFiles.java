package io.keyuan.engine.webhook;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Programs that are told of changes. What a new one is signed with is made here and told on its page. */
@Component
class WebhooksInFiles extends ListedPart<Webhook> {

    private final WebhookController controller;
    private final WebhookStore store;
    private final Portable portable;

    WebhooksInFiles(WebhookController controller, WebhookStore store, Portable portable) {
        this.controller = controller;
        this.store = store;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Stage stage() {
        return Stage.LISTS;
    }

    @Override
    protected List<Webhook> items() {
        return store.all().stream().sorted(Comparator.comparing(Webhook::name).thenComparing(Webhook::url)).toList();
    }

    @Override
    protected String key(Webhook item) {
        return item.name();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Webhook> items) {
        return portable.out(items.stream().map(webhook -> WebhookController.Shown.of(webhook, null)).toList(), "id", "version", "troubledSince");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        controller.create(portable.body(content, WebhookReading.Body.class));
    }

    @Override
    protected void replace(Webhook item, Map<String, Object> content) {
        controller.replace(item.id().toString(), Portable.match(item.version()), portable.body(content, WebhookReading.Body.class));
    }

    @Override
    protected void delete(Webhook item) {
        controller.delete(item.id().toString());
    }
}

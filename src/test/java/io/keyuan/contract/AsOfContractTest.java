package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.PassedMoment;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is done to records of any object: as of a moment they, and every list of them, are what they were told to be then. */
@EveryDefinition
class AsOfContractTest {

    private static final int FIRST_PAGE = 2;

    /** What no other record of the test has. */
    private static final int OTHER = 77;

    private final TestClient admin = AddedToCompany.freshTenant().administrator();
    private final SampleRecords records = new SampleRecords(admin);
    private final ObjectType type;

    AsOfContractTest(ObjectType type) {
        this.type = type;
    }

    /** What was told at a moment. */
    private record Told(Instant moment, List<JsonNode> list, Map<String, JsonNode> single, Map<String, List<String>> orders) {}

    @Test
    void whatWasToldThenIsToldAgain() {
        String changed = admin.post(path(type), records.full(type)).expect(201).id();
        String deleted = admin.post(path(type), records.full(type)).expect(201).id();
        String returning = admin.post(path(type), records.full(type)).expect(201).id();
        records.create(type);
        Told first = listen();

        changeEverything(changed);
        admin.delete(path(type, deleted)).expect(204);
        admin.delete(path(type, returning)).expect(204);
        String late = records.create(type).id();
        Told second = listen();

        admin.post(path(type, returning) + "/restore", Map.of()).expect(200);
        admin.post(path(type, deleted) + "/restore", Map.of()).expect(200);
        admin.delete(path(type, late)).expect(204);
        Told third = listen();

        check(first);
        check(second);
        check(third);
        admin.get(path(type, late) + at(first.moment)).expect(404);
        admin.get(path(type, deleted) + at(second.moment)).expect(404);
        admin.get(path(type, late)).expect(404);
    }

    private void changeEverything(String id) {
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            Object value = records.value(attribute, OTHER);
            if (value != null) {
                long version = admin.get(path(type, id)).expect(200).version();
                admin.patch(path(type, id), version, Map.of(attribute.name(), value)).expect(200);
            }
        }
    }

    private Told listen() {
        List<JsonNode> list = admin.get(path(type) + "?limit=500&sort=id").expect(200).items();
        Map<String, JsonNode> single = new HashMap<>();
        ids(list).forEach(id -> single.put(id, admin.get(path(type, id)).expect(200).body()));
        Map<String, List<String>> orders = new HashMap<>();
        sorts().forEach(sort -> orders.put(sort, ids(admin.get(path(type) + "?limit=500&fields=id&sort=" + sort).expect(200).items())));
        return new Told(PassedMoment.passed(), list, single, orders);
    }

    private List<String> sorts() {
        return type.attributes().stream().filter(Attribute::isFilterable).filter(this::keepsTrail).map(Attribute::name).toList();
    }

    private boolean keepsTrail(Attribute<?> attribute) {
        boolean figure = EveryDefinition.Source.all().stream()
                .flatMap(each -> each.rollUps().stream())
                .anyMatch(rollUp -> rollUp.target().get().equals(attribute));
        return !figure && attribute.calculation() == null && (type.hanging() == null || !type.hanging().owner().equals(attribute));
    }

    private static String at(Instant moment) {
        return "?asOf=" + encoded(moment.toString());
    }

    private void check(Told told) {
        String list = path(type) + at(told.moment);
        List<JsonNode> items = admin.get(list + "&limit=500&sort=id").expect(200).items();
        assertThat(ids(items)).isEqualTo(ids(told.list));
        for (int i = 0; i < items.size(); i++) {
            same(items.get(i), told.list.get(i));
        }
        told.single.forEach((id, record) -> same(admin.get(path(type, id) + at(told.moment)).expect(200).body(), record));
        told.orders.forEach((sort, order) -> {
            assertThat(ids(admin.get(list + "&limit=500&fields=id&sort=" + sort).expect(200).items())).as(sort).isEqualTo(order);
            assertThat(paged(list + "&fields=id&limit=" + FIRST_PAGE + "&sort=" + sort)).as("pages of %s", sort).isEqualTo(order);
        });
        type.attributes().stream().filter(Attribute::isFilterable).filter(this::keepsTrail).forEach(attribute -> filters(told, attribute));
    }

    /** But for the titles of what they point to, which is called what it is called today, and for what is calculated, which is known of today only. */
    private static void same(JsonNode then, JsonNode told) {
        assertThat(untitled(then)).isEqualTo(untitled(told));
    }

    private static String untitled(JsonNode record) {
        return record.toString().replaceAll(",\"title\":\"[^\"]*\"}", "}").replaceAll(",\"c_(formula|rollUp)\":[^,}]*", "");
    }

    private static Optional<JsonNode> sample(Told told, Attribute<?> attribute) {
        return told.list.stream().filter(record -> record.has(attribute.name())).findFirst();
    }

    private void filters(Told told, Attribute<?> attribute) {
        List<Filters.Filter> filters = Filters.of(attribute, sample(told, attribute));
        for (Filters.Filter filter : List.of(filters.getFirst(), filters.getLast())) {
            TestAnswer found = admin.get(path(type) + at(told.moment) + "&limit=500&sort=id&filter=" + encoded(filter.expression())).expect(200);
            List<JsonNode> expected = told.list.stream().filter(filter.meaning()).toList();
            assertThat(ids(found.items())).as(filter.expression()).isEqualTo(ids(expected));
            assertThat(found.at("/count/value").asInt()).isEqualTo(expected.size());
        }
    }

    private List<String> paged(String address) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = null;
        do {
            TestAnswer page = admin.get(address + (next == null ? "" : "&page=" + encoded(next))).expect(200);
            ids.addAll(ids(page.items()));
            next = page.next();
        } while (next != null);
        return ids;
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> record.get("id").asString()).toList();
    }

    @Test
    void aMomentThatHasNotBeenIsRefused() {
        for (String moment : List.of("tomorrow", "", "2026-02-30T00:00:00Z", "2999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2026-11-01")) {
            TestAnswer refused = admin.get(path(type) + "?asOf=" + encoded(moment)).expect(400);
            assertThat(refused.error("asOf")).as(moment).isNotNull();
        }
        admin.get(path(type) + at(Instant.now()) + "&deleted=true").expect(400);
        type.attributes().stream().filter(attribute -> attribute.isFilterable() && !keepsTrail(attribute)).forEach(attribute -> {
            admin.get(path(type) + at(Instant.now()) + "&sort=" + attribute.name()).expect(400);
            admin.get(path(type) + at(Instant.now()) + "&filter=" + encoded("has(" + attribute.name() + ")")).expect(400);
        });
    }
}

package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static io.keyuan.contract.Seeded.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What lists of any object show, in which order, and how they are read page by page. */
@EveryDefinition
class ListContractTest {

    private final ObjectType type;

    ListContractTest(ObjectType type) {
        this.type = type;
    }

    @TestFactory
    Stream<DynamicTest> everyFilterFindsExactlyTheRecordsItIsTrueOf() {
        List<JsonNode> all = Seeded.of(type);
        return filterable().flatMap(attribute -> {
            Optional<JsonNode> sample = all.stream().filter(record -> record.has(attribute.name())).findFirst();
            return Filters.of(attribute, sample).stream();
        }).map(filter -> DynamicTest.dynamicTest(filter.expression(), () -> check(filter, all)));
    }

    private void check(Filters.Filter filter, List<JsonNode> all) {
        TestAnswer found = ADMIN.get(path(type) + "?limit=500&sort=id&filter=" + encoded(filter.expression())).expect(200);

        List<JsonNode> expected = all.stream().filter(filter.meaning()).toList();
        assertThat(ids(found.items())).isEqualTo(ids(expected));
        assertThat(found.at("/count/value").asInt()).isEqualTo(expected.size());
    }

    @TestFactory
    Stream<DynamicTest> pagesOfEveryOrderMakeUpTheWholeList() {
        return filterable().flatMap(attribute -> Stream.of(attribute.name(), "-" + attribute.name()))
                .map(sort -> DynamicTest.dynamicTest(sort, () -> checkPages(sort)));
    }

    private void checkPages(String sort) {
        List<String> whole = ids(ADMIN.get(path(type) + "?limit=500&sort=" + sort).expect(200).items());

        assertThat(whole).containsExactlyInAnyOrderElementsOf(ids(Seeded.of(type)));
        assertThat(paged(path(type) + "?limit=3&fields=id&count=none&sort=" + sort)).isEqualTo(whole);
    }

    @TestFactory
    Stream<DynamicTest> theOtherDirectionIsTheSameListFromItsEnd() {
        return filterable().map(attribute -> DynamicTest.dynamicTest(attribute.name(), () -> {
            List<String> up = ids(ADMIN.get(path(type) + "?limit=500&fields=id&sort=" + attribute.name()).expect(200).items());
            List<String> down = ids(ADMIN.get(path(type) + "?limit=500&fields=id&sort=-" + attribute.name()).expect(200).items());
            assertThat(down.reversed()).isEqualTo(up);
        }));
    }

    @Test
    void pagesOfSeveralKeysInMixedDirectionsMakeUpTheWholeList() {
        String sort = "-" + type.title().name() + ",updatedAt,-createdBy";
        int size = Seeded.of(type).size();
        List<String> whole = ids(ADMIN.get(path(type) + "?limit=500&sort=" + sort).expect(200).items());

        assertThat(whole).hasSize(size);
        assertThat(paged(path(type) + "?limit=2&sort=" + sort)).isEqualTo(whole);
    }

    private static List<String> paged(String address) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            TestAnswer page = ADMIN.get(address + "&page=" + encoded(next)).expect(200);
            ids.addAll(ids(page.items()));
            next = page.next();
        }
        return ids;
    }

    @Test
    void aPageOfOneOrderIsNoneOfAnother() {
        String next = String.valueOf(ADMIN.get(path(type) + "?limit=1&sort=id").expect(200).next());

        ADMIN.get(path(type) + "?limit=1&sort=-id&page=" + next).expect(400);
        ADMIN.get(path(type) + "?limit=1&sort=id&page=x" + next).expect(400);
    }

    @Test
    void onlyTheFieldsAskedForAreTold() {
        TestAnswer list = ADMIN.get(path(type) + "?limit=2&fields=" + type.title().name()).expect(200);

        assertThat(list.items()).isNotEmpty().allSatisfy(record ->
                assertThat(record.propertyNames()).containsExactlyInAnyOrder("id", "version", type.title().name()));
        ADMIN.get(path(type) + "?fields=nonsense").expect(400);
    }

    @Test
    void recordsOfAListAreThoseReadOneByOne() {
        JsonNode listed = ADMIN.get(path(type) + "?limit=1").expect(200).items().getFirst();
        JsonNode single = ADMIN.get(path(type, listed.get("id").asString())).expect(200).body();

        listed.properties().forEach(member -> assertThat(single.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue()));
    }

    @Test
    void theCountIsExactWhereAskedAndAbsentWhereNot() {
        int size = Seeded.of(type).size();

        TestAnswer exact = ADMIN.get(path(type) + "?limit=1&count=exact").expect(200);
        TestAnswer capped = ADMIN.get(path(type) + "?limit=1&count=capped").expect(200);

        assertThat(exact.at("/count/value").asInt()).isEqualTo(size);
        assertThat(exact.at("/count/exact").asBoolean()).isTrue();
        assertThat(capped.at("/count")).isEqualTo(exact.at("/count"));
        assertThat(ADMIN.get(path(type) + "?limit=1&count=none").expect(200).body().has("count")).isFalse();
        ADMIN.get(path(type) + "?count=roughly").expect(400);
    }

    @Test
    void whatListsAreAskedForWronglyIsRefused() {
        for (String query : List.of("limit=0", "limit=501", "limit=x", "sort=nonsense", "page=nonsense", "filter=nonsense%20%3D%3D%201", "colour=red")) {
            ADMIN.get(path(type) + "?" + query).expect(400);
        }
    }

    private Stream<Attribute<?>> filterable() {
        return type.attributes().stream().filter(Attribute::isFilterable);
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> record.get("id").asString()).toList();
    }
}

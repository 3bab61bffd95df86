package io.keyuan.rights;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.rights.Known.Thing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Doors behind which there are many records: lists, filters, counts, search and figures. */
final class Doors {

    private Doors() {}

    static void check(Reader reader, Findings findings) {
        for (Kind kind : Kind.values()) {
            if (!reader.knows(kind)) {
                findings.at(() -> closed(reader, kind));
                continue;
            }
            findings.at(() -> lists(reader, kind));
            findings.at(() -> counts(reader, kind));
            findings.at(() -> filters(reader, kind));
            findings.at(() -> search(reader, kind));
            findings.at(() -> figures(reader, kind));
            findings.at(() -> exports(reader, kind));
        }
        findings.at(() -> everywhere(reader));
    }

    private static void everywhere(Reader reader) {
        Set<String> all = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            all.addAll(reader.expected(kind, any -> true));
        }
        assertThat(reader.found(Stocking.MARK, null)).as("search everywhere by %s", reader.who()).isEqualTo(all);
    }

    private static void closed(Reader reader, Kind kind) {
        for (String path : List.of("?limit=1", "?deleted=true", "/aggregate?measure=count", "/export")) {
            assertThat(reader.client().get(kind.address() + path).status()).as("%s%s by %s", kind, path, reader.who()).isEqualTo(403);
        }
        reader.client().get("/api/v1/search?q=x&object=" + kind.path()).expect(403);
    }

    static void lists(Reader reader, Kind kind) {
        Set<String> expected = reader.expected(kind, any -> true);
        String now = "&asOf=" + encoded(Instant.now().toString());
        for (String sort : List.of("", "&sort=-createdAt", "&sort=" + kind.title(), "&sort=-updatedAt,owner", now)) {
            assertThat(reader.listed(kind, sort, Math.max(7, expected.size() / 5))).as("list of %s%s by %s", kind, sort, reader.who()).isEqualTo(expected);
        }
        for (String attribute : kind.guarded()) {
            String sort = "&sort=-" + attribute;
            if (reader.reads(kind, attribute)) {
                assertThat(reader.listed(kind, sort, 500)).as("list of %s%s by %s", kind, sort, reader.who()).isEqualTo(expected);
            } else {
                reader.client().get(kind.address() + "?limit=5" + sort).expect(400);
            }
        }
    }

    static void counts(Reader reader, Kind kind) {
        int expected = reader.expected(kind, any -> true).size();
        for (String count : List.of("capped", "exact")) {
            TestAnswer answer = reader.client().get(kind.address() + "?limit=1&count=" + count).expect(200);
            int told = count.equals("capped") ? Math.min(1000, expected) : expected;
            assertThat(answer.at("/count/value").asInt()).as("%s count of %s by %s", count, kind, reader.who()).isEqualTo(told);
            assertThat(answer.at("/count/exact").asBoolean()).isEqualTo(told == expected);
        }
    }

    static void filters(Reader reader, Kind kind) {
        String owner = List.copyOf(reader.world().known.people.keySet()).getFirst();
        assertThat(reader.listed(kind, filter("owner == '" + owner + "'"), 9))
                .as("of one owner by %s", reader.who())
                .isEqualTo(reader.expected(kind, thing -> owner.equals(thing.owner)));
        for (String attribute : List.of("region", "position", "nextStep", "result", "remarks")) {
            if (!reader.world().known.of(kind).getFirst().values.containsKey(attribute)) {
                continue;
            }
            String filter = filter(attribute + " == 'east'");
            if (reader.reads(kind, attribute)) {
                assertThat(reader.listed(kind, filter, 9)).as("%s of %s by %s", filter, kind, reader.who())
                        .isEqualTo(reader.expected(kind, thing -> thing.text(attribute).equals("east")));
            } else {
                reader.client().get(kind.address() + "?limit=9" + filter).expect(400);
            }
        }
        if (kind.hangs()) {
            throughCustomers(reader, kind);
        }
    }

    /** By what one may not read of a customer, or by a customer one may not see, nothing is found. */
    private static void throughCustomers(Reader reader, Kind kind) {
        String filter = filter("customer.region == 'east'");
        if (!reader.knows(Kind.CUSTOMER)) {
            TestAnswer answer = reader.client().get(kind.address() + "?limit=9" + filter).expectOneOf(200, 400);
            assertThat(answer.status() == 400 || answer.items().isEmpty()).as(answer.toString()).isTrue();
        } else if (reader.reads(kind, "customer") && reader.reads(Kind.CUSTOMER, "region")) {
            assertThat(reader.listed(kind, filter, 9)).as("%s of %s by %s", filter, kind, reader.who()).isEqualTo(reader.expected(
                    kind, thing -> thing.customer != null && reader.sees(thing.customer) && thing.customer.text("region").equals("east")));
        } else {
            reader.client().get(kind.address() + "?limit=9" + filter).expect(400);
        }
    }

    private static String filter(String text) {
        return "&filter=" + encoded(text);
    }

    private static void search(Reader reader, Kind kind) {
        assertThat(reader.found(Stocking.MARK, kind)).as("search in %s by %s", kind, reader.who()).isEqualTo(reader.expected(kind, any -> true));
        if (!kind.phone().isEmpty()) {
            boolean readable = reader.reads(kind, kind.phone());
            for (Thing thing : reader.world().known.of(kind)) {
                Set<String> found = reader.found(thing.text(kind.phone()).replace("-", ""), kind);
                Set<String> expected = readable && reader.sees(thing) ? Set.of(thing.name) : Set.of();
                assertThat(found).as("search by the %s of %s by %s", kind.phone(), thing, reader.who()).isEqualTo(expected);
            }
        }
    }

    /** The rows of a file are those of the list, and what one may not read is in none of its columns. */
    static void exports(Reader reader, Kind kind) {
        String titles = kind.address() + "/export?bom=false&fields=" + kind.title();
        if (!reader.rules().may(reader.person(), kind, "export")) {
            reader.client().get(titles).expect(403);
            return;
        }
        Set<String> exported = new TreeSet<>(reader.client().get(titles).expect(200).content().lines().skip(1).toList());
        assertThat(exported).as("export of %s by %s", kind, reader.who()).isEqualTo(reader.expected(kind, any -> true));
        String whole = reader.client().get(kind.address() + "/export").expect(200).content();
        if (!kind.phone().isEmpty() && !reader.reads(kind, kind.phone())) {
            reader.world().known.of(kind).forEach(thing -> assertThat(whole)
                    .as("the %s of %s in an export by %s", kind.phone(), thing, reader.who()).doesNotContain(thing.text(kind.phone())));
        }
    }

    static void figures(Reader reader, Kind kind) {
        Set<String> expected = reader.expected(kind, any -> true);
        JsonNode counted = reader.aggregate(kind, "measure=count");
        assertThat(counted.at("/groups/0/count").asInt(0)).as("aggregate of %s by %s", kind, reader.who()).isEqualTo(expected.size());
        assertThat(counted.get("restricted").asBoolean()).as("restricted of %s by %s", kind, reader.who())
                .isEqualTo(!reader.rules().reachesAll(reader.person(), kind, "read"));
        columns(reader, kind);
        if (!kind.money().isEmpty()) {
            sums(reader, kind);
        }
    }

    /** As the columns of a board are counted. */
    private static void columns(Reader reader, Kind kind) {
        if (kind != Kind.OPPORTUNITY) {
            return;
        }
        if (!reader.reads(kind, "stage")) {
            reader.client().get(kind.address() + "/aggregate?measure=count&group=stage").expect(400);
            return;
        }
        Map<String, Integer> expected = new TreeMap<>();
        reader.world().known.of(kind).stream().filter(reader::sees).forEach(thing -> expected.merge(thing.text("stage"), 1, Integer::sum));
        Map<String, Integer> found = new TreeMap<>();
        reader.aggregate(kind, "measure=count&group=stage").get("groups")
                .forEach(group -> found.put(group.get("stage").asString(), group.get("count").asInt()));
        assertThat(found).as("columns by %s", reader.who()).isEqualTo(expected);
        worth(reader, kind);
        for (String stage : expected.keySet()) {
            assertThat(reader.listed(kind, filter("stage == '" + stage + "'"), 9))
                    .isEqualTo(reader.expected(kind, thing -> thing.text("stage").equals(stage)));
        }
    }

    /** What stands at the head of the columns of a board. */
    private static void worth(Reader reader, Kind kind) {
        if (!reader.reads(kind, kind.money())) {
            return;
        }
        Map<String, Integer> expected = new TreeMap<>();
        reader.world().known.of(kind).stream().filter(reader::sees).forEach(thing -> expected.merge(thing.text("stage"), amount(thing, kind), Integer::sum));
        Map<String, Integer> found = new TreeMap<>();
        String sum = "sum(" + kind.money() + ")";
        reader.aggregate(kind, "measure=count," + sum + "&group=stage").get("groups").forEach(group -> found.put(
                group.get("stage").asString(), new BigDecimal(group.path(sum).path("byCurrency").path(0).path("amount").asString("0")).intValue()));
        assertThat(found).as("worth of columns by %s", reader.who()).isEqualTo(expected);
    }

    private static void sums(Reader reader, Kind kind) {
        String measure = "measure=sum(" + kind.money() + ")";
        if (!reader.reads(kind, kind.money())) {
            reader.client().get(kind.address() + "/aggregate?" + measure).expect(400);
            return;
        }
        int expected = reader.world().known.of(kind).stream().filter(reader::sees).mapToInt(thing -> amount(thing, kind)).sum();
        JsonNode sum = reader.aggregate(kind, measure).at("/groups/0").path("sum(" + kind.money() + ")").path("byCurrency").path(0).path("amount");
        assertThat(new BigDecimal(sum.asString("0")).intValue()).as("%s of %s by %s", measure, kind, reader.who()).isEqualTo(expected);
    }

    private static int amount(Thing thing, Kind kind) {
        return thing.values.get(kind.money()) instanceof Map<?, ?> money && money.get("amount") instanceof Integer amount ? amount : 0;
    }
}

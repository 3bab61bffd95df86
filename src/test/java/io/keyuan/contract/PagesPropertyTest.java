package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whatever records there are and however they are sorted: the pages put together are the list. */
class PagesPropertyTest {

    private static final TestClient ADMIN = RunningProgram.freshTenant().administrator();
    private static final List<String> KEYS =
            List.of("name", "city", "grade", "yearEstablished", "revenue", "birthday", "discount", "owner", "parentCompany", "createdAt");
    private static final List<String> CITIES = List.of("上海", "shanghai", "Zürich", "zurich", "a\u001fb", "a\\b", "%", "'", "🏙", "ａ");

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void pagesPutTogetherAreTheList(
            @ForAll("customers") @Size(min = 1, max = 15) List<Map<String, @Nullable Object>> customers,
            @ForAll("sort") String sort,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        ADMIN.post("/api/v1/customers/batch", Map.of("create", customers, "atomic", true)).expect(200);

        List<String> whole = ids(ADMIN.get("/api/v1/customers?limit=500&fields=id&sort=" + sort).expect(200));

        assertThat(paged("/api/v1/customers?fields=id&count=none&limit=" + limit + "&sort=" + sort)).isEqualTo(whole);
    }

    /** A cursor is text of whoever sends it: one that is right as a whole may still hold what no value is. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aMadeUpPageIsRefusedOrFindsNothing(@ForAll("sort") String sort, @ForAll @Size(5) List<@From("values") String> values) {
        List<String> keys = new ArrayList<>(List.of(sort.split(",")));
        keys.add(keys.getLast().startsWith("-") ? "-id" : "id");
        String text = String.join(",", keys) + "\u0000" + String.join("\u0000", values.subList(0, keys.size()));

        String page = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        ADMIN.get("/api/v1/customers?fields=id&sort=" + sort + "&page=" + page).expectOneOf(200, 400);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "", "x", "null", "t", "maybe", "7", "-0", "1e9", "1e999999999", "NaN", "Infinity", "-Infinity", "-infinity", "9".repeat(40),
                        "2147483648", "9223372036854775808", "1.5", "1." + "0".repeat(2000), "٣", "1-1-1-1-1", "{}", "'", "\\", "\uFFFD",
                        "00000000-0000-0000-0000-000000000000", "0000-01-01", "2026-02-30", "2026-13-01", "99999-01-01", "2026-11-25",
                        "2026-11-25 10:00:00+00", "2026-11-25 10:00:00.1234567+00", "2026-11-25 25:00:00+00", "2026-11-25 10:00:00+17",
                        "0000-11-25 10:00:00+00", "294277-01-01 00:00:00+00", "now", "tomorrow", "2026-11-25 10:00:00 Europe/Rome"),
                Arbitraries.strings().ofMaxLength(20).map(text -> text.replace("\u0000", "")));
    }

    private static List<String> paged(String address) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            TestAnswer page = ADMIN.get(address + "&page=" + encoded(next)).expect(200);
            ids.addAll(ids(page));
            next = page.next();
        }
        return ids;
    }

    private static List<String> ids(TestAnswer list) {
        return list.items().stream().map(item -> item.get("id")).map(JsonNode::asString).toList();
    }

    @Provide
    Arbitrary<List<Map<String, @Nullable Object>>> customers() {
        return Combinators.combine(
                        Arbitraries.of(CITIES), Arbitraries.of(CITIES).injectNull(0.3), Arbitraries.of("a", "b", "c", "d").injectNull(0.3),
                        Arbitraries.integers().between(1000, 1005).injectNull(0.3), Arbitraries.integers().between(-3, 3).injectNull(0.3),
                        Arbitraries.of("CNY", "USD"), Arbitraries.of("1999-12-31", "2000-01-01").injectNull(0.3))
                .as((name, city, grade, year, revenue, currency, birthday) -> {
                    Map<String, @Nullable Object> customer = new HashMap<>();
                    customer.put("name", name);
                    customer.put("city", city);
                    customer.put("grade", grade);
                    customer.put("yearEstablished", year);
                    customer.put("revenue", revenue == null ? null : Map.of("amount", revenue, "currency", currency));
                    customer.put("birthday", birthday);
                    return customer;
                })
                .list();
    }

    @Provide
    Arbitrary<String> sort() {
        Arbitrary<String> key = Combinators.combine(Arbitraries.of("", "-"), Arbitraries.of(KEYS)).as((direction, name) -> direction + name);
        return key.list().ofMinSize(1).ofMaxSize(4).map(keys -> String.join(",", keys));
    }
}

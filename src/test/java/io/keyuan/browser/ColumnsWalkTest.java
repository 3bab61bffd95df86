package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An attribute of any type becomes a column where it is chosen, and any number of them are columns where the address says so. */
class ColumnsWalkTest {

    private static final Office OFFICE = new Office();

    static {
        OFFICE.customer("苏州恒泰精密模具厂");
        Map.<String, Map<String, ?>>of(
                        "contacts", Map.of("name", "陈思远"), "opportunities", Map.of("title", "产线改造"), "products", Map.of("name", "立体库"),
                        "tasks", Map.of("title", "寄出合同"), "exchange-rates", Map.of("currency", "USD", "rate", "7.1", "validFrom", "2026-01-01"))
                .forEach((path, values) -> OFFICE.program().post("/api/v1/" + path, values).expect(201));
    }

    /** Every list has them without being asked. */
    private static final Set<String> UNOFFERED = Set.of("id", "version");

    @RegisterExtension
    final Visits visits = new Visits();

    private static Stream<Attribute<?>> offered(ObjectType type) {
        return type.attributes().stream().filter(attribute -> !(attribute.type() instanceof LinesType) && !UNOFFERED.contains(attribute.name()));
    }

    private static ObjectType object(String path) {
        return Objects.requireNonNull(RunningProgram.get().bean(ObjectTypes.class).byPath(path));
    }

    private static Set<String> types(Stream<ObjectType> objects) {
        return objects.flatMap(ColumnsWalkTest::offered).map(attribute -> attribute.type().code()).collect(Collectors.toSet());
    }

    @Test
    void theObjectsOfThisTestHaveAttributesOfEveryType() {
        Set<String> all = types(RunningProgram.get().bean(ObjectTypes.class).all().stream());

        assertThat(types(Stream.of("customers", "opportunities", "users", "exchange-rates").map(ColumnsWalkTest::object))).containsAll(all).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "opportunities", "users", "exchange-rates"})
    void oneOfEachTypeIsChosenAndIsAColumn(String path) {
        ObjectType type = object(path);
        Map<String, Attribute<?>> byType = new LinkedHashMap<>();
        offered(type).filter(attribute -> attribute != type.title()).forEach(attribute -> byType.putIfAbsent(attribute.type().code(), attribute));
        Words words = Words.of("zh-CN");
        Visit visit = visits.by(OFFICE.lin()).open("/" + path + "?columns=createdAt");
        Locator headers = visit.page().getByRole(AriaRole.COLUMNHEADER);
        assertThat(headers).hasCount(3);
        visit.button(words.say("list.columns")).click();
        Locator chooser = visit.page().locator(".column-chooser");

        int columns = 3;
        for (Attribute<?> attribute : byType.values()) {
            if (attribute == type.createdAt) {
                continue;
            }
            String label = RunningProgram.get().bean(Messages.class).label(words.language(), attribute);
            // It is checked when the address says so, a moment after the click.
            chooser.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(label).setExact(true)).click();
            assertThat(headers).hasCount(++columns);
            assertThat(headers.last()).containsText(label);
        }
        visit.button(words.say("list.defaultColumns")).click();
        assertThat(headers).hasCount(usual(type) + 1);
    }

    /** How many columns the list begins with; the title leads whether it is named or not. */
    private static int usual(ObjectType type) {
        List<String> named = OFFICE.program().get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.path("name").asString("").equals(type.path()))
                .flatMap(object -> object.path("columns").valueStream().map(JsonNode::asString))
                .filter(name -> !name.equals(type.title().name()))
                .toList();
        return named.size() + 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "contacts", "opportunities", "products", "users", "tasks", "exchange-rates"})
    void allAreColumnsWhereTheAddressSaysSo(String path) {
        List<String> names = offered(object(path)).map(Attribute::name).toList();

        Visit visit = visits.by(OFFICE.lin()).open("/" + path + "?columns=" + String.join(",", names));

        assertThat(visit.page().getByRole(AriaRole.COLUMNHEADER)).hasCount(names.size() + 1);
        assertThat(visit.page().getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.CELL)).hasCount(names.size());
    }
}

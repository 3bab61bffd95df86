package io.keyuan.contract;

import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.Caller;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Companies that have defined an object, and added an attribute of every type to it and to some others. Tests of every definition run in such a company, and on
 * behalf of one: what they do with every object and attribute they do with these, and do not know it.
 */
final class AddedToCompany implements InvocationInterceptor {

    /** An object that the companies have defined themselves. */
    static final String OBJECT = "c-machines";

    /** Another one, of which nobody owns records, and which has nothing but what every object has. */
    private static final String PLAIN_OBJECT = "c-courses";

    /** One that stands alone, one with owners, lines and all else that there is, and one that the companies have defined. */
    static final List<String> OBJECTS = List.of("competitors", "customers", OBJECT);

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Of what the tests see the attributes; all such companies have the same. */
    private static final class Model {
        static final TestTenant COMPANY = freshTenant();
        static final Caller CALLER = new Caller(
                COMPANY.id(), UUID.fromString(COMPANY.administrator().person()), true, Locale.ENGLISH, null);
    }

    static TestTenant freshTenant() {
        TestTenant tenant = RunningProgram.freshTenant();
        tenant.administrator().post("/api/v1/objects", Map.of(
                "path", OBJECT, "label", "Machine", "plural", "Machines", "stages", List.of("One", "Two"))).expect(201);
        tenant.administrator().post("/api/v1/objects", Map.of("path", PLAIN_OBJECT, "label", "Course", "owned", false)).expect(201);
        letEverybodyWorkWithThem(tenant.administrator());
        OBJECTS.forEach(object -> List.of(AttributeKind.values()).forEach(kind -> add(tenant.administrator(), object, kind)));
        OBJECTS.forEach(object -> tenant.administrator().post(
                "/api/v1/" + object + "/attributes", Map.of("label", "Added formula", "name", "c_formula", "formula", "size(name) + c_number.orValue(0)")).expect(201));
        tenant.administrator().post("/api/v1/customers/attributes", Map.of(
                "label", "Added roll-up", "name", "c_rollUp", "rollUp", Map.of("object", "contacts", "reference", "customer", "function", "count"))).expect(201);
        OBJECTS.forEach(object -> await().atMost(SOON).until(() -> isReady(tenant.administrator(), object)));
        return tenant;
    }

    /** Whoever was given no role may with the company's own objects what they may with another that people own. */
    private static void letEverybodyWorkWithThem(TestClient administrator) {
        JsonNode role = administrator.get("/api/v1/roles").expect(200).items().stream().filter(each -> each.get("initial").asBoolean()).findFirst().orElseThrow();
        JsonNode like = role.get("grants").valueStream().filter(grant -> grant.get("object").asString().equals("customers")).findFirst().orElseThrow();
        ObjectNode changed = (ObjectNode) role.deepCopy();
        changed.get("grants").valueStream().filter(grant -> grant.get("object").asString().startsWith("c-")).map(ObjectNode.class::cast)
                .forEach(grant -> List.of("rights", "read", "write").forEach(part -> grant.set(part, like.get(part))));
        administrator.put("/api/v1/roles/" + role.get("id").asString(), changed).expect(200);
    }

    /** What it is with the objects and attributes of such a company. */
    static <T> T onBehalfOfOne(Supplier<T> work) {
        return Model.CALLER.get(work);
    }

    /** What is calculated of an object, by name. */
    static List<String> calculated(String object) {
        return object.equals("customers") ? List.of("c_formula", "c_rollUp") : List.of("c_formula");
    }

    private static boolean isReady(TestClient administrator, String object) {
        return administrator.get("/api/v1/" + object + "/attributes").items().stream().allMatch(item -> item.get("ready").asBoolean());
    }

    private static void add(TestClient administrator, String object, AttributeKind kind) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "label", "Added " + kind.code(), "name", "c_" + kind.code(), "type", kind.code(), "searchable", kind.isWords()));
        if (kind == AttributeKind.REFERENCE) {
            body.put("reference", object.equals("competitors") ? OBJECT : "products");
        }
        if (kind.isOfChoices()) {
            body.put("choices", List.of("One", "Two"));
        }
        administrator.post("/api/v1/" + object + "/attributes", body).expect(201);
    }

    @Override
    public void interceptTestMethod(Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        bound(test);
    }

    @Override
    public void interceptDynamicTest(Invocation<@Nullable Void> test, DynamicTestInvocationContext method, ExtensionContext context)
            throws Throwable {
        bound(test);
    }

    /** What a factory makes lazily is made here. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        return Model.CALLER.call(() -> {
            T made = proceed(factory);
            return made instanceof Stream<?> stream ? (T) new ArrayList<>(stream.toList()) : made;
        });
    }

    private static void bound(Invocation<@Nullable Void> test) throws Exception {
        Model.CALLER.call(() -> proceed(test));
    }

    private static <T extends @Nullable Object> T proceed(Invocation<T> invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}

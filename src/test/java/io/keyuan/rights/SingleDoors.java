package io.keyuan.rights;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.rights.Known.Thing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Doors behind which there is one record: itself and everything that is told under its address. */
final class SingleDoors {

    private static final List<String> WAYS_IN =
            List.of("", "/history", "/timeline", "/followers", "/shares", "/owners", "/overview", "/files", "/access?right=edit");

    private SingleDoors() {}

    static void check(Reader reader, Chance chance, Findings findings) {
        reader.world().known.living().forEach(thing -> findings.at(() -> itself(reader, thing)));
        chance.few(25, reader.world().known.living()).forEach(thing -> findings.at(() -> around(reader, thing)));
    }

    private static void itself(Reader reader, Thing thing) {
        int expected = reader.answered(thing, 200);
        TestAnswer answer = status(reader, thing, "", expected);
        if (expected == 200) {
            values(reader, thing, answer.body());
        }
        TestAnswer then = status(reader, thing, "?asOf=" + encoded(Instant.now().toString()), expected);
        if (expected == 200) {
            values(reader, thing, then.body());
        }
        changes(reader, thing);
    }

    private static TestAnswer status(Reader reader, Thing thing, String way, int expected) {
        TestAnswer answer = reader.client().get(thing.address() + way);
        assertThat(answer.status()).as("%s%s by %s", thing, way, reader.who()).isEqualTo(expected);
        return answer;
    }

    /** What is hidden is not there, of what is masked there is a part, and what points to the unseen has no title. */
    static void values(Reader reader, Thing thing, JsonNode record) {
        for (String attribute : thing.kind.guarded()) {
            boolean there = thing.values.containsKey(attribute);
            JsonNode value = record.path(attribute);
            switch (reader.rules().attribute(reader.person(), thing.kind, attribute)) {
                case "hidden" -> assertThat(value.isMissingNode()).as("%s of %s by %s", attribute, thing, reader.who()).isTrue();
                case "masked" -> assertThat(!there || value.isString() && value.asString().contains("*"))
                        .as("%s of %s by %s: %s", attribute, thing, reader.who(), value).isTrue();
                default -> assertThat(!there || !value.isMissingNode() && !value.toString().contains("****"))
                        .as("%s of %s by %s: %s", attribute, thing, reader.who(), value).isTrue();
            }
        }
        Thing customer = thing.customer;
        if (customer != null && reader.reads(thing.kind, "customer")) {
            assertThat(record.at("/customer/title").asString("none")).as("customer of %s by %s", thing, reader.who())
                    .isEqualTo(reader.sees(customer) ? customer.name : "none");
        }
    }

    /** With a version that is stale: whoever may change the record is told that, and nobody else. */
    private static void changes(Reader reader, Thing thing) {
        refusal(reader, thing, "edit", reader.client().patch(thing.address(), 999, Map.of("externalId", "x")));
        refusal(reader, thing, "delete", reader.client().with("If-Match", "\"999\"").delete(thing.address()));
    }

    private static void refusal(Reader reader, Thing thing, String right, TestAnswer answer) {
        boolean reached = reader.rules().reaches(reader.person(), thing, right);
        boolean may = reader.rules().may(reader.person(), thing.kind, right);
        boolean hidden = may && !(reader.knows(thing.kind) && reader.sees(thing));
        assertThat(answer.status()).as("%s %s by %s", right, thing, reader.who()).isEqualTo(reached ? 412 : hidden ? 404 : 403);
        if (!reader.sees(thing)) {
            assertThat(answer.content()).doesNotContain(thing.name);
        } else if (reached) {
            values(reader, thing, answer.at("/current"));
        }
    }

    private static void around(Reader reader, Thing thing) {
        boolean sees = reader.sees(thing);
        for (String way : WAYS_IN) {
            TestAnswer answer = status(reader, thing, way, reader.answered(thing, 200));
            if (sees && way.equals("/shares")) {
                assertThat(answer.at("/mayGive").asBoolean()).as("may give %s by %s", thing, reader.who())
                        .isEqualTo(reader.rules().mayGive(reader.person(), thing));
            }
        }
        int entered = reader.answered(thing, 204);
        assertThat(reader.client().post(thing.address() + "/follow", Map.of()).status()).as("follow %s by %s", thing, reader.who()).isEqualTo(entered);
        assertThat(reader.client().post(thing.address() + "/seen", Map.of()).status()).isEqualTo(entered);
        assertThat(reader.client().post(thing.address() + "/comments", Map.of("body", "hello")).status())
                .as("comment on %s by %s", thing, reader.who()).isEqualTo(reader.answered(thing, 201));
        if (sees && thing.kind == Kind.CUSTOMER) {
            entries(reader, thing);
            related(reader, thing);
        }
        if (sees) {
            history(reader, thing);
        }
        explained(reader, thing);
    }

    /** What is told of why says the same as the doors do. */
    private static void explained(Reader reader, Thing thing) {
        for (String right : List.of("read", "edit", "delete", "assign")) {
            TestAnswer why = reader.world().admin.get(thing.address() + "/access?right=" + right + "&user=" + reader.person().id).expect(200);
            assertThat(why.at("/allowed").asBoolean()).as("why %s may %s %s: %s", reader.who(), right, thing, why.content())
                    .isEqualTo(reader.rules().reaches(reader.person(), thing, right));
        }
    }

    /** A customer's timeline tells of its talks and tasks, and what was said of its contacts and sales, as far as one sees those. */
    private static void entries(Reader reader, Thing customer) {
        TestAnswer timeline = reader.client().get(customer.address() + "/timeline?limit=100").expect(200);
        Set<String> told = new HashSet<>();
        timeline.items().forEach(item -> told.add(item.at("/record/id").asString("")));
        for (Thing thing : reader.world().known.living()) {
            if (thing.customer != customer) {
                continue;
            }
            boolean sees = reader.sees(thing);
            if (!sees) {
                assertThat(told).as("timeline of %s tells of %s to %s", customer, thing, reader.who()).doesNotContain(thing.id);
                assertThat(timeline.content()).doesNotContain(thing.name).doesNotContain("said of " + thing.id);
            } else if (timeline.next() == null && (thing.kind == Kind.CONTACT_LOG || thing.kind == Kind.TASK)) {
                assertThat(told).as("timeline of %s tells of %s to %s", customer, thing, reader.who()).contains(thing.id);
            }
        }
    }

    /** Beside a customer stand those of its records that one sees, as much of each as one reads. */
    private static void related(Reader reader, Thing customer) {
        TestAnswer overview = reader.client().get(customer.address() + "/overview").expect(200);
        for (Kind kind : Kind.values()) {
            List<Thing> ofCustomer = reader.world().known.living().stream().filter(thing -> thing.kind == kind && thing.customer == customer).toList();
            List<Thing> seen = ofCustomer.stream().filter(thing -> reader.knows(kind) && reader.sees(thing)).toList();
            ofCustomer.stream().filter(thing -> !seen.contains(thing)).forEach(thing ->
                    assertThat(overview.content()).as("overview of %s tells of %s to %s", customer, thing, reader.who()).doesNotContain(thing.id));
            overview.at("/related").forEach(card -> {
                if (card.get("object").asString().equals(kind.path()) && card.get("attribute").asString().equals("customer")) {
                    assertThat(card.at("/count/value").asInt()).as("%s of %s by %s", kind, customer, reader.who()).isEqualTo(seen.size());
                    card.get("items").forEach(item -> shown(reader, seen, item));
                }
            });
        }
    }

    private static void shown(Reader reader, List<Thing> seen, JsonNode item) {
        Thing thing = seen.stream().filter(each -> each.id.equals(item.get("id").asString())).findFirst().orElseThrow();
        for (String attribute : thing.kind.guarded()) {
            assertThat(item.path(attribute).isMissingNode() || item.get(attribute).toString().contains("*") || reader.reads(thing.kind, attribute))
                    .as("%s of %s beside its customer, to %s", attribute, thing, reader.who()).isTrue();
        }
    }

    private static void history(Reader reader, Thing thing) {
        TestAnswer history = reader.client().get(thing.address() + "/history").expect(200);
        history.items().forEach(item -> item.path("changes").forEach(change -> {
            String attribute = change.get("attribute").asString();
            assertThat(!thing.kind.guarded().contains(attribute) || reader.reads(thing.kind, attribute))
                    .as("history tells %s of %s to %s", attribute, thing, reader.who()).isTrue();
        }));
        Thing customer = thing.customer;
        if (customer != null && !reader.sees(customer)) {
            assertThat(history.content()).doesNotContain(customer.name);
        }
    }
}

package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.crash.Ledger.Entry;
import io.keyuan.crash.Ledger.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what the program says after a crash with what was acknowledged before it. */
final class Inspection {

    private static final String PATH = "/api/v1/opportunities";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int SEARCHED = 10;

    private final TestClient client;
    private final Ledger ledger;

    Inspection(TestClient client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    /** Every acknowledged write is there, and what was never answered is there whole or not at all. */
    void everyWriteIsThere() {
        for (Entry entry : ledger.touched()) {
            State found = find(entry);
            assertThat(found)
                    .as("%s, acknowledged %s, never answered %s", entry.externalId(), entry.acknowledged(), entry.unanswered())
                    .satisfiesAnyOf(
                            state -> assertThat(state).isEqualTo(entry.acknowledged()),
                            state -> assertThat(state).isNotNull().isEqualTo(entry.unanswered()));
            if (found == null || found.deleted()) {
                entry.settle(entry.id(), found);
            }
        }
    }

    private @Nullable State find(Entry entry) {
        TestAnswer page = client.get(PATH + "?filter=" + TestClient.encoded("externalId == '" + entry.externalId() + "'")).expect(200);
        if (!page.items().isEmpty()) {
            JsonNode there = page.items().getFirst();
            State state = state(there);
            theHistoryIsWhole(there.get("id").asString(), state);
            if (!state.equals(entry.acknowledged())) {
                entry.settle(there.get("id").asString(), state);
            } else {
                entry.withdraw();
            }
            return state;
        }
        State known = entry.acknowledged();
        State sent = entry.unanswered();
        // What is deleted shows no version any more; that it is gone is what was acknowledged.
        return known != null && known.deleted() ? known : sent != null && sent.deleted() ? sent : null;
    }

    private static State state(JsonNode there) {
        return new State(
                there.get("version").asLong(), there.get("title").asString(), new BigDecimal(there.at("/amount/amount").asString()),
                there.get("stage").asString(), false);
    }

    /** One entry for each version, the newest first. */
    private void theHistoryIsWhole(String id, State state) {
        List<JsonNode> entries = new ArrayList<>();
        String page = "";
        do {
            TestAnswer answer = client.get(PATH + "/" + id + "/history" + page).expect(200);
            entries.addAll(answer.items());
            page = answer.next() == null ? null : "?page=" + answer.next();
        } while (page != null);
        assertThat(entries).as("history of %s", state).hasSize((int) state.version());
    }

    void sumsAgree() {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode group : client.get(PATH + "/aggregate?group=stage&measure=count,sum(amount)").expect(200).at("/groups").valueStream().toList()) {
            BigDecimal sum = new BigDecimal(group.get("sum(amount)").at("/base/amount").asString());
            figures.put(group.get("stage").asString(), group.get("count").asInt() + " " + sum.setScale(2).toPlainString());
        }
        assertThat(figures).as("figures, recomputed from what was acknowledged").isEqualTo(ledger.figures());
    }

    void theyAreFound() {
        ledger.touched().stream().limit(SEARCHED).forEach(entry -> {
            State state = entry.acknowledged();
            List<String> hits = client.get("/api/v1/search?object=opportunities&q=" + TestClient.encoded(entry.externalId())).expect(200)
                    .items().stream().map(hit -> hit.get("id").asString()).toList();
            boolean lives = state != null && !state.deleted();
            assertThat(lives == (entry.id() != null && hits.contains(entry.id()))).as("search for %s: %s", entry.externalId(), hits).isTrue();
        });
    }

    /** @return the position to read on from */
    String theFeedTellsAll(String since) {
        Map<String, List<String>> told = new HashMap<>();
        String position = since;
        List<JsonNode> changes;
        do {
            TestAnswer page = client.get("/api/v1/changes?since=" + position).expect(200);
            changes = page.items();
            changes.forEach(change -> change.get("ids").valueStream()
                    .forEach(id -> told.computeIfAbsent(id.asString(), any -> new ArrayList<>()).add(change.get("action").asString())));
            position = page.text("/next");
        } while (!changes.isEmpty());
        for (Entry entry : ledger.touched()) {
            if (!entry.actions().isEmpty()) {
                assertThat(told.getOrDefault(entry.id(), List.of())).as("changes of %s", entry.externalId()).containsSubsequence(entry.actions());
            }
        }
        return position;
    }

    /** @param accounts what each import has to come to, by the address of its job */
    void importsEnded(Map<String, Importing.Account> accounts) {
        Set<String> ids = new HashSet<>();
        accounts.forEach((job, account) -> {
            await().atMost(LONG).until(() -> !List.of("queued", "running").contains(client.get(job).expect(200).text("/state")));
            JsonNode ended = client.get(job).body();
            assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("done");
            assertThat(Importing.Account.of(ended.get("result"))).as(job).isEqualTo(account);
            assertThat(client.get("/api/v1/customers?limit=1&count=exact&filter="
                            + TestClient.encoded("externalId.startsWith('" + account.prefix() + "')")).expect(200)
                    .at("/count/value").asInt()).isEqualTo(account.created());
            ids.add(job);
        });
        assertThat(ids).hasSameSizeAs(accounts.keySet());
    }
}

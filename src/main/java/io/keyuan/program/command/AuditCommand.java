package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Has the program hold the audit trail of a company against the chain it is sealed in. */
record AuditCommand(ProgramAccess access, Console console) implements Command {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private static final Map<String, String> FINDINGS = Map.of(
            "row-changed", "a row was changed",
            "row-missing", "a row is missing",
            "row-inserted", "a row was put in",
            "block-changed", "the block itself was changed",
            "block-missing", "the block is missing",
            "end-missing", "the end of the chain is missing from this block on",
            "erasure-unaccounted", "rows are marked as erased of which no erasure tells",
            "hash-unknown", "the noted hash is not in the chain: its end was cut off or written anew");

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("verify"), Set.of("home", "tenant", "since"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Map<String, String> wanted = wanted(invocation);
        JsonNode ended = access.use(invocation, anybody -> {
            ProgramClient program = anybody.of(invocation.option("tenant"));
            JsonNode begun = program.post("/api/v1/audit/verifications", wanted);
            return new JobWatch(program, URI.create("/api/v1/jobs/" + begun.path("id").asString("")), console).awaitEnd();
        });
        if (!ended.path("state").asString("").equals("done")) {
            throw Refusal.failed("The verification did not come to its end: " + ended.at("/problem/title").asString("it was stopped") + ".");
        }
        JsonNode found = ended.path("result");
        if (invocation.has("json")) {
            console.result(object(found));
        } else {
            told(found);
        }
        return found.path("intact").asBoolean(false) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, String> wanted(Invocation invocation) {
        if (!invocation.operand(0).equals("verify")) {
            throw Refusal.usage("It is audit verify, not audit " + invocation.operand(0) + ".");
        }
        invocation.option("since").filter(hash -> !HASH.matcher(hash.strip()).matches()).ifPresent(hash -> {
            throw Refusal.usage("--since takes a hash of 64 characters, 0 to 9 and a to f, as this command printed it.");
        });
        return invocation.option("since").map(hash -> Map.of("since", hash.strip())).orElse(Map.of());
    }

    private void told(JsonNode found) {
        String counts = "%,d rows in %,d blocks".formatted(found.path("rows").asLong(0), found.path("blocks").asLong(0));
        if (found.path("intact").asBoolean(false)) {
            console.result(counts + " are as they were sealed" + beside(found) + ".");
            if (!found.path("last").path("hash").isMissingNode()) {
                console.result(found.path("last").path("hash").asString(""));
                console.remark("That is the hash of block " + found.path("last").path("number").asLong(0)
                        + ". Note it elsewhere; audit verify --since <hash> finds out whether it is still in the chain.");
            }
        } else {
            console.result("The trail is not as it was sealed: " + sentence(found.path("finding")) + ". " + counts + " before it are.");
        }
    }

    private static String beside(JsonNode found) {
        long erased = found.path("erased").asLong(0);
        long unsealed = found.path("unsealed").asLong(0);
        return (erased == 0 ? "" : ", %,d more were erased as the trail tells".formatted(erased))
                + (unsealed == 0 ? "" : ", %,d of the last seconds are not sealed yet".formatted(unsealed));
    }

    private static String sentence(JsonNode finding) {
        String what = finding.path("what").asString("");
        String row = finding.path("row").asString("");
        long block = finding.path("block").asLong(0);
        return (block == 0 ? "" : "in block " + block + ", ") + FINDINGS.getOrDefault(what, what) + (row.isEmpty() ? "" : " (" + row + ")");
    }

    private static Map<String, Object> object(JsonNode found) {
        Map<String, Object> object = new LinkedHashMap<>();
        found.properties().forEach(member -> object.put(member.getKey(), member.getValue()));
        return object;
    }
}

package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.Map;

/** What is set up, as files. */
final class ConfigurationPaths {

    private static final String TAG = "configuration";
    private static final String BASE = "/api/v1/configuration";
    private static final String FILE = "keyuan: 1\nsign-in:\n  settings:\n    secondFactor: nobody\n";

    private ConfigurationPaths() {}

    static Map<String, Object> described() {
        return object(
                BASE, object("get", read()),
                BASE + "/preview", object("post", previewed()),
                BASE + "/apply", object("post", applied()));
    }

    static Map<String, Object> schemas() {
        return object(
                "ConfigurationInput", optional("file", text(), "remove", yesNo(), "state", text()),
                "ConfigurationOutcome", members(
                        "state", text(),
                        "items", list(members(
                                "part", text(), "key", text(), "change", oneOf("added", "changed", "removed", "kept", "refused"),
                                "differences", list(members("path", text(), "here", object(), "there", object())),
                                "errors", list(object())))));
    }

    private static Map<String, Object> read() {
        return new Operation(TAG, "readConfiguration", "What is set up, as a file")
                .says("For administrators. People and groups stand in it by what they are called, so that another installation understands it. "
                        + "Passwords, keys and records are not in it.")
                .query("parts", "Names of parts separated by commas; all where it is absent.", false, text())
                .answersFile(200, "YAML.", "application/yaml")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN)
                .described();
    }

    private static Map<String, Object> previewed() {
        return new Operation(TAG, "previewConfiguration", "What a file would change")
                .says("For administrators. Nothing is changed. What is here and not in the file is `kept`, or with `remove` `removed`, of the parts "
                        + "that are in the file. What cannot be is `refused` with its `errors`.")
                .body(schema("ConfigurationInput"), object("file", FILE))
                .answers(200, "What would become of what is there; what stays as it is is not told.", schema("ConfigurationOutcome"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> applied() {
        return new Operation(TAG, "applyConfiguration", "Make it what a file says")
                .says("For administrators: all of it, or nothing where any of it cannot be. `state` is what the preview answered; where something has "
                        + "changed since, it is to be looked at again.")
                .body(schema("ConfigurationInput"), object("file", FILE, "state", "0123456789abcdef0123456789abcdef"))
                .answers(200, "What has become of what was there.", schema("ConfigurationOutcome"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.STALE, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }
}

package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What concerns no single object: search, the feed of changes, and the descriptions of all that. */
final class PlatformPaths {

    private static final String PLATFORM = "platform";

    private PlatformPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/demo", object("get", demo(), "post", fillDemo(), "delete", removeDemo()),
                "/api/v1/onboarding", object("get", onboarding(), "patch", onboard()),
                "/api/v1/search", object("get", search()),
                "/api/v1/changes", object("get", changes()),
                "/api/v1/mentions", object("get", mentions()),
                "/api/v1/followed", object("get", followed()),
                "/api/v1/live", object("get", live()),
                "/api/v1/metadata", object("get", metadata()),
                "/api/v1/places", object("get", places()),
                "/api/v1/places/address", object("post", readAddress()),
                "/api/v1/openapi.json", object("get", openApi()),
                "/health/live", object("get", health("live", "Whether the program runs")),
                "/health/ready", object("get", health("ready", "Whether the program takes requests")));
    }

    static Map<String, Object> schemas() {
        return object(
                "Demo", members(
                        "state", oneOf("none", "filling", "there", "removing"),
                        "possible", yesNo(),
                        "day", orNull(text("date")),
                        "job", orNull(schema("Job"))),
                "Onboarding", members("dismissed", yesNo(), "items", list(members("step", text(), "state", stepState()))),
                "SearchResult", searchResult(),
                "Change", members(
                        "position", text(),
                        "object", text(),
                        "action", oneOf("create", "update", "delete", "restore"),
                        "at", text("date-time"),
                        "by", schema("Reference"),
                        "ids", list(text("uuid"))));
    }

    private static Map<String, Object> searchResult() {
        Map<String, Object> hit = object("type", "object", "required", List.of("object", "id", "title"));
        hit.put("properties", object("object", text(), "id", text("uuid"), "title", text(), "subtitle", text(), "above", text(), "matched", text()));
        return members("items", list(hit), "more", object("type", "object", "additionalProperties", yesNo()));
    }

    private static Map<String, Object> demo() {
        return new Operation(PLATFORM, "getDemo", "Whether there is a sample company")
                .says("Administrators only. `possible` says whether one can be filled in, `day` up to when it is told.")
                .answers(200, "How it is, with the job that fills it in or takes it away.", schema("Demo"))
                .described();
    }

    private static Map<String, Object> fillDemo() {
        return new Operation(PLATFORM, "fillDemo", "Fill in the sample company")
                .says("Administrators only, and only where the company has no data of its own.")
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> removeDemo() {
        return new Operation(PLATFORM, "removeDemo", "Take the sample company away")
                .says("Administrators only. What people made stays, with what it needs; the job's result counts it.")
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> stepState() {
        return oneOf("open", "done", "skipped");
    }

    private static Map<String, Object> onboarding() {
        return new Operation(PLATFORM, "getOnboarding", "What the caller has to do before work goes well")
                .says("The steps of administrators lead to a company that can be worked in, those of others to their first records. What is done"
                        + " shows in the data.")
                .answers(200, "In the order in which they are best done; none where the caller has dismissed the list.", schema("Onboarding"))
                .described();
    }

    private static Map<String, Object> onboard() {
        return new Operation(PLATFORM, "changeOnboarding", "Skip a step, take it up again, or do without the list")
                .says("For the caller alone. `steps` has states by the names of steps; `done` is only said of those that no data tells of.")
                .body(optional("dismissed", yesNo(), "steps", object("type", "object", "additionalProperties", stepState())),
                        object("steps", object("mail", "skipped")))
                .answers(200, "How it stands now.", schema("Onboarding"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> search() {
        return new Operation(PLATFORM, "search", "Find records by words, Chinese characters, pinyin or digits")
                .query("q", "What to look for.", true, text())
                .query("object", "Only records of this object.", false, text())
                .query("limit", "At most so many.", false, object("type", "integer", "minimum", 1, "maximum", 100, "default", 20))
                .answers(200, "The best first; `more` says of which objects there are more.", schema("SearchResult"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> changes() {
        return new Operation(PLATFORM, "listChanges", "What has changed since a position")
                .says("For administrators. No commit is ever skipped; an empty list means that `next` is to be asked again later.")
                .query("since", "`next` of the answer before.", false, text())
                .answers(200, "Up to 500 changes in the order of their commits.", members("items", list(schema("Change")), "next", text()))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> mentions() {
        return new Operation(PLATFORM, "listMentions", "Comments in which one was named, newest first")
                .takes("Page")
                .answers(200, "The page, and how many in all have not been seen, up to 100.", schema("MentionPage"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> followed() {
        return new Operation(PLATFORM, "listFollowed", "Records one follows, those with news first")
                .says("News are what others did since one looked; what one may not see is not among them. At most 300 records.")
                .answers(200, "The records.", members("items", list(schema("Followed"))))
                .described();
    }

    private static Map<String, Object> live() {
        return new Operation(PLATFORM, "listen", "Hear what changes, while it changes")
                .says("Server-sent events, for requests that accept `text/event-stream`. `changed` names records the caller may see with"
                        + " their versions and whoever changed them last, or an object of which `many` have changed; `missed` says that there may have been"
                        + " more, `notifications` that the caller was told something, `end` that the session has ended. Nothing is promised: who must not miss a change asks `/changes`.")
                .query("age", "How many milliseconds ago the data was read that is to be kept up to date; what has happened since is told at once.",
                        false, object("type", "integer", "minimum", 0))
                .streams("Events until the client or the session ends.",
                        "event: changed\ndata: " + JsonMapper.shared().writeValueAsString(Examples.of("listen")) + "\n\n")
                .fails(ProblemKind.NOT_ACCEPTABLE, ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> metadata() {
        return new Operation(PLATFORM, "getMetadata", "Objects, attributes, choices and rights for the caller")
                .takes("IfNoneMatch")
                .answers(200, "What the console draws its screens from.", object("type", "object", "additionalProperties", true), "ETag")
                .answers(304, "Nothing has changed.")
                .described();
    }

    private static Map<String, Object> places() {
        return new Operation(PLATFORM, "getPlaces", "Of what addresses are put together")
                .says("The countries and regions by their code of ISO 3166-1, and the divisions of China by their code of GB/T 2260, what is above before "
                        + "what lies in it. A municipality such as Beijing has districts and no city.")
                .takes("IfNoneMatch")
                .answers(200, "All there are.", members(
                        "countries", list(members("code", text(), "name", text())),
                        "divisions", list(members(
                                "code", text(), "name", text(),
                                "other", object("type", List.of("string", "null"), "description", "In the other Chinese script, where it is written otherwise there."),
                                "above", orNull(text()), "level", oneOf("province", "city", "district"),
                                "spelling", object("type", "string", "description", "In pinyin, a blank between syllables.")))), "ETag")
                .answers(304, "Nothing has changed.")
                .described();
    }

    private static Map<String, Object> readAddress() {
        return new Operation(PLATFORM, "readAddress", "The parts of an address that is written as one line")
                .says("The divisions of China are recognised at its beginning; what is not understood is the street. Nothing is kept.")
                .body(members("text", text()), object("text", "广东省深圳市南山区科苑路8号"))
                .answers(200, "The address.", schema("Address"))
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> openApi() {
        return new Operation(PLATFORM, "getOpenApi", "This document, with the tenant's choices")
                .takes("IfNoneMatch")
                .answers(200, "OpenAPI 3.1.", object("type", "object", "additionalProperties", true), "ETag")
                .answers(304, "Nothing has changed.")
                .described();
    }

    private static Map<String, Object> health(String what, String summary) {
        Map<String, Object> status = members("status", oneOf("up", "down"));
        return new Operation(PLATFORM, "health" + Character.toUpperCase(what.charAt(0)) + what.substring(1), summary)
                .withoutSignIn()
                .answers(200, "It does.", status)
                .answers(503, "It does not.", status)
                .described();
    }
}

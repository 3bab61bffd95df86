package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Languages;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for everybody: conventions, working time, holidays, letterhead. */
final class CompanyPaths {

    private static final String PLATFORM = "platform";
    private static final String HOLIDAYS = "/api/v1/settings/holidays";
    private static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private CompanyPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/settings", object("get", settings(), "patch", changeSettings()),
                "/api/v1/settings/logo", object("get", logo(), "post", putLogo(), "delete", deleteLogo()),
                HOLIDAYS, object("get", holidays(), "post", putHolidays(), "delete", deleteHoliday()),
                HOLIDAYS + "/paste", object("post", paste()),
                HOLIDAYS + "/adopt", object("post", adopt()),
                "/api/v1/users/{id}/leave", object("get", leaving(), "post", leave()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> letterhead = letterhead(false);
        letterhead.put("logo", yesNo());
        return object(
                "Settings", members(properties(members(letterhead.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue())).toArray()), false)),
                "Holiday", members("day", text("date"), "name", text(), "worked", yesNo()));
    }

    private static Object[] properties(Map<String, Object> letterhead, boolean wanted) {
        Map<String, Object> hours = optional(DAYS.stream().flatMap(day -> Stream.of(day, list(hours()))).toArray());
        Map<String, Object> language = oneOf(Languages.all().stream().map(Locale::toLanguageTag).toArray(String[]::new));
        return new Object[] {
            "name", text(), "baseCurrency", text(), "timeZone", text(),
            "fiscalYearStart", object("type", "integer", "minimum", 1, "maximum", 12),
            "languages", list(language),
            "defaultLanguage", wanted ? text() : orNull(language),
            "numberFormat", oneOf("language", "commaPoint", "pointComma", "spaceComma"),
            "dateFormat", oneOf("language", "iso", "yearFirst", "dayFirst", "monthFirst", "dots"),
            "workingHours", hours,
            "letterhead", letterhead
        };
    }

    private static Map<String, Object> hours() {
        return members("from", text(), "to", text());
    }

    private static Map<String, Object> letterhead(boolean wanted) {
        Map<String, Object> letterhead = new LinkedHashMap<>();
        for (String name : List.of("legalName", "address", "phone", "taxNumber", "bank")) {
            letterhead.put(name, wanted ? text() : orNull(text()));
        }
        return letterhead;
    }

    private static Map<String, Object> settings() {
        return new Operation(PLATFORM, "getSettings", "What holds for everybody")
                .answers(200, "The settings.", schema("Settings"))
                .described();
    }

    private static Map<String, Object> changeSettings() {
        return new Operation(PLATFORM, "updateSettings", "Change what holds for everybody")
                .says("Administrators only. What is not named stays. A new base currency recomputes every base amount; an empty"
                        + " `defaultLanguage` is the one a browser asks for, an empty line of the letterhead is not said any more.")
                .body(optional(properties(object("type", "object", "properties", letterhead(true)), true)), object("name", "Keyuan Trading"))
                .answers(200, "The settings.", schema("Settings"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> logo() {
        return new Operation(PLATFORM, "getLogo", "The picture on the company's papers")
                .answersFile(200, "The picture, PNG or JPEG.", "image/png")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> putLogo() {
        Map<String, Object> form = object("type", "object", "required", List.of("file"));
        form.put("properties", object("file", object("type", "string", "contentMediaType", "application/octet-stream")));
        return new Operation(PLATFORM, "putLogo", "Give the company's papers a picture")
                .says("Administrators only. PNG or JPEG of at most 1 MiB and 2,000 by 2,000 pixels, known by its content.")
                .body("multipart/form-data", form, object("file", ""))
                .answers(204, "It is there.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private static Map<String, Object> deleteLogo() {
        return new Operation(PLATFORM, "deleteLogo", "Take the picture off the company's papers")
                .answers(204, "There is none.")
                .described();
    }

    private static Map<String, Object> holidays() {
        Map<String, Object> offered = members("calendar", text(), "complete", yesNo(), "days", number());
        return new Operation(PLATFORM, "listHolidays", "The days of a year that are not as their weekdays")
                .says("`worked` days make up for free ones. `offered` calendars are ready to be adopted; one that is not `complete` lacks the"
                        + " days that make up for holidays.")
                .query("year", "This year by default.", false, object("type", "integer", "minimum", 1900, "maximum", 2200))
                .answers(200, "The earliest first.", members("year", number(), "items", list(schema("Holiday")), "offered", list(offered)))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Operation saving(String id, String summary) {
        return new Operation(PLATFORM, id, summary)
                .answers(200, "How many days were said.", members("saved", number()))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN);
    }

    private static Map<String, Object> putHolidays() {
        Map<String, Object> day = object("type", "object", "required", List.of("day", "name"));
        day.put("properties", object("day", text("date"), "name", text(), "worked", yesNo()));
        return saving("putHolidays", "Say of days that they are free, or worked for others")
                .says("Administrators only. A day that is there already becomes what it is told now.")
                .body(members("days", list(day)), object("days", List.of(object("day", "2026-12-25", "name", "Christmas", "worked", false))))
                .described();
    }

    private static Map<String, Object> deleteHoliday() {
        return new Operation(PLATFORM, "deleteHoliday", "Let a day be as its weekday again")
                .query("day", "Which.", true, text("date"))
                .answers(204, "It is.")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> paste() {
        return saving("pasteHolidays", "Take days over from a table or a letter")
                .says("Administrators only. One day on a line: the day, its name and, where it is worked, a word that says so, parted by tabs,"
                        + " commas or semicolons. Nothing is taken over where a line cannot be read.")
                .body(members("text", text()), object("text", "2027-02-05,春节\n2027-02-20,春节,上班\n"))
                .described();
    }

    private static Map<String, Object> adopt() {
        return saving("adoptHolidays", "Take a ready calendar over")
                .says("Administrators only.")
                .body(members("calendar", text()), object("calendar", "china-2026"))
                .described();
    }

    private static Map<String, Object> leaving() {
        Map<String, Object> owned = members("object", text(), "label", text(), "count", number());
        return new Operation("users", "previewLeaving", "What passes on when somebody leaves")
                .takes("Id")
                .answers(200, "How much.", members(
                        "records", list(owned), "reports", number(), "departments", number(), "teams", number(), "standIns", number()))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> leave() {
        Map<String, Object> body = object("type", "object", "required", List.of("successor"));
        body.put("properties", object("successor", text("uuid"), "on", orNull(text("date")), "reports", orNull(text("uuid"))));
        return new Operation("users", "letLeave", "Somebody leaves the company")
                .says("Their account is disabled and everything by which they are signed in ends; their records and what they lead go to the"
                        + " successor, those who report to them to `reports` or the successor. With `on`, not before that day begins. One job, which"
                        + " can be undone; tokens do not come back.")
                .takes("Id")
                .body(body, object("successor", "0199aa37-0000-7000-8000-000000000002", "on", "2026-12-31"))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }
}

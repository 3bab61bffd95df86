package io.keyuan.identity.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.identity.WorkingTimes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a company settles for everybody, through the API. */
class CompanySettingsTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final String SETTINGS = "/api/v1/settings";
    private static final String HOLIDAYS = SETTINGS + "/holidays";

    @Test
    void whatIsSettledIsToldToEverybodyAndInMetadata() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        assertThat(admin.get(SETTINGS).expect(200).at("/workingHours/monday/0/from").asString()).isEqualTo("09:00");
        assertThat(admin.get(SETTINGS).at("/workingHours/sunday")).isEmpty();

        TestAnswer changed = admin.patch(SETTINGS, Map.of(
                "fiscalYearStart", 4, "languages", List.of("zh-TW", "en"), "defaultLanguage", "zh-TW", "numberFormat", "pointComma",
                "dateFormat", "iso", "letterhead", Map.of("legalName", "云衡科技（上海）有限公司", "taxNumber", "91310000MA1FL00000"))).expect(200);

        assertThat(admin.get(SETTINGS).expect(200).body()).isEqualTo(changed.body());
        assertThat(changed.text("/letterhead/legalName")).isEqualTo("云衡科技（上海）有限公司");
        TestAnswer metadata = admin.get("/api/v1/metadata").expect(200);
        assertThat(metadata.at("/tenant/fiscalYearStart").asInt()).isEqualTo(4);
        assertThat(metadata.text("/tenant/numberFormat")).isEqualTo("pointComma");
        assertThat(metadata.text("/tenant/dateFormat")).isEqualTo("iso");
        assertThat(metadata.text("/tenant/defaultLanguage")).isEqualTo("zh-TW");
        admin.patch(SETTINGS, Map.of("letterhead", Map.of("taxNumber", ""))).expect(200);
        assertThat(admin.get(SETTINGS).text("/letterhead/legalName")).isEqualTo("云衡科技（上海）有限公司");
        assertThat(admin.get(SETTINGS).at("/letterhead/taxNumber").isNull()).isTrue();
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingKept() {
        TestAnswer before = ADMIN.get(SETTINGS).expect(200);

        TestAnswer refused = ADMIN.patch(SETTINGS, Map.of(
                "fiscalYearStart", 13, "languages", List.of("fr"), "numberFormat", "roman", "dateFormat", "x", "name", "Kept?",
                "workingHours", Map.of("monday", List.of(Map.of("from", "13:00", "to", "12:00")), "friday", List.of(Map.of("from", "9")))))
                .expect(422);

        assertThat(refused.at("/errors").valueStream().map(error -> error.get("path").asString())).containsExactlyInAnyOrder(
                "fiscalYearStart", "languages", "numberFormat", "dateFormat", "workingHours.monday", "workingHours.friday");
        assertThat(ADMIN.get(SETTINGS).expect(200).body()).isEqualTo(before.body());
        ADMIN.patch(SETTINGS, Map.of("workingHours", Map.of("someday", List.of()))).expect(400);
        ADMIN.patch(SETTINGS, Map.of("languages", List.of())).expect(422);
        ADMIN.patch(SETTINGS, Map.of("languages", List.of("en"), "defaultLanguage", "zh-CN")).expect(422);
        COLLEAGUE.patch(SETTINGS, Map.of("fiscalYearStart", 2)).expect(403);
    }

    @Test
    void holidaysAreAdoptedPastedWrittenAndRemoved() {
        TestAnswer offered = ADMIN.get(HOLIDAYS + "?year=2026").expect(200);
        assertThat(offered.text("/offered/0/calendar")).isEqualTo("china-2026");

        assertThat(ADMIN.post(HOLIDAYS + "/adopt", Map.of("calendar", "china-2026")).expect(200).at("/saved").asInt()).isEqualTo(39);
        assertThat(ADMIN.post(HOLIDAYS + "/paste", Map.of("text", "2026-12-25,圣诞节\n2026-10-10,公司年会")).expect(200).at("/saved").asInt()).isEqualTo(2);
        ADMIN.post(HOLIDAYS, Map.of("days", List.of(Map.of("day", "2026-07-01", "name", "司庆")))).expect(200);

        TestAnswer year = COLLEAGUE.get(HOLIDAYS + "?year=2026").expect(200);
        assertThat(year.items()).hasSize(41);
        assertThat(year.items()).anySatisfy(day -> {
            assertThat(day.get("day").asString()).isEqualTo("2026-10-10");
            assertThat(day.get("name").asString()).isEqualTo("公司年会");
            assertThat(day.get("worked").asBoolean()).isFalse();
        });
        ADMIN.delete(HOLIDAYS + "?day=2026-07-01").expect(204);
        ADMIN.delete(HOLIDAYS + "?day=2026-07-01").expect(404);
    }

    @Test
    void whatIsNoHolidayIsRefusedByItsPlace() {
        TestAnswer refused = ADMIN.post(HOLIDAYS + "/paste", Map.of("text", "2027-01-01,元旦\nnonsense")).expect(422);
        assertThat(Objects.requireNonNull(refused.error("line[2]")).get("code").asString()).isEqualTo("not-date");
        assertThat(ADMIN.get(HOLIDAYS + "?year=2027").items()).isEmpty();
        ADMIN.post(HOLIDAYS, Map.of("days", List.of(Map.of("day", "2026-02-30", "name", "x"), Map.of("day", "2026-02-01")))).expect(422);
        ADMIN.post(HOLIDAYS, Map.of()).expect(422);
        ADMIN.post(HOLIDAYS + "/adopt", Map.of("calendar", "mars")).expect(422);
        ADMIN.get(HOLIDAYS + "?year=soon").expect(400);
        ADMIN.delete(HOLIDAYS + "?day=soon").expect(400);
        COLLEAGUE.post(HOLIDAYS + "/adopt", Map.of("calendar", "china-2026")).expect(403);
        COLLEAGUE.delete(HOLIDAYS + "?day=2026-01-01").expect(403);
    }

    @Test
    void filtersKnowWhenTheFiscalYearBegins() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        LocalDate today = LocalDate.now(ZoneId.of(admin.get(SETTINGS).expect(200).text("/timeZone")));
        LocalDate first = today.withDayOfMonth(1);
        admin.patch(SETTINGS, Map.of("fiscalYearStart", first.getMonthValue())).expect(200);
        admin.post("/api/v1/tasks", Map.of("title", "last year's", "dueDate", first.minusDays(1).toString())).expect(201);
        admin.post("/api/v1/tasks", Map.of("title", "this year's", "dueDate", first.plusYears(1).minusDays(1).toString())).expect(201);
        admin.post("/api/v1/tasks", Map.of("title", "next year's", "dueDate", first.plusYears(1).toString())).expect(201);

        String filter = TestClient.encoded("dueDate >= startOf('fiscalYear') && dueDate <= endOf('fiscalYear')");
        assertThat(admin.get("/api/v1/tasks?filter=" + filter).expect(200).items().stream().map(task -> task.get("title").asString()))
                .containsExactly("this year's");
    }

    @Test
    void workingTimeFollowsHoursAndHolidays() throws Exception {
        TestTenant tenant = RunningProgram.freshTenant();
        TestClient admin = tenant.administrator();
        admin.post(HOLIDAYS + "/adopt", Map.of("calendar", "china-2026")).expect(200);
        admin.patch(SETTINGS, Map.of("workingHours", Map.of("monday", List.of(Map.of("from", "10:00", "to", "16:00"))))).expect(200);
        var caller = new Caller(tenant.id(), UUID.fromString(admin.person()), true, Languages.ENGLISH, null);
        var time = caller.call(() -> RunningProgram.get().bean(WorkingTimes.class).current());

        assertThat(time.isWorking(Instant.parse("2026-03-02T02:00:00Z"))).as("a Monday in Shanghai").isTrue();
        assertThat(time.isWorking(Instant.parse("2026-10-05T02:00:00Z"))).as("a Monday in the national holiday").isFalse();
        assertThat(time.isWorking(Instant.parse("2026-10-10T02:00:00Z"))).as("the Saturday that makes up for it").isTrue();
        assertThat(time.isWorking(Instant.parse("2026-03-03T02:00:00Z"))).as("a Tuesday").isFalse();
    }

    private static byte[] picture(int width, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static int send(TestClient client, byte[] file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(client.program() + SETTINGS + "/logo"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        client.headers().forEach(request::setHeader);
        request.setHeader("Content-Type", "multipart/form-data; boundary=border");
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void aLogoIsKnownByItsContent() throws Exception {
        ADMIN.get(SETTINGS + "/logo").expect(404);

        assertThat(send(ADMIN, picture(60, "png"))).isEqualTo(204);

        assertThat(ADMIN.get(SETTINGS).expect(200).at("/letterhead/logo").asBoolean()).isTrue();
        TestAnswer logo = COLLEAGUE.get(SETTINGS + "/logo").expect(200);
        assertThat(logo.header("Content-Type")).isEqualTo("image/png");
        assertThat(logo.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(send(ADMIN, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(422);
        assertThat(send(ADMIN, picture(60, "gif"))).isEqualTo(422);
        assertThat(send(ADMIN, picture(2_001, "png"))).isEqualTo(422);
        assertThat(send(ADMIN, new byte[1024 * 1024 + 10])).isEqualTo(413);
        byte[] cut = java.util.Arrays.copyOf(picture(60, "png"), 60);
        assertThat(send(ADMIN, cut)).isEqualTo(422);
        assertThat(send(COLLEAGUE, picture(60, "png"))).isEqualTo(403);
        assertThat(send(ADMIN, picture(60, "jpg"))).isEqualTo(204);
        assertThat(COLLEAGUE.get(SETTINGS + "/logo").expect(200).header("Content-Type")).isEqualTo("image/jpeg");
        ADMIN.delete(SETTINGS + "/logo").expect(204);
        COLLEAGUE.get(SETTINGS + "/logo").expect(404);
    }
}

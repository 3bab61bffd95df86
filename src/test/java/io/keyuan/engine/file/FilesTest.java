package io.keyuan.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files with records, over HTTP, kept in a folder as they are in production. */
class FilesTest {

    private static final byte[] PNG = HexFormat.of().parseHex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f000383018051c0b6fe0000000049454e44ae426082");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();
    private final String files = "/api/v1/customers/" + customer + "/files";

    @Test
    void whatIsAddedComesBackByteForByte() {
        byte[] random = new byte[700_000];
        new Random(7).nextBytes(random);

        List<JsonNode> added = admin.post(files, new TestForm().file("数据.bin", random).file("note.txt", "hello")).expect(201).items();

        assertThat(added).extracting(file -> file.get("name").asString()).containsExactly("数据.bin", "note.txt");
        assertThat(added.getFirst().get("size").asInt()).isEqualTo(random.length);
        assertThat(added.getFirst().at("/by/id").asString()).isEqualTo(admin.person());
        assertThat(added.getLast().get("mediaType").asString()).isEqualTo("text/plain");
        String address = files + "/" + added.getFirst().get("id").asString() + "/content";
        assertThat(admin.bytes(address)).isEqualTo(random);
        TestAnswer answer = admin.get(address).expect(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment").contains("filename*=UTF-8''%E6%95%B0%E6%8D%AE.bin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        admin.with("If-None-Match", answer.header("ETag")).get(address).expect(304);
    }

    @Test
    void whoeverWasCutOffGoesOnWhereTheyWere() {
        String address = files + "/" + add("long.txt", "0123456789".getBytes(StandardCharsets.UTF_8)) + "/content";
        String tag = admin.get(address).expect(200).header("ETag");

        assertThat(admin.get(address).header("Accept-Ranges")).isEqualTo("bytes");
        TestAnswer rest = admin.with("Range", "bytes=6-").with("If-Range", tag).get(address).expect(206);
        assertThat(rest.content()).isEqualTo("6789");
        assertThat(rest.header("Content-Range")).isEqualTo("bytes 6-9/10");
        assertThat(admin.with("Range", "bytes=2-3").get(address).expect(206).content()).isEqualTo("23");
        assertThat(admin.with("Range", "bytes=-3").get(address).expect(206).content()).isEqualTo("789");
        assertThat(admin.with("Range", "bytes=8-100").get(address).expect(206).content()).isEqualTo("89");
        assertThat(admin.with("Range", "bytes=10-").get(address).expect(416).header("Content-Range")).isEqualTo("bytes */10");
        assertThat(List.of("bytes=0-1,4-5", "bytes=5-2", "lines=1-2", "bytes=x-", "")).allSatisfy(strange ->
                assertThat(admin.with("Range", strange).get(address).expect(200).content()).isEqualTo("0123456789"));
        assertThat(admin.with("Range", "bytes=6-").with("If-Range", "\"another version\"").get(address).expect(200).content()).isEqualTo("0123456789");
    }

    @Test
    void onlyWhatRunsNothingIsShownInAPage() {
        String picture = add("dot.png", PNG);
        String page = add("page.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        String drawing = add("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));

        TestAnswer shown = admin.get(files + "/" + picture + "/content?inline=true").expect(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Content-Disposition")).startsWith("inline");
        for (String active : List.of(page, drawing)) {
            TestAnswer kept = admin.get(files + "/" + active + "/content?inline=true").expect(200);
            assertThat(kept.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(kept.header("Content-Disposition")).startsWith("attachment");
        }
    }

    @Test
    void hostileNamesBecomeHarmlessOnes() {
        String long300 = "很".repeat(300) + ".txt";
        TestForm form = new TestForm()
                .file("../../etc/passwd.txt", "a").file("C:\\\\temp\\\\b.txt", "b").file("photo\u202Etxt.gnp.txt", "c").file(long300, "d").file("..", "e");

        List<String> names = admin.post(files, form).expect(201).items().stream().map(file -> file.get("name").asString()).toList();

        assertThat(names).startsWith("passwd.txt", "b.txt", "phototxt.gnp.txt").endsWith("file");
        assertThat(names.get(3)).hasSize(FileNames.LONGEST).endsWith("很.txt");
        assertThat(FileNames.clean("a\u0000b\r\n.txt")).isEqualTo("ab.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.txt, '', file-empty", "setup.exe, hello, file-executable", "setup.EXE, hello, file-executable", "harmless.txt, ELF, file-executable",
        "letter.pdf, <html><body>no</body></html>, file-type-differs", "picture.png, hello, file-type-differs", "note.txt, PNG, file-type-differs"})
    void whatWouldHarmOrPretendsIsRefusedInWords(String name, String content, String code) {
        byte[] bytes = switch (content) {
            case "ELF" -> HexFormat.of().parseHex("7f454c46020101000000000000000000020034000100000000000000");
            case "PNG" -> PNG;
            default -> content.getBytes(StandardCharsets.UTF_8);
        };

        TestAnswer refused = admin.post(files, new TestForm().file("fine.txt", "fine").file(name, bytes)).expect(422);

        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        assertThat(refused.text("/errors/0/message")).doesNotContain("fault.", "{0}");
        assertThat(admin.get(files).items()).as("all of them or none").isEmpty();
    }

    @Test
    void whatIsTooLargeIsToldHowMuchIsTaken() {
        TestAnswer refused = admin.post(files, new TestForm().file("large.bin", new byte[(100 << 20) + 1])).expect(413);
        assertThat(refused.text("/errors/0/message")).contains("100 MB");
        admin.with("Content-Type", "application/json").post(files, Map.of()).expect(415);
        assertThat(admin.get(files).items()).isEmpty();
    }

    @Test
    void aFileHasVersionsOfWhichAnOldOneComesBack() {
        String file = files + "/" + add("plan.txt", "first".getBytes(StandardCharsets.UTF_8));
        admin.post(file + "/versions", new TestForm().file("plan-2.txt", "second")).expect(201);

        List<JsonNode> versions = admin.get(file + "/versions").expect(200).items();
        assertThat(versions).extracting(version -> version.get("version").asInt()).containsExactly(2, 1);
        assertThat(versions).extracting(version -> version.get("current").asBoolean()).containsExactly(true, false);
        assertThat(admin.get(file + "/content").content()).isEqualTo("second");
        String first = versions.getLast().get("id").asString();
        assertThat(admin.get(file + "/versions/" + first + "/content").expect(200).content()).isEqualTo("first");

        TestAnswer restored = admin.post(file + "/versions/" + first + "/restore", Map.of()).expect(200);

        assertThat(restored.text("/name")).isEqualTo("plan.txt");
        assertThat(restored.at("/version").asInt()).isEqualTo(3);
        assertThat(admin.get(file + "/content").content()).isEqualTo("first");
        admin.post(file + "/versions", new TestForm().file("a.txt", "a").file("b.txt", "b")).expect(400);
    }

    @Test
    void aFileIsCalledSomethingElse() {
        String file = files + "/" + add("plan.txt", "first".getBytes(StandardCharsets.UTF_8));
        assertThat(admin.patch(file, Map.of("name", "../计划.txt")).expect(200).text("/name")).isEqualTo("计划.txt");
        admin.patch(file, Map.of("name", " ")).expect(422);
        admin.patch(file, Map.of("name", "plan.exe")).expect(422);
        assertThat(admin.get(files).items().getFirst().get("name").asString()).isEqualTo("计划.txt");
    }

    @Test
    void whoeverOnlyReadsTheRecordOnlyReadsItsFiles() {
        TestClient reader = reader();
        String file = files + "/" + add("plan.txt", "first".getBytes(StandardCharsets.UTF_8));

        assertThat(reader.get(files).expect(200).at("/mayChange").asBoolean()).isFalse();
        assertThat(admin.get(files).expect(200).at("/mayChange").asBoolean()).isTrue();
        reader.get(file + "/content").expect(200);
        reader.post(files, new TestForm().file("b.txt", "b")).expect(403);
        reader.post(file + "/versions", new TestForm().file("b.txt", "b")).expect(403);
        reader.patch(file, Map.of("name", "b.txt")).expect(403);
        reader.delete(file).expect(403);
    }

    private TestClient reader() {
        TestClient reader = company.person("reader");
        String role = admin.post("/api/v1/roles", Map.of("name", "reader", "grants", List.of(
                Map.of("object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all")))))).expect(201).id();
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return reader;
    }

    @Test
    void theTimelineAndTheTrailTellOfThem() {
        String id = add("plan.txt", "first".getBytes(StandardCharsets.UTF_8));
        admin.post(files + "/" + id + "/versions", new TestForm().file("plan-2.txt", "second")).expect(201);
        admin.delete(files + "/" + id).expect(204);

        List<JsonNode> told = admin.get("/api/v1/customers/" + customer + "/timeline?kinds=files").expect(200).items();
        assertThat(told).extracting(item -> item.at("/file/name").asString()).containsExactly("plan-2.txt", "plan.txt");
        assertThat(told).allSatisfy(item -> {
            assertThat(item.at("/by/id").asString()).isEqualTo(admin.person());
            assertThat(item.at("/file/id").asString()).isEqualTo(id);
        });
        assertThat(admin.get("/api/v1/audit?kind=file-deleted").expect(200).items()).hasSize(1);
        assertThat(admin.get("/api/v1/audit?kind=file-version-added").expect(200).content()).contains("plan.txt");
    }

    @Test
    void manyFilesComeInPages() {
        for (int piece = 0; piece < 4; piece++) {
            TestForm form = new TestForm();
            for (int i = 0; i < 18; i++) {
                form.file(piece + "-" + i + ".txt", "the same");
            }
            admin.post(files, form).expect(201);
        }
        TestAnswer page = admin.get(files).expect(200);
        assertThat(page.items()).hasSize(50);
        assertThat(admin.get(files + "?page=" + page.next()).expect(200).items()).hasSize(22);
        admin.get(files + "?page=nonsense").expect(400);
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        try (var socket = new Socket(admin.program().getHost(), admin.program().getPort())) {
            socket.getOutputStream().write(("POST " + files + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + admin.headers().get("Authorization")
                    + "\r\nContent-Type: " + new TestForm().mediaType() + "\r\nContent-Length: 5000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] part = new TestForm().file("half.txt", new byte[100_000]).bytes();
            socket.getOutputStream().write(part, 0, part.length / 2);
        }
        // Asked over another connection, the program goes on.
        assertThat(admin.get(files).expect(200).items()).isEmpty();
    }

    @Test
    void equalContentsAreKeptOnceAndGoWithTheLastThatRefersToThem() throws Exception {
        byte[] bytes = ("only here " + customer).getBytes(StandardCharsets.UTF_8);
        String one = add("one.txt", bytes);
        String two = add("two.txt", bytes);
        var store = RunningProgram.get().bean(ContentStore.class);
        String hash = hash(bytes);
        assertThat(store.has(company.id(), hash)).isTrue();

        clear();
        assertThat(admin.bytes(files + "/" + one + "/content")).isEqualTo(bytes);
        assertThat(admin.bytes(files + "/" + two + "/content")).isEqualTo(bytes);
    }

    /** As though the program had been killed when the bytes were kept and the row was not. */
    @Test
    void whatNothingRefersToGoesAndCanBeBroughtAgain() throws Exception {
        byte[] bytes = ("left behind " + customer).getBytes(StandardCharsets.UTF_8);
        var store = RunningProgram.get().bean(ContentStore.class);
        leave(bytes);
        assertThat(store.has(company.id(), hash(bytes))).isTrue();

        clear();

        assertThat(store.has(company.id(), hash(bytes))).isFalse();
        String again = add("again.txt", bytes);
        assertThat(admin.bytes(files + "/" + again + "/content")).isEqualTo(bytes);
    }

    private void leave(byte[] bytes) throws Exception {
        var caller = RunningProgram.get().bean(io.keyuan.engine.Callers.class)
                .of(company.id(), java.util.UUID.fromString(admin.person()), java.util.Locale.ENGLISH);
        java.util.Objects.requireNonNull(caller).call(() -> {
            try (Incoming incoming = RunningProgram.get().bean(ContentStore.class).receive()) {
                incoming.write(bytes);
                RunningProgram.get().bean(StoredContents.class).keep(incoming);
            }
            return true;
        });
    }

    /** What was announced up to now may go. */
    private static void clear() {
        RunningProgram.get().bean(ContentUpkeep.class).clear(java.time.Instant.now(), () -> false);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String add(String name, byte[] bytes) {
        return admin.post(files, new TestForm().file(name, bytes)).expect(201).items().getFirst().get("id").asString();
    }
}

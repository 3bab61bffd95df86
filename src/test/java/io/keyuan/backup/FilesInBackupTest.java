package io.keyuan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestForm;
import io.keyuan.TestNode;
import io.keyuan.TestTenant;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.engine.file.ContentStores;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in files goes with a backup, and comes back with it. */
class FilesInBackupTest {

    private static final DatabaseAddress ORIGINAL = RunningProgram.get().database();
    private static final ContentStore STORE = RunningProgram.get().bean(ContentStore.class);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final String files = "/api/v1/customers/" + admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id() + "/files";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void filesComeBackIntoAnotherFolder() throws Exception {
        byte[] large = new byte[1_000_000];
        new Random(11).nextBytes(large);
        String first = add("large.bin", large);
        String second = add("约定.txt", "白纸黑字".getBytes(StandardCharsets.UTF_8));
        Path home = folder.resolve("home");
        DatabaseAddress copy = TestDatabase.empty();

        Restore.Restored restored = restore(copy, take(), ContentStores.of(home, name -> null));

        assertThat(restored.missing()).isZero();
        try (TestNode node = TestNode.start(copy, List.of("--keyuan.home=" + home))) {
            TestClient there = node.asked(admin);
            assertThat(there.bytes(files + "/" + first + "/content")).isEqualTo(large);
            assertThat(there.get(files + "/" + second + "/content").expect(200).content()).isEqualTo("白纸黑字");
        }
    }

    @Test
    void whatTheStorageHasLostIsToldByBackupAndRestore() throws Exception {
        byte[] bytes = ("lost " + files).getBytes(StandardCharsets.UTF_8);
        String file = add("lost.txt", bytes);
        STORE.delete(company.id(), hash(bytes));
        Path home = folder.resolve("home");
        var backup = new BackupFile(folder.resolve("lacking.keyuan.gz"));
        Backup.Written written = backup.write(new Backup(ORIGINAL::connect, "test", Optional.of(company.id()), STORE, done -> {}));
        assertThat(written.missing()).isEqualTo(1);
        assertThat(admin.get(files + "/" + file + "/content").expect(404).text("/errors/0/code")).isEqualTo("file-content-missing");

        assertThat(restore(TestDatabase.empty(), backup, ContentStores.of(home, name -> null)).missing()).isEqualTo(1);
    }

    @Test
    void aRestoreThatFailsLeavesNoContents() throws Exception {
        add("kept.txt", ("kept " + files).getBytes(StandardCharsets.UTF_8));
        BackupFile whole = take();
        byte[] bytes = Files.readAllBytes(whole.path());
        Path cut = Files.write(folder.resolve("cut.keyuan.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 20));
        Path home = folder.resolve("home");

        assertThatThrownBy(() -> restore(TestDatabase.empty(), new BackupFile(cut), ContentStores.of(home, name -> null)))
                .isInstanceOf(BackupRefused.class);

        try (var left = Files.walk(Files.createDirectories(home))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private BackupFile take() {
        var file = new BackupFile(folder.resolve("taken.keyuan.gz"));
        file.write(new Backup(ORIGINAL::connect, "test", Optional.of(company.id()), STORE, done -> {}));
        return file;
    }

    private static Restore.Restored restore(DatabaseAddress copy, BackupFile file, ContentStore store) {
        return new Restore(copy::connect, file, store, null, step -> {}).run();
    }

    private String add(String name, byte[] bytes) {
        return admin.post(files, new TestForm().file(name, bytes)).expect(201).items().getFirst().get("id").asString();
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

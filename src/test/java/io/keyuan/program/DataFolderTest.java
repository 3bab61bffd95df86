package io.keyuan.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void aNewFolderIsItsOwnersOnly(@TempDir Path parent) throws Exception {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderInUseIsRefusedUntilItIsClosed(@TempDir Path home) {
        try (DataFolder first = DataFolder.open(home)) {
            assertRefused(home, "in use", "--home");
            assertThat(first.run()).isDirectory();
        }
        DataFolder.open(home).close();
    }

    @Test
    void aFolderWithSomeoneElsesFilesIsRefusedAndLeftAlone(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("thesis.odt"), "precious");

        assertRefused(home, "not Keyuan's", "--home");
        assertThat(home).isDirectoryContaining(path -> path.endsWith("thesis.odt"))
                .isDirectoryNotContaining(path -> path.endsWith("run"));
    }

    @Test
    void aFileIsNoFolder(@TempDir Path parent) throws Exception {
        assertRefused(Files.createFile(parent.resolve("data")), "it is a file", "--home");
    }

    private static void assertRefused(Path home, String... words) {
        assertThatThrownBy(() -> DataFolder.open(home)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ExitCode.SURROUNDINGS);
            assertThat(refusal.sentence()).contains(words);
        });
    }
}

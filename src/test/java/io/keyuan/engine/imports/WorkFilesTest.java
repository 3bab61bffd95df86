package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFilesTest {

    @Test
    void whatAKilledProgramWorkedOnGoesAtTheNextStart(@TempDir Path folder) throws IOException {
        Path left = old(folder.resolve("import-123.csv"));
        Path others = old(folder.resolve("somebody-elses.csv"));
        var files = new WorkFiles(RunningProgram.get().bean(StoredFiles.class), folder);
        Path worked = files.create().path();

        files.sweepLeftovers();

        assertThat(folder.toFile().listFiles()).extracting(java.io.File::toPath).containsExactlyInAnyOrder(others, worked);
        assertThat(left).doesNotExist();
    }

    private static Path old(Path file) throws IOException {
        Files.writeString(file, "name\n");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
    }
}

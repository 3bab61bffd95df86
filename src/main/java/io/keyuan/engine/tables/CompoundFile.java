package io.keyuan.engine.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The container of old Excel files, in which also new ones are put when they are given a password. */
final class CompoundFile {
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private CompoundFile() {}

    /** Whether something in it is called what encrypted workbooks are called. */
    static boolean isEncrypted(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                matched = b == ENCRYPTED[matched] ? matched + 1 : b == ENCRYPTED[0] ? 1 : 0;
                if (matched == ENCRYPTED.length) {
                    return true;
                }
            }
            return false;
        }
    }
}

package io.keyuan.backup.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up the rows of a table. */
final class Tally {

    private final String table;
    private final MessageDigest digest = sha256();
    private long rows;
    private long bytes;

    Tally(String table) {
        this.table = table;
    }

    void add(byte[] row, int length) {
        digest.update(row, 0, length);
        rows++;
        bytes += length;
    }

    Part sum() {
        return new Part(table, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

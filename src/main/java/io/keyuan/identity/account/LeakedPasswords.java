package io.keyuan.identity.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that have leaked somewhere: those the program comes with, and those of a file that whoever runs it may put into the
 * data folder. Nothing is asked over the network. Of each only 64 bits of its SHA-1 are kept, eight bytes for a password.
 */
@Component
class LeakedPasswords {

    /** In the data folder: a password a line, or its SHA-1 as leaks are published, {@code <40 hex digits>[:count]}. */
    static final String FILE = "leaked-passwords.txt";

    private static final Logger LOG = LoggerFactory.getLogger(LeakedPasswords.class);
    private static final String SHIPPED = "/io/keyuan/identity/leaked-passwords.txt.gz";
    private static final Pattern PUBLISHED = Pattern.compile("[0-9A-Fa-f]{40}(:\\d+)?");
    private static final int HEX_DIGITS = 16;
    private static final long AT_MOST = 20_000_000;

    private final long[] keys;

    LeakedPasswords(@Value("${keyuan.home:}") String home) {
        Path own = Path.of(home, FILE);
        keys = LongStream.concat(shipped(), home.isEmpty() ? LongStream.empty() : own(own)).sorted().distinct().toArray();
    }

    boolean contain(String password) {
        return Arrays.binarySearch(keys, key(password)) >= 0
                || Arrays.binarySearch(keys, key(password.toLowerCase(Locale.ROOT))) >= 0;
    }

    private static LongStream shipped() {
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(LeakedPasswords.class.getResourceAsStream(SHIPPED)));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return LongStream.of(keys(lines.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that cannot be read must not keep anybody from signing in. */
    private static LongStream own(Path file) {
        if (!Files.isReadable(file)) {
            return LongStream.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return LongStream.of(keys(lines));
        } catch (IOException | UncheckedIOException failure) {
            LOG.warn("{} cannot be read and is left aside", file, failure);
            return LongStream.empty();
        }
    }

    private static long[] keys(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty()).limit(AT_MOST).mapToLong(LeakedPasswords::keyOfLine).toArray();
    }

    private static long keyOfLine(String line) {
        return PUBLISHED.matcher(line).matches()
                ? HexFormat.fromHexDigitsToLong(line, 0, HEX_DIGITS)
                : key(line);
    }

    /** SHA-1, since that is how leaks are published; it protects nothing here. */
    private static long key(String password) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}

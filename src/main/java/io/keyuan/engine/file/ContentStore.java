package io.keyuan.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * Where the bytes of files are, each content of a company under the SHA-256 of its bytes, in hexadecimal digits. What is stored never
 * changes, so that to store it twice is to store it once.
 */
@NamedInterface("files")
public interface ContentStore {

    /** Begins to take in bytes; the same bytes may be here already. */
    Incoming receive() throws IOException;

    /** Keeps what came in, on stable storage when this returns. Does nothing where it is here. */
    void keep(UUID tenant, Incoming content) throws IOException;

    boolean has(UUID tenant, String hash) throws IOException;

    /** @throws NoSuchFileException where it is not here */
    default InputStream open(UUID tenant, String hash) throws IOException {
        return open(tenant, hash, 0);
    }

    /**
     * @param from how many bytes to leave out, fewer than there are or none
     * @throws NoSuchFileException where it is not here
     */
    InputStream open(UUID tenant, String hash, long from) throws IOException;

    /** Does nothing where it is not here. */
    void delete(UUID tenant, String hash) throws IOException;

    /** Clears away what came in and was never kept, since whoever brought it is long gone. */
    void forgetLeftovers() throws IOException;

    /** For people: where this is. */
    String place();
}

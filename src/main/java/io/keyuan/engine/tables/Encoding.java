package io.keyuan.engine.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a file are coded.
 *
 * @param mark bytes of the byte order mark at its beginning, mostly 0
 */
record Encoding(Charset charset, int mark) {

    /** Reads a file from after its mark; a byte that means nothing raises a CharacterCodingException. */
    Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.skipNBytes(mark);
        return new InputStreamReader(bytes, decoder());
    }

    /** A decoder that takes no byte for granted. */
    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}

package io.keyuan.engine.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** A document and the strong tag by which a client finds out that it has it already. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaggedJson(byte[] body, String etag) {

    static TaggedJson of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new TaggedJson(body, "\"" + HexFormat.of().formatHex(hash, 0, hash.length / 2) + "\"");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @return null where 304 says it all */
    @Nullable ResponseEntity<byte[]> answer(ServletWebRequest exchange) {
        if (exchange.checkNotModified(etag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}

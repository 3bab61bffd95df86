package io.keyuan.identity.company;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The picture on the company's papers. */
@RestController
@RequestMapping("/api/v1/settings/logo")
class LogoController {

    private final CompanyStore store;
    private final TransactionTemplate transaction;

    LogoController(CompanyStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** Shown inside pages, never as a page: what is in it was looked at when it came. */
    @GetMapping
    ResponseEntity<byte[]> get() {
        CompanyStore.Logo logo = store.logo().orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.type()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(logo.content());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(MultipartHttpServletRequest form) throws IOException {
        requireRight();
        MultipartFile file = form.getFile("file");
        if (file == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("file", "missing-parameter"));
        }
        try (InputStream content = file.getInputStream()) {
            CompanyStore.Logo logo = Picture.checked(content.readNBytes(Picture.MOST_BYTES + 1));
            transaction.executeWithoutResult(status -> store.keep(logo));
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete() {
        requireRight();
        transaction.executeWithoutResult(status -> store.keep(null));
    }

    private static void requireRight() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}

package io.keyuan.engine.file;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes files out of a form, looks at them, and keeps their contents. */
@Component
class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final ContentStore store;
    private final StoredContents contents;
    private final FileTypes types;
    private final List<FileCheck> checks;
    private final DataSize most;

    Reception(
            ContentStore store, StoredContents contents, FileTypes types, List<FileCheck> checks, @Value("${keyuan.files.max-size}") DataSize most) {
        this.store = store;
        this.contents = contents;
        this.types = types;
        this.checks = checks;
        this.most = most;
    }

    /** @return at least one; all of them are looked at before the first is kept for anybody */
    List<Received> all(FileGate.Place place, HttpServletRequest request) {
        List<Received> received = new ArrayList<>();
        for (MultipartFile file : sent(request)) {
            received.add(receive((name, content) -> receive(place, name, content), file));
        }
        return received;
    }

    private List<MultipartFile> sent(HttpServletRequest request) {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) {
            throw Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
        List<MultipartFile> files = form.getFiles("file");
        if (files.isEmpty()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("file", "missing-parameter"));
        }
        files.forEach(this::checkSize);
        return files;
    }

    /** @throws Problem where there are several */
    Received one(FileGate.Place place, HttpServletRequest request) {
        return receive((name, content) -> receive(place, name, content), single(request));
    }

    private MultipartFile single(HttpServletRequest request) {
        List<MultipartFile> all = sent(request);
        if (all.size() > 1) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("file", "one-file-only"));
        }
        return all.getFirst();
    }

    /** What belongs to no record yet. */
    Received loose(HttpServletRequest request) {
        return receive(this::keep, single(request));
    }

    private void checkSize(MultipartFile file) {
        if (file.getSize() > most.toBytes()) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at("file", "file-too-large", most.toMegabytes()));
        }
        if (file.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "file-empty"));
        }
    }

    private Received receive(Keeping keeping, MultipartFile file) {
        String given = file.getOriginalFilename();
        String name = FileNames.clean(given == null ? "" : given);
        try (InputStream content = file.getInputStream()) {
            return keeping.keep(name, content);
        } catch (IOException failure) {
            // Not the caller's fault, and maybe soon over.
            LOG.error("A file could not be kept in {}", store.place(), failure);
            throw Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("file-not-kept"));
        }
    }

    /** Takes in what the program itself has made, or what somebody sends. */
    Received receive(FileGate.Place place, String name, InputStream content) throws IOException {
        return receive(name, content, incoming -> {
            for (FileCheck check : checks) {
                check.check(place.type(), place.record(), incoming.path());
            }
        });
    }

    private Received keep(String name, InputStream content) throws IOException {
        return receive(name, content, incoming -> {});
    }

    private Received receive(String name, InputStream content, Look look) throws IOException {
        try (Incoming incoming = store.receive()) {
            incoming.all(content);
            String type = types.checked(incoming.path(), name);
            look.at(incoming);
            contents.keep(incoming);
            return new Received(name, incoming.hash(), incoming.size(), type);
        }
    }

    /** Keeps one content. */
    private interface Keeping {
        Received keep(String name, InputStream content) throws IOException;
    }

    /** Looks at a content before it is kept. */
    private interface Look {
        void at(Incoming content) throws IOException;
    }
}

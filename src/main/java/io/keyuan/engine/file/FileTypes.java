package io.keyuan.engine.file;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds out by its content what a file is, whatever its name or whoever sends it says, and refuses what would harm whoever opens it. */
@Component
class FileTypes {

    /** A thousand types and how they begin, read when the first file comes. */
    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
        static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();
    }

    /** Begin in a way of their own: what is called so is so, or pretends. */
    private static final Set<String> SURE = Set.of(
            "application/pdf", "image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff");

    /** Shown by browsers without running anything. */
    private static final Set<String> SHOWN = Set.of(
            "application/pdf", "image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private final Set<String> refusedEndings;
    private final List<MediaType> refusedTypes;

    FileTypes(
            @Value("${keyuan.files.refused-endings}") Set<String> refusedEndings,
            @Value("${keyuan.files.refused-types}") List<String> refusedTypes) {
        this.refusedEndings = refusedEndings;
        this.refusedTypes = refusedTypes.stream().map(MediaType::parse).toList();
    }

    /**
     * @param name as it is kept
     * @throws Problem where the content is not what the name says, or may not be kept at all
     */
    String checked(Path content, String name) throws IOException {
        MediaType found;
        try (TikaInputStream in = TikaInputStream.get(content)) {
            found = Known.TYPES.detect(in, named(name));
        }
        checkName(name);
        if (refusedTypes.stream().anyMatch(refused -> is(found, refused))) {
            throw refused("file-executable", ending(name));
        }
        MediaType called = Known.TYPES.detect(null, named(name));
        if (!called.equals(MediaType.OCTET_STREAM) && !is(found, called) && (isSure(called) || isSure(found) && !is(called, found))) {
            throw refused("file-type-differs", found.getBaseType().toString(), ending(name));
        }
        return found.getBaseType().toString();
    }

    /** @throws Problem where files that are called so may not be kept */
    void checkName(String name) {
        if (refusedEndings.contains(FileNames.ending(name))) {
            throw refused("file-executable", ending(name));
        }
    }

    /** Whether a browser may show it in a page instead of keeping it. */
    static boolean isShown(String type) {
        return SHOWN.contains(type);
    }

    private static Metadata named(String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return metadata;
    }

    private static boolean is(MediaType type, MediaType wider) {
        return type.getBaseType().equals(wider) || Known.REGISTRY.isSpecializationOf(type.getBaseType(), wider);
    }

    private static boolean isSure(MediaType type) {
        return SURE.contains(type.getBaseType().toString());
    }

    private static String ending(String name) {
        return FileNames.ending(name).toUpperCase(Locale.ROOT);
    }

    private static Problem refused(String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", code, args));
    }
}

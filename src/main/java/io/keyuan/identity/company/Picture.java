package io.keyuan.identity.company;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures that people bring, known by their content whatever their name says. What is kept is written anew from the pixels,
 * so that nothing that hid in the file comes along.
 */
final class Picture {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_PIXELS = 2_000;
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg");

    private Picture() {}

    /** @throws Problem where it is too large, or no picture that can be shown */
    static CompanyStore.Logo checked(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw Problem.of(ProblemKind.TOO_LARGE);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            return read(in);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Problem problem ? problem : noPicture();
        }
    }

    private static CompanyStore.Logo read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw noPicture();
        }
        ImageReader reader = readers.next();
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            String type = TYPES.get(format);
            reader.setInput(in, true, true);
            if (type == null) {
                throw noPicture();
            }
            // Said by its head, before memory is taken for all of it.
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "picture-too-large", MOST_PIXELS));
            }
            return new CompanyStore.Logo(written(reader.read(0), format), type);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw noPicture();
        }
        return out.toByteArray();
    }

    private static Problem noPicture() {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at("file", "not-picture"));
    }
}

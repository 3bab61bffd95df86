package io.keyuan.engine.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how the characters of a file are coded, among the ways Chinese tables come in.
 *
 * <p>A byte order mark decides; then UTF-16 shows by the zero bytes of its separators and line ends; then UTF-8, which
 * other text hardly ever happens to be; what is left is GB18030, unless it makes better sense as the Big5 of Windows.
 */
final class EncodingDetector {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Big5 with the characters Windows added; Java's plain Big5 lacks some that are in daily use. */
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    /** Characters often seen in the headers of tables, in both scripts. */
    private static final String IN_HEADERS =
            "客户戶公司名称稱姓电電话話手机機备備注註地址联聯系絡人产產品订訂单單金额額日期编編号號部门門职職务務邮郵箱来來源状狀态態";

    /** The share of plausible characters that makes bytes UTF-16. */
    private static final double PLAUSIBLE = 0.9;

    private record Mark(byte[] bytes, Charset charset) {
        boolean begins(byte[] head) {
            return ByteBuffer.wrap(head, 0, Math.min(head.length, bytes.length)).equals(ByteBuffer.wrap(bytes));
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8),
            new Mark(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE),
            new Mark(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE),
            new Mark(new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33}, GB18030));

    private EncodingDetector() {}

    /** The encoding a byte order mark names. */
    static Optional<Encoding> marked(byte[] head) {
        return MARKS.stream()
                .filter(mark -> mark.begins(head))
                .map(mark -> new Encoding(mark.charset(), mark.bytes().length))
                .findFirst();
    }

    /** UTF-16 without a mark, if the zero bytes at the beginning of a file are those of text; empty for other zeros. */
    static Optional<Encoding> utf16(byte[] head) {
        double little = plausibility(head, StandardCharsets.UTF_16LE);
        double big = plausibility(head, StandardCharsets.UTF_16BE);
        if (Math.max(little, big) < PLAUSIBLE) {
            return Optional.empty();
        }
        return Optional.of(new Encoding(little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0));
    }

    /** The encoding of bytes among which there is no zero, starting at a whole character; the end may be cut. */
    static Encoding byteBased(byte[] sample) {
        if (decodes(sample, StandardCharsets.UTF_8)) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        boolean taiwanese = decodes(sample, BIG5) && (!decodes(sample, GB18030) || ratherBig5(sample));
        return new Encoding(taiwanese ? BIG5 : GB18030, 0);
    }

    /** Most files show by their characters; of a file with a word or two, the words of headers decide. */
    private static boolean ratherBig5(byte[] sample) {
        int more = Double.compare(commonInBig5(sample), commonInGb(sample));
        return more > 0 || more == 0 && headerCharacters(sample, BIG5) > headerCharacters(sample, GB18030);
    }

    private static long headerCharacters(byte[] sample, Charset charset) {
        String text = decode(sample, new Encoding(charset, 0));
        return text.chars().filter(c -> c >= 0x80 && IN_HEADERS.indexOf(c) >= 0).count();
    }

    /** Decodes as much as is whole and valid. */
    static String decode(byte[] sample, Encoding encoding) {
        ByteBuffer bytes = ByteBuffer.wrap(sample);
        bytes.position(Math.min(encoding.mark(), sample.length));
        CharBuffer text = CharBuffer.allocate(sample.length);
        encoding.decoder().decode(bytes, text, false);
        return text.flip().toString();
    }

    private static boolean decodes(byte[] sample, Charset charset) {
        CharBuffer text = CharBuffer.allocate(sample.length);
        return !new Encoding(charset, 0).decoder().decode(ByteBuffer.wrap(sample), text, false).isError();
    }

    private static double plausibility(byte[] head, Charset charset) {
        String text = decode(head, new Encoding(charset, 0));
        long plausible = text.chars().filter(EncodingDetector::isPlausible).count();
        return head.length < 2 ? 0 : plausible / (head.length / 2.0);
    }

    private static boolean isPlausible(int c) {
        return c >= ' ' && c < 0x250
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= 0x2000 && c < 0x2100
                || c >= 0x3000 && c < 0x3100
                || c >= 0x4E00 && c < 0xA000
                || c >= 0xD800 && c < 0xE000
                || c >= 0xFF00 && c < 0xFFF0;
    }

    /** The share of characters that are in the rows where GB2312 has its 3,755 common ones. */
    private static double commonInGb(byte[] sample) {
        return share(sample, 0xB0, 0xD7, 0xA1);
    }

    /** The share of characters that are in the rows where Big5 has its 5,401 common ones. */
    private static double commonInBig5(byte[] sample) {
        return share(sample, 0xA4, 0xC6, 0x40);
    }

    /** The share of double bytes, punctuation aside, that lie in certain rows. */
    private static double share(byte[] sample, int first, int last, int leastTrail) {
        int common = 0;
        int all = 0;
        for (int i = 0; i + 1 < sample.length; i++) {
            int lead = sample[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = sample[++i] & 0xFF;
            boolean punctuation = lead >= 0xA1 && lead <= 0xA3;
            all += punctuation ? 0 : 1;
            common += lead >= first && lead <= last && trail >= leastTrail ? 1 : 0;
        }
        return all == 0 ? 0 : (double) common / all;
    }
}

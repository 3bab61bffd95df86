package io.keyuan.engine.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Which bytes of a content are asked for: all, or one piece of them, as who goes on with a download or turns the pages of a
 * long document asks.
 *
 * @param length how many; negative where there are none such
 */
record Span(long from, long length, boolean whole) {

    private static final Span NONE = new Span(0, -1, false);

    /** Whatever cannot be understood, several pieces, and a piece of another version ask for the whole. */
    static Span of(HttpServletRequest request, RecordFile.Version version) {
        var all = new Span(0, version.size(), true);
        String wanted = request.getHeader(HttpHeaders.RANGE);
        String only = request.getHeader(HttpHeaders.IF_RANGE);
        if (wanted == null || only != null && !only.equals('"' + version.hash() + '"')) {
            return all;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(wanted);
        } catch (IllegalArgumentException strange) {
            return all;
        }
        if (ranges.size() != 1) {
            return all;
        }
        long from = ranges.getFirst().getRangeStart(version.size());
        long to = Math.min(ranges.getFirst().getRangeEnd(version.size()), version.size() - 1);
        return from >= version.size() ? NONE : new Span(from, to - from + 1, false);
    }

    void announce(HttpServletResponse response, long size) {
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentLengthLong(length);
        if (!whole) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, from + length - 1, size));
        }
    }
}

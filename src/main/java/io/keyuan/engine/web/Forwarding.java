package io.keyuan.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the reverse proxies say of a request: by {@code Forwarded} (RFC 7239), else by {@code X-Forwarded-For},
 * {@code -Proto}, {@code -Host} and {@code -Port}. Each proxy adds at the end, so what the outermost one of ours has seen
 * stands as many places from the end as there are proxies; what is before that somebody else made up.
 *
 * @param address of the client; null where none was named that is one
 * @param scheme http or https; null where unnamed
 * @param host null where unnamed
 * @param port null where unnamed
 */
record Forwarding(@Nullable String address, @Nullable String scheme, @Nullable String host, @Nullable Integer port) {

    private static final String FORWARDED = "Forwarded";
    private static final Pattern PAIR = Pattern.compile("(?i)(for|proto|host)\\s*=\\s*(\"[^\"]*\"|[^;,\\s]*)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d+");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    static Forwarding of(HttpServletRequest request, int proxies) {
        String forwarded = outermost(request, FORWARDED, proxies);
        return forwarded == null
                ? of(
                        outermost(request, "X-Forwarded-For", proxies),
                        outermost(request, "X-Forwarded-Proto", proxies),
                        outermost(request, "X-Forwarded-Host", proxies),
                        outermost(request, "X-Forwarded-Port", proxies))
                : of(member("for", forwarded), member("proto", forwarded), member("host", forwarded), null);
    }

    private static Forwarding of(
            @Nullable String address, @Nullable String scheme, @Nullable String host, @Nullable String port) {
        Matcher named = HOST.matcher(host == null ? "" : host);
        boolean known = named.matches();
        String ofHost = known ? named.group(2) : null;
        return new Forwarding(address(address), scheme(scheme), known ? named.group(1) : null, port(port == null ? ofHost : port));
    }

    /** Among all that proxies have said, what the outermost of ours did. */
    private static @Nullable String outermost(HttpServletRequest request, String header, int proxies) {
        List<String> said = Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return said.isEmpty() ? null : said.get(Math.max(0, said.size() - proxies));
    }

    private static @Nullable String member(String name, String element) {
        Matcher pair = PAIR.matcher(element);
        while (pair.find()) {
            if (pair.group(1).equalsIgnoreCase(name)) {
                return pair.group(2).replace("\"", "");
            }
        }
        return null;
    }

    /** Proxies may say that they do not know, or give a port along. */
    private static @Nullable String address(@Nullable String text) {
        String bare = text == null ? "" : text;
        for (Pattern form : List.of(BRACKETED, WITH_PORT)) {
            Matcher matched = form.matcher(bare);
            bare = matched.matches() ? matched.group(1) : bare;
        }
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable String scheme(@Nullable String text) {
        String scheme = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return List.of("http", "https").contains(scheme) ? scheme : null;
    }

    private static @Nullable Integer port(@Nullable String text) {
        boolean number = text != null && text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
        return number ? Integer.valueOf(text) : null;
    }
}

package io.keyuan.identity.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of itself, as far as it tells its owner which one it is. Anybody can say anything there.
 *
 * @param name such as {@code Firefox 145}; null where it is none we know
 * @param system such as {@code Windows}; null where it is none we know
 */
record Browser(@Nullable String name, @Nullable String system) {

    /** Those that also call themselves by another's name come before that. */
    private static final Pattern NAMES =
            Pattern.compile("(MicroMessenger|Edg|OPR|SamsungBrowser|Firefox|FxiOS|CriOS|Chrome)[A-Za-z]*/(\\d+)|Version/(\\d+)\\S* .*(Safari)/");

    private static final Map<String, String> KNOWN_AS = Map.of(
            "MicroMessenger", "WeChat", "Edg", "Edge", "OPR", "Opera", "SamsungBrowser", "Samsung Internet", "FxiOS", "Firefox",
            "CriOS", "Chrome");

    private static final Map<String, String> SYSTEMS = systems();

    private static Map<String, String> systems() {
        Map<String, String> systems = new LinkedHashMap<>();
        systems.put("HarmonyOS", "HarmonyOS");
        systems.put("Android", "Android");
        systems.put("iPhone", "iPhone");
        systems.put("iPad", "iPad");
        systems.put("Windows", "Windows");
        systems.put("Mac OS X", "macOS");
        systems.put("CrOS", "ChromeOS");
        systems.put("Linux", "Linux");
        return systems;
    }

    static Browser of(@Nullable String agent) {
        return agent == null ? new Browser(null, null) : new Browser(name(agent), system(agent));
    }

    private static @Nullable String name(String agent) {
        Matcher matcher = NAMES.matcher(agent);
        String best = null;
        int rank = Integer.MAX_VALUE;
        while (matcher.find()) {
            String found = matcher.group(1) == null ? "Safari" : matcher.group(1);
            String version = matcher.group(1) == null ? matcher.group(3) : matcher.group(2);
            int its = found.equals("Chrome") || found.equals("Safari") ? 1 : 0;
            if (its < rank) {
                best = KNOWN_AS.getOrDefault(found, found) + " " + version;
                rank = its;
            }
        }
        return best;
    }

    private static @Nullable String system(String agent) {
        return SYSTEMS.entrySet().stream()
                .filter(each -> agent.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}

package io.keyuan.engine.webhook;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes webhooks of what administrators send, or says all that is wrong with it. */
@Component
class WebhookReading {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 1_000;
    private static final int MOST_NAMES = 200;

    private final ObjectTypes types;

    WebhookReading(ObjectTypes types) {
        this.types = types;
    }

    /** In a change, what is null stays as it is. */
    record Body(
            @Nullable String name, @Nullable String url, @Nullable List<@Nullable String> objects, @Nullable List<@Nullable String> actions,
            @Nullable Boolean ownNetwork, @Nullable Boolean active) {}

    /** @throws Problem with everything that is wrong */
    Webhook read(UUID id, long version, @Nullable Webhook before, Body body) {
        List<Fault> faults = new ArrayList<>();
        boolean ownNetwork = body.ownNetwork() == null ? before != null && before.ownNetwork() : body.ownNetwork();
        Webhook webhook = new Webhook(
                id, version,
                text("name", body.name(), before == null ? "" : before.name(), LONGEST_NAME, faults),
                url(text("url", body.url(), before == null ? "" : before.url(), LONGEST_URL, faults), ownNetwork, faults),
                among("objects", body.objects(), before == null ? List.of() : before.objects(), objects(), faults),
                among("actions", body.actions(), before == null ? List.of() : before.actions(), Set.copyOf(Happening.codes()), faults),
                ownNetwork,
                body.active() == null ? before == null || before.active() : body.active(),
                null);
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return webhook;
    }

    private Set<String> objects() {
        return types.all().stream().map(ObjectType::path).collect(Collectors.toSet());
    }

    private static String text(String path, @Nullable String given, String before, int longest, List<Fault> faults) {
        String text = given == null ? before : given.strip();
        try {
            TextType.checkCharacters(text);
        } catch (BadValue bad) {
            faults.add(Fault.at(path, "bad-value"));
            return "";
        }
        if (text.isEmpty()) {
            faults.add(Fault.at(path, "required"));
        } else if (text.length() > longest) {
            faults.add(Fault.at(path, "too-long", longest, text.length()));
        }
        return text;
    }

    private static String url(String text, boolean ownNetwork, List<Fault> faults) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (!web || address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
                faults.add(Fault.at("url", "not-web-address"));
            } else if ("http".equalsIgnoreCase(address.getScheme()) && !ownNetwork) {
                faults.add(Fault.at("url", "web-address-not-https"));
            }
        } catch (URISyntaxException malformed) {
            faults.add(Fault.at("url", "not-web-address"));
        }
        return text;
    }

    private static List<String> among(
            String path, @Nullable List<@Nullable String> given, List<String> before, Set<String> known, List<Fault> faults) {
        if (given == null) {
            return before;
        }
        if (given.size() > MOST_NAMES || !given.stream().allMatch(name -> name != null && known.contains(name))) {
            faults.add(Fault.at(path, "bad-value"));
            return List.of();
        }
        return given.stream().map(String::valueOf).distinct().sorted().toList();
    }
}

package io.keyuan.mail.outgoing;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.settings.MailSettings;
import io.keyuan.mail.settings.Security;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at wanted settings, and says everything that is wrong with them at once. */
final class CheckedSettings {

    private static final int LENGTH = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final String FALLBACK = "nobody@example.invalid";

    private final WantedSettings wanted;
    private final List<Fault> faults = new ArrayList<>();

    private CheckedSettings(WantedSettings wanted) {
        this.wanted = wanted;
    }

    /**
     * @param seenAt where the administrator sees the console
     * @return without a password
     * @throws Problem that names everything wrong
     */
    static MailSettings of(WantedSettings wanted, String seenAt) {
        return new CheckedSettings(wanted).checked(seenAt);
    }

    private MailSettings checked(String seenAt) {
        String host = host();
        int port = port();
        Security security = security();
        String user = text("user", wanted.user());
        if (user != null && security == Security.NONE && !isOwnMachine(host)) {
            faults.add(Fault.at("security", "mail-password-in-the-open"));
        }
        var from = new Mailbox(Objects.requireNonNullElse(address("fromAddress", wanted.fromAddress(), true), FALLBACK), text("fromName", wanted.fromName()));
        String replyTo = address("replyTo", wanted.replyTo(), false);
        String publicAddress = publicAddress(seenAt);
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        return new MailSettings(host, port, security, user, null, from, replyTo, publicAddress);
    }

    private String host() {
        String host = text("host", wanted.host());
        if (host == null) {
            faults.add(Fault.at("host", "required"));
        } else if (!host.matches("[\\p{L}\\p{N}._:-]+")) {
            faults.add(Fault.at("host", "not-host"));
        }
        return Objects.requireNonNullElse(host, "");
    }

    private int port() {
        Integer port = wanted.port();
        if (port == null) {
            faults.add(Fault.at("port", "required"));
        } else if (port < 1 || port > HIGHEST_PORT) {
            faults.add(Fault.at("port", "not-port", HIGHEST_PORT));
        }
        return port == null ? 0 : port;
    }

    private Security security() {
        var security = Security.of(Objects.requireNonNullElse(wanted.security(), ""));
        if (security.isEmpty()) {
            faults.add(Fault.at("security", wanted.security() == null ? "required" : "not-choice"));
        }
        return security.orElse(Security.TLS);
    }

    /** Nobody listens between a program and its own machine. */
    private static boolean isOwnMachine(String host) {
        if (Set.of("localhost", "localhost.").contains(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private @Nullable String address(String path, @Nullable String wantedAddress, boolean required) {
        String address = text(path, wantedAddress);
        if (address == null) {
            if (required) {
                faults.add(Fault.at(path, "required"));
            }
            return null;
        }
        if (!Mailbox.isAddress(address)) {
            faults.add(Fault.at(path, "not-email"));
            return null;
        }
        return address;
    }

    private @Nullable String text(String path, @Nullable String value) {
        String text = value == null || value.isBlank() ? null : value.strip();
        if (text != null && text.length() > LENGTH) {
            faults.add(Fault.at(path, "too-long", LENGTH, text.length()));
        } else if (text != null && text.matches("(?s).*\\p{Cntrl}.*")) {
            faults.add(Fault.at(path, "mail-one-line"));
        }
        return text;
    }

    private String publicAddress(String seenAt) {
        String address = Objects.requireNonNullElse(text("publicAddress", wanted.publicAddress()), seenAt).replaceAll("/+$", "");
        if (!isWebAddress(address)) {
            faults.add(Fault.at("publicAddress", "not-url"));
        }
        return address;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = uri.getScheme() != null && Set.of("http", "https").contains(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}

package io.keyuan.mail.outgoing;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.mail.settings.MailSettings;
import io.keyuan.mail.settings.MailSettingsStore;
import io.keyuan.mail.smtp.MailSecrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How a company's mail goes out, for its administrators. The password is never answered. */
@RestController
@RequestMapping("/api/v1/settings/mail")
class MailSettingsController {

    private final MailSettingsStore store;
    private final MailSecrets secrets;
    private final PostOffice post;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    MailSettingsController(MailSettingsStore store, MailSecrets secrets, PostOffice post, AuditTrail trail, TransactionTemplate transaction) {
        this.store = store;
        this.secrets = secrets;
        this.post = post;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, @Nullable Object> read() {
        requireAdministrator();
        return answer(store.find());
    }

    @PutMapping
    Map<String, @Nullable Object> change(@RequestBody WantedSettings wanted) {
        MailSettings checked = checked(wanted);
        set(withPassword(checked, wanted.password()));
        return answer(store.find());
    }

    /** Where the server is another one, there is no password from now on; the public address stays. */
    void replace(WantedSettings wanted) {
        requireAdministrator();
        MailSettings old = store.find().orElse(null);
        MailSettings checked = CheckedSettings.of(wanted, old == null ? seenAt() : old.publicAddress());
        set(old == null || checked.speaksToAnother(old) ? checked : withPassword(checked, null));
    }

    private static MailSettings checked(WantedSettings wanted) {
        requireAdministrator();
        return CheckedSettings.of(wanted, seenAt());
    }

    private static String seenAt() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private void set(MailSettings settings) {
        transaction.executeWithoutResult(status -> {
            store.set(settings);
            trail.keep(AuditEvent.of("mail-settings-changed", Map.of("host", settings.host(), "port", settings.port())));
            post.tryAgain();
        });
    }

    @DeleteMapping
    ResponseEntity<Void> remove() {
        requireAdministrator();
        transaction.executeWithoutResult(status -> {
            store.remove();
            trail.keep(AuditEvent.of("mail-settings-removed", Map.of()));
        });
        return ResponseEntity.noContent().build();
    }

    /** One that is there already is never told to another server, nor in another way, than it was given for. */
    private MailSettings withPassword(MailSettings checked, @Nullable String password) {
        if (checked.user() == null) {
            return checked;
        }
        if (password != null) {
            return password.isEmpty() ? checked : checked.withPassword(secrets.sealed(password));
        }
        MailSettings old = store.find().filter(settings -> settings.password() != null).orElse(null);
        if (old == null) {
            return checked;
        }
        if (checked.speaksToAnother(old)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("password", "mail-password-again"));
        }
        return checked.withPassword(old.password());
    }

    private static Map<String, @Nullable Object> answer(Optional<MailSettings> found) {
        MailSettings settings = found.orElse(null);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("configured", settings != null);
        answer.put("host", settings == null ? null : settings.host());
        answer.put("port", settings == null ? null : settings.port());
        answer.put("security", settings == null ? null : settings.security().code());
        answer.put("user", settings == null ? null : settings.user());
        answer.put("hasPassword", settings != null && settings.password() != null);
        answer.put("fromAddress", settings == null ? null : settings.from().address());
        answer.put("fromName", settings == null ? null : settings.from().name());
        answer.put("replyTo", settings == null ? null : settings.replyTo());
        answer.put("publicAddress", settings == null ? null : settings.publicAddress());
        return answer;
    }

    static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}

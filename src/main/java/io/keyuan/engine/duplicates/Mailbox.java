package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Folding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of mail as its server delivers it.
 *
 * @param everybodys whether it is by its name that of an office rather than of a person
 */
record Mailbox(String address, boolean everybodys) {

    private static final Set<String> OFFICES = Set.of(
            "info", "sales", "office", "mail", "email", "admin", "service", "services", "support", "hello", "kontakt", "contact", "hr", "market",
            "marketing", "webmaster", "post", "team", "business", "company", "enquiries", "kefu", "xiaoshou", "yewu", "shangwu", "bangongshi");

    static @Nullable Mailbox of(String written) {
        String folded = Folding.fold(written).strip();
        int at = folded.lastIndexOf('@');
        if (at <= 0 || at == folded.length() - 1) {
            return null;
        }
        String local = folded.substring(0, at);
        int tag = local.indexOf('+');
        String domain = folded.substring(at + 1).replaceFirst("^googlemail\\.com$", "gmail.com");
        String box = tag > 0 ? local.substring(0, tag) : local;
        return new Mailbox((domain.equals("gmail.com") ? box.replace(".", "") : box) + '@' + domain, OFFICES.contains(box));
    }
}

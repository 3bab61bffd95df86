package io.keyuan.onboarding;

import static io.keyuan.activities.ContactLog.CONTACT_LOG;
import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.sales.Opportunity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be done once, in the order in which it is best done. */
enum Step {
    /** The company is called, counts and writes as it does. */
    COMPANY,
    /** Somebody else may sign in. */
    PEOPLE,
    /** There are customers, be they the company's or those of the sample company. */
    CUSTOMERS,
    /** What was said with a customer is written down. */
    LOG,
    /** There is a sale of one's own. */
    OPPORTUNITY,
    /** It is settled how mail goes out. */
    MAIL,
    /** The console was opened on a phone. */
    PHONE,
    /** The keys were looked at. */
    KEYS;

    private static final List<Step> OF_ADMINISTRATORS = List.of(COMPANY, PEOPLE, CUSTOMERS, OPPORTUNITY, MAIL);
    private static final List<Step> OF_OTHERS = List.of(LOG, OPPORTUNITY, PHONE, KEYS);

    /** What the {@linkplain Caller#current() current caller} has to do, as far as they may. */
    static List<Step> ofCaller(Access access) {
        List<Step> steps = Caller.current().administers() ? OF_ADMINISTRATORS : OF_OTHERS;
        return steps.stream().filter(step -> step.isPossible(access)).toList();
    }

    private boolean isPossible(Access access) {
        ObjectType made = switch (this) {
            case CUSTOMERS -> CUSTOMER;
            case LOG -> CONTACT_LOG;
            case OPPORTUNITY -> Opportunity.OPPORTUNITY;
            case COMPANY, PEOPLE, MAIL, PHONE, KEYS -> null;
        };
        return made == null || access.may(Right.CREATE, made);
    }

    /** Whether nothing that is stored tells it, so that the console does. */
    boolean isTold() {
        return this == PHONE || this == KEYS;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}

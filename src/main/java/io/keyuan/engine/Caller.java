package io.keyuan.engine;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the program acts. Bound for the length of a request or a step of a job; every statement is checked
 * against its tenant, every record against what this person may.
 *
 * @param person the id of a record of the object that is {@link Capability#PEOPLE}
 * @param mandate what bounds what the person may, as long as they act like this
 * @param operation what groups the changes of a bulk operation, so that they can be undone together; null for single ones
 */
public record Caller(UUID tenant, UUID person, boolean administrator, Locale locale, Mandate mandate, @Nullable UUID operation) {

    /** The attribute of a request that says whose it was, for what is written about it afterwards. */
    public static final String ATTRIBUTE = "io.keyuan.engine.Caller";

    /** Stands where no person did something, but the program by itself. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public Caller(UUID tenant, UUID person, boolean administrator, Locale locale, @Nullable UUID operation) {
        this(tenant, person, administrator, locale, Mandate.FULL, operation);
    }

    /**
     * What a person may do here and now of what they may.
     *
     * @param role they may no more than this role allows; null for all they may
     * @param looking whether they may only look
     * @param seenBy the administrator who sees what the person sees; null where it is the person
     */
    public record Mandate(@Nullable UUID role, boolean looking, @Nullable UUID seenBy) {

        public static final Mandate FULL = new Mandate(null, false, null);

        public static Mandate seenBy(UUID administrator) {
            return new Mandate(null, true, administrator);
        }
    }

    /** The program by itself, for what it does for a company behind everybody. */
    public static Caller nobodyOf(UUID tenant) {
        return new Caller(tenant, NOBODY, false, Languages.ENGLISH, null);
    }

    /** @throws IllegalStateException where nobody is bound: a statement without a tenant must not run */
    public static Caller current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("no caller is bound");
        }
        return CURRENT.get();
    }

    public static @Nullable Caller currentOrNull() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    public <T> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /**
     * Whether they may settle what belongs to the company as a whole rather than to an object. Whoever acts as no more than one of their
     * roles, by a token, may not.
     */
    public boolean administers() {
        return administrator && mandate.role() == null;
    }

    /** With every right: for what the program itself must see to do what it was told, and shows to nobody. */
    public Caller unbounded() {
        return new Caller(tenant, person, true, locale, Mandate.FULL, operation);
    }

    public Caller in(UUID operation) {
        return new Caller(tenant, person, administrator, locale, mandate, operation);
    }
}

package io.keyuan.engine;

/** Who the {@linkplain Caller#current() current caller's} tenant is. */
public interface TenantProfile {

    /** Its name in addresses. */
    String slug();

    /** Its name to people. */
    String name();
}

package io.keyuan.engine;

import java.util.List;
import java.util.Map;

/** Who the {@linkplain Caller#current() current caller's} tenant is. */
public interface TenantProfile {

    /** Its name in addresses. */
    String slug();

    /** Its name to people. */
    String name();

    /** What stands on its papers, by the names of {@link #LETTERHEAD}; what is not said is not there. */
    default Map<String, String> letterhead() {
        return Map.of();
    }

    /** In the order in which people look for them. */
    List<String> LETTERHEAD = List.of("legalName", "address", "phone", "taxNumber", "bank");
}

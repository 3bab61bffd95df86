package io.keyuan.identity.signin;

import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page before the console what it has to ask for. */
@RestController
class DoorController {

    static final String PATH = "/api/v1/sign-in";

    private final Tenants tenants;

    DoorController(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @param tenantNeeded whether there are several companies and the host is not named after one */
    record Door(boolean tenantNeeded) {}

    @GetMapping(PATH)
    Door look(HttpServletRequest request) {
        return new Door(tenants.of(null, request.getServerName()).isEmpty());
    }
}

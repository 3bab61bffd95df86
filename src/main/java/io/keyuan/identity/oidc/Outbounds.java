package io.keyuan.identity.oidc;

import io.keyuan.engine.outbound.FencedClients;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;

/** The two ways out to identity providers: to those in the world, and to those in the company's own network. */
@Component
final class Outbounds {

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("identity-provider-deadlines").factory());
    private final Outbound world = new Outbound(FencedClients.client(false), false, deadlines);
    private final Outbound ownNetwork = new Outbound(FencedClients.client(true), true, deadlines);

    Outbound to(Provider.Client provider) {
        return provider.privateAddresses() ? ownNetwork : world;
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        world.client().close();
        ownNetwork.client().close();
    }
}

package io.keyuan.identity.oidc;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** The two ways out to identity providers: to those in the world, and to those in the company's own network. */
@Component
final class Outbounds {

    private static final Timeout CONNECT = Timeout.ofSeconds(4);
    private static final Timeout ANSWER = Timeout.ofSeconds(8);
    private static final int CONNECTIONS = 20;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("identity-provider-deadlines").factory());
    private final Outbound world = new Outbound(client(false), false, deadlines);
    private final Outbound ownNetwork = new Outbound(client(true), true, deadlines);

    Outbound to(Provider.Client provider) {
        return provider.privateAddresses() ? ownNetwork : world;
    }

    private static CloseableHttpClient client(boolean privateAllowed) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new FencedResolver(privateAllowed))
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).setConnectionRequestTimeout(ANSWER).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Keyuan")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        world.client().close();
        ownNetwork.client().close();
    }
}

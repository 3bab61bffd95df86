package io.keyuan.engine.outbound;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.modulith.NamedInterface;

/** Makes clients that go where they are sent and nowhere else. */
@NamedInterface("outbound")
public final class FencedClients {

    private static final Timeout CONNECT = Timeout.ofSeconds(4);
    private static final Timeout ANSWER = Timeout.ofSeconds(8);
    private static final int CONNECTIONS = 20;

    private FencedClients() {}

    /** @param privateAllowed whether addresses of one's own network are allowed */
    public static CloseableHttpClient client(boolean privateAllowed) {
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
}

package io.keyuan.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Requests to providers: of bounded size and time, without redirects, to places one may be led to only.
 *
 * @param plain whether http without a certificate is allowed
 * @param deadlines ends what takes too long as a whole, however busily it trickles
 */
record Outbound(CloseableHttpClient client, boolean plain, ScheduledExecutorService deadlines)
        implements HTTPRequestSender, ResourceRetriever {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final long LONGEST_SECONDS = 10;

    /** @throws IOException where it is not there, too slow or too long, or not https */
    String get(URI address) throws IOException {
        HTTPResponse response = send(new HttpUriRequestBase("GET", checked(address)));
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException(address.getHost() + " answered " + response.getStatusCode());
        }
        return response.getBody() == null ? "" : response.getBody();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        var request = new HttpUriRequestBase(asked.getMethod().name(), checked(asked.getURI()));
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        if (asked.getBody() != null) {
            request.removeHeaders("Content-Type");
            String type = String.valueOf(asked.getHeaderMap().getOrDefault("Content-Type", List.of("application/json")).getFirst());
            request.setEntity(new StringEntity(asked.getBody(), ContentType.parse(type)));
        }
        return send(request);
    }

    private HTTPResponse send(HttpUriRequestBase request) throws IOException {
        ScheduledFuture<?> end = deadlines.schedule(request::abort, LONGEST_SECONDS, TimeUnit.SECONDS);
        try {
            return client.execute(request, Outbound::read);
        } finally {
            end.cancel(false);
        }
    }

    private static HTTPResponse read(ClassicHttpResponse answer) throws IOException {
        var response = new HTTPResponse(answer.getCode());
        HttpEntity entity = answer.getEntity();
        try {
            String type = entity == null ? null : entity.getContentType();
            response.setBody(entity == null ? null : text(entity));
            if (type != null) {
                response.setContentType(type);
            }
        } catch (ParseException | com.nimbusds.oauth2.sdk.ParseException malformed) {
            throw new IOException("an answer that cannot be read", malformed);
        }
        return response;
    }

    private static @Nullable String text(HttpEntity entity) throws IOException, ParseException {
        if (entity.getContentLength() > MOST_CHARACTERS) {
            throw new IOException("an answer that is too long");
        }
        String text = EntityUtils.toString(entity, StandardCharsets.UTF_8, MOST_CHARACTERS + 1);
        if (text != null && text.length() > MOST_CHARACTERS) {
            throw new IOException("an answer that is too long");
        }
        return text;
    }

    /** @throws IOException where it is no address of the web, or not a safe one */
    URI checked(URI address) throws IOException {
        boolean safe = "https".equalsIgnoreCase(address.getScheme()) || plain && "http".equalsIgnoreCase(address.getScheme());
        if (!safe || address.getHost() == null || address.getUserInfo() != null) {
            throw new IOException(address + " is no https address");
        }
        return address;
    }
}

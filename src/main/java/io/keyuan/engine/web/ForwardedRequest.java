package io.keyuan.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as it was before it came through the reverse proxies. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Forwarding forwarding;

    ForwardedRequest(HttpServletRequest request, Forwarding forwarding) {
        super(request);
        this.forwarding = forwarding;
    }

    @Override
    public String getRemoteAddr() {
        return forwarding.address() == null ? super.getRemoteAddr() : forwarding.address();
    }

    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public String getScheme() {
        return forwarding.scheme() == null ? super.getScheme() : forwarding.scheme();
    }

    @Override
    public boolean isSecure() {
        return forwarding.scheme() == null ? super.isSecure() : forwarding.scheme().equals("https");
    }

    @Override
    public String getServerName() {
        return forwarding.host() == null ? super.getServerName() : forwarding.host();
    }

    @Override
    public int getServerPort() {
        if (forwarding.port() != null) {
            return forwarding.port();
        }
        boolean told = forwarding.scheme() != null || forwarding.host() != null;
        return told ? usualPort() : super.getServerPort();
    }

    private int usualPort() {
        return isSecure() ? HTTPS : HTTP;
    }

    @Override
    public StringBuffer getRequestURL() {
        String port = getServerPort() == usualPort() ? "" : ":" + getServerPort();
        return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
    }
}

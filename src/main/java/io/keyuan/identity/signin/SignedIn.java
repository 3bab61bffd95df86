package io.keyuan.identity.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An {@link Identity} as Spring Security passes it on. */
final class SignedIn extends AbstractAuthenticationToken {

    /** What only commands on the same machine may do. */
    static final String CONTROL = "CONTROL";

    private static final List<SimpleGrantedAuthority> OF_CONTROL = List.of(new SimpleGrantedAuthority(CONTROL));

    private final transient Identity identity;

    SignedIn(Identity identity) {
        super(identity.proof() instanceof Proof.Control ? OF_CONTROL : List.of());
        this.identity = identity;
        setAuthenticated(true);
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return identity.person().toString();
    }
}

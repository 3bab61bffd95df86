package io.keyuan.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String SECRET = "宽阔的绿河 wide green rivers";

    private final VaultByKey vault = new VaultByKey("one key of an installation, long enough");

    @Test
    void whatIsSealedOpensAgain() {
        String sealed = vault.seal(SECRET, "mail/1");

        assertThat(sealed).isASCII().doesNotContain("green");
        assertThat(vault.open(sealed, "mail/1")).hasValue(SECRET);
        assertThat(vault.seal(SECRET, "mail/1")).as("nobody sees that two are the same").isNotEqualTo(sealed);
        assertThat(vault.open(vault.seal("", "mail/1"), "mail/1")).hasValue("");
    }

    @Test
    void itOpensInNoOtherPlaceAndWithNoOtherKey() {
        String sealed = vault.seal(SECRET, "mail/1");

        assertThat(vault.open(sealed, "mail/2")).isEmpty();
        assertThat(new VaultByKey("another key of an installation, long too").open(sealed, "mail/1")).isEmpty();
        assertThat(new VaultByKey("").open(sealed, "mail/1")).isEmpty();
    }

    @Test
    void whatIsDamagedDoesNotOpen() {
        String sealed = vault.seal(SECRET, "mail/1");
        char last = sealed.charAt(sealed.length() - 4);
        String changed = sealed.substring(0, sealed.length() - 4) + (last == 'A' ? 'B' : 'A') + sealed.substring(sealed.length() - 3);

        assertThat(vault.open(changed, "mail/1")).isEmpty();
        assertThat(vault.open(sealed.substring(0, 20), "mail/1")).isEmpty();
        assertThat(vault.open(sealed.substring(0, 11), "mail/1")).isEmpty();
        assertThat(vault.open("nonsense", "mail/1")).isEmpty();
        assertThat(vault.open("", "mail/1")).isEmpty();
    }
}

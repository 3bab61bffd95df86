package io.keyuan.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A stolen hash is as costly to try as is recommended, and one from before a change of the cost is still known. */
class PasswordsTest {

    private static final String PASSWORD = "four grey lighthouses";

    private static Passwords passwords(DefaultListableBeanFactory beans) {
        return new Passwords(beans.getBeanProvider(PasswordCost.class));
    }

    @Test
    void whereNothingIsSaidItCostsWhatIsRecommended() {
        assertThat(passwords(new DefaultListableBeanFactory()).hash(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void aHashSaysWhatItCost() {
        Passwords recommended = passwords(new DefaultListableBeanFactory());
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("cost", new PasswordCost(64, 1));

        assertThat(passwords(beans).matches(PASSWORD, recommended.hash(PASSWORD))).isTrue();
        assertThat(passwords(beans).matches("five grey lighthouses", recommended.hash(PASSWORD))).isFalse();
        assertThat(passwords(beans).matches(PASSWORD, null)).isFalse();
    }
}

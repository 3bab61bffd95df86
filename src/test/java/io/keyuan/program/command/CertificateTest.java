package io.keyuan.program.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void aPairThatBelongsTogetherWillDo(@TempDir Path folder) throws Exception {
        Certificate pair = TestCertificate.create(folder, "one", 90);

        assertThatCode(pair::checked).doesNotThrowAnyException();
    }

    @Test
    void whatIsWrongIsToldInOneSentenceWithTheFile(@TempDir Path folder) throws Exception {
        Certificate one = TestCertificate.create(folder, "one", 90);
        Certificate other = TestCertificate.create(folder, "other", 90);
        Certificate old = TestCertificate.create(folder, "old", -30);
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "hello");

        assertThat(refusal(new Certificate(one.chain(), other.key()))).contains("other.key is not that of the certificate");
        assertThat(refusal(new Certificate(folder.resolve("none"), one.key()))).contains("none cannot be read (it is not there)");
        assertThat(refusal(new Certificate(nonsense, one.key()))).contains("nonsense holds no certificate");
        assertThat(refusal(new Certificate(one.chain(), nonsense))).contains("nonsense holds no private key");
        assertThat(refusal(old)).contains("old.crt has expired");
    }

    @Test
    void theProgramRefusesToStartWithoutItsKey(@TempDir Path folder) throws Exception {
        Certificate pair = TestCertificate.create(folder, "one", 90);

        Typed alone = Typed.words("--tls-certificate", pair.chain().toString());
        Typed wrong = Typed.words("--tls-certificate", pair.key().toString(), "--tls-key", pair.chain().toString());

        assertThat(alone.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.code()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(wrong.remarks().lines()).hasSize(1);
    }

    @Test
    void aRenewedCertificateIsTakenUpAndAnUnmatchedOneIsNot(@TempDir Path folder) throws Exception {
        Certificate served = TestCertificate.create(folder, "served", 90);
        Certificate next = TestCertificate.create(folder, "next", 90);
        try (var node = TestNode.start(TestDatabase.create(), served.arguments())) {
            URI address = URI.create("https://127.0.0.1:" + node.address().getPort() + "/health/live");
            assertThat(shown(address)).isEqualTo("CN=served");

            // The certificate comes first and the key a while later: until then the old pair goes on.
            Files.copy(next.chain(), served.chain(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(shown(address)).isEqualTo("CN=served");
            Files.copy(next.key(), served.key(), StandardCopyOption.REPLACE_EXISTING);

            await().atMost(LONG).untilAsserted(() -> assertThat(shown(address)).isEqualTo("CN=next"));
        }
    }

    /** To whom the certificate is made out that the program shows; each time asked over a new connection. */
    private static String shown(URI address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(OwnMachine.context()).build()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            var certificate = (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private static String refusal(Certificate certificate) {
        Refusal refusal = catchThrowableOfType(Refusal.class, certificate::checked);
        assertThat(refusal.code()).isEqualTo(ExitCode.SURROUNDINGS);
        return refusal.sentence();
    }
}

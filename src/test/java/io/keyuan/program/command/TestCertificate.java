package io.keyuan.program.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate for one test, as an authority would hand it out in two files. */
final class TestCertificate {
    private static final char[] PASSWORD = "not a secret".toCharArray();

    private TestCertificate() {}

    /** @param days how long it is good; negative for one that has expired */
    static Certificate create(Path folder, String name, int days) throws Exception {
        Path store = Files.createTempFile(folder, name, ".p12");
        Files.delete(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=" + name,
                        "-startdate", days < 0 ? days - 1 + "d" : "-1d", "-validity", String.valueOf(Math.max(1, days)),
                        "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD))
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return new Certificate(
                Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", keys.getCertificate("a").getEncoded())),
                Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded())));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what + "-----\n";
    }
}

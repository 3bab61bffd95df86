package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.PrivateFile;
import io.keyuan.program.Refusal;
import io.keyuan.program.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the program seals the secrets in its database with, such as the mail server's password: kept in the data folder, not in
 * the database. Nodes that share a database are given the same one.
 */
final class SecretKey {

    private static final String FORM = "[A-Za-z0-9+/=_-]{32,200}";

    private SecretKey() {}

    static String of(DataFolder folder, StartOptions options) {
        return options.secretKey().orElseGet(() -> kept(folder.secrets().resolve("key")));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, Secret.random() + "\n");
            }
            return checked(Files.readString(file).strip());
        } catch (IOException failure) {
            throw Refusal.surroundings("The key in " + file + " cannot be read or written.", failure);
        }
    }

    /** @throws Refusal where it is none */
    static String checked(String key) {
        if (!key.matches(FORM)) {
            throw Refusal.usage("The secret key (KEYUAN_SECRET_KEY) needs 32 to 200 letters, digits and + / = _ - and should be random.");
        }
        return key;
    }
}

package io.keyuan.program.database;

import io.keyuan.program.Account;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so a program started by root either hides that fact in a user
 * namespace of its own, which leaves every file root's, or steps down to an unprivileged account.
 *
 * @param prefix words in front of each command
 * @param account the account stepped down to, or null when files stay with whoever started the program
 */
record ServerAccount(List<String> prefix, @Nullable String account) {
    private static final List<String> UNPRIVILEGED = List.of("keyuan", "postgres", "nobody");
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    static ServerAccount choose() {
        if (!Account.isRoot()) {
            return new ServerAccount(List.of(), null);
        }
        return canRun(NAMESPACE) ? new ServerAccount(NAMESPACE, null) : unprivileged();
    }

    static ServerAccount unprivileged() {
        for (String account : UNPRIVILEGED) {
            for (List<String> prefix : waysToStepDown(account)) {
                if (canRun(prefix)) {
                    return new ServerAccount(prefix, account);
                }
            }
        }
        throw Refusal.surroundings("PostgreSQL cannot run as root and neither user namespaces nor an unprivileged"
                + " account are to be had here; run Keyuan as an ordinary user.");
    }

    private static List<List<String>> waysToStepDown(String account) {
        return List.of(
                List.of("setpriv", "--reuid", account, "--regid", group(account), "--clear-groups", "--"),
                List.of("runuser", "-u", account, "--"));
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Lets the server's account own a folder of the data folder, and pass through what is above it. */
    void own(Path home, Path folder) throws IOException {
        if (account != null) {
            makeEnterable(home);
            handOver(folder, account);
        } else if (Account.isRoot()) {
            handOver(folder, "root");
        }
    }

    /** A server that stepped down must be able to pass a folder, though not to list it. */
    static void makeEnterable(Path folder) throws IOException {
        var permissions = Files.getPosixFilePermissions(folder);
        permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        Files.setPosixFilePermissions(folder, permissions);
    }

    private static void handOver(Path folder, String name) throws IOException {
        UserPrincipal owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        if (Files.getOwner(folder).equals(owner)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            // The folder itself comes last: a hand-over that was interrupted is then done again.
            List<Path> paths = new ArrayList<>(tree.toList());
            for (Path path : paths.reversed()) {
                Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static String group(String account) {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals(account))
                    .map(fields -> fields[3])
                    .findFirst()
                    .orElse("65534");
        } catch (IOException unreadable) {
            return "65534";
        }
    }

    private static boolean canRun(List<String> prefix) {
        return OperatingSystem.succeeds(Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }
}

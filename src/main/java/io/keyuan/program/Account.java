package io.keyuan.program;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** The account of the operating system that runs the program. */
public final class Account {
    private static final Path SELF = Path.of("/proc/self");

    private Account() {}

    /** Whose files the program writes. */
    public static UserPrincipal current() throws IOException {
        if (Files.exists(SELF)) {
            return Files.getOwner(SELF);
        }
        String name = System.getProperty("user.name");
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    /** Whether that account may do everything. */
    public static boolean isRoot() {
        try {
            return Files.exists(SELF)
                    ? Files.getAttribute(SELF, "unix:uid").equals(0)
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
